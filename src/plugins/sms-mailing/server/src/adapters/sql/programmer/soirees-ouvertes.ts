import type { Knex } from 'knex';
import { execute, query } from '../query';

const GENRE = 'envois-automatiques';

/** A rule of an evening that could not be planned, and what the base or the reader said of it. */
export interface RegleEcartee {
  regleId: number;
  detail: string;
}

export interface SoireeOuverte {
  /** 'YYYY-MM-DD' */
  soir: string;
  ecartees: RegleEcartee[];
}

/** The ledger row of an evening: the instance that inserts it plans it (docs/adr/0004). */
export function createSoireesOuvertes(knex: Knex) {
  return {
    /** False when another instance has opened it already. */
    async openSoiree(soir: string, { now, retarde }: { now: Date; retarde: boolean }) {
      const ouvertes = await execute(
        knex,
        `INSERT INTO sms_soirees (soir, genre, commencee_le, retardee)
         VALUES (:soir, :genre, :now, :retarde) ON CONFLICT DO NOTHING`,
        { soir, genre: GENRE, now, retarde }
      );
      return ouvertes > 0;
    },

    /** What an evening planned, and the rules it left aside: tried again at the next ticks. */
    async noteSoiree(
      soir: string,
      { envois, ecartees }: { envois: number; ecartees: readonly RegleEcartee[] }
    ): Promise<void> {
      await execute(
        knex,
        `UPDATE sms_soirees SET envois = envois + :envois, ecartees = :ecartees::jsonb
          WHERE soir = :soir AND genre = :genre`,
        { soir, genre: GENRE, envois, ecartees: JSON.stringify(ecartees) }
      );
    },

    listReglesRetirees: (soir: string) => listReglesRetirees(knex, soir),

    /** False when it was out of this evening already. */
    async retireRegle(soir: string, qui: { regleId: number; auteurId: number | null; now: Date }) {
      const retirees = await execute(
        knex,
        `INSERT INTO sms_retraits_du_soir (soir, regle_id, auteur_id, retiree_le)
         VALUES (:soir, :regleId, :auteurId, :now) ON CONFLICT DO NOTHING`,
        { soir, ...qui }
      );
      return retirees > 0;
    },

    /** The last evening opened, locked against another instance that would try its rules again; null when busy or none. */
    async takeSoireeEcartee(): Promise<SoireeOuverte | null> {
      return readDerniere(knex, `AND ecartees <> '[]'::jsonb FOR UPDATE SKIP LOCKED`);
    },
  };
}

/** Ids of the rules that someone took out of this evening. */
export async function listReglesRetirees(knex: Knex, soir: string): Promise<number[]> {
  const lignes = await query<{ regleId: number }>(
    knex,
    `SELECT regle_id AS "regleId" FROM sms_retraits_du_soir WHERE soir = :soir::date`,
    { soir }
  );
  return lignes.map(({ regleId }) => regleId);
}

async function readDerniere(knex: Knex, suite: string): Promise<SoireeOuverte | null> {
  const [ligne] = await query<{ soir: string; ecartees: string }>(
    knex,
    `SELECT to_char(soir, 'YYYY-MM-DD') AS soir, ecartees::text AS ecartees FROM sms_soirees
      WHERE genre = :genre AND soir = (SELECT max(m.soir) FROM sms_soirees m WHERE m.genre = :genre) ${suite}`,
    { genre: GENRE }
  );
  return ligne === undefined
    ? null
    : { soir: ligne.soir, ecartees: JSON.parse(ligne.ecartees) as RegleEcartee[] };
}

/** Last evening opened; null on a new base. */
export function readDerniereSoiree(knex: Knex): Promise<SoireeOuverte | null> {
  return readDerniere(knex, '');
}
