import type { Knex } from 'knex';
import type { DemandeActes, LigneActe, PageActes } from '../../../../../core/api/journal';
import { foldRecherche } from '../../../../../core/pliage';
import { listMots } from '../../../../../core/recherche';
import { allOf, toMotif } from '../cibles/conditions';
import { sqlPlie } from '../cibles/pliage';
import type { Condition } from '../destinataires/perimetre';
import { query } from '../query';

/** The fiches of whom an act may be: type, name, and what finds them. */
const PERSONNES = [
  ['entrepreneur', 'entrepreneurs'],
  ['contact_individuel', 'contacts_individuels'],
  ['contact_partenaire', 'contacts_partenaires'],
] as const;

const FICHES = PERSONNES.map(
  ([type, table]) => `SELECT '${type}' AS type, id, document_id, libelle, recherche FROM ${table}`
).join(' UNION ALL ');

function sqlMots(texte: string): Condition[] {
  return listMots(texte).map((mot, rang) => ({
    sql: `(a.recherche LIKE :mot${String(rang)} OR (a.personne_type, a.personne_id) IN (
            SELECT f.type, f.id FROM (${FICHES}) f WHERE f.recherche LIKE :mot${String(rang)}))`,
    params: { [`mot${String(rang)}`]: toMotif(mot) },
  }));
}

const debutDe = (jour: string): string =>
  `${jour}::timestamp AT TIME ZONE :zone AT TIME ZONE 'UTC'`;

type Filtres = Omit<DemandeActes, 'page' | 'pageSize'>;

function listConditions({ recherche, auteur, genre, du, au }: Filtres): Condition[] {
  return [
    ...sqlMots(recherche),
    ...(auteur === ''
      ? []
      : [
          {
            sql: `${sqlPlie('a.auteur')} LIKE :auteur`,
            params: { auteur: toMotif(foldRecherche(auteur)) },
          },
        ]),
    ...(genre === undefined ? [] : [{ sql: 'a.genre = :genre', params: { genre } }]),
    ...(du === undefined
      ? []
      : [{ sql: `a.survenu_le >= ${debutDe(':du::date')}`, params: { du } }]),
    ...(au === undefined
      ? []
      : [{ sql: `a.survenu_le < ${debutDe('(:au::date + 1)')}`, params: { au } }]),
  ];
}

const LIGNES = (condition: string): string => `
  SELECT a.id::text, a.survenu_le AS "survenuLe", a.auteur, a.genre, a.phrase,
         CASE WHEN a.personne_id IS NOT NULL
              THEN coalesce(f.libelle, 'fiche supprimée, n° ' || a.personne_id) END AS personne,
         CASE WHEN f.type IN ('entrepreneur', 'contact_individuel') THEN f.type END AS "personneType",
         f.document_id AS "personneDocumentId"
    FROM (SELECT * FROM sms_actes a WHERE ${condition} ORDER BY a.id DESC LIMIT :limite::int OFFSET :saut::int) a
    LEFT JOIN LATERAL (SELECT * FROM (${FICHES}) f WHERE f.type = a.personne_type AND f.id = a.personne_id) f ON true
   ORDER BY a.id::bigint DESC`;

export interface ActeStore {
  list(demande: DemandeActes): Promise<PageActes>;
  /** All that the filters keep, the latest first, up to `limite`. */
  listTout(filtres: Filtres, limite: number): Promise<LigneActe[]>;
}

export function createActes(knex: Knex, zone: string): ActeStore {
  async function read(filtres: Filtres, page: { limite: number; saut: number }) {
    const { sql, params } = allOf(listConditions(filtres));
    return query<LigneActe>(knex, LIGNES(sql), { zone, ...params, ...page });
  }
  return {
    async list({ page, pageSize, ...filtres }) {
      const { sql, params } = allOf(listConditions(filtres));
      const [compte] = await query<{ total: number }>(
        knex,
        `SELECT count(*)::int AS total FROM sms_actes a WHERE ${sql}`,
        { zone, ...params }
      );
      const lignes = await read(filtres, { limite: pageSize, saut: (page - 1) * pageSize });
      return { total: compte?.total ?? 0, lignes };
    },
    listTout: (filtres, limite) => read(filtres, { limite, saut: 0 }),
  };
}
