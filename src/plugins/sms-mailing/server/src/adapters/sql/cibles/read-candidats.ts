import type { Knex } from 'knex';
import { JOURS_ENVOI_RECENT } from '../../../../../core/campagne';
import type { Donnee } from '../../../../../core/catalogue-signets';
import type { CritereEcarte } from '../../../../../core/envoi-automatique';
import type { MotifExclusion } from '../../../../../core/motif';
import { sqlContexte } from '../contexte/valeurs';
import { fromJson } from '../modeles/modeles';
import { execute, query } from '../query';
import { sqlCandidats } from './candidats';
import { sqlPourMoitie } from './conditions';
import type { Horloge, Part } from './part';

/** Why an occurrence is taken. */
export type Tenu = 'deja_programme' | 'deja_envoye' | 'envoi_annule';

/** One destinataire for one occurrence, as the ledger and §2.d see it. Dates of actions are 'YYYY-MM-DD'. */
export interface Candidat {
  id: number;
  documentId: string;
  nom: string;
  antenneId: number | null;
  equipeId: number | null;
  referentId: number | null;
  modalite: string;
  campagneId: number | null;
  regleId: number | null;
  participationId: number | null;
  actionId: number | null;
  actionDocumentId: string | null;
  actionObjet: string | null;
  actionDate: string | null;
  /** 'HH:mm' */
  actionHeure: string | null;
  actionLieu: string | null;
  base: string;
  essais: number;
  tenu: Tenu | null;
  envoiId: number | null;
  dernierLe: Date | null;
  adresse: string | null;
  raison: MotifExclusion | null;
  ecart: CritereEcarte | null;
  faits: unknown;
  /** Files that the envoi repeated carried of its own; null: none. */
  piecesJointes: number[] | null;
  /** When this modèle last reached the person within 30 days; asked for with `recus`. */
  recuLe: Date | null;
  /** Raw signet values, in the order of `donnees`. */
  valeurs: (string | null)[];
}

export interface OptionsLecture {
  donnees: readonly Donnee[];
  /** Also when this modèle last reached each. */
  recus?: boolean;
  /** Only those whose values together, `parValeur` letters each at least, are longer. */
  longs?: { plusDe: number; parValeur: number };
}

const COLONNES = `
  d.id, d.document_id AS "documentId", d.nom_complet AS nom, d.antenne_id AS "antenneId", d.equipe_id AS "equipeId",
  d.referent_id AS "referentId", d.modalite, d.campagne_id AS "campagneId", d.regle_id AS "regleId",
  d.participation_id AS "participationId", d.action_id AS "actionId", d.action_document AS "actionDocumentId",
  d.action_objet AS "actionObjet", to_char(d.action_date, 'YYYY-MM-DD') AS "actionDate",
  d.action_heure AS "actionHeure", d.action_lieu AS "actionLieu", d.base, d.essais, d.tenu, d.envoi_id AS "envoiId",
  d.dernier_le AS "dernierLe", d.adresse, d.raison, d.ecart, d.faits,
  d.pieces_jointes AS "piecesJointes"`;

const RECU = `
  (SELECT max(r.envoye_le) FROM sms_envois r
    WHERE r.type_destinataire = :typeRecu AND r.destinataire_id = d.id AND r.modele_id = :modeleRecu::int
      AND r.statut IN ('envoye', 'remis') AND r.envoye_le > :maintenant::timestamp - interval '${String(JOURS_ENVOI_RECENT)} days')`;

const sqlLongs = (valeurs: string): string => `
  (SELECT sum(greatest(length(v.valeur), :parValeur::int)) FROM unnest(${valeurs}) v(valeur)) > :plusDe::int`;

/** In the order in which the evening serves them: the action's time, then the name. */
const ORDRE = 'd.action_date, d.action_heure NULLS FIRST, d.action_id, d.nom_complet, d.id';

function sqlLecture(
  part: Part,
  { donnees, recus = false, longs }: OptionsLecture,
  horloge: Horloge
): { sql: string; params: Readonly<Record<string, unknown>> } {
  const { sql, params, typeDestinataire } = sqlCandidats(part, horloge);
  const contexte = sqlContexte(donnees, typeDestinataire);
  return {
    sql: `
    WITH ${sql}
    SELECT ${COLONNES}, ${recus ? RECU : 'NULL::timestamp'} AS "recuLe", ${contexte.valeurs} AS valeurs
      FROM candidats d
      CROSS JOIN LATERAL (SELECT d.id AS destinataire_id, d.action_id, d.participation_id) u
      ${contexte.jointures}
     WHERE ${longs === undefined ? 'true' : sqlLongs(contexte.valeurs)}`,
    params: {
      ...params,
      ...longs,
      typeRecu: typeDestinataire,
      modeleRecu: part.modele.id,
      maintenant: part.now,
    },
  };
}

