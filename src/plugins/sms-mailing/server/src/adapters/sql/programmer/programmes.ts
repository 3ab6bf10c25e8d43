import type { Knex } from 'knex';
import type { FaitsDe, NomActe } from '../../../../../core/acte';
import { noteActe } from '../actes/note-acte';
import {
  countCandidats,
  drawCandidats,
  isRepetition,
  readCandidats,
  type Candidat,
  type OptionsLecture,
} from '../cibles/read-candidats';
import { sqlCandidats, sqlCible } from '../cibles/candidats';
import { groupCandidats } from '../cibles/group-candidats';
import type { Horloge, Part } from '../cibles/part';
import type { Modalite, TypeDestinataire } from '../../../../../core/vocabulaire';
import { sqlRetire } from '../envois/file';
import { runLarge } from '../large-query';
import { excludeBeyond, lockCredits, readReste } from '../packages-sms/reserve';
import { execute, query } from '../query';
import { closePart, lockModele, openPart } from './campagne';
import { keepResultat, takeConfirmation } from './confirmations';
import { insertAll, insertLignes, type Attributs } from './insert-envois';
import { countPlafonnes, type Clic } from './plafond';
import { createSoireesOuvertes, listReglesRetirees, readDerniereSoiree } from './soirees-ouvertes';

/** A candidate, and the SMS it holds. */
export type LigneChiffree = Candidat & { credits: number };

export type OnLot = (lot: Candidat[]) => Promise<boolean> | boolean;

/** Longer than any undo delay: it is the evening's, and the tick finds it. */
const REPENTIR_MAX_MS = 120_000;

/** « Exécuter l'envoi de 19h maintenant »: what was to leave this evening leaves now; the keys stay. */
const AVANCER = `
  UPDATE sms_file SET disponible_le = :now
   WHERE etat = 'attente' AND voie = 'soir' AND modalite IN ('campagne', 'fiche_entrepreneur')
     AND disponible_le > :now AND disponible_le <= :jusqua`;

function bindAtelier(trx: Knex, horloge: Horloge) {
  return {
    ...createSoireesOuvertes(trx),
    takeConfirmation: (prise: { numero: string; auteurId: number | null; now: Date }) =>
      takeConfirmation(trx, prise),
    keepResultat: (numero: string, resultat: unknown) => keepResultat(trx, numero, resultat),
    openPart: (part: Part) => openPart(trx, part),
    closePart: (part: Part, inseres: number) => closePart(trx, part, inseres),

    /** Written a moment ago, for one of these occurrences (decision G8): pressed at once, one waits for the other. */
    async isRepetition(part: Part): Promise<boolean> {
      await lockModele(trx, part.modele.id);
      return isRepetition(trx, part, horloge);
    },
    read: (part: Part, options: OptionsLecture, onLot: OnLot) =>
      readCandidats(trx, part, { ...options, horloge }, onLot),
    insertAll: (part: Part, attributs: Attributs, credits: number) =>
      insertAll(trx, part, attributs, { credits, horloge }),
    insertLignes: (part: Part, attributs: Attributs, lignes: readonly LigneChiffree[]) => {
      const { typeDestinataire } = sqlCible(part, horloge);
      return insertLignes(trx, part, attributs, { lignes, typeDestinataire });
    },

    cancelAttente: (part: Part) => cancelAttente(trx, part, horloge),

    countPlafonnes: (clic: Clic) => countPlafonnes(trx, clic),
    lockCredits: () => lockCredits(trx),
    readReste: () => readReste(trx),
    excludeBeyond: (confirmation: string, disponible: number, now: Date) =>
      excludeBeyond(trx, { confirmation, disponible }, now),

    bringForward: (jusqua: Date, now: Date) => execute(trx, AVANCER, { jusqua, now }),

    /** In the Journal; `entrepreneur`: the documentId of whom it is about. */
    note: <N extends NomActe>(nom: N, faits: FaitsDe<N>, entrepreneur?: string): Promise<void> =>
      noteActe(trx, nom, faits, { entrepreneur }),

    /** Delivered with the commit: a worker waiting for work wakes then (decision F18). */
    async wake(depart: Date, now: Date): Promise<void> {
      const ms = depart.getTime() - now.getTime();
      if (ms <= REPENTIR_MAX_MS) {
        await trx.raw(`SELECT pg_notify('sms_envois', ?)`, [ms > 0 ? String(ms) : '']);
      }
    },
  };
}

