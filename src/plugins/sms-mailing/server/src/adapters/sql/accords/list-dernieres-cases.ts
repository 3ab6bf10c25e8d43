import type { Knex } from 'knex';
import type { CaseAccord, RefusDit } from '../../../../../core/accord';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { PERSONNES, sqlFiches } from '../destinataires/fiches';
import { query } from '../query';

/** Of the person really written to: the last tick of one of these boxes. */
const sqlDernieres = (type: TypeDestinataire): string => `
  SELECT d.document_id AS "documentId", a.quoi, a.valeur, a.auteur, a.ecran,
         to_char(a.survenu_le, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "survenuLe"
    FROM (${sqlFiches(type)}) d
    CROSS JOIN LATERAL (
      SELECT t.* FROM sms_accords t
       WHERE t.personne_type = '${PERSONNES[type]}' AND t.personne_id = d.contact_id AND t.quoi = ANY(:cases::text[])
       ORDER BY t.id DESC LIMIT 1) a
   WHERE d.document_id = ANY(:documentIds::text[])`;

export type DerniereCase = RefusDit & { documentId: string; quoi: CaseAccord };

export function listDernieresCases(
  knex: Knex,
  type: TypeDestinataire,
  documentIds: readonly string[],
  cases: readonly CaseAccord[]
): Promise<DerniereCase[]> {
  return query(knex, sqlDernieres(type), { documentIds: [...documentIds], cases: [...cases] });
}
