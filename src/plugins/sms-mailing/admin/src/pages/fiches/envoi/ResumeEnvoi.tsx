import { Box, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { useLazyForeseeEnvoiQuery, type DemandeEnvoi, type Fiche } from '../../../api/fiches';
import { Perime } from '../../../components/Perime';
import { Requete } from '../../../components/Requete';
import { pluralize } from '../../../components/texte';
import { useServeur } from '../../../components/useServeur';
import { Exclus } from '../../../envoi/Exclus';
import { countExclus, toRecap } from '../../../envoi/recap';

interface Props {
  fiche: Fiche;
  demande: DemandeEnvoi;
}

const PAUSE_MS = 300;

/** « 3 modèles × 12 personnes = 36 messages, 2 exclues parce que… » (guide §8.b), while one ticks. */
export function ResumeEnvoi({ fiche, demande }: Props): JSX.Element {
  const avant = useServeur(useLazyForeseeEnvoiQuery, { fiche, demande }, { pauseMs: PAUSE_MS });
  return (
    <Requete de={avant}>
      {(prevu) => {
        const recap = toRecap(prevu);
        const ecartes = countExclus(recap);
        return (
          <Perime $perime={avant.perime}>
            <Typography tag="p" fontWeight="bold">
              {recap.messages === 0 ? 'Aucun message' : recap.phrase}
              {ecartes === 0
                ? '.'
                : `, ${pluralize(ecartes, 'personne exclue', 'personnes exclues')} :`}
            </Typography>
            <Box paddingTop={2}>
              <Exclus
                typeDestinataire="entrepreneur"
                exclus={recap.exclus}
                action={fiche.genre === 'action' ? fiche.documentId : null}
                nommerModele={recap.modeles.length > 1}
              />
            </Box>
          </Perime>
        );
      }}
    </Requete>
  );
}
