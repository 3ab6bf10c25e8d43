import { afterEach, describe, expect, it } from 'vitest';
import { drawGraine, drawMorts, RANG_MAX } from './morts';
import { FENETRE } from './preparation';
import { openSoiree, type Soiree } from './soiree';

const MISES_A_MORT = 6;
/** Some 500 e-mails. */
const ENTREPRENEURS = 700;
/** Some 900 e-mails: more than the deaths take, each one at most `RANG_MAX` messages and a window. */
const ENTREPRENEURS_TUES = 1_200;
/** Some 1,800 e-mails: more than one worker claims at once, two lots of 500. */
const ENTREPRENEURS_PARTAGES = 2_500;
/** The answers after which the server keeps the others waiting: one message more, and some are on their way. */
const MOITIE = 100;
const TOUS = Number.MAX_SAFE_INTEGER;
const BAIL_FIGE_MS = 3_000;
/** A guard, not a promise: what stops moving says so well before. */
const DELAI_MS = 900_000;

let soiree: Soiree;
afterEach(() => soiree.close());

/** Nothing lost, nothing doubled: the promise of docs/adr/0005, row by row against what the server accepted. */
async function expectPromesse(incertainsAuPlus: number): Promise<void> {
  const recus = soiree.puits.recus();
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

describe('l’envoi du soir, en vrais processus', { timeout: DELAI_MS }, () => {
  it('tué net à tout moment et relancé, ne perd ni ne double rien', async () => {
    const graine = drawGraine();
    const morts = drawMorts(graine, MISES_A_MORT);
    console.log(`GRAINE=${graine} pour rejouer : ${JSON.stringify(morts)}`);
    soiree = await openSoiree(ENTREPRENEURS_TUES);
    expect(soiree.programmes).toBeGreaterThan(MISES_A_MORT * (RANG_MAX + FENETRE));
    for (const [i, mort] of morts.entries()) {
      const ouvrier = soiree.startOuvrier(`mort${String(i)}`, { mort });
      expect(await ouvrier.fin, ouvrier.lignes()).toBeNull();
      await soiree.forget(ouvrier);
    }
    soiree.startOuvrier('dernier');
    await soiree.waitEnd();
    await expectPromesse(FENETRE * MISES_A_MORT);
  });

  it('à plusieurs instances, s’ouvre une fois et remet chaque message une fois, sans un incertain', async () => {
    soiree = await openSoiree(ENTREPRENEURS_PARTAGES);
    await soiree.puits.allow(0);
    const ouvriers = ['un', 'deux'].map((nom) => soiree.startOuvrier(nom));
    for (const ouvrier of ouvriers) await soiree.waitTenus(ouvrier, (tenus) => tenus > 0);
    await soiree.puits.allow(TOUS);
    await soiree.waitEnd();
    await expectPromesse(0);
    expect(await soiree.knex('sms_soirees').select('soir')).toHaveLength(1);
  });

  it('un ouvrier figé plus longtemps que son bail, puis réveillé, ne double rien', async () => {
    soiree = await openSoiree(ENTREPRENEURS);
    await soiree.puits.allow(MOITIE);
    const fige = soiree.startOuvrier('fige', { bailMs: BAIL_FIGE_MS });
    await soiree.waitRecus(MOITIE + 1);
    await soiree.freeze(fige);
    await soiree.puits.allow(TOUS);
    await new Promise((suite) => setTimeout(suite, BAIL_FIGE_MS));
    await soiree.forget(fige);
    soiree.startOuvrier('relève');
    await soiree.waitTenus(fige, (tenus) => tenus === 0);
    await soiree.waitRecus(3 * MOITIE);
    fige.processus.kill('SIGCONT');
    await soiree.waitEnd();
    // What it would still send, it has sent before it ends.
    fige.processus.kill('SIGTERM');
    expect(await fige.fin).toBe(0);
    await expectPromesse(FENETRE);
  });

  it('une base qui coupe ses connexions en plein envoi ne rend même pas d’incertain', async () => {
    soiree = await openSoiree(ENTREPRENEURS);
    await soiree.puits.allow(0);
    soiree.startOuvrier('seul');
    for (let coupure = 0; coupure < 5; coupure += 1) {
      await soiree.puits.allow(40);
      await soiree.waitRecus(40 * (coupure + 1) + 1);
      await soiree.knex.raw(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    }
    await soiree.puits.allow(TOUS);
    await soiree.waitEnd();
    await expectPromesse(0);
  });

  it('arrêté proprement, laisse revenir ce qui est en route et rend le reste à la file', async () => {
    soiree = await openSoiree(ENTREPRENEURS);
    await soiree.puits.allow(MOITIE);
    const ouvrier = soiree.startOuvrier('poli');
    await soiree.waitRecus(MOITIE + 1);
    ouvrier.processus.kill('SIGTERM');
    await soiree.waitLigne(ouvrier, 'arrêt demandé');
    await soiree.puits.allow(TOUS);
    expect(await ouvrier.fin).toBe(0);
    const { programme = 0, envoye = 0, ...autres } = await soiree.statuts();
    expect(autres).toEqual({});
    expect(programme).toBeGreaterThan(0);
    expect(envoye).toBe(soiree.puits.recus().length + soiree.sms().length);
    expect(await soiree.knex('sms_ouvriers').select('nom')).toEqual([]);
    soiree.startOuvrier('suivant');
    await soiree.waitEnd();
    await expectPromesse(0);
  });
});
