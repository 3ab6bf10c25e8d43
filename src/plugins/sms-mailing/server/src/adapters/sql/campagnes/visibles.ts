import type { Perimetre } from '../../../../../core/perimetre';
import type { Condition } from '../destinataires/perimetre';
import { sqlPerimetre } from '../destinataires/perimetre';

/**
 * The envois (alias `v`) in the périmètre, by the antenne, équipe and référent that each keeps (decision G18): no other
 * is listed, counted or cancelled.
 */
export function sqlEnvoisVisibles(perimetre: Perimetre): Condition {
  return sqlPerimetre(perimetre, 'v');
}
