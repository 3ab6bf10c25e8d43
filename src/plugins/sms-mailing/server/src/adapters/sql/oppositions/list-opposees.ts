import type { Knex } from 'knex';
import type { OppositionDite, Portee } from '../../../../../core/api/oppositions';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { PERSONNES, sqlFiches } from '../destinataires/fiches';
import { query } from '../query';
import { SQL_PORTEURS } from './porteurs';

/** Hers, and those of the addresses that she bears: two look-ups, each with its index. */
const sqlOpposees = (type: TypeDestinataire): string => `
  SELECT d.document_id AS "documentId", o.source, to_char(o.survenue_le, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "survenueLe"
    FROM (${sqlFiches(type)}) d
    CROSS JOIN LATERAL (
      SELECT t.source, t.survenue_le FROM (
        SELECT x.id, x.source, x.survenue_le, x.portee FROM sms_oppositions x
         WHERE x.personne_type = '${PERSONNES[type]}' AND x.personne_id = d.contact_id
         UNION ALL
        SELECT x.id, x.source, x.survenue_le, x.portee
          FROM (${SQL_PORTEURS}) p JOIN sms_oppositions x ON x.empreinte = p.empreinte
         WHERE p.type = '${PERSONNES[type]}' AND p.id = d.contact_id) t
       WHERE t.portee = ANY(:portees::text[])
       ORDER BY t.survenue_le, t.id LIMIT 1) o
   WHERE d.document_id = ANY(:documentIds::text[])`;

/** Decision G1, beside who is left out by it: since when, and how it was said. */
export function listOpposees(
  knex: Knex,
  type: TypeDestinataire,
  documentIds: readonly string[],
  portees: readonly Portee[]
): Promise<(OppositionDite & { documentId: string })[]> {
  return documentIds.length === 0
    ? Promise.resolve([])
    : query(knex, sqlOpposees(type), {
        ...{ documentIds: [...documentIds], portees: [...portees] },
      });
}
