import type { Knex } from 'knex';
import type { CoordonneeOpposee, PersonneVisee } from '../../../../../core/api/oppositions';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import type { PersonneStore } from '../../../services/ports/personnes';
import { SQL_EMPREINTE } from '../destinataires/destination';
import { sqlFiches, TABLES_CONTACT } from '../destinataires/fiches';
import { execute, query } from '../query';
import { erasePersonne } from './effacement';
import { ADD_OPPOSITIONS, LIFT_OPPOSITIONS } from './gestes';

const EMAILS = `
  UNION SELECT c.adresse FROM entrepreneurs_cmps x JOIN components_coordonnees_emails c ON c.id = x.cmp_id
         WHERE x.entity_id = d.contact_id AND x.field = 'emails' AND x.component_type = 'coordonnees.email'`;

/** Lower case, as the fingerprint reads them; a number in E.164. */
const sqlCoordonnees = (type: TypeDestinataire): string => `
  WITH d AS (SELECT * FROM (${sqlFiches(type)}) f WHERE f.document_id = :documentId LIMIT 1)
  SELECT DISTINCT lower(btrim(q.adresse)) AS adresse
    FROM d CROSS JOIN LATERAL (
      SELECT d.courriel AS adresse
      ${type === 'entrepreneur' ? EMAILS : ''}
      UNION SELECT c.numero_e164 FROM ${TABLES_CONTACT[type]}_cmps x
              JOIN components_coordonnees_telephones c ON c.id = x.cmp_id
             WHERE x.entity_id = d.contact_id AND x.field = 'telephones'
               AND x.component_type = 'coordonnees.telephone') q
   WHERE btrim(coalesce(q.adresse, '')) <> '' ORDER BY 1`;

async function listCoordonnees(knex: Knex, personne: PersonneVisee): Promise<string[]> {
  const { typeDestinataire, documentId } = personne;
  const lignes = await query<{ adresse: string }>(knex, sqlCoordonnees(typeDestinataire), {
    documentId,
  });
  return lignes.map(({ adresse }) => adresse);
}

const READ = `
  SELECT a.adresse,
         coalesce((SELECT jsonb_agg(jsonb_build_object('portee', o.portee, 'source', o.source,
                     'survenueLe', to_char(o.survenue_le, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY o.portee)
                     FROM sms_oppositions o WHERE o.empreinte = ${SQL_EMPREINTE('a.adresse')}), '[]') AS oppositions,
         coalesce((SELECT jsonb_agg(jsonb_build_object('geste', j.geste, 'portee', j.portee, 'raison', j.raison,
                     'auteur', coalesce(btrim(concat(u.firstname, ' ', u.lastname)), ''),
                     'survenuLe', to_char(j.survenu_le, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY j.id DESC)
                     FROM sms_oppositions_journal j LEFT JOIN admin_users u ON u.id = j.auteur_id
                    WHERE j.empreinte = ${SQL_EMPREINTE('a.adresse')}), '[]') AS journal
    FROM unnest(:adresses::text[]) AS a(adresse)`;

export function createPersonnes(knex: Knex): PersonneStore {
  return {
    listCoordonnees: (personne) => listCoordonnees(knex, personne),

    async readOppositions(adresses): Promise<CoordonneeOpposee[]> {
      const sql = `SELECT to_jsonb(q) AS ligne FROM (${READ}) q ORDER BY q.adresse`;
      const lignes = await query<{ ligne: CoordonneeOpposee | string }>(knex, sql, {
        adresses: [...adresses],
      });
      return lignes.map(({ ligne }) =>
        typeof ligne === 'string' ? (JSON.parse(ligne) as CoordonneeOpposee) : ligne
      );
    },

    oppose: (adresses, { portee, raison, auteurId, now }) =>
      execute(knex, ADD_OPPOSITIONS, {
        adresses: [...adresses],
        source: 'Saisie à la main',
        geste: 'opposition',
        portee,
        raison,
        auteurId,
        now,
      }),

    lift: (adresses, { portee, raison, auteurId, now }) =>
      execute(knex, LIFT_OPPOSITIONS, { adresses: [...adresses], portee, raison, auteurId, now }),

    erase: (personne, adresses, auteurId, now) =>
      knex.transaction((trx) => erasePersonne(trx, { personne, adresses, auteurId, now })),
  };
}
