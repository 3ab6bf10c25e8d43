import type { Perimetre } from '../../../../../core/perimetre';
import { typeDestinataireSchema } from '../../../../../core/vocabulaire';
import { sqlFiches } from '../destinataires/fiches';
import { sqlPerimetre, type Condition } from '../destinataires/perimetre';

const TYPES = typeDestinataireSchema.options;

/** The envois (`e`) of a fiche that may be opened, or that were within the périmètre when written (decision G18). */
export function sqlVisible(perimetre: Perimetre): Condition {
  if (perimetre.genre === 'tout') {
    return { sql: 'true', params: {} };
  }
  const condition = sqlPerimetre(perimetre);
  const cas = TYPES.map(
    (type) =>
      `(e.type_destinataire = '${type}' AND EXISTS (SELECT 1 FROM (${sqlFiches(type)}) d
          WHERE d.id = e.destinataire_id AND ${condition.sql}))`
  );
  const gardee = sqlPerimetre(perimetre, 'e').sql;
  return { sql: `(${gardee} OR ${cas.join(' OR ')})`, params: condition.params };
}
