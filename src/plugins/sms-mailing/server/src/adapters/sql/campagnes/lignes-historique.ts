import type { TriCampagnes } from '../../../../../core/campagne';
import type { Perimetre } from '../../../../../core/perimetre';
import { SQL_TIENT, sqlBilans, sqlUsages } from '../bilans/bilans';
import { COMPTES, listOf, sqlTotal } from '../bilans/groupe';
import { sqlPlie } from '../cibles/pliage';

const COLONNES_TRI: Readonly<Record<TriCampagnes['cle'], string>> = {
  date: 'l.prevu_le',
  modele: 'lower(l.modele_nom)',
  type_destinataire: 'l.type_destinataire',
};

const sensOf = ({ sens }: TriCampagnes): string => (sens === 'asc' ? 'ASC' : 'DESC');

export const sqlOrdre = (tri: TriCampagnes): string =>
  `${COLONNES_TRI[tri.cle]} ${sensOf(tri)} NULLS LAST, l.prevu_le DESC, l.modele_id, l.campagne_id`;

const FICHE = `'fiche_entrepreneur'`;
const AUCUN = COMPTES.map((nom) => `NULL::int AS ${nom}`).join(', ');

const CAMPAGNES = `
  SELECT 'campagne' AS origine, c.id AS campagne_id, c.modele_id, c.type_contact, c.type_destinataire, c.prevu_le, ${AUCUN}
    FROM sms_campagnes c`;

/** Guide §7.c « En attente »: what the fiches Entrepreneur ask of one modele for one evening is one line, its bilan with it. */
const fichesDe = (b: string): string => `
  SELECT ${FICHE} AS origine, NULL::int AS campagne_id, ${b}.modele_id, ${b}.type_contact, ${b}.type_destinataire,
         ${b}.periode AS prevu_le, ${listOf(b, COMPTES)}`;

const MODELES = `
  modeles AS MATERIALIZED (
    SELECT m.id, m.document_id, m.nom, ${sqlPlie(`coalesce(m.nom, '')`)} LIKE :motif AS trouve FROM sms_modeles m)`;

/** Of a line, or of what is kept of a modèle, `l` beside its modèle `m`. */
const CHERCHE = `
  (:typeContact::text IS NULL OR l.type_contact = :typeContact)
  AND (:typeDestinataire::text IS NULL OR l.type_destinataire = :typeDestinataire)
  AND (:modeleDocumentId::text IS NULL OR m.document_id = :modeleDocumentId) AND coalesce(m.trouve, '' LIKE :motif)`;

const sqlTrouvees = (lignes: string): string => `
  SELECT l.*, m.nom AS modele_nom FROM (${lignes}) l LEFT JOIN modeles m ON m.id = l.modele_id WHERE ${CHERCHE}`;

/** Enough of each modèle for the page asked for, whatever it is sorted by: within a modèle, dates alone decide. */
const sqlDernieres = (tri: TriCampagnes): string => `
  SELECT b.* FROM (SELECT DISTINCT u.modele_id, u.type_contact, u.type_destinataire FROM sms_usages u WHERE u.modalite = ${FICHE}) u
   CROSS JOIN LATERAL (
     ${fichesDe('b')} FROM sms_bilans b
      WHERE b.modalite = ${FICHE} AND b.modele_id = u.modele_id AND b.type_contact = u.type_contact
        AND b.type_destinataire = u.type_destinataire AND ${sqlTotal('b')} > 0 AND ${SQL_TIENT}
      ORDER BY b.periode ${tri.cle === 'date' ? sensOf(tri) : 'DESC'} LIMIT :limite::int + :saut::int) b`;

const ORIGINES = `(g.campagne_id > 0 OR g.modalite = ${FICHE})`;

/** All the campagnes, and of the evenings of the fiches as many as the page may need; how many there are is kept. */
function sqlTout(tri: TriCampagnes): { sql: string; total: string } {
  const fiches = `g.modalite = ${FICHE}`;
  return {
    sql: `${sqlBilans({ genre: 'tout' }, ORIGINES).sql},
       ${MODELES},
       campagnes AS MATERIALIZED (${sqlTrouvees(CAMPAGNES)}),
       lignes AS (
         SELECT * FROM campagnes
          UNION ALL
         ${sqlTrouvees(`${fichesDe('v')} FROM vifs v WHERE v.modalite = ${FICHE}`)}
          UNION ALL
         ${sqlTrouvees(sqlDernieres(tri))})`,
    total: `(SELECT count(*)::int FROM campagnes) + (
      WITH ${sqlUsages(fiches)}
      SELECT coalesce(sum(l.groupes), 0)::int FROM usages l LEFT JOIN modeles m ON m.id = l.modele_id WHERE ${CHERCHE})`,
  };
}

/** What somebody of the périmètre has received, or is to. */
function sqlVisibles(perimetre: Perimetre): { sql: string; total: string } {
  const visibles = `
    ${CAMPAGNES} WHERE c.id IN (SELECT b.campagne_id FROM bilans b WHERE ${sqlTotal('b')} > 0)
     UNION ALL
    ${fichesDe('b')} FROM bilans b WHERE b.modalite = ${FICHE} AND ${sqlTotal('b')} > 0`;
  return {
    sql: `${sqlBilans(perimetre, ORIGINES).sql}, ${MODELES}, lignes AS MATERIALIZED (${sqlTrouvees(visibles)})`,
    total: '(SELECT count(*)::int FROM lignes)',
  };
}

/** For a WITH: `bilans`, and `lignes`, among which the page is; `total`: how many lines there are in all. */
export function sqlLignes(tri: TriCampagnes, perimetre: Perimetre): { sql: string; total: string } {
  return perimetre.genre === 'tout' ? sqlTout(tri) : sqlVisibles(perimetre);
}
