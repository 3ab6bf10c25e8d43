import knexOf, { type Knex } from 'knex';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIssueWriter } from '../../server/src/adapters/sql/envois/group-issues';
import { EMPREINTEUR } from './campagnes-base';
import { depart, openBancSql, SOIR, type BancSql } from './envois-base';

let banc: BancSql;
/** One connection, whose settings are those of a server at fault. */
let seule: Knex;

beforeAll(async () => {
  banc = await openBancSql();
});
beforeEach(async () => {
  await banc.reset();
  seule = knexOf({ client: 'pg', connection: banc.base.url, pool: { min: 1, max: 1 } });
});
afterEach(() => seule.destroy());
afterAll(() => banc.close());

/** Two messages have left: what is known here alone, and what says so. */
async function openIssues() {
  const ids = [await banc.add(), await banc.add()];
  await depart(banc, 'a');
  const fautes: unknown[] = [];
  seule.on('query-error', ({ code }: { code?: string }) => fautes.push(code));
  const record = createIssueWriter({ knex: seule, empreinteur: EMPREINTEUR });
  const statuts = async () => Promise.all(ids.map(async (id) => (await banc.read(id)).statut));
  return {
    fautes,
    statuts,
    ecrits: () =>
      Promise.all(
        ids.map((id) =>
          record('a', { statut: 'envoye', id, reference: `r${String(id)}`, credits: 0 }, SOIR)
        )
      ),
  };
}

describe('ce qui est parti et que la base refuse d’écrire', () => {
  it('parce qu’elle est passée en lecture seule (25006) attend, et s’écrit quand elle en revient', async () => {
    const { fautes, statuts, ecrits } = await openIssues();
    await seule.raw('SET default_transaction_read_only = on');
    const fin = ecrits();
    await vi.waitFor(() => expect(fautes).toContain('25006'), { timeout: 60_000 });
    expect(await statuts()).toEqual(['en_cours', 'en_cours']);
    await seule.raw('SET default_transaction_read_only = off');
    await fin;
    expect(await statuts()).toEqual(['envoye', 'envoye']);
  });

  it('parce qu’une requête a trop duré (57014) attend, et s’écrit quand rien ne la retient plus', async () => {
    const { fautes, statuts, ecrits } = await openIssues();
    await seule.raw('SET statement_timeout = 100');
    const verrou = await banc.base.knex.transaction();
    await verrou.raw('SELECT 1 FROM sms_file FOR UPDATE');
    const fin = ecrits();
    await vi.waitFor(() => expect(fautes).toContain('57014'), { timeout: 60_000 });
    expect(await statuts()).toEqual(['en_cours', 'en_cours']);
    await verrou.rollback();
    await seule.raw('SET statement_timeout = 0');
    await fin;
    expect(await statuts()).toEqual(['envoye', 'envoye']);
  });
});

it('parti par un autre, un envoi reste envoyé, et son adresse bonne, quoi qu’en dise ensuite l’ouvrier tenu pour mort', async () => {
  const { ledger, base } = banc;
  await base.knex.raw('TRUNCATE sms_rebonds');
  const id = await banc.add();
  await depart(banc, 'mort');
  await ledger.record('autre', { statut: 'envoye', id, reference: 'r', credits: 0 }, SOIR);
  const retour = { raison: 'boite_inexistante', par: '', code: '5.1.1' } as const;
  const refus = { motif: 'refuse', detail: '550 5.1.1', adresse: 'x@courriel.test' } as const;
  await ledger.record('mort', { statut: 'echec', id, ...refus, retour }, SOIR);
  expect(await banc.read(id)).toMatchObject({ statut: 'envoye', motif: null, detail: null });
  expect(await base.knex('sms_rebonds').select('envoi_id')).toEqual([]);
});
