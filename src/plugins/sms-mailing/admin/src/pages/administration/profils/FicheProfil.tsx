import { Button, Flex } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { useParams } from 'react-router-dom';
import type { FicheProfil as Fiche } from '../../../../../core/api/profils';
import type { Cases } from '../../../../../core/profils';
import { useOpenProfilQuery, useSaveProfilMutation } from '../../../api/profils';
import { Carte } from '../../../components/Carte';
import { ChampTexte } from '../../../components/ChampTexte';
import { GardeSortie } from '../../../components/GardeSortie';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { pluralize } from '../../../components/texte';
import { useAction } from '../../../components/useAction';
import { useEntretemps, type Recharger } from '../../../components/useEntretemps';
import { useDroits } from '../../../droits';
import { LienProfils } from './LienProfils';
import { Matrice } from './Matrice';

interface FormulaireProps {
  profil: Fiche;
  onRecharger: Recharger;
}

function Formulaire({ profil, onRecharger }: FormulaireProps): JSX.Element {
  const [nom, setNom] = useState(profil.nom);
  const [description, setDescription] = useState(profil.description);
  const [changees, setChangees] = useState<ReadonlyMap<string, Cases>>(new Map());
  const [save, { isLoading }] = useSaveProfilMutation();
  const entretemps = useEntretemps(onRecharger);
  const run = useAction();
  const peutGerer = useDroits('profils.gerer-profils')['profils.gerer-profils'];
  const modifie = changees.size > 0 || nom !== profil.nom || description !== profil.description;
  const autrement = profil.lignes.filter(({ cle, exacte }) => !exacte && !changees.has(cle));

  async function submit(): Promise<void> {
    const lignes = [...changees].map(([cle, cases]) => ({ cle, cases }));
    const saisie = { nom, description, lignes, lu: profil.lu };
    await run(
      save({ id: profil.id, saisie }),
      `Le profil « ${nom} » est enregistré : il vaut dès la prochaine page de ses utilisateurs.`,
      entretemps.onEntretemps
    );
  }

  return (
    <PageModule
      titre={profil.nom}
      sousTitre={`${pluralize(profil.utilisateurs, 'utilisateur')}. Pour chaque page : ce que le profil y fait, et sur les fiches de qui.`}
      permission="profils.consulter-profils"
      retour={<LienProfils />}
      action={
        peutGerer ? (
          <Button loading={isLoading} disabled={!modifie} onClick={() => void submit()}>
            Enregistrer
          </Button>
        ) : null
      }
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        {peutGerer ? (
          <Carte titre="Le profil">
            <ChampTexte nom="nom" libelle="Nom" valeur={nom} requis onValeur={setNom} />
            <ChampTexte
              nom="description"
              libelle="Description"
              valeur={description}
              onValeur={setDescription}
            />
          </Carte>
        ) : null}
        <Matrice
          cases={
            new Map([
              ...profil.lignes.map(({ cle, cases }): [string, Cases] => [cle, cases]),
              ...changees,
            ])
          }
          autrement={new Set(autrement.map(({ cle }) => cle))}
          {...(peutGerer
            ? {
                onCases: (cle: string, cases: Cases) => {
                  setChangees((avant) => new Map([...avant, [cle, cases]]));
                },
              }
            : {})}
        />
      </Flex>
      {entretemps.question}
      <GardeSortie
        modifie={modifie && !isLoading}
        perte={`Les changements du profil « ${profil.nom} » ne sont pas enregistrés.`}
      />
    </PageModule>
  );
}

/** Guide §4 (3/4 and 4/4): what a profil gives, page by page. */
export function FicheProfil(): JSX.Element {
  const { id = '' } = useParams();
  const profil = useOpenProfilQuery(id);
  return (
    <Requete de={profil}>
      {(lu) => <Formulaire key={lu.lu} profil={lu} onRecharger={() => profil.refetch()} />}
    </Requete>
  );
}
