import { Box, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { useForeseeEnvoiQuery, type DemandeEnvoi, type Fiche } from '../../../api/fiches';
import { Requete } from '../../../components/Requete';
import { pluralize } from '../../../components/texte';
import { useDiffere } from '../../../components/useDiffere';
import { Exclus } from '../../../envoi/Exclus';
import { countExclus, toRecap } from '../../../envoi/recap';

interface Props {
  fiche: Fiche;
  demande: DemandeEnvoi;
}

const PAUSE_MS = 300;

/** « 3 modèles × 12 personnes = 36 messages, 2 exclues parce que… » (guide §8.b), while one ticks. */
export function ResumeEnvoi({ fiche, demande }: Props): JSX.Element {
  const posee = useDiffere(JSON.stringify(demande), PAUSE_MS);
  const { currentData, error, refetch } = useForeseeEnvoiQuery({
    fiche,
    demande: JSON.parse(posee) as DemandeEnvoi,
  });
  return (
    <Box background="neutral100" padding={4} hasRadius role="status">
      <Requete de={{ data: currentData, error, refetch }}>
        {(avant) => {
          const recap = toRecap(avant);
          const ecartes = countExclus(recap);
          return (
            <>
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
            </>
          );
        }}
      </Requete>
    </Box>
  );
}