async function queryCandidats(
  trx: Knex,
  sql: string,
  params?: Readonly<Record<string, unknown>>
): Promise<Candidat[]> {
  const lignes = await query<Candidat>(trx, sql, params);
  // Only who a rule leaves aside, or a repeated envoi with files, has some: the others are not copied for it.
  return lignes.map((ligne) =>
    ligne.faits === null && ligne.piecesJointes === null
      ? ligne
      : {
          ...ligne,
          faits: fromJson<unknown>(ligne.faits),
          piecesJointes: fromJson<number[] | null>(ligne.piecesJointes),
        }
  );
}

/** So many rows cross at a time: memory stays flat whatever the cible. */
const TAILLE = 2_000;
const CURSEUR = 'sms_candidats';

/** Inside a transaction. Stops as soon as `onLot` answers false. */
export async function readCandidats(
  trx: Knex,
  part: Part,
  options: OptionsLecture & { horloge: Horloge },
  onLot: (lot: Candidat[]) => Promise<boolean> | boolean
): Promise<void> {
  const { sql, params } = sqlLecture(part, options, options.horloge);
  // All of it will be read: the planner is not to hurry for the first rows.
  await trx.raw(`SELECT set_config('cursor_tuple_fraction', '1', true)`);
  await execute(trx, `DECLARE ${CURSEUR} NO SCROLL CURSOR FOR ${sql} ORDER BY ${ORDRE}`, params);
  try {
    for (;;) {
      const lot = await queryCandidats(trx, `FETCH ${String(TAILLE)} FROM ${CURSEUR}`);
      if (lot.length === 0 || !(await onLot(lot)) || lot.length < TAILLE) {
        return;
      }
    }
  } finally {
    await trx.raw(`CLOSE ${CURSEUR}`).catch(() => undefined);
  }
}

/** Values of some of those who would receive, drawn by a stable shuffle: the same click measures the same persons. */
export async function drawCandidats(
  trx: Knex,
  part: Part,
  options: OptionsLecture & { horloge: Horloge; limite: number }
): Promise<Candidat[]> {
  const { sql, params } = sqlLecture(part, options, options.horloge);
  return queryCandidats(
    trx,
    `${sql} AND ${sqlPourMoitie('d.tenu IS NULL AND d.raison IS NULL AND d.ecart IS NULL')}
      ORDER BY md5(d.document_id) LIMIT :limite::int`,
    { ...params, limite: options.limite }
  );
}

export interface CompteCandidats {
  tenu: Tenu | null;
  raison: MotifExclusion | null;
  nombre: number;
  /** Among them, those whom this modèle reached within JOURS_ENVOI_RECENT days. */
  recents: number;
}

/** Who would receive, who would not and why: one statement over the whole cible. */
export async function countCandidats(
  trx: Knex,
  part: Part,
  horloge: Horloge
): Promise<CompteCandidats[]> {
  const { sql, params, typeDestinataire } = sqlCandidats(part, horloge, []);
  return query<CompteCandidats>(
    trx,
    `WITH ${sql}
     SELECT d.tenu, d.raison, count(*)::int AS nombre, count(r.id)::int AS recents
       FROM candidats d
       LEFT JOIN (SELECT DISTINCT u.destinataire_id AS id FROM sms_envois u
                   WHERE u.modele_id = :modeleRecu::int AND u.type_destinataire = :typeRecu
                     AND u.statut IN ('envoye', 'remis')
                     AND u.envoye_le > :maintenant::timestamp - interval '${String(JOURS_ENVOI_RECENT)} days') r
              ON r.id = d.id
      GROUP BY 1, 2`,
    { ...params, typeRecu: typeDestinataire, modeleRecu: part.modele.id, maintenant: part.now }
  );
}

/** Asked again within so long without a confirmation number: pressed twice (decision G8). */
const REPETITION = '10 seconds';

/** Has one of these occurrences been written a moment ago? */
export async function isRepetition(trx: Knex, part: Part, horloge: Horloge): Promise<boolean> {
  const { sql, params } = sqlCandidats(part, horloge);
  const lignes = await query(
    trx,
    `WITH ${sql} SELECT 1 FROM candidats d
      WHERE d.dernier_le > :maintenant::timestamp - interval '${REPETITION}' LIMIT 1`,
    { ...params, maintenant: part.now }
  );
  return lignes.length > 0;
}
