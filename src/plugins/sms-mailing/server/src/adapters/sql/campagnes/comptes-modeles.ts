import type { Knex } from 'knex';
import type { Perimetre } from '../../../../../core/perimetre';
import type { TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import type { ComptesModele } from '../../../services/ports/campagnes';
import { SQL_HISTORIQUE } from '../archives/historique';
import { sqlBilans } from '../bilans/bilans';
import { COMPTES, listOf, sqlComptes, sqlSommes, sqlTotal } from '../bilans/groupe';
import { query } from '../query';
import { sqlEnvoisVisibles } from './visibles';

/** Lines of the fiches test, by campagne: a few persons, found one by one. */
const sqlTests = (visibles: string): string => `
  SELECT v.modele_id, coalesce(v.campagne_id, 0) AS campagne_id, ${sqlComptes('v')}
    FROM entrepreneurs t
    JOIN ${SQL_HISTORIQUE} v ON v.type_destinataire = 'entrepreneur' AND v.destinataire_id = t.id
   WHERE t.fiche_test AND v.modalite = 'campagne' AND v.type_contact = :typeContact
     AND :typeDestinataire = 'entrepreneur' AND ${visibles}
   GROUP BY 1, 2`;

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
  const deLaListe = `(g.modalite = 'campagne' AND g.type_contact = :typeContact AND g.type_destinataire = :typeDestinataire)`;
  const retires = COMPTES.map((nom) => `-t.${nom}`).join(', ');
  return query<ComptesModele>(
    knex,
    `WITH ${sqlBilans(perimetre, deLaListe).sql},
          parts AS (
            SELECT b.modele_id, b.campagne_id, ${listOf('b', COMPTES)} FROM bilans b
             UNION ALL
            SELECT t.modele_id, t.campagne_id, ${retires} FROM (${sqlTests(visibles.sql)}) t),
          sommes AS (
            SELECT p.modele_id, p.campagne_id, ${sqlSommes('p')} FROM parts p GROUP BY 1, 2)
     SELECT m.document_id AS "modeleDocumentId", count(*) FILTER (WHERE s.campagne_id > 0)::int AS campagnes,
            sum(s.programmes)::int AS programmes, sum(s.envoyes)::int AS effectues
       FROM sommes s JOIN sms_modeles m ON m.id = s.modele_id
      WHERE ${sqlTotal('s')} > 0
      GROUP BY m.document_id`,
    { ...visibles.params, ...quoi }
  );
}
