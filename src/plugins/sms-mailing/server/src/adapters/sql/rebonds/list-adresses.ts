import type { Knex } from 'knex';
import type {
  AdresseACorriger,
  DefautAdresse,
  DemandeAdresses,
  PageAdresses,
} from '../../../../../core/api/adresses';
import type { Perimetre } from '../../../../../core/perimetre';
import { typeDestinataireSchema, type TypeDestinataire } from '../../../../../core/vocabulaire';
import { allOf } from '../cibles/conditions';
import { sqlVient } from '../cibles/occurrence';
import { sqlRecherche } from '../cibles/recherche';
import { sqlFiches, TABLES_CONTACT } from '../destinataires/fiches';
import { sqlPerimetre } from '../destinataires/perimetre';
import { runLarge } from '../large-query';
import { fromJson } from '../modeles/modeles';
import { sqlNomPersonne } from '../noms/affiches';
import { query, renameParams, type Params } from '../query';
import { SQL_REFERENT, sqlTelephonePrincipal } from '../repertoire/colonnes';
import { sqlRefusee, sqlRetour } from './refusee';

const TYPES = typeDestinataireSchema.options;

/** Of an accepted address that cannot be used: what is wrong. */
const sqlDefaut = (etat: string): string => `
  CASE ${etat} WHEN 'valide' THEN 'revenue' WHEN 'fictive' THEN 'fictive' ELSE 'mal_ecrite' END`;

const EMAILS = `
  entrepreneurs_cmps x JOIN components_coordonnees_emails c ON c.id = x.cmp_id
   AND x.field = 'emails' AND x.component_type = 'coordonnees.email' AND btrim(coalesce(c.adresse, '')) <> ''`;

/** What joins a fiche `d` to its addresses, and those that cannot be used. */
interface Source {
  jointure: string;
  /** composant_id, adresse, empreinte, defaut. */
  colonnes: string;
  condition: string;
}

const RIEN = `NULL::int, NULL::varchar, NULL::varchar, 'absente'`;

const ENTREPRENEUR: readonly Source[] = [
  {
    jointure: `JOIN ${EMAILS} ON x.entity_id = d.contact_id`,
    colonnes: `c.id, c.adresse, c.empreinte, ${sqlDefaut('c.etat')}`,
    condition: `c.accepte AND (c.etat IS DISTINCT FROM 'valide' OR ${sqlRefusee('c.empreinte')})`,
  },
  {
    jointure: '',
    colonnes: RIEN,
    condition: `NOT EXISTS (SELECT 1 FROM ${EMAILS} WHERE x.entity_id = d.contact_id)`,
  },
];

const CONTACT: readonly Source[] = [
  {
    jointure: '',
    colonnes: `NULL::int, d.courriel, d.empreinte_courriel, ${sqlDefaut('d.etat_courriel')}`,
    condition: `d.courriel IS NOT NULL AND d.accepte_courriel
            AND (d.etat_courriel IS DISTINCT FROM 'valide' OR ${sqlRefusee('d.empreinte_courriel')})`,
  },
  { jointure: '', colonnes: RIEN, condition: 'd.courriel IS NULL' },
];

function sqlFamille(
  type: TypeDestinataire,
  { recherche, fiche }: Pick<DemandeAdresses, 'recherche' | 'fiche'>,
  perimetre: Perimetre
): { sql: string; params: Params } {
  const { sql: limite, params } = allOf([
    sqlPerimetre(perimetre),
    { sql: 'NOT d.inactif AND d.contact_id IS NOT NULL', params: {} },
    ...sqlRecherche(type, 'mot', recherche),
    ...(fiche === undefined ? [] : [{ sql: 'd.document_id = :fiche', params: { fiche } }]),
  ]);
  const sources = type === 'entrepreneur' ? ENTREPRENEUR : CONTACT;
  const sql = sources
    .map(
      ({ jointure, colonnes, condition }) => `
  SELECT '${type}' AS type, d.id, d.document_id, d.contact_id, d.nom, d.prenom, d.raison_sociale, d.referent_id, ${colonnes}
    FROM (${sqlFiches(type)}) d ${jointure} WHERE ${condition} AND ${limite}`
    )
    .join(' UNION ALL ');
  return renameParams({ sql, params }, `_${type}`);
}

const parType = (sqlOf: (type: TypeDestinataire) => string): string =>
  `CASE d.type ${TYPES.map((type) => `WHEN '${type}' THEN ${sqlOf(type)}`).join(' ')} END`;

