import { Box, Flex, Typography } from '@strapi/design-system';
import { useId, useState, type JSX } from 'react';
import type { RecapCampagne } from '../../../../../core/api/campagnes';
import type { EnJson } from '../../../../../core/api/en-json';
import { useLazyCountDestinatairesQuery } from '../../../api/campagnes';
import { Perime } from '../../../components/Perime';
import { Requete } from '../../../components/Requete';
import type { Coches } from '../../../components/useSelection';
import { useServeur, type EtatServeur } from '../../../components/useServeur';
import { BoutonDeplier } from '../../../envoi/BoutonDeplier';
import { Exclus } from '../../../envoi/Exclus';
import { groupExclus, phraseCoches, toSelection, type ModeleChoisi } from './recap-campagne';
import type { EtatCampagne } from './useCampagne';

interface Props {
  modele: ModeleChoisi;
  etat: EtatCampagne;
  /** Of everyone found: with all of them ticked, it is already counted. */
  recap: EtatServeur<EnJson<RecapCampagne>>;
  coches: Coches<number>;
}

const PAUSE_MS = 400;

function isEntier(coches: Coches<number>): boolean {
  return 'tous' in coches && coches.saufIds.length === 0;
}

/** Beside the button (guide §7.b): of those ticked, how many will receive, how many will not, and why. */
export function CompteCoches({ modele, etat, recap, coches }: Props): JSX.Element {
  const [ouvert, setOuvert] = useState(false);
  const id = useId();
  const entier = isEntier(coches);
  const choisies = useServeur(
    useLazyCountDestinatairesQuery,
    entier ? null : { ...etat.cible, selection: toSelection(coches), memoriser: false },
    { pauseMs: PAUSE_MS }
  );
  const compte = entier ? recap : choisies;
  if (compte.data === undefined && compte.error === undefined) {
    return <Typography textColor="neutral600">On compte qui recevra ce message…</Typography>;
  }
  return (
    <Perime $perime={compte.perime} aria-live="polite">
      <Requete de={compte}>
        {({ comptes: { nonFaits } }) => {
          const exclus = groupExclus(nonFaits.motifs, modele);
          return (
            <Flex direction="column" alignItems="stretch" gap={2}>
              <Flex gap={2} wrap="wrap">
                <Typography>{phraseCoches(nonFaits)}</Typography>
                {exclus.length === 0 ? null : (
                  <BoutonDeplier
                    ouvert={ouvert}
                    controle={id}
                    libelle="Voir pourquoi"
                    onBasculer={() => {
                      setOuvert(!ouvert);
                    }}
                  />
                )}
              </Flex>
              {ouvert && exclus.length > 0 ? (
                <Box id={id} background="neutral100" padding={4} hasRadius>
                  <Exclus exclus={exclus} typeDestinataire={etat.filtres.typeDestinataire} />
                </Box>
              ) : null}
            </Flex>
          );
        }}
      </Requete>
    </Perime>
  );
}
