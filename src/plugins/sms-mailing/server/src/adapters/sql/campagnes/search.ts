import type { Knex } from 'knex';
import type { LigneDestinataire, ListeDestinataires } from '../../../../../core/api/campagnes';
import type { TriDestinataires } from '../../../../../core/campagne';
import type { MotifExclusion } from '../../../../../core/motif';
import type { StatutEnvoi, TypeDestinataire } from '../../../../../core/vocabulaire';
import type { PageDestinataires } from '../../../services/ports/campagnes';
import { SQL_HISTORIQUE } from '../archives/historique';
import { COMPTE_TENUS, CONDITIONS_ONGLET, sqlCampagne } from '../cibles/campagne';
import { sqlCibles } from '../cibles/candidats';
import type { PartDe } from '../cibles/part';
import { sqlDestinataires } from '../destinataires/destination';
import { sqlStatut } from '../envois/file';
import { runLarge } from '../large-query';
import { fromJson } from '../modeles/modeles';
import { query, type Params } from '../query';
import {
  SQL_ANTENNE,
  SQL_REFERENT,
  sqlPageTriee,
  sqlTelephonePrincipal,
  TRI_REFERENT,
  type Tri,
} from '../repertoire/colonnes';
import { sqlDateSituation, sqlFonction, sqlMemeAdresse, sqlVille } from './colonnes-destinataires';

/** `apres`: a CTE over the ids of `cibles`. */
interface TriDeCibles extends Tri {
  apres?: string;
}

/** Latest situations, of those found only. */
const SITUATIONS = `,
       situees AS (
         SELECT sl.entrepreneur_id, max(s.date) AS le
           FROM situations_entrepreneur_lnk sl JOIN situations s ON s.id = sl.situation_id
          WHERE sl.entrepreneur_id IN (SELECT c.id FROM cibles c) GROUP BY 1)`;

function triOf(cle: TriDestinataires['cle'], type: TypeDestinataire): TriDeCibles {
  switch (cle) {
    case 'nom':
      return { colonne: 'lower(d.nom)' };
    case 'prenom':
      return { colonne: 'lower(d.prenom)' };
    case 'civilite':
      return { colonne: 'd.civilite' };
    case 'referent':
      return TRI_REFERENT;
    case 'date_situation':
      return type === 'entrepreneur'
        ? {
            colonne: 's.le',
            jointure: 'LEFT JOIN situees s ON s.entrepreneur_id = d.id',
            apres: SITUATIONS,
          }
        : { colonne: 'NULL::date' };
  }
}

const ordreOf = ({ tri }: PageDestinataires): Parameters<typeof sqlPageTriee>[2] => ({
  sens: tri.sens === 'asc' ? 'ASC' : 'DESC',
  noms: 'lower(d.nom), lower(d.prenom), d.id',
  colonnes: 'd.id, d.envoi_id',
});

/** Of what is found, what its order needs: a link that nothing reads is not joined. */
const colonnesOf = ({ tri }: PageDestinataires): string =>
  `d.id, d.nom, d.prenom, d.civilite${tri.cle === 'referent' ? ', d.referent_id' : ''}`;

interface Ligne {
  total: number | null;
  id: number | null;
  document_id: string;
  civilite: string | null;
  nom: string | null;
  prenom: string | null;
  raison_sociale: string | null;
  adresse: string | null;
  motif: MotifExclusion | null;
  telephone: string | null;
  fonction: string | null;
  antenne: string | null;
  ville: string | null;
  referent: string | null;
  date_situation: string | null;
  fiche_test: boolean;
  envoi_id: number | null;
  envoi_statut: StatutEnvoi;
  envoi_motif: string | null;
  envoi_prevu_le: Date;
  dernier_envoi_le: Date | null;
  meme_soir: number;
  meme_adresse: number;
}