const ACTION = `
  (SELECT jsonb_build_object('documentId', a.document_id, 'date', to_char(a.date, 'YYYY-MM-DD'),
                             'heure', to_char(a.heure_debut, 'HH24:MI'), 'objet', coalesce(a.objet, ''))
     FROM participations_entrepreneur_lnk le
     JOIN participations p ON p.id = le.participation_id
     JOIN participations_action_lnk la ON la.participation_id = p.id
     JOIN actions a ON a.id = la.action_id
    WHERE d.type = 'entrepreneur' AND le.entrepreneur_id = d.id AND a.date >= :aujourdhui::date
      AND a.statut IS DISTINCT FROM 'Annulée' AND ${sqlVient('p')}
    ORDER BY a.date, a.heure_debut NULLS LAST, a.id LIMIT 1)`;

const PROGRAMMES = `
  (SELECT count(*)::int FROM sms_envois e
    WHERE e.type_destinataire = d.type AND e.destinataire_id = d.id AND e.statut = 'programme' AND e.type_contact <> 'sms')`;

const RANG = `array_position(ARRAY['revenue', 'mal_ecrite', 'fictive', 'absente'], d.defaut)`;

const sqlPage = (familles: string): string => `
  WITH trouvees (type, id, document_id, contact_id, nom, prenom, raison_sociale, referent_id, composant_id, adresse,
                 empreinte, defaut) AS MATERIALIZED (${familles}),
       page AS MATERIALIZED (
         SELECT d.*, row_number() OVER () AS rang
           FROM (SELECT * FROM trouvees d WHERE :defaut::text IS NULL OR d.defaut = :defaut
                  ORDER BY ${RANG}, lower(d.nom), lower(d.prenom), d.type, d.id, d.composant_id
                  LIMIT :limite::int OFFSET :saut::int) d)
  SELECT (SELECT coalesce(jsonb_object_agg(n.defaut, n.nombre), '{}')
            FROM (SELECT t.defaut, count(*)::int AS nombre FROM trouvees t GROUP BY 1) n) AS comptes,
         (SELECT coalesce(jsonb_agg(to_jsonb(q) ORDER BY q.rang), '[]') FROM (
           SELECT d.rang, d.type AS "typeDestinataire", d.document_id AS "documentId", ${sqlNomPersonne('d')} AS nom,
                  d.raison_sociale AS "raisonSociale", d.composant_id AS "composantId", d.adresse, d.defaut,
                  CASE d.defaut WHEN 'revenue' THEN ${sqlRetour('d.empreinte')} END AS retour, ${SQL_REFERENT} AS referent,
                  ${parType(sqlTelephonePrincipal)} AS telephone, ${ACTION} AS action, ${PROGRAMMES} AS programmes,
                  ${parType((type) => `(SELECT c.document_id FROM ${TABLES_CONTACT[type]} c WHERE c.id = d.contact_id)`)} AS coordonnees
             FROM page d) q) AS lignes`;

interface Demandeur {
  perimetre: Perimetre;
  /** The local day, 'YYYY-MM-DD'. */
  aujourdhui: string;
}

const AUCUN: Readonly<Record<DefautAdresse, number>> = {
  revenue: 0,
  mal_ecrite: 0,
  fictive: 0,
  absente: 0,
};

/** Who cannot be written to by e-mail because of an address, and what is needed to ask for another. */
export async function listAdresses(
  knex: Knex,
  demande: DemandeAdresses,
  { perimetre, aujourdhui }: Demandeur
): Promise<PageAdresses> {
  const familles = TYPES.map((type) => sqlFamille(type, demande, perimetre));
  const params = {
    ...(Object.assign({}, ...familles.map((famille) => famille.params)) as Params),
    aujourdhui,
    defaut: demande.defaut ?? null,
    limite: demande.pageSize,
    saut: (demande.page - 1) * demande.pageSize,
  };
  const [lue] = await runLarge(knex, (trx) =>
    query<{ comptes: unknown; lignes: unknown }>(
      trx,
      sqlPage(familles.map(({ sql }) => sql).join(' UNION ALL ')),
      params
    )
  );
  const comptes = { ...AUCUN, ...fromJson<Partial<typeof AUCUN>>(lue?.comptes ?? {}) };
  const lignes = fromJson<(AdresseACorriger & { rang?: number })[]>(lue?.lignes ?? []);
  const total =
    demande.defaut === undefined
      ? Object.values(comptes).reduce((somme, nombre) => somme + nombre, 0)
      : comptes[demande.defaut];
  return { total, comptes, lignes: lignes.map(({ rang: _rang, ...ligne }) => ligne) };
}
