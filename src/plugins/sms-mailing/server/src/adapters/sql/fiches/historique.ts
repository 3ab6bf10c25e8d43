import type { Knex } from 'knex';
import type { LigneHistorique, PageHistorique } from '../../../../../core/api/historique';
import type { Perimetre } from '../../../../../core/perimetre';
import type {
  EnvoiArchive,
  EnvoisDAction,
  HistoriqueOptions,
  HistoriqueStore,
  QuiAnnule,
} from '../../../services/ports/fiches';
import { noteActe } from '../actes/note-acte';
import { SQL_HISTORIQUE } from '../archives/historique';
import { toMotif } from '../cibles/conditions';
import { sqlFiches } from '../destinataires/fiches';
import { sqlActionVisible, sqlPerimetre, type Condition } from '../destinataires/perimetre';
import { sqlEnfile, sqlRetire } from '../envois/file';
import { toReglagesRendu } from '../envois/reglages-rendu';
import { listEnvoisDeModele } from '../modeles/historique';
import { fromJson } from '../modeles/modeles';
import { debitPackages } from '../packages-sms/debit-packages';
import { execute, query, type Params } from '../query';
import { withAdressesPrevues } from './adresses-prevues';
import { LIGNE, toLigne, TROUVE, type LigneSql } from './ligne-historique';
import { listVagues, SQL_VAGUE } from './vagues';
import { sqlVisible } from './visible';

/** Does a promotion go to « RGPD non renseigné » (decision F14)? */
type SansConsentement = () => Promise<boolean>;

export async function listPage(
  knex: Knex,
  condition: Condition,
  options: HistoriqueOptions,
  sansConsentement: SansConsentement
): Promise<PageHistorique> {
  const params: Params = {
    ...condition.params,
    recherche: toMotif(options.recherche),
    limite: options.pageSize,
    saut: (options.page - 1) * options.pageSize,
  };
  const source = `FROM ${SQL_HISTORIQUE} e LEFT JOIN sms_modeles m ON m.id = e.modele_id
     LEFT JOIN sms_file f ON f.envoi_id = e.id
     WHERE ${condition.sql}
       AND ${options.recherche === '' ? 'true' : TROUVE}`;
  const [compte] = await query<{ n: number }>(knex, `SELECT count(*)::int AS n ${source}`, params);
  const lignes = await query<LigneSql>(
    knex,
    `SELECT ${LIGNE} ${source} ORDER BY coalesce(e.envoye_le, e.prevu_le) DESC, e.id DESC LIMIT :limite OFFSET :saut`,
    params
  );
  return {
    total: compte?.n ?? 0,
    lignes: await withAdressesPrevues(knex, lignes, sansConsentement),
  };
}

type LigneArchive = Omit<EnvoiArchive, 'valeurs' | 'reglages' | 'piecesJointes'> &
  Record<'valeurs' | 'reglages' | 'piecesJointes', unknown>;

/** Only an envoi that was handed over keeps what it was made of: on its line, or in the queue while it is on the wire. */
const PARTIS = `'envoye', 'remis', 'echec', 'incertain'`;
const ARCHIVES = `
  FROM sms_envois e
  LEFT JOIN sms_file f ON f.envoi_id = e.id AND f.etat = 'en_cours'
  LEFT JOIN sms_reglages_rendu r ON r.id = coalesce(f.reglages_id, e.reglages_id)`;

async function readArchive(
  knex: Knex,
  documentId: string,
  perimetre: Perimetre
): Promise<EnvoiArchive | null> {
  const visible = sqlVisible(perimetre);
  const [ligne] = await query<LigneArchive>(
    knex,
    `SELECT e.id AS "envoiId", coalesce(f.version_id, e.version_id) AS "versionId", coalesce(e.nom, '') AS nom,
            coalesce(f.adresse, e.adresse) AS adresse, coalesce(f.valeurs, e.valeurs) AS valeurs, r.contenu AS reglages,
            e.pieces_jointes AS "piecesJointes"
       ${ARCHIVES}
      WHERE e.document_id = :documentId AND (f.envoi_id IS NOT NULL OR e.statut IN (${PARTIS}))
        AND coalesce(f.valeurs, e.valeurs) IS NOT NULL
        AND coalesce(f.version_id, e.version_id) IS NOT NULL AND ${visible.sql}`,
    { ...visible.params, documentId }
  );
  return ligne === undefined
    ? null
    : {
        ...ligne,
        valeurs: fromJson<(string | null)[]>(ligne.valeurs),
        reglages: toReglagesRendu(ligne.reglages),
        piecesJointes: fromJson<number[] | null>(ligne.piecesJointes) ?? [],
      };
}

const TEXTE_EFFACE = `
  SELECT 1 FROM ${SQL_HISTORIQUE} e
   WHERE e.document_id = :documentId AND e.statut IN (${PARTIS})
     AND (EXISTS (SELECT 1 FROM sms_envois_archives a WHERE a.id = e.id)
          OR EXISTS (SELECT 1 FROM sms_envois i
                      WHERE i.id = e.id AND i.statut = 'incertain' AND i.version_id IS NOT NULL AND i.valeurs IS NULL
                        AND i.destinataire_id > 0))`;

async function isTexteEfface(
  knex: Knex,
  documentId: string,
  perimetre: Perimetre
): Promise<boolean> {
  const visible = sqlVisible(perimetre);
  const params = { ...visible.params, documentId };
  return (await query(knex, `${TEXTE_EFFACE} AND ${visible.sql}`, params)).length > 0;
}

