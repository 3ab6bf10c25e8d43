import { Badge } from '@strapi/design-system';
import type { ComponentProps, JSX } from 'react';
import { LIBELLES_STATUT_CAMPAGNE, type StatutCampagne } from '../../../../../core/campagne';

type Ton = Pick<ComponentProps<typeof Badge>, 'backgroundColor' | 'textColor'>;

const ATTEND: Ton = { backgroundColor: 'secondary100', textColor: 'secondary700' };

const TONS: Readonly<Record<StatutCampagne, Ton>> = {
  programme: ATTEND,
  en_attente: ATTEND,
  en_cours: { backgroundColor: 'primary100', textColor: 'primary700' },
  partiel: { backgroundColor: 'warning100', textColor: 'neutral800' },
  envoye: { backgroundColor: 'success100', textColor: 'success700' },
  echec: { backgroundColor: 'danger100', textColor: 'danger700' },
  annule: { backgroundColor: 'neutral150', textColor: 'neutral700' },
};

/** Guide §7.c: « Envoi programmé », « En attente », « Envoyé ». */
export function Statut({ statut }: { statut: StatutCampagne }): JSX.Element {
  return (
    <Badge {...TONS[statut]} style={{ whiteSpace: 'nowrap' }}>
      {LIBELLES_STATUT_CAMPAGNE[statut]}
    </Badge>
  );
}
