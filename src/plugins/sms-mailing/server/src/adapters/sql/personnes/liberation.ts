import type { Knex } from 'knex';
import type { FicheNommee, TypeNomme } from '../../../../../core/api/oppositions';
import { SQL_HISTORIQUE } from '../archives/historique';
import { forgetAccords } from '../accords/accords';
import { execute, query } from '../query';

const DE_LA_FICHE = `
  e.type_destinataire = :type AND e.destinataire_id = ANY(:ids::int[])`;

/** A line of before its contact was kept names her when it reached one of her addresses. */
const DU_CONTACT = `
  e.type_destinataire = 'entreprise_partenaire'
  AND (e.contact_id = ANY(:ids::int[])
       OR (e.contact_id IS NULL AND EXISTS (
             SELECT 1 FROM contacts_partenaires_entreprise_lnk l
               JOIN contacts_partenaires c ON c.id = l.contact_partenaire_id
               LEFT JOIN contacts_partenaires_cmps x ON x.entity_id = c.id AND x.field = 'telephones'
               LEFT JOIN components_coordonnees_telephones t ON t.id = x.cmp_id
              WHERE l.entreprise_partenaire_id = e.destinataire_id AND c.id = ANY(:ids::int[])
                AND lower(e.adresse) IN (lower(c.courriel_pro), t.numero_e164))))`;

const NOMMEE = (condition: string): string => `
  SELECT coalesce(min(e.nom), '') AS nom, count(*)::int AS envois FROM ${SQL_HISTORIQUE} e
   WHERE ${condition} AND (e.nom IS NOT NULL OR e.adresse IS NOT NULL)
   GROUP BY e.destinataire_id, e.contact_id ORDER BY envois DESC LIMIT 1`;

/** What an address opposed by itself already says is not kept twice. */
const OUBLIE_DOUBLES = `
  DELETE FROM sms_oppositions o
   WHERE o.personne_type = :type AND o.personne_id = ANY(:ids::int[])
     AND (o.empreinte IS NULL OR EXISTS (
           SELECT 1 FROM sms_oppositions n
            WHERE n.empreinte = o.empreinte AND n.portee = o.portee
              AND (n.personne_type IS NULL
                   OR (n.personne_type = :type AND n.personne_id = ANY(:ids::int[]) AND n.id < o.id))))`;

const OUBLIE = (table: string): string => `
  UPDATE ${table} SET personne_type = NULL, personne_id = NULL${table.endsWith('journal') ? ', preuve = NULL' : ''}
   WHERE personne_type = :type AND personne_id = ANY(:ids::int[])`;

/** Null: nothing names them any more, and their oppositions are now those of their addresses alone. */
export async function releaseFiches(
  trx: Knex,
  type: TypeNomme,
  ids: readonly number[]
): Promise<FicheNommee | null> {
  const params = { type, ids: [...ids] };
  const condition = type === 'contact_partenaire' ? DU_CONTACT : DE_LA_FICHE;
  const [nommee] = await query<FicheNommee>(trx, NOMMEE(condition), params);
  if (nommee !== undefined) {
    return nommee;
  }
  for (const sql of [
    OUBLIE_DOUBLES,
    OUBLIE('sms_oppositions'),
    OUBLIE('sms_oppositions_journal'),
  ]) {
    await execute(trx, sql, params);
  }
  await forgetAccords(trx, type, ids);
  return null;
}