/**
 * The page is chosen on the fiches alone; only its lines cost an address, a number, a référent. `deuxTemps`: the lines
 * alone, in the order of an index, without reading all that is found.
 */
function sqlRecherchePage(
  part: PartDe<'campagne'>,
  page: PageDestinataires,
  { cibles, deuxTemps }: { cibles: string; deuxTemps: boolean }
): string {
  const { cible, modele, promotionSansConsentement } = part;
  const type = cible.filtres.typeDestinataire;
  const { typeContact, but } = modele;
  const tri = triOf(page.tri.cle, type);
  const destinataires = sqlDestinataires({
    ...{ typeDestinataire: type, typeContact, but },
    promotionSansConsentement,
  });
  return `
  WITH cibles AS ${deuxTemps ? 'NOT MATERIALIZED' : 'MATERIALIZED'} (
         SELECT ${colonnesOf(page)}, t.envoi_id
           ${cibles} AND ${CONDITIONS_ONGLET[page.onglet]})${tri.apres ?? ''},
       page AS MATERIALIZED (
         SELECT d.id, d.envoi_id, row_number() OVER () AS rang
           FROM (${sqlPageTriee('cibles', tri, ordreOf(page))}) d)
  SELECT n.total, d.id, d.document_id, d.civilite, d.nom, d.prenom, d.raison_sociale, d.adresse, d.motif,
         ${sqlTelephonePrincipal(type)} AS telephone, ${SQL_REFERENT} AS referent,
         ${sqlFonction(type)} AS fonction, ${SQL_ANTENNE} AS antenne, ${sqlVille(type)} AS ville,
         to_char(${sqlDateSituation(type)}, 'YYYY-MM-DD') AS date_situation, d.fiche_test,
         v.id AS envoi_id, ${sqlStatut('v')} AS envoi_statut, v.motif AS envoi_motif, v.prevu_le AS envoi_prevu_le,
         (SELECT max(u.envoye_le) FROM ${SQL_HISTORIQUE} u
           WHERE u.type_destinataire = :typeDestinataire AND u.destinataire_id = d.id
             AND u.modele_id = :modeleId::int AND u.statut IN ('envoye', 'remis')) AS dernier_envoi_le,
         (SELECT count(*)::int FROM sms_envois u
           WHERE u.type_destinataire = :typeDestinataire AND u.destinataire_id = d.id
             AND u.statut = 'programme' AND u.prevu_le = :depart::timestamp
             AND u.id IS DISTINCT FROM p.envoi_id) AS meme_soir,
         ${sqlMemeAdresse(type, typeContact)} AS meme_adresse
    FROM (SELECT ${deuxTemps ? 'NULL::int AS total' : 'count(*)::int AS total FROM cibles'}) n
    LEFT JOIN (page p JOIN LATERAL (
           SELECT * FROM (${destinataires}) q WHERE q.id = p.id) d ON true)
      ON true
    LEFT JOIN ${SQL_HISTORIQUE} v ON v.id = p.envoi_id
    LEFT JOIN sms_file f ON f.envoi_id = v.id
   ORDER BY p.rang`;
}

function toLigne(ligne: Ligne & { id: number }): LigneDestinataire {
  return {
    id: ligne.id,
    documentId: ligne.document_id,
    civilite: ligne.civilite,
    nom: ligne.nom ?? '',
    prenom: ligne.prenom,
    raisonSociale: ligne.raison_sociale,
    adresse: ligne.adresse,
    motif: ligne.motif,
    opposition: null,
    refus: null,
    telephone: ligne.telephone,
    fonction: ligne.fonction,
    antenne: ligne.antenne,
    ville: ligne.ville,
    referent: ligne.referent,
    dateSituation: ligne.date_situation,
    ficheTest: ligne.fiche_test,
    envoi:
      ligne.envoi_id === null
        ? null
        : {
            id: ligne.envoi_id,
            statut: ligne.envoi_statut,
            motif: ligne.envoi_motif,
            prevuLe: ligne.envoi_prevu_le,
          },
    dernierEnvoiLe: ligne.dernier_envoi_le,
    memeSoir: ligne.meme_soir,
    memeAdresse: ligne.motif === null ? ligne.meme_adresse : 0,
  };
}

