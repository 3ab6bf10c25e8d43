import type { Perimetre } from '../../../../../core/perimetre';
import { typeDestinataireSchema } from '../../../../../core/vocabulaire';
import { sqlFiches } from '../destinataires/fiches';
import type { Condition } from '../destinataires/perimetre';
import { sqlPerimetre } from '../destinataires/perimetre';

/** The envois (alias `v`) whose destinataire is in the périmètre: no other is listed, counted or cancelled. */
export function sqlEnvoisVisibles(perimetre: Perimetre): Condition {
  const { sql, params } = sqlPerimetre(perimetre);
  if (perimetre.genre === 'tout') {
    return { sql, params };
  }
  const parType = typeDestinataireSchema.options.map(
    (type) => `(v.type_destinataire = '${type}'
       AND v.destinataire_id IN (SELECT d.id FROM (${sqlFiches(type)}) d WHERE ${sql}))`
  );
  return { sql: `(${parType.join(' OR ')})`, params };
}
