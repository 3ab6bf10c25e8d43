import type { Knex } from 'knex';
import type { ContenuPrevision } from '../../../../../core/prevision';
import type { PrevisionGardee, PrevisionStore } from '../../../services/ports/previsions';
import { fromJson } from '../modeles/modeles';
import { execute, query } from '../query';
import { pack, unpack, type ContenuGarde } from './contenu-garde';

/** What depends on the time of day is counted anew so often at least. */
const VALABLE = '10 minutes';
const VALABLE_MS = 600_000;
/** A count that nobody has finished since then was lost with its process. */
const PERDUE = '2 minutes';
const CONSERVEES = '1 hour';

/** Up to so many persons a forecast costs little: whoever looks after a change waits for the new one. */
const LEGERE = 2_000;
/** Beyond, it is made anew behind what is shown with its age, at most once in so long (decision G13). */
const PAUSE_MS = 5_000;
const ATTENTE_MS = 50;

/** The count and what would undo it never cross: see `purgeChangements`. */
const VERROU = `hashtext('sms-mailing.changements')`;

const LIRE = `
  SELECT p.contenu, p.personnes, to_char(p.vue_le, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "calculeeLe",
         (extract(epoch FROM clock_timestamp() - p.calculee_le) * 1000)::float AS "ageMs",
         p.vue_le BETWEEN :now::timestamp - interval '${VALABLE}' AND :now::timestamp + interval '${VALABLE}'
           AND NOT EXISTS (SELECT 1 FROM sms_changements c WHERE NOT pg_visible_in_snapshot(c.xid, p.instantane)) AS fraiche
    FROM sms_previsions p WHERE p.depart = :depart::timestamp AND p.contenu IS NOT NULL`;

const PRENDRE = `
  INSERT INTO sms_previsions (depart, en_cours, commencee_le)
  VALUES (:depart::timestamp, pg_current_snapshot(), clock_timestamp())
  ON CONFLICT (depart) DO UPDATE SET en_cours = pg_current_snapshot(), commencee_le = clock_timestamp()
   WHERE sms_previsions.commencee_le IS NULL
      OR sms_previsions.commencee_le < clock_timestamp() - interval '${PERDUE}'
  RETURNING en_cours::text AS instantane`;

const GARDER = `
  UPDATE sms_previsions
     SET contenu = :contenu::jsonb, personnes = :personnes::int, instantane = :instantane::pg_snapshot,
         vue_le = :now::timestamp, calculee_le = clock_timestamp(), en_cours = NULL, commencee_le = NULL
   WHERE depart = :depart::timestamp`;

const RENONCER = `UPDATE sms_previsions SET en_cours = NULL, commencee_le = NULL WHERE depart = :depart::timestamp`;

const OUBLIER = `
  DELETE FROM sms_previsions
   WHERE coalesce(commencee_le, calculee_le, '-infinity') < clock_timestamp() - interval '${CONSERVEES}'`;

const PURGER = `
  DELETE FROM sms_changements c
   WHERE NOT EXISTS (
     SELECT 1 FROM sms_previsions p
      WHERE NOT pg_visible_in_snapshot(c.xid, p.instantane) OR NOT pg_visible_in_snapshot(c.xid, p.en_cours))`;

/** A note that every forecast kept, or being made, has seen is of no more use. */
export async function purgeChangements(knex: Knex): Promise<void> {
  await knex.transaction(async (trx) => {
    await trx.raw(`SELECT pg_advisory_xact_lock(${VERROU})`);
    await trx.raw(OUBLIER);
    await trx.raw(PURGER);
  });
}

interface Lue extends PrevisionGardee {
  personnes: number;
  ageMs: number;
  fraiche: boolean;
}

const pause = (ms: number): Promise<void> => new Promise((suite) => setTimeout(suite, ms));