/** Beyond it, a list asked for at once says « environ ». */
const EXACT_JUSQUA = 20_000;

async function readPlan(trx: Knex, from: string, params: Params = {}): Promise<number> {
  const explain = `EXPLAIN (FORMAT JSON) SELECT 1 ${from}`;
  const [plan] = await query<{ 'QUERY PLAN': unknown }>(trx, explain, params);
  const [{ Plan: racine }] = fromJson<[{ Plan: { 'Plan Rows': number } }]>(plan?.['QUERY PLAN']);
  return racine['Plan Rows'];
}

/**
 * How many « non faits » PostgreSQL expects, without reading them; a fiche counts once, whatever it guesses of its
 * links. It cannot guess how many are in another onglet: they are counted, no more than the campagne has envois.
 */
async function estimate(trx: Knex, cibles: string, params: Params): Promise<number> {
  const trouves = await readPlan(trx, cibles, params);
  const fiches = await readPlan(trx, 'FROM entrepreneurs');
  const [compte] = await query<{ tenus: number }>(trx, COMPTE_TENUS, params);
  return Math.max(0, Math.min(trouves, fiches) - (compte?.tenus ?? 0));
}

/** The onglet of everybody: nothing but the number is read. */
async function countTous(
  trx: Knex,
  cibles: string,
  params: Params,
  onglet: PageDestinataires['onglet']
): Promise<number> {
  const sql = `SELECT count(*)::int AS total ${cibles} AND ${CONDITIONS_ONGLET[onglet]}`;
  const [compte] = await query<{ total: number }>(trx, sql, params);
  return compte?.total ?? 0;
}

/** An index has the fiches in this order (`entrepreneurs_noms_idx`). */
function isOrdonnee({ cible }: PartDe<'campagne'>, { onglet, tri }: PageDestinataires): boolean {
  const parNom = tri.cle === 'nom' && tri.sens === 'asc';
  return cible.filtres.typeDestinataire === 'entrepreneur' && onglet === 'non_faits' && parNom;
}

/**
 * Guide §7.b: one page of an onglet, and how many it holds in all (decision C8: no limit of 1000). Asked for at once, a
 * long list comes with an estimate (`estime`); the exact number is then asked for. Of everybody, it is counted apart
 * from the lines, which an index has in their order.
 */
export async function searchDestinataires(
  knex: Knex,
  part: PartDe<'campagne'>,
  page: PageDestinataires
): Promise<ListeDestinataires> {
  const cible = sqlCampagne(part);
  const { sql: cibles, params } = sqlCibles(cible, part, colonnesOf(page));
  const estime = page.compte === 'estime';
  const toutes = cible.toutes === true && part.perimetre.genre === 'tout';
  return runLarge(knex, async (trx) => {
    const compter = estime ? estimate : toutes ? countTous : null;
    const attendus =
      compter !== null && isOrdonnee(part, page)
        ? await compter(trx, cibles, params, page.onglet)
        : 0;
    const deuxTemps = attendus > EXACT_JUSQUA;
    const lignes = await query<Ligne>(trx, sqlRecherchePage(part, page, { cibles, deuxTemps }), {
      ...params,
      limite: page.pageSize,
      saut: (page.page - 1) * page.pageSize,
    });
    const presentes = lignes.filter((ligne): ligne is Ligne & { id: number } => ligne.id !== null);
    const trouves = presentes.map(toLigne);
    return deuxTemps
      ? { total: attendus, ...(estime ? { estime } : {}), lignes: trouves }
      : { total: lignes[0]?.total ?? 0, lignes: trouves };
  });
}