/** What waits of one part: by the very statement that would write it. */
async function cancelAttente(trx: Knex, part: Part, horloge: Horloge): Promise<number> {
  const { sql, params } = sqlCandidats(part, horloge);
  return execute(
    trx,
    sqlRetire(
      `WITH ${sql} SELECT d.envoi_id FROM candidats d WHERE d.envoi_id IS NOT NULL`,
      `statut = 'annule', credits = 0`
    ),
    { ...params, now: part.now }
  );
}

/** Échecs of one modèle, one modalité and one kind of destinataires. */
export interface GroupeEchecs {
  /** documentId */
  modele: string;
  modalite: Modalite;
  typeDestinataire: TypeDestinataire;
  documentIds: string[];
}

const ECHECS = `
  SELECT m.document_id AS modele, e.modalite, e.type_destinataire AS "typeDestinataire",
         array_agg(e.document_id ORDER BY e.id) AS "documentIds"
    FROM sms_envois e JOIN sms_modeles m ON m.id = e.modele_id
   WHERE e.document_id = ANY(:documentIds::text[]) AND e.statut = 'echec'
   GROUP BY 1, 2, 3 ORDER BY min(e.id)`;

const ARCHIVES = `
  SELECT count(*)::int AS nombre FROM sms_envois_archives WHERE document_id = ANY(:documentIds::text[])`;

const MAILS = `
  SELECT count(*)::int AS nombre FROM sms_file WHERE transport = 'mail' AND disponible_le <= :depart::timestamp`;

/** What one transaction writes before it commits, or takes back whole. */
export interface Atelier extends ReturnType<typeof bindAtelier> {
  /** What fails in `work` takes back what `work` wrote, and nothing else. */
  savepoint<T>(work: (atelier: Atelier) => Promise<T>): Promise<T>;
}

function createAtelier(trx: Knex, horloge: Horloge): Atelier {
  return {
    ...bindAtelier(trx, horloge),
    savepoint: (work) => trx.transaction((point) => work(createAtelier(point, horloge))),
  };
}

/** The ledger before the wire: who would receive, and what is written for them. */
export function createProgrammes(knex: Knex, horloge: Horloge) {
  return {
    group: (part: Part) => runLarge(knex, (trx) => groupCandidats(trx, part, horloge)),
    count: (part: Part) => runLarge(knex, (trx) => countCandidats(trx, part, horloge)),
    read: (part: Part, options: OptionsLecture, onLot: OnLot) =>
      runLarge(knex, (trx) => readCandidats(trx, part, { ...options, horloge }, onLot)),
    draw: (part: Part, options: OptionsLecture & { limite: number }) =>
      runLarge(knex, (trx) => drawCandidats(trx, part, { ...options, horloge })),
    readReste: () => readReste(knex),
    /** E-mails that wait, and may leave by then. */
    countMails: async (depart: Date) =>
      (await query<{ nombre: number }>(knex, MAILS, { depart }))[0]?.nombre ?? 0,
    listReglesRetirees: (soir: string) => listReglesRetirees(knex, soir),
    readDerniereSoiree: () => readDerniereSoiree(knex),
    /** Échecs of so long ago that they stand in the archive: nothing is sent of them again. */
    countArchives: async (documentIds: readonly string[]) => {
      const params = { documentIds: [...documentIds] };
      return (await query<{ nombre: number }>(knex, ARCHIVES, params))[0]?.nombre ?? 0;
    },
    listEchecs: (documentIds: readonly string[]) =>
      query<GroupeEchecs>(knex, ECHECS, { documentIds: [...documentIds] }),
    /**
     * All that `work` writes is kept, or nothing. `work` holds a connection: what it asks is asked of its atelier, and
     * all else is read before. Twenty that each waited for a second one would wait for ever.
     */
    transaction: <T>(work: (atelier: Atelier) => Promise<T>): Promise<T> =>
      runLarge(knex, (trx) => work(createAtelier(trx, horloge))),
  };
}

export type Programmes = ReturnType<typeof createProgrammes>;