function bindKnex(knex: Knex) {
  return {
    async read(depart: Date, now: Date): Promise<Lue | null> {
      const [ligne] = await query<Omit<Lue, 'perimee'>>(knex, LIRE, { depart, now });
      return ligne === undefined
        ? null
        : {
            ...ligne,
            contenu: unpack(fromJson<ContenuGarde>(ligne.contenu)),
            perimee: !ligne.fraiche,
          };
    },

    /** The snapshot that the count begins on; null while another counts. */
    take: (depart: Date): Promise<string | null> =>
      knex.transaction(async (trx) => {
        await trx.raw(`SELECT pg_advisory_xact_lock_shared(${VERROU})`);
        const [prise] = await query<{ instantane: string }>(trx, PRENDRE, { depart });
        return prise?.instantane ?? null;
      }),

    async keep(depart: Date, now: Date, fait: { contenu: ContenuPrevision; instantane: string }) {
      const { contenu, instantane } = fait;
      await execute(knex, GARDER, {
        ...{ depart, now, instantane, contenu: JSON.stringify(pack(contenu)) },
        personnes: contenu.lignes.reduce((somme, { personnes }) => somme + personnes, 0),
      });
      await purgeChangements(knex);
    },

    giveUp: (depart: Date) => execute(knex, RENONCER, { depart }),
  };
}

/** Too heavy to be waited for, and young enough to be shown meanwhile. */
const isLourde = ({ personnes, ageMs }: Lue): boolean => personnes > LEGERE && ageMs < VALABLE_MS;

const toGardee = ({ contenu, calculeeLe, perimee }: Lue): PrevisionGardee => ({
  contenu,
  calculeeLe,
  perimee,
});

type Faire = () => Promise<ContenuPrevision>;

function createCompteur(base: ReturnType<typeof bindKnex>) {
  /** By evening, why the last count made behind failed. */
  const echecs = new Map<number, Error>();

  /** Null while another instance, or another request, counts the same evening. */
  async function count(depart: Date, now: Date, make: Faire): Promise<Lue | null> {
    const instantane = await base.take(depart);
    if (instantane === null) {
      return null;
    }
    // Another may have counted it between our look and our turn.
    const gardee = await base.read(depart, now);
    if (gardee?.fraiche === true) {
      await base.giveUp(depart);
      return gardee;
    }
    try {
      await base.keep(depart, now, { contenu: await make(), instantane });
    } catch (erreur) {
      await base.giveUp(depart);
      throw erreur;
    }
    return base.read(depart, now);
  }

  return {
    count,

    /** Whoever asks is answered what is kept, with its age; the next look finds the new count. */
    countBehind(depart: Date, now: Date, make: Faire): void {
      count(depart, now, make).catch((erreur: unknown) => {
        const dite = erreur instanceof Error ? erreur : new Error(String(erreur));
        echecs.set(depart.getTime(), dite);
      });
    },

    /** What failed behind is said to who asks next. */
    tellEchec(depart: Date): void {
      const erreur = echecs.get(depart.getTime());
      if (erreur !== undefined) {
        echecs.delete(depart.getTime());
        throw erreur;
      }
    },
  };
}

export function createPrevisions(knex: Knex): PrevisionStore {
  const base = bindKnex(knex);
  const compteur = createCompteur(base);
  return {
    async get({ depart, now, datee }, make) {
      compteur.tellEchec(depart);
      for (;;) {
        const gardee = await base.read(depart, now);
        if (gardee?.fraiche === true) {
          return toGardee(gardee);
        }
        if (gardee !== null && isLourde(gardee) && (datee || gardee.ageMs < PAUSE_MS)) {
          if (gardee.ageMs >= PAUSE_MS) {
            compteur.countBehind(depart, now, make);
          }
          return toGardee(gardee);
        }
        const faite = await compteur.count(depart, now, make);
        if (faite !== null) {
          // What was written while it was counted is said, and counted at the next look.
          return toGardee(faite);
        }
        await pause(ATTENTE_MS);
      }
    },
  };
}
