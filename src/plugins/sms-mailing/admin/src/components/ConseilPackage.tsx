import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { AlertePackage } from '../../../core/package-sms';

const CONSEILS: Readonly<Record<AlertePackage['niveau'], string>> = {
  aucune: '',
  bas: 'Le stock est bientôt épuisé : pensez à racheter un package.',
  epuise: 'Il ne reste plus de SMS : achetez un package puis saisissez-le ici.',
  non_suivi: 'Aucun package n’est saisi : les SMS ne sont pas décomptés.',
};

/** Guide §10 « renouveler un achat pack quand le stock est proche de 0 ». */
export function ConseilPackage({ niveau }: Pick<AlertePackage, 'niveau'>): JSX.Element | null {
  return niveau === 'aucune' ? null : (
    <Typography textColor={niveau === 'non_suivi' ? 'neutral600' : 'danger600'}>
      {CONSEILS[niveau]}
    </Typography>
  );
}
