import type { Knex } from 'knex';
import type { Perimetre } from '../../../../../core/perimetre';
import type { TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import type { ComptesModele } from '../../../services/ports/campagnes';
import { SQL_HISTORIQUE } from '../archives/historique';
import { sqlGroupes, sqlUsages } from '../bilans/bilans';
import { COMPTES, listOf, sqlComptes, sqlSommes, sqlTotal } from '../bilans/groupe';
import { query } from '../query';
import { sqlEnvoisVisibles } from './visibles';

const FICHE_TEST = (v: string): string =>
  `(${v}.type_destinataire = 'entrepreneur' AND ${v}.destinataire_id IN (SELECT t.id FROM entrepreneurs t WHERE t.fiche_test))`;

/** Lines of the fiches test, by campagne: a few persons, found one by one. */
const sqlTests = (visibles: string): string => `
  SELECT v.modele_id, coalesce(v.campagne_id, 0) AS campagne_id, ${sqlComptes('v')}
    FROM entrepreneurs t
    JOIN ${SQL_HISTORIQUE} v ON v.type_destinataire = 'entrepreneur' AND v.destinataire_id = t.id
   WHERE t.fiche_test AND v.modalite = 'campagne' AND v.type_contact = :typeContact
     AND :typeDestinataire = 'entrepreneur' AND ${visibles}
   GROUP BY 1, 2`;

/** Of the campagnes of `tests`, those that nobody else has received: the first line found says no. */
const sqlVides = (visibles: string): string => `
  SELECT t.modele_id, t.campagne_id FROM tests t
    LEFT JOIN LATERAL (
      SELECT 1 AS autre FROM ${SQL_HISTORIQUE} v
       WHERE v.campagne_id = t.campagne_id AND v.modele_id = t.modele_id AND v.modalite = 'campagne'
         AND v.type_contact = :typeContact AND v.type_destinataire = :typeDestinataire AND ${visibles}
         AND NOT ${FICHE_TEST('v')} LIMIT 1) a ON true
   WHERE t.campagne_id > 0 AND a.autre IS NULL`;

const DE_LA_LISTE = `(g.modalite = 'campagne' AND g.type_contact = :typeContact AND g.type_destinataire = :typeDestinataire)`;

/**
 * Guide §7.b: « campagnes associées, envois programmés, envois effectués », for the list of modeles. Fiches
 * test stay out of statistics (decision F13).
 */
export async function countByModele(
  knex: Knex,
  quoi: { typeContact: TypeContact; typeDestinataire: TypeDestinataire },
  perimetre: Perimetre
): Promise<ComptesModele[]> {
  const visibles = sqlEnvoisVisibles(perimetre);
  const retires = COMPTES.map((nom) => `-t.${nom}`).join(', ');
  return query<ComptesModele>(
    knex,
    `WITH ${sqlUsages(perimetre, DE_LA_LISTE).sql}, ${sqlGroupes(perimetre, `(${DE_LA_LISTE} AND g.campagne_id > 0)`)},
          tests AS MATERIALIZED (${sqlTests(visibles.sql)}),
          sommes AS (
            SELECT p.modele_id, ${sqlSommes('p')}
              FROM (SELECT u.modele_id, ${listOf('u', COMPTES)} FROM usages u
                     UNION ALL
                    SELECT t.modele_id, ${retires} FROM tests t) p
             GROUP BY 1),
          campagnes AS (
            SELECT q.modele_id, count(*)::int AS campagnes
              FROM (SELECT g.modele_id, g.campagne_id FROM groupes g WHERE g.campagne_id > 0
                    EXCEPT SELECT w.modele_id, w.campagne_id FROM (${sqlVides(visibles.sql)}) w) q
             GROUP BY 1)
     SELECT m.document_id AS "modeleDocumentId", coalesce(c.campagnes, 0) AS campagnes, s.programmes, s.envoyes AS effectues
       FROM sommes s JOIN sms_modeles m ON m.id = s.modele_id LEFT JOIN campagnes c ON c.modele_id = s.modele_id
      WHERE ${sqlTotal('s')} > 0`,
    { ...visibles.params, ...quoi }
  );
}
