import { Box, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type {
  EssaiRegle,
  TableEnvoisAutomatiques,
} from '../../../../../../core/api/envois-automatiques';
import { formatHeure } from '../../../../../../core/delai';
import { formatJour } from '../../../../../../core/horaire';
import { pluralize } from '../../../../components/texte';
import { TotalDuSoir } from '../TotalDuSoir';

interface Props {
  liste: TableEnvoisAutomatiques;
  essais: readonly EssaiRegle[];
  soir: string;
}

const sum = (nombres: readonly number[]): number => nombres.reduce((a, b) => a + b, 0);

/** « Mercredi 25 novembre à 19h : 22 messages partiraient, 5 SMS seraient décomptés. » */
export function Resume({ liste, essais, soir }: Props): JSX.Element {
  const recevront = sum(essais.map((essai) => essai.recevront));
  const exclus = sum(essais.map((essai) => essai.exclus));
  const credits = sum(essais.map((essai) => essai.credits));
  const muets = essais.filter((essai) => essai.recevront + essai.exclus === 0);
  return (
    <Box background="primary100" padding={4} hasRadius role="status">
      <Typography tag="p" fontWeight="bold">
        Le {formatJour(soir)} à {formatHeure(liste.heure)} :{' '}
        {pluralize(recevront, 'message partirait', 'messages partiraient')}
        {credits > 0
          ? `, ${pluralize(credits, 'SMS serait décompté', 'SMS seraient décomptés')}`
          : ''}
        .
      </Typography>
      {exclus > 0 ? (
        <Typography tag="p" variant="pi">
          {pluralize(
            exclus,
            'personne concernée ne recevrait rien',
            'personnes concernées ne recevraient rien'
          )}{' '}
          : la raison est dite pour chacune.
        </Typography>
      ) : null}
      {soir < liste.soir ? null : <TotalDuSoir soir={soir} />}
      {muets.length > 0 && essais.length > 1 ? (
        <Typography tag="p" variant="pi">
          Personne ce soir-là pour : {muets.map(({ modele }) => `« ${modele} »`).join(', ')}.
        </Typography>
      ) : null}
    </Box>
  );
}
