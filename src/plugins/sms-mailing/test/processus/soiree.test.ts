import { afterEach, describe, expect, it } from 'vitest';
import { FENETRE, openSoiree, BAIL_MS, type Soiree } from './soiree';

const ENTREPRENEURS = 700;
const MISES_A_MORT = 6;
/** Enough that the queue never runs dry before the last kill: each costs up to 80 messages and a window. */
const ENTREPRENEURS_TUES = 1_200;

let soiree: Soiree;
afterEach(() => soiree.close());

const wait = (ms: number): Promise<void> => new Promise((suite) => setTimeout(suite, ms));

/** A worker is at work once messages come in; before that a kill proves nothing. */
async function waitRecus(nombre: number): Promise<void> {
  const limite = Date.now() + 30_000;
  while (soiree.recus().length < nombre && Date.now() < limite) await wait(20);
  expect(soiree.recus().length).toBeGreaterThanOrEqual(nombre);
}

/** Nothing lost, nothing doubled: the promise of docs/adr/0005, row by row against what the server accepted. */
async function expectPromesse(incertainsAuPlus: number): Promise<void> {
  const recus = soiree.recus();
  expect(recus).not.toContain('sans Message-ID');
  expect(recus.length).toBe(new Set(recus).size);
  const mails = await soiree
    .knex('sms_envois')
    .whereNot({ type_contact: 'sms' })
    .select<{ statut: string; message_id: string | null }[]>('statut', 'message_id');
  const partis = mails.filter(({ statut }) => statut === 'envoye');
  const incertains = mails.filter(({ statut }) => statut === 'incertain');
  const vus = new Set(recus);
  expect(partis.filter(({ message_id: id }) => !vus.has(String(id)))).toEqual([]);
  const connus = new Set([...partis, ...incertains].map(({ message_id: id }) => id));
  expect(recus.filter((id) => !connus.has(id))).toEqual([]);
  expect(incertains.length).toBeLessThanOrEqual(incertainsAuPlus);

  const references = soiree.sms().map((ligne) => (JSON.parse(ligne) as { cle: string }).cle);
  expect(references.length).toBe(new Set(references).size);

  const { envoye = 0, incertain = 0, exclu = 0, ...autres } = await soiree.statuts();
  expect(autres).toEqual({});
  const [{ envois }] = (await soiree.knex('sms_soirees').select('envois')) as [{ envois: number }];
  expect(envois).toBeGreaterThan(0);
  expect(envoye + incertain + exclu).toBe(soiree.programmes + envois);
}

describe('l’envoi du soir, en vrais processus', () => {
  it('tué net à tout moment et relancé, ne perd ni ne double rien', async () => {
    soiree = await openSoiree(ENTREPRENEURS_TUES);
    for (let mort = 0; mort < MISES_A_MORT; mort += 1) {
      const ouvrier = soiree.startOuvrier(`mort${String(mort)}`);
      await waitRecus(soiree.recus().length + 1 + Math.floor(Math.random() * 80));
      ouvrier.processus.kill('SIGKILL');
      await ouvrier.fin;
    }
    soiree.startOuvrier('dernier');
    await soiree.waitEnd();
    await expectPromesse(FENETRE * MISES_A_MORT);
  }, 120_000);

  it('à plusieurs instances, s’ouvre une fois et remet chaque message une fois, sans un incertain', async () => {
    soiree = await openSoiree(ENTREPRENEURS);
    const ouvriers = ['un', 'deux'].map((nom) => soiree.startOuvrier(nom));
    await soiree.waitEnd();
    await expectPromesse(0);
    expect(await soiree.knex('sms_soirees').select('soir')).toHaveLength(1);
    const parOuvrier = await soiree.knex('sms_envois').distinct<{ ouvrier: string }[]>('ouvrier');
    expect(new Set(parOuvrier.map(({ ouvrier }) => ouvrier.split('.')[0]))).toEqual(
      new Set(ouvriers.map(({ nom }) => nom))
    );
  }, 120_000);

  it('un ouvrier figé plus longtemps que son bail, puis réveillé, ne double rien', async () => {
    soiree = await openSoiree(ENTREPRENEURS);
    const fige = soiree.startOuvrier('fige');
    await waitRecus(50);
    fige.processus.kill('SIGSTOP');
    await wait(BAIL_MS * 1.2);
    soiree.startOuvrier('relève');
    await waitRecus(150);
    fige.processus.kill('SIGCONT');
    await soiree.waitEnd();
    await wait(500);
    await expectPromesse(FENETRE);
  }, 120_000);

  it('une base qui coupe ses connexions en plein envoi ne rend même pas d’incertain', async () => {
    soiree = await openSoiree(ENTREPRENEURS);
    soiree.startOuvrier('seul');
    for (let coupure = 0; coupure < 5; coupure += 1) {
      await waitRecus(soiree.recus().length + 40);
      await soiree.knex.raw(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    }
    await soiree.waitEnd();
    await expectPromesse(0);
  }, 120_000);

  it('arrêté proprement, laisse revenir ce qui est en route et rend le reste à la file', async () => {
    soiree = await openSoiree(ENTREPRENEURS);
    const ouvrier = soiree.startOuvrier('poli');
    await waitRecus(100);
    ouvrier.processus.kill('SIGTERM');
    expect(await ouvrier.fin).toBe(0);
    const { programme = 0, envoye = 0, ...autres } = await soiree.statuts();
    expect(autres).toEqual({});
    expect(programme).toBeGreaterThan(0);
    expect(envoye).toBe(soiree.recus().length + soiree.sms().length);
    expect(await soiree.knex('sms_ouvriers').select('nom')).toEqual([]);
    soiree.startOuvrier('suivant');
    await soiree.waitEnd();
    await expectPromesse(0);
  }, 120_000);
});
