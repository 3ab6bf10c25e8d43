import { Badge, Flex, Typography } from '@strapi/design-system';
import type { ComponentProps, JSX } from 'react';
import type { LigneHistorique } from '../../../core/api/historique';
import { libelleStatut } from '../../../core/envoi';
import type { StatutEnvoi as Statut } from '../../../core/vocabulaire';
import { formatInstant } from '../components/texte';
import { phraseDecision, raisonEnvoi } from './phrase-envoi';

type Ton = Pick<ComponentProps<typeof Badge>, 'backgroundColor' | 'textColor'>;

const ATTEND: Ton = { backgroundColor: 'secondary100', textColor: 'secondary700' };
const PARTI: Ton = { backgroundColor: 'success100', textColor: 'success700' };
const MANQUE: Ton = { backgroundColor: 'danger100', textColor: 'danger700' };
const NEUTRE: Ton = { backgroundColor: 'neutral150', textColor: 'neutral700' };

const TONS: Readonly<Record<Statut, Ton>> = {
  programme: ATTEND,
  reserve: ATTEND,
  en_cours: ATTEND,
  envoye: PARTI,
  remis: PARTI,
  echec: MANQUE,
  incertain: { backgroundColor: 'warning100', textColor: 'neutral800' },
  exclu: NEUTRE,
  annule: NEUTRE,
};

/** Long enough for a motif; beyond, « Pourquoi ? » has the whole. */
const COURT = 90;

function abrege(phrase: string): string {
  const [debut = ''] = phrase.split(' : ');
  const texte = phrase.length <= COURT ? phrase : debut;
  return texte.length <= COURT ? texte : `${texte.slice(0, COURT)}…`;
}

/** « Statut de l'envoi »: its word, and the reason in short. */
export function StatutEnvoi({ ligne }: { ligne: LigneHistorique }): JSX.Element {
  const raison = raisonEnvoi(ligne);
  const decision = phraseDecision(ligne);
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Badge {...TONS[ligne.statut]}>{libelleStatut(ligne.statut)}</Badge>
      {ligne.statut === 'programme' ? (
        <Typography variant="pi" textColor="neutral600">
          pour le {formatInstant(ligne.prevuLe)}
        </Typography>
      ) : null}
      {decision === '' ? null : (
        <Typography variant="pi" textColor="neutral600">
          {decision}
        </Typography>
      )}
      {raison === '' ? null : (
        <Typography variant="pi" textColor="neutral600">
          {abrege(raison)}
        </Typography>
      )}
    </Flex>
  );
}
