import type { TriCampagnes } from '../../../../../core/campagne';
import { TOUT, type Perimetre } from '../../../../../core/perimetre';
import { listMots } from '../../../../../core/recherche';
import type { PageCampagnes } from '../../../services/ports/campagnes';
import { SQL_HISTORIQUE } from '../archives/historique';
import { SQL_TIENT, sqlBilans, sqlUsages } from '../bilans/bilans';
import { sqlTotal } from '../bilans/groupe';
import { toMotif } from '../cibles/conditions';
import { sqlPlie, sqlTrouve } from '../cibles/pliage';
import type { Params } from '../query';
import { sqlEnvoisVisibles } from './visibles';

const COLONNES_TRI: Readonly<Record<TriCampagnes['cle'], string>> = {
  date: 'l.prevu_le',
  modele: 'lower(l.modele_nom)',
  type_destinataire: 'l.type_destinataire',
};

const sensOf = ({ sens }: TriCampagnes): string => (sens === 'asc' ? 'ASC' : 'DESC');

export const sqlOrdre = (tri: TriCampagnes): string =>
  `${COLONNES_TRI[tri.cle]} ${sensOf(tri)} NULLS LAST, l.prevu_le DESC, l.modele_id, l.campagne_id`;

const FICHE = `'fiche_entrepreneur'`;

const CAMPAGNES = `
  SELECT 'campagne' AS origine, c.id AS campagne_id, c.document_id, c.modele_id, c.type_contact, c.type_destinataire,
         c.prevu_le, coalesce(c.libelle, '') AS libelle, c.created_by_id AS auteur_id
    FROM sms_campagnes c`;

/** Guide §7.c « En attente »: what the fiches Entrepreneur ask of one modele for one evening is one line. */
const fichesDe = (b: string): string => `
  SELECT ${FICHE} AS origine, NULL::int AS campagne_id, NULL::text AS document_id, ${b}.modele_id, ${b}.type_contact,
         ${b}.type_destinataire, ${b}.periode AS prevu_le, '' AS libelle, NULL::int AS auteur_id`;

const MODELES = `
  modeles AS MATERIALIZED (
    SELECT m.id, m.document_id, m.nom, ${sqlPlie(`coalesce(m.nom, '')`)} LIKE :motif AS trouve FROM sms_modeles m)`;

/** Of a line, or of what is kept of a modèle, `l` beside its modèle `m`. */
const CHOISI = `
  (:typeContact::text IS NULL OR l.type_contact = :typeContact)
  AND (:typeDestinataire::text IS NULL OR l.type_destinataire = :typeDestinataire)
  AND (:modeleDocumentId::text IS NULL OR m.document_id = :modeleDocumentId)`;
const MODELE_TROUVE = `coalesce(m.trouve, '' LIKE :motif)`;

const CHERCHE = `
  ${CHOISI}
  AND (:campagneId::int IS NULL OR l.campagne_id = :campagneId)
  AND (:depuis::timestamp IS NULL OR l.prevu_le >= :depuis) AND (:avant::timestamp IS NULL OR l.prevu_le < :avant)
  AND (${MODELE_TROUVE} OR (l.libelle <> '' AND ${sqlPlie(`concat_ws(' ', m.nom, l.libelle)`)} LIKE :motif))`;

/** Whom a line may be to: the column that names the fiche, and its table. */
const FICHES = [
  ['entrepreneur', 'destinataire_id', 'entrepreneurs'],
  ['contact_individuel', 'destinataire_id', 'contacts_individuels'],
  ['entreprise_partenaire', 'destinataire_id', 'entreprises_partenaires'],
  ['entreprise_partenaire', 'contact_id', 'contacts_partenaires'],
] as const;

/**
 * For a WITH: what whoever is found so has received or is to, within the périmètre. By the fiches first: the cost follows
 * what these persons received, not all that was ever sent.
 */
function sqlRecus(mots: readonly string[], perimetre: Perimetre): string {
  const recus = FICHES.map(([type, colonne, table]) => {
    const trouvee = mots.map((_mot, rang) => sqlTrouve('f', table, `personne${String(rang)}`));
    return `
    SELECT v.campagne_id, v.modalite, v.modele_id, v.prevu_le FROM ${SQL_HISTORIQUE} v
     WHERE v.type_destinataire = '${type}' AND v.${colonne} IN (SELECT f.id FROM ${table} f WHERE ${trouvee.join(' AND ')})
       AND ${sqlEnvoisVisibles(perimetre).sql}`;
  });
  return `recus AS MATERIALIZED (${recus.join(' UNION ALL ')})`;
}

/** Campagnes, or evenings of a fiche Entrepreneur, that concern who was looked for. */
const CONCERNE = `(
  l.campagne_id IN (SELECT r.campagne_id FROM recus r)
  OR (l.campagne_id IS NULL AND (l.modele_id, l.prevu_le) IN (
    SELECT r.modele_id, r.prevu_le FROM recus r WHERE r.modalite = ${FICHE})))`;

const sqlTrouvees = (lignes: string, aussi = 'true'): string => `
  SELECT l.*, m.nom AS modele_nom, m.document_id AS modele_document_id
    FROM (${lignes}) l LEFT JOIN modeles m ON m.id = l.modele_id WHERE ${CHERCHE} AND ${aussi}`;

