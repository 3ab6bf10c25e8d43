import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import knex, { type Knex } from 'knex';
import { freshDatabase, type FreshDatabase } from '../../../../../test/strapi/harness';
import { startOuvrier, type OptionsOuvrier, type Ouvrier } from './ouvriers';
import { reglagesOf, schedule, sow } from './preparation';
import { readLignes, startPuits, type Puits } from './puits-smtp';

/** However slow the machine, something moves: a worker looks again every 30 seconds. */
const IMMOBILE_MS = 120_000;

export interface Soiree {
  knex: Knex;
  puits: Puits;
  /** Envois of the campagne and of the fiches; the automatic ones come with the evening. */
  programmes: number;
  startOuvrier(nom: string, options?: OptionsOuvrier): Ouvrier;
  sms(): string[];
  statuts(): Promise<Record<string, number>>;
  /** Resolves once the server has accepted so many messages in all. */
  waitRecus(nombre: number): Promise<void>;
  /** Resolves once the number of envois that this worker holds, claimed and not settled, will do. */
  waitTenus(ouvrier: Ouvrier, isDone: (tenus: number) => boolean): Promise<void>;
  /** Resolves once this worker has said so in its log. */
  waitLigne(ouvrier: Ouvrier, texte: string): Promise<void>;
  /** Stops the process without a word, as a paused machine would. */
  freeze(ouvrier: Ouvrier): Promise<void>;
  /** Makes the others take this worker, killed or frozen, for dead: as if it had been silent for an hour. */
  forget(ouvrier: Ouvrier): Promise<void>;
  /** Resolves when the evening has opened and nothing is due nor under way any more. */
  waitEnd(): Promise<void>;
  close(): Promise<void>;
}

/** Looks again and again; gives up only when nothing moves any more, and says what `journal` knows. */
async function waitFor<T>(
  look: () => T | Promise<T>,
  isDone: (vu: T) => boolean,
  journal: () => string
): Promise<void> {
  let [dernier, depuis] = ['', performance.now()];
  for (let vu = await look(); !isDone(vu); vu = await look()) {
    const texte = JSON.stringify(vu);
    if (texte !== dernier) [dernier, depuis] = [texte, performance.now()];
    if (performance.now() - depuis > IMMOBILE_MS) {
      throw new Error(`Plus rien n’avance : ${texte}.\n${journal()}`);
    }
    await wait(20);
  }
}

async function countStatuts(base: Knex): Promise<Record<string, number>> {
  const lignes = await base('sms_envois')
    .groupBy('statut')
    .select<{ statut: string; nombre: string }[]>('statut', base.raw('count(*) AS nombre'));
  return Object.fromEntries(lignes.map(({ statut, nombre }) => [statut, Number(nombre)]));
}

const wait = (ms: number): Promise<void> => new Promise((suite) => setTimeout(suite, ms));

/** What the base sees of a worker: one state a connection. */
const etatsOf = (base: Knex, { nom }: Ouvrier): Promise<(string | null)[]> =>
  base('pg_stat_activity').where({ application_name: nom }).pluck('state');

/** Between two of its transactions: in the middle of one, it would keep from all the others what it holds. */
async function freeze(base: Knex, ouvrier: Ouvrier): Promise<void> {
  ouvrier.processus.kill('SIGSTOP');
  for (let etats = await etatsOf(base, ouvrier); ; etats = await etatsOf(base, ouvrier)) {
    if (etats.some((etat) => etat?.startsWith('idle in transaction'))) {
      ouvrier.processus.kill('SIGCONT');
      await wait(5);
      ouvrier.processus.kill('SIGSTOP');
    } else if (!etats.includes('active')) {
      return;
    }
    await wait(20);
  }
}

/** Of a killed worker, a statement may still be under way: its end is waited for, as it would come after the others'. */
async function forget(base: Knex, ouvrier: Ouvrier): Promise<void> {
  if (ouvrier.processus.signalCode === 'SIGKILL') {
    await waitFor(
      () => etatsOf(base, ouvrier),
      ({ length }) => length === 0,
      ouvrier.lignes
    );
  }
  await base('sms_ouvriers')
    .whereLike('nom', `${ouvrier.nom}.%`)
    .update({ vu_le: base.raw(`vu_le - interval '1 hour'`) });
}

/** How many envois a worker has claimed and not settled. */
async function countTenus(base: Knex, { nom }: Ouvrier): Promise<number> {
  return (await base('sms_file').whereLike('ouvrier', `${nom}.%`).select('envoi_id')).length;
}

/** An evening on a seeded base, its SMTP server and its SMS operator, and workers to be killed. */
export async function openSoiree(entrepreneurs: number): Promise<Soiree> {
  const database: FreshDatabase = await freshDatabase();
  const { url } = database;
  const dossier = mkdtempSync(path.join(tmpdir(), 'sms-mailing-soiree-'));
  const sms = path.join(dossier, 'sms.jsonl');
  const puits = await startPuits(path.join(dossier, 'recus'));
  await sow(url, entrepreneurs);
  const base = knex({
    client: 'pg',
    connection: url,
    pool: { min: 0, max: 4 },
    log: { warn: () => undefined },
  });
  const reglages = reglagesOf(puits.port, sms);
  await schedule(base, reglages);
  const { programme: programmes = 0 } = await countStatuts(base);
  const ouvriers: Ouvrier[] = [];
  const journal = (): string => ouvriers.map(({ lignes }) => lignes()).join('\n');
  const statuts = () => countStatuts(base);

  return {
    knex: base,
    puits,
    programmes,
    startOuvrier(nom, options = {}) {
      const ouvrier = startOuvrier(nom, { url, reglages }, options);
      ouvriers.push(ouvrier);
      return ouvrier;
    },
    sms: () => readLignes(sms),
    statuts,
    waitRecus: (nombre) =>
      waitFor(
        () => puits.recus().length,
        (recus) => recus >= nombre,
        journal
      ),
    waitTenus: (ouvrier, isDone) => waitFor(() => countTenus(base, ouvrier), isDone, journal),
    waitLigne: ({ lignes }, texte) => waitFor(lignes, (vues) => vues.includes(texte), journal),
    freeze: (ouvrier) => freeze(base, ouvrier),
    forget: (ouvrier) => forget(base, ouvrier),
    waitEnd: () =>
      waitFor(
        async () => ({
          // First: the evening opens with its envois, so that none is missed below.
          soirees: (await base('sms_soirees').select('soir')).length,
          ...(await statuts()),
        }),
        ({ soirees, programme = 0 }: Record<string, number>) => soirees !== 0 && programme === 0,
        journal
      ),
    async close() {
      for (const { processus } of ouvriers) processus.kill('SIGKILL');
      await Promise.all(ouvriers.map(({ fin }) => fin));
      puits.close();
      await base.destroy();
      await database.drop();
      rmSync(dossier, { recursive: true });
    },
  };
}