/** « Renvoyer » puts the same row back in the queue: same key, same Message-ID, recognisable by receivers. */
const DECISIONS = {
  envoye: `statut = 'envoye', envoye_le = coalesce(e.reserve_le, :now), termine_le = :now, detail = NULL`,
  renvoyer: `statut = 'programme', ouvrier = NULL, termine_le = NULL, detail = NULL`,
} as const;

const ENFILE = sqlEnfile('(SELECT * FROM sms_envois WHERE id = :id)', ':now::timestamp');

interface DecisionIncertain {
  documentId: string;
  decision: keyof typeof DECISIONS;
  perimetre: Perimetre;
  now: Date;
}

async function settleIncertain(knex: Knex, demande: DecisionIncertain): Promise<boolean> {
  const { documentId, decision, perimetre, now } = demande;
  const visible = sqlVisible(perimetre);
  return knex.transaction(async (trx) => {
    const [touche] = await query<{ id: number; statut: string; credits: number }>(
      trx,
      `UPDATE sms_envois e SET ${DECISIONS[decision]}, updated_at = :now
        WHERE e.document_id = :documentId AND e.statut = 'incertain' AND ${visible.sql}
       RETURNING e.id, e.statut, e.credits`,
      { ...visible.params, documentId, now }
    );
    if (touche?.statut === 'programme') {
      await execute(trx, ENFILE, { id: touche.id, now });
    }
    // Held back while incertain, its credits are now used (guide §10).
    if (touche?.statut === 'envoye' && touche.credits > 0) {
      await debitPackages(trx, [touche], now);
    }
    if (touche !== undefined) {
      await noteActe(trx, 'incertain-tranche', { decision });
    }
    return touche !== undefined;
  });
}

/** From a history, the messages of a person whatever asked for them; the campagne or the rule goes on for the others. */
function cancelEnvois(
  knex: Knex,
  documentIds: readonly string[],
  { perimetre, origine, now }: QuiAnnule
): Promise<number> {
  const visible = sqlVisible(perimetre);
  return knex.transaction(async (trx) => {
    const annules = await execute(
      trx,
      sqlRetire(
        `SELECT e.id FROM sms_envois e
          WHERE e.document_id = ANY(:documentIds) AND e.statut = 'programme'
            AND e.modalite = :origine AND ${visible.sql}`,
        `statut = 'annule', credits = 0`
      ),
      { ...visible.params, documentIds: [...documentIds], origine, now }
    );
    if (annules > 0) {
      await noteActe(trx, 'envois-annules', { annules });
    }
    return annules;
  });
}

/** The envois `e` of an action that may be opened. */
function sqlDAction({ actionDocumentId, toutes }: EnvoisDAction, perimetre: Perimetre): Condition {
  const visible = sqlActionVisible(perimetre);
  const origine = toutes ? '' : ` AND e.modalite = 'fiche_action'`;
  return {
    sql: `e.action_id = (SELECT a.id FROM actions a WHERE a.document_id = :action AND ${visible.sql} LIMIT 1)${origine}`,
    params: { ...visible.params, action: actionDocumentId },
  };
}

export function createHistorique(knex: Knex, sansConsentement: SansConsentement): HistoriqueStore {
  return {
    ofAction({ vague, ...quoi }, options): Promise<PageHistorique> {
      const { sql, params } = sqlDAction(quoi, options.perimetre);
      return listPage(
        knex,
        vague === null
          ? { sql, params }
          : { sql: `${sql} AND ${SQL_VAGUE} = :vague`, params: { ...params, vague } },
        options,
        sansConsentement
      );
    },

    vaguesOfAction: (quoi, options) =>
      listVagues(knex, sqlDAction(quoi, options.perimetre), options),

    ofPersonne(type, documentId, options): Promise<PageHistorique> {
      const visible = sqlPerimetre(options.perimetre);
      return listPage(
        knex,
        {
          sql: `e.type_destinataire = :type AND e.destinataire_id = (
            SELECT d.id FROM (${sqlFiches(type)}) d WHERE d.document_id = :fiche AND ${visible.sql} LIMIT 1)`,
          params: { ...visible.params, type, fiche: documentId },
        },
        options,
        sansConsentement
      );
    },

    ofModele: (documentId, options) =>
      listEnvoisDeModele(knex, documentId, options, sansConsentement),

    isTexteEfface: (documentId, perimetre) => isTexteEfface(knex, documentId, perimetre),

    readArchive: (documentId, perimetre) => readArchive(knex, documentId, perimetre),

    cancel: (documentIds, qui) => cancelEnvois(knex, documentIds, qui),

    async listIncertains(perimetre): Promise<LigneHistorique[]> {
      const visible = sqlVisible(perimetre);
      const lignes = await query<LigneSql>(
        knex,
        `SELECT ${LIGNE} FROM sms_envois e LEFT JOIN sms_modeles m ON m.id = e.modele_id
           LEFT JOIN sms_file f ON f.envoi_id = e.id
          WHERE e.statut = 'incertain' AND ${visible.sql} ORDER BY e.id LIMIT 1000`,
        visible.params
      );
      return lignes.map(toLigne);
    },

    settleIncertain: (documentId, decision, perimetre, now) =>
      settleIncertain(knex, { documentId, decision, perimetre, now }),
  };
}