/** Enough of each modèle for the page asked for, whatever it is sorted by: within a modèle, dates alone decide. */
const sqlDernieres = (tri: TriCampagnes): string => `
  SELECT b.* FROM (SELECT DISTINCT u.modele_id, u.type_contact, u.type_destinataire FROM sms_usages u WHERE u.modalite = ${FICHE}) u
   CROSS JOIN LATERAL (
     ${fichesDe('b')} FROM sms_bilans b
      WHERE b.modalite = ${FICHE} AND b.modele_id = u.modele_id AND b.type_contact = u.type_contact
        AND b.type_destinataire = u.type_destinataire AND ${sqlTotal('b')} > 0 AND ${SQL_TIENT}
      ORDER BY b.periode ${tri.cle === 'date' ? sensOf(tri) : 'DESC'} LIMIT :limite::int + :saut::int) b`;

const ORIGINES = `(g.campagne_id > 0 OR g.modalite = ${FICHE})`;

/** For a WITH: `bilans`, `groupes`, and `lignes`, among which the page is; `total`: how many lines there are in all. */
interface Lignes {
  sql: string;
  total: string;
  params: Params;
}

const DES_MODELES = `LEFT JOIN modeles m ON m.id = l.modele_id WHERE ${CHOISI} AND ${MODELE_TROUVE}`;

/** `avec`: for the WITH; `lignes` and `nombre`: SELECTs. */
interface Fiches {
  avec: string;
  lignes: string;
  nombre: string;
}

/** Of which a line of the périmètre is; a campagne that nobody received is seen by who sees everything. */
const sqlRecues = (perimetre: Perimetre): string =>
  perimetre.genre === 'tout'
    ? CAMPAGNES
    : `${CAMPAGNES} WHERE c.id IN (SELECT b.campagne_id FROM groupes b WHERE b.campagne_id > 0)`;

/** For a WITH and a total: the evenings of the fiches as far as the page may need them; how many there are is kept. */
const sqlSoirs = (tri: TriCampagnes): Fiches => ({
  avec: '',
  lignes: `
    ${sqlTrouvees(`${fichesDe('v')} FROM vifs v WHERE v.modalite = ${FICHE}`)}
     UNION ALL
    ${sqlTrouvees(sqlDernieres(tri))}`,
  nombre: `
    WITH ${sqlUsages(TOUT, `g.modalite = ${FICHE}`).sql}
    SELECT coalesce(sum(l.groupes), 0)::int FROM usages l ${DES_MODELES}`,
});

/** The same within a périmètre, which finds its evenings by their places: once, and narrow. */
const sqlSoirsPlaces = (tri: TriCampagnes): Fiches => ({
  avec: `
    soirs AS MATERIALIZED (
      SELECT g.modele_id, g.type_contact, g.type_destinataire, g.periode FROM groupes g WHERE g.modalite = ${FICHE}),`,
  lignes: `
    (SELECT l.* FROM (${sqlTrouvees(`${fichesDe('g')} FROM soirs g`)}) l
      ORDER BY ${sqlOrdre(tri)} LIMIT :limite::int + :saut::int)`,
  nombre: `SELECT count(*)::int FROM soirs l ${DES_MODELES}`,
});

/** The campagnes, and of the evenings of the fiches as many as the page may need; how many there are is counted apart. */
function sqlDesModeles({ perimetre, tri }: PageCampagnes): Lignes {
  const fiches = perimetre.genre === 'tout' ? sqlSoirs(tri) : sqlSoirsPlaces(tri);
  return {
    sql: `${sqlBilans(perimetre, ORIGINES).sql},
       ${MODELES}, ${fiches.avec}
       campagnes AS MATERIALIZED (${sqlTrouvees(sqlRecues(perimetre))}),
       lignes AS (SELECT * FROM campagnes UNION ALL ${fiches.lignes})`,
    total: `(SELECT count(*)::int FROM campagnes) + (${fiches.nombre})`,
    params: {},
  };
}

/** All that a search narrower than a modèle finds of what somebody of the périmètre has received, or is to. */
function sqlPrecises(page: PageCampagnes): Lignes {
  const { perimetre, campagneId } = page;
  const visibles = `
    ${sqlRecues(perimetre)}
     UNION ALL
    ${fichesDe('b')} FROM groupes b WHERE b.modalite = ${FICHE}`;
  const { sql } = sqlBilans(
    perimetre,
    campagneId === null ? ORIGINES : 'g.campagne_id = :campagneId::int'
  );
  const mots = listMots(page.personne);
  const [recus, concerne] =
    mots.length === 0 ? ['', 'true'] : [`${sqlRecus(mots, perimetre)},`, CONCERNE];
  return {
    sql: `${sql}, ${MODELES}, ${recus} lignes AS MATERIALIZED (${sqlTrouvees(visibles, concerne)})`,
    total: '(SELECT count(*)::int FROM lignes)',
    params: Object.fromEntries(mots.map((mot, rang) => [`personne${String(rang)}`, toMotif(mot)])),
  };
}

/** Whether it asks for a campagne, for days or for a person: the last evenings of each modèle do not tell. */
function isPrecise({ campagneId, depuis, avant, personne }: PageCampagnes): boolean {
  return (
    [campagneId, depuis, avant].some((filtre) => filtre !== null) || listMots(personne).length > 0
  );
}

export function sqlLignes(page: PageCampagnes): Lignes {
  return isPrecise(page) ? sqlPrecises(page) : sqlDesModeles(page);
}
