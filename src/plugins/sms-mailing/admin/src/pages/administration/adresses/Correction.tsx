import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState, type JSX } from 'react';
import type { AdresseACorriger } from '../../../../../core/api/adresses';
import { CASES } from '../../../../../core/vocabulaire';
import { useReadCrmQuery, useUpdateCrmMutation } from '../../../api/crm';
import { ChampTexte } from '../../../components/ChampTexte';
import { Fenetre } from '../../../components/Fenetre';
import { Requete } from '../../../components/Requete';
import { RESTE } from '../../../components/reste';
import { useAction } from '../../../components/useAction';
import { FAMILLES } from '../../fiches/personnes/familles';
import { judgeNouvelle, phraseCorrection, toCorrection } from './corrige';

interface Props {
  ligne: AdresseACorriger;
  onFermer: () => void;
}

function useCorrection({ ligne, onFermer }: Props) {
  const [update, { isLoading }] = useUpdateCrmMutation();
  const { toggleNotification } = useNotification();
  const run = useAction();
  const type = FAMILLES[ligne.typeDestinataire].coordonnees;
  const fiche = useReadCrmQuery({ type, documentId: ligne.coordonnees });

  async function corrige(saisie: { adresse: string; accepte: boolean }): Promise<void> {
    const data = fiche.data === undefined ? null : toCorrection(ligne, fiche.data, saisie);
    if (data === null) {
      toggleNotification({
        ...RESTE,
        type: 'danger',
        message: 'Cette adresse n’est plus sur la fiche : quelqu’un l’a corrigée entre-temps.',
      });
      return;
    }
    const demande = update({ type, documentId: ligne.coordonnees, data });
    if ((await run(demande, phraseCorrection(ligne))) !== null) {
      onFermer();
    }
  }

  return { fiche, corrige, isLoading };
}

/** A new address typed where the old one is read; the row leaves the list when it can be written to. */
export function Correction(props: Props): JSX.Element {
  const { ligne, onFermer } = props;
  const [adresse, setAdresse] = useState(
    ligne.defaut === 'mal_ecrite' ? (ligne.adresse ?? '') : ''
  );
  const [accepte, setAccepte] = useState(false);
  const [jugee, setJugee] = useState(false);
  const { fiche, corrige, isLoading } = useCorrection(props);
  const faute = judgeNouvelle(adresse, ligne.defaut === 'absente' ? null : ligne.adresse);
  const premiere = ligne.typeDestinataire === 'entrepreneur' && ligne.composantId === null;

  function submit(): void {
    setJugee(true);
    if (faute === null) {
      void corrige({ adresse, accepte });
    }
  }

  return (
    <Fenetre
      titre={`Corriger l’adresse de ${ligne.nom}`}
      fermer="Annuler"
      modifiee={adresse !== '' && adresse !== ligne.adresse}
      action={
        <Button loading={isLoading} disabled={fiche.data === undefined} onClick={submit}>
          Enregistrer l’adresse
        </Button>
      }
      onFermer={onFermer}
    >
      <Requete de={fiche}>
        {() => (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {ligne.adresse === null ? null : (
              <Typography>
                À remplacer : <strong>{ligne.adresse}</strong>
              </Typography>
            )}
            <ChampTexte
              nom="adresse"
              libelle="Nouvelle adresse e-mail"
              type="email"
              requis
              valeur={adresse}
              indice="prenom.nom@exemple.fr"
              erreur={jugee ? (faute ?? undefined) : undefined}
              onValeur={setAdresse}
            />
            {premiere ? (
              <Checkbox
                checked={accepte}
                onCheckedChange={(oui) => {
                  setAccepte(oui === true);
                }}
              >
                {`« ${CASES.email} » : la personne l’a dit`}
              </Checkbox>
            ) : null}
          </Flex>
        )}
      </Requete>
    </Fenetre>
  );
}
