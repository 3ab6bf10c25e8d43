import type { Knex } from 'knex';
import type { LigneDestinataire, ListeDestinataires } from '../../../../../core/api/campagnes';
import type { TriDestinataires } from '../../../../../core/campagne';
import type { MotifExclusion } from '../../../../../core/motif';
import type { StatutEnvoi, TypeDestinataire } from '../../../../../core/vocabulaire';
import type { PageDestinataires } from '../../../services/ports/campagnes';
import { CONDITIONS_ONGLET, sqlCampagne } from '../cibles/campagne';
import { sqlCibles } from '../cibles/candidats';
import type { PartDe } from '../cibles/part';
import { sqlDestinataires } from '../destinataires/destination';
import { TABLES_CONTACT } from '../destinataires/fiches';
import { sqlStatut } from '../envois/file';
import { runLarge } from '../large-query';
import { query } from '../query';
import { SQL_REFERENT, sqlTelephonePrincipal } from '../repertoire/colonnes';

const SITUATION = `
  (SELECT max(s.date) FROM situations_entrepreneur_lnk sl JOIN situations s ON s.id = sl.situation_id
    WHERE sl.entrepreneur_id = d.id)`;

const ANTENNE = `(SELECT a.nom FROM antennes a WHERE a.id = d.antenne_id)`;

function sqlFonction(type: TypeDestinataire): string {
  return type === 'entrepreneur'
    ? 'NULL'
    : `(SELECT c.fonction FROM ${TABLES_CONTACT[type]} c WHERE c.id = d.contact_id)`;
}

/** The address of reference first. */
function sqlVille(type: TypeDestinataire): string {
  const table = type === 'entrepreneur' ? 'entrepreneurs' : 'entreprises_partenaires';
  return type === 'contact_individuel'
    ? 'NULL'
    : `(SELECT c.ville FROM ${table}_cmps x JOIN components_coordonnees_adresses c ON c.id = x.cmp_id
         WHERE x.entity_id = d.id AND x.field = 'adresses'
         ORDER BY coalesce(c.reference, false) DESC, x."order", c.id LIMIT 1)`;
}

function sqlDateSituation(type: TypeDestinataire): string {
  return type === 'entrepreneur' ? SITUATION : 'NULL::date';
}

function sqlOrdre(tri: TriDestinataires, type: TypeDestinataire): string {
  const colonnes: Readonly<Record<TriDestinataires['cle'], string>> = {
    nom: 'lower(d.nom)',
    prenom: 'lower(d.prenom)',
    civilite: 'd.civilite',
    referent: SQL_REFERENT,
    date_situation: sqlDateSituation(type),
  };
  const sens = tri.sens === 'asc' ? 'ASC' : 'DESC';
  return `${colonnes[tri.cle]} ${sens} NULLS LAST, lower(d.nom), lower(d.prenom), d.id`;
}

interface Ligne {
  total: number;
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
}

/** The page is chosen on the fiches alone; only its lines cost an address, a number, a référent. */
function sqlRecherchePage(
  part: PartDe<'campagne'>,
  page: PageDestinataires,
  cibles: string
): string {
  const { cible, modele, promotionSansConsentement } = part;
  const type = cible.filtres.typeDestinataire;
  const { typeContact, but } = modele;
  const destinataires = sqlDestinataires({
    ...{ typeDestinataire: type, typeContact, but },
    promotionSansConsentement,
  });
  return `
  WITH cibles AS MATERIALIZED (
         SELECT d.id, d.nom, d.prenom, d.civilite, d.referent_id, t.envoi_id
           ${cibles} AND ${CONDITIONS_ONGLET[page.onglet]}),
       page AS MATERIALIZED (
         SELECT d.id, d.envoi_id, row_number() OVER () AS rang
           FROM (SELECT d.id, d.envoi_id FROM cibles d
                  ORDER BY ${sqlOrdre(page.tri, type)} LIMIT :limite::int OFFSET :saut::int) d)
  SELECT n.total, d.id, d.document_id, d.civilite, d.nom, d.prenom, d.raison_sociale, d.adresse, d.motif,
         ${sqlTelephonePrincipal(type)} AS telephone, ${SQL_REFERENT} AS referent,
         ${sqlFonction(type)} AS fonction, ${ANTENNE} AS antenne, ${sqlVille(type)} AS ville,
         to_char(${sqlDateSituation(type)}, 'YYYY-MM-DD') AS date_situation, d.fiche_test,
         v.id AS envoi_id, ${sqlStatut('v')} AS envoi_statut, v.motif AS envoi_motif, v.prevu_le AS envoi_prevu_le,
         (SELECT max(u.envoye_le) FROM sms_envois u
           WHERE u.type_destinataire = :typeDestinataire AND u.destinataire_id = d.id
             AND u.modele_id = :modeleId::int AND u.statut IN ('envoye', 'remis')) AS dernier_envoi_le,
         (SELECT count(*)::int FROM sms_envois u
           WHERE u.type_destinataire = :typeDestinataire AND u.destinataire_id = d.id
             AND u.statut = 'programme' AND u.prevu_le = :depart::timestamp
             AND u.id IS DISTINCT FROM p.envoi_id) AS meme_soir
    FROM (SELECT count(*)::int AS total FROM cibles) n
    LEFT JOIN (page p JOIN LATERAL (
           SELECT * FROM (${destinataires}) q WHERE q.id = p.id) d ON true)
      ON true
    LEFT JOIN sms_envois v ON v.id = p.envoi_id
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
  };
}

/** Guide §7.b: one page of an onglet, and how many it holds in all (decision C8: no limit of 1000). */
export async function searchDestinataires(
  knex: Knex,
  part: PartDe<'campagne'>,
  page: PageDestinataires
): Promise<ListeDestinataires> {
  const { sql, params } = sqlCibles(sqlCampagne(part), part);
  const lignes = await runLarge(knex, (trx) =>
    query<Ligne>(trx, sqlRecherchePage(part, page, sql), {
      ...params,
      limite: page.pageSize,
      saut: (page.page - 1) * page.pageSize,
    })
  );
  const presentes = lignes.filter((ligne): ligne is Ligne & { id: number } => ligne.id !== null);
  return { total: lignes[0]?.total ?? 0, lignes: presentes.map(toLigne) };
}
