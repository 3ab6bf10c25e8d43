import { Checkbox, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { LigneVague } from '../../../../../core/api/historique';
import { LIBELLES_MODALITE, LIBELLES_TYPE_CONTACT } from '../../../../../core/vocabulaire';
import { useLazyListVaguesQuery } from '../../../api/repertoire';
import { Carte } from '../../../components/Carte';
import { Serre } from '../../../components/Serre';
import { TableauServeur, type ColonneServeur } from '../../../components/TableauServeur';
import { formatInstant } from '../../../components/texte';
import { useServeur } from '../../../components/useServeur';
import { useVueTableau } from '../../../components/useVueTableau';
import { BoutonDeplier } from '../../../envoi/BoutonDeplier';
import { phrasePersonnes } from '../../pilotage/historique/bilan';
import { PersonnesVague } from './PersonnesVague';
import { StatutVague } from './StatutVague';
import { useEnDirect } from './useEnDirect';

const TITRE = 'Historique des envois pour cette action';

/** From the fiche they leave at once; what is held, or waits for the evening, is not waited for. */
function isBientot({ bilan, origine, retenu }: LigneVague): boolean {
  return (
    bilan.enCours > 0 || (bilan.programmes > 0 && origine === 'fiche_action' && retenu === null)
  );
}

/** Decision C5. */
function ToutesOrigines(): JSX.Element {
  const [params, setParams] = useSearchParams();
  return (
    <Checkbox
      checked={params.get('envois') === 'tous'}
      onCheckedChange={(oui) => {
        setParams(
          (avant) => {
            const apres = new URLSearchParams(avant);
            apres.delete('h-page');
            if (oui === true) {
              apres.set('envois', 'tous');
            } else {
              apres.delete('envois');
            }
            return apres;
          },
          { replace: true }
        );
      }}
    >
      Tous les envois liés (automatiques compris)
    </Checkbox>
  );
}

const texte = (
  cle: string,
  titre: string,
  valeurOf: (vague: LigneVague) => string
): ColonneServeur<LigneVague> => ({
  ...{ cle, titre },
  cellule: (vague) => <Typography>{valeurOf(vague)}</Typography>,
});

/** Guide §8.c, in its order. */
const COLONNES: readonly ColonneServeur<LigneVague>[] = [
  {
    cle: 'statut',
    titre: 'Statut de l’envoi',
    cellule: (vague) => <StatutVague vague={vague} />,
  },
  {
    cle: 'modele',
    titre: 'Nom du modèle',
    cellule: ({ modele, typeContact }) => (
      <>
        <Typography tag="p">{modele}</Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {LIBELLES_TYPE_CONTACT[typeContact]}
        </Typography>
      </>
    ),
  },
  texte('origine', 'Origine de l’envoi', ({ origine }) => LIBELLES_MODALITE[origine]),
  texte('date', 'Date d’envoi', ({ envoyeLe }) => formatInstant(envoyeLe)),
];

interface Props {
  action: string;
}

/** Guide §8.c: what left in one go is one line, and opens to its persons. */
export function HistoriqueAction({ action }: Props): JSX.Element {
  const [params] = useSearchParams();
  const [ouverte, setOuverte] = useState<string | null>(null);
  const vue = useVueTableau({ tri: { cle: 'date', croissant: false }, prefixe: 'h-' });
  const toutes = params.get('envois') === 'tous';
  const etat = useServeur(useLazyListVaguesQuery, {
    action,
    page: {
      ...{ recherche: vue.recherche, page: vue.page, pageSize: vue.taille },
      toutes: String(toutes),
    },
  });
  useEnDirect(etat.data?.lignes.some(isBientot) ?? false, etat.refetch);
  const idOf = (cle: string): string => `vague-${cle}`;
  const personnes: ColonneServeur<LigneVague> = {
    cle: 'personnes',
    titre: 'Personnes',
    cellule: ({ cle, bilan }) => (
      <BoutonDeplier
        ouvert={ouverte === cle}
        controle={idOf(cle)}
        libelle={phrasePersonnes(bilan)}
        onBasculer={() => {
          setOuverte(ouverte === cle ? null : cle);
        }}
      />
    ),
  };
  return (
    <Carte titre={TITRE}>
      <Serre>
        <TableauServeur
          nom={TITRE}
          unite="envoi"
          vue={vue}
          de={etat}
          cleOf={({ cle }) => cle}
          colonnes={[...COLONNES, personnes]}
          detail={(vague) =>
            ouverte === vague.cle ? (
              <PersonnesVague id={idOf(vague.cle)} action={action} toutes={toutes} vague={vague} />
            ) : null
          }
          filtres={<ToutesOrigines />}
          vide={{
            titre: toutes
              ? 'Aucun message n’est encore lié à cette action.'
              : 'Aucun message n’a encore été envoyé d’ici. Cochez « Tous les envois liés » pour voir aussi les envois automatiques.',
          }}
        />
      </Serre>
    </Carte>
  );
}
