import type { Perimetre } from '../../../../../core/perimetre';
import { sqlPerimetre, type Condition } from '../destinataires/perimetre';

/**
 * The envois (alias `v`, or rows added up by the same three columns) that lists and counts of campagnes show: by where their destinataire was placed when they
 * were written (decision G18). No other is listed, counted or cancelled.
 */
export function sqlEnvoisVisibles(perimetre: Perimetre, alias = 'v'): Condition {
  return sqlPerimetre(perimetre, alias, 'visible');
}
