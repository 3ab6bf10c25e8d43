import type { Knex } from 'knex';
import { isAuClic } from '../../../../../core/cible';
import { sqlCandidats } from '../cibles/candidats';
import type { Horloge, Part } from '../cibles/part';
import type { Candidat, CompteCandidats } from '../cibles/read-candidats';
import { sqlNait } from '../envois/file';
import { query, type Params } from '../query';

/** What the lines of one part have in common, beside what the part says. */
export interface Attributs {
  versionId: number | null;
  auteurId: number | null;
  /** Number of the confirmation, or of the evening, that wrote them. */
  confirmation: string;
  retarde: boolean;
  /** The click confirmed that its action is cancelled (decision F12). */
  annuleeConfirmee: boolean;
  /** `annule`: an occurrence that nobody has programmed yet, and that no evening will (decision B11). */
  statut: 'programme' | 'annule';
  /** Files of this send alone; a relance takes those of the envoi that it repeats. */
  piecesJointes?: readonly number[];
  /**
   * A line is written for who cannot be reached as well: it is judged again when it leaves, and its history
   * says why it did not.
   */
  avecExclus: boolean;
}

/**
 * Candidates `x` (see `sqlCandidats`) with their credits become lines of the ledger, here and nowhere else, and
 * rows of the queue with them: the CTEs `i`, which answers them, and `file`.
 */
const sqlInsert = (source: string): string => `
  i AS (
  INSERT INTO sms_envois (document_id, cle, modalite, type_contact, statut, modele_id, version_id, campagne_id,
         envoi_automatique_id, action_id, action_date, action_heure, action_lieu, annulee_confirmee, participation_id,
         type_destinataire, destinataire_id, nom, antenne_id, equipe_id, referent_id, prevu_le,
         termine_le, retarde, tentatives, credits, auteur_id, confirmation, pieces_jointes, au_clic,
         created_at, updated_at, published_at)
  SELECT translate(gen_random_uuid()::text, '-', ''), x.base || x.essais, x.modalite, :typeContact, :statut,
         :modele::int, :versionId::int, x.campagne_id, x.regle_id, x.action_id, x.action_date, x.action_heure,
         x.action_lieu, :annuleeConfirmee::boolean, x.participation_id, :type, x.id, x.nom_complet, x.antenne_id,
         x.equipe_id, x.referent_id, :le::timestamp,
         CASE WHEN :statut = 'annule' THEN :maintenant::timestamp END, :retarde::boolean, 0, x.credits, :auteurId::int,
         :confirmation, coalesce(x.pieces_jointes, nullif(:piecesJointes::jsonb, '[]'::jsonb)),
         :auClic::boolean, :maintenant::timestamp, :maintenant::timestamp, :maintenant::timestamp
    FROM (${source}) x
  ON CONFLICT (cle) DO NOTHING
  RETURNING id, document_id, statut, modalite, au_clic, type_contact, modele_id, type_destinataire, tentatives, prevu_le
  ), file AS (${sqlNait('i', 'l.prevu_le')})`;

function paramsOf(part: Part, attributs: Attributs, typeDestinataire: string): Params {
  const { avecExclus: _avecExclus, piecesJointes = [], ...valeurs } = attributs;
  return {
    ...valeurs,
    piecesJointes: JSON.stringify(piecesJointes),
    auClic: isAuClic(part.cible) ? true : null,
    typeContact: part.modele.typeContact,
    modele: part.modele.id,
    type: typeDestinataire,
    le: part.depart,
    maintenant: part.now,
  };
}

const INSCRIT = `d.tenu IS NULL AND d.ecart IS NULL`;

/** What was written, and what every candidate was found to be. */
export interface Inscription {
  inseres: number;
  documentIds: string[];
  comptes: CompteCandidats[];
}

/** So many documentIds are answered; a campagne of 100,000 is not undone line by line. */
const IDS_RENDUS = 5_000;

const DOCUMENTS = `
  SELECT array_agg(p.document_id ORDER BY p.id) FROM (SELECT i.id, i.document_id FROM i LIMIT ${String(IDS_RENDUS + 1)}) p
  HAVING count(*) <= ${String(IDS_RENDUS)}`;

interface LigneInscription extends CompteCandidats {
  inseres: number;
  documents: string[] | null;
}

/** The whole part in one statement; each who can be reached costs `credits`. */
export async function insertAll(
  trx: Knex,
  part: Part,
  attributs: Attributs,
  { credits, horloge }: { credits: number; horloge: Horloge }
): Promise<Inscription> {
  const { sql, params, typeDestinataire } = sqlCandidats(part, horloge);
  const garde = attributs.avecExclus ? INSCRIT : `${INSCRIT} AND d.raison IS NULL`;
  const source = `
    SELECT d.*, CASE WHEN d.raison IS NULL THEN :credits::int ELSE 0 END AS credits
      FROM candidats d WHERE ${garde}`;
  const lignes = await query<LigneInscription>(
    trx,
    `WITH ${sql}, ${sqlInsert(source)}
     SELECT d.tenu, d.raison, count(*)::int AS nombre, 0 AS recents, n.inseres, n.documents
       FROM candidats d
       CROSS JOIN (SELECT count(*)::int AS inseres, (${DOCUMENTS}) AS documents FROM i) n
      WHERE d.ecart IS NULL
      GROUP BY 1, 2, 5, 6`,
    { ...params, ...paramsOf(part, attributs, typeDestinataire), credits }
  );
  return {
    inseres: lignes[0]?.inseres ?? 0,
    documentIds: lignes[0]?.documents ?? [],
    comptes: lignes.map(({ tenu, raison, nombre }) => ({ tenu, raison, nombre, recents: 0 })),
  };
}

const LIGNES = `
  SELECT * FROM jsonb_to_recordset(:lignes::jsonb) AS l(
    id int, nom_complet text, base text, essais int, modalite text, campagne_id int, regle_id int, participation_id int,
    action_id int, action_date date, action_heure text, action_lieu text, antenne_id int, equipe_id int,
    referent_id int, pieces_jointes jsonb, credits int)`;

/** Those whose text had to be rendered to know what it costs. */
export async function insertLignes(
  trx: Knex,
  part: Part,
  attributs: Attributs,
  {
    lignes,
    typeDestinataire,
  }: { lignes: readonly (Candidat & { credits: number })[]; typeDestinataire: string }
): Promise<string[]> {
  const inserees = await query<{ document_id: string }>(
    trx,
    `WITH ${sqlInsert(LIGNES)} SELECT document_id FROM i ORDER BY id`,
    {
      ...paramsOf(part, attributs, typeDestinataire),
      lignes: JSON.stringify(
        lignes.map((l) => ({
          id: l.id,
          nom_complet: l.nom,
          base: l.base,
          essais: l.essais,
          modalite: l.modalite,
          campagne_id: l.campagneId,
          regle_id: l.regleId,
          participation_id: l.participationId,
          action_id: l.actionId,
          action_date: l.actionDate,
          action_heure: l.actionHeure,
          action_lieu: l.actionLieu,
          antenne_id: l.antenneId,
          equipe_id: l.equipeId,
          referent_id: l.referentId,
          pieces_jointes: l.piecesJointes,
          credits: l.credits,
        }))
      ),
    }
  );
  return inserees.map(({ document_id: documentId }) => documentId);
}
