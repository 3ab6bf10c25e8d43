import type { Perimetre } from '../../../../../core/perimetre';
import { sqlPerimetre, sqlPlacees, sqlUnePlace, type Condition } from '../destinataires/perimetre';

/**
 * The envois (alias `v`, or rows added up by the same three columns) that lists and counts of campagnes show: by where their destinataire was placed when they
 * were written (decision G18). No other is listed, counted or cancelled.
 */
export function sqlEnvoisVisibles(perimetre: Perimetre, alias = 'v'): Condition {
  return sqlPerimetre(perimetre, alias, 'visible');
}

/** The same of rows of a table that its places index, as a WHERE alone. */
export function sqlSommesVisibles(perimetre: Perimetre, alias: string): Condition {
  return sqlPlacees(perimetre, alias, 'visible');
}

/** Groups of envois, kept with the places of their lines: those of which `sqlEnvoisVisibles` shows one. */
export function sqlGroupesVisibles(perimetre: Perimetre, alias: string): Condition {
  return sqlUnePlace(perimetre, alias, 'visible');
}
