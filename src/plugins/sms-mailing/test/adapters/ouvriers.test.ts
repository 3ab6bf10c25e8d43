import { describe, expect, it } from 'vitest';
import { createHorloge } from '../../server/src/adapters/sql/horloge';
import { listFragilites } from '../../server/src/adapters/sql/fragilites';
import { openPouls } from '../../server/src/adapters/sql/envois/pouls';
import { isPanneDeLaBase, isPannePassagere } from '../../server/src/adapters/sql/panne';
import { openBase } from './campagnes-base';
import { BANCS, claimOptions, depart, SOIR, useBanc, type BancLedger } from './envois-base';

describe.each(BANCS)('les ouvriers et leurs absents %s', (_, open) => {
  let banc: BancLedger;
  useBanc(open, (ouvert) => {
    banc = ouvert;
  });

  it('ce que tenait un ouvrier muet : réservé revient, en cours devient incertain', async () => {
    const parti = await banc.add();
    await depart(banc, 'mort');
    const pris = await banc.add();
    await banc.claim(banc.lot, claimOptions('mort'));
    await banc.age('mort', 31_000);
    expect(await banc.ouvriers.sweep(30_000, SOIR)).toEqual({ rendus: 1, incertains: 1 });
    expect((await banc.read(parti)).statut).toBe('incertain');
    expect((await banc.read(pris)).statut).toBe('programme');
    expect((await banc.read(parti)).adresse).toContain('@courriel.test');
  });

  it('un vivant garde ce qu’il tient ; qui est parti proprement ne tient plus rien', async () => {
    await banc.add();
    await depart(banc, 'vivant');
    expect(await banc.ouvriers.sweep(30_000, SOIR)).toEqual({ rendus: 0, incertains: 0 });
    await banc.ouvriers.leave('vivant');
    expect(await banc.ouvriers.sweep(30_000, SOIR)).toEqual({ rendus: 0, incertains: 1 });
  });

  it('un ouvrier retrouve ce qu’une panne lui a fait perdre de vue, et rien des autres', async () => {
    await banc.add();
    await depart(banc, 'a');
    await banc.add();
    await banc.claim(banc.lot, claimOptions('b'));
    expect(await banc.ouvriers.recover('a', SOIR)).toEqual({ rendus: 0, incertains: 1 });
    expect(await banc.ouvriers.recover('b', SOIR)).toEqual({ rendus: 1, incertains: 0 });
  });

  it('dits ensemble, un résultat à l’heure, un tardif, un redit et un refus comptent chacun', async () => {
    const partir = async (): Promise<number> => {
      const id = await banc.add();
      await depart(banc, 'a');
      return id;
    };
    const envoye = (id: number) =>
      banc.ledger.record('a', { statut: 'envoye', id, reference: `r${id}`, credits: 0 }, SOIR);
    const tardif = await partir();
    await banc.ouvriers.recover('a', SOIR);
    const [aLHeure, redit, refuse] = [await partir(), await partir(), await partir()];
    await envoye(redit);
    const refus = { statut: 'echec', motif: 'refuse', detail: 'non', adresse: null } as const;
    await Promise.all([
      ...[tardif, aLHeure, redit].map(envoye),
      banc.ledger.record('a', { ...refus, id: refuse }, SOIR),
    ]);
    const lus = await Promise.all([tardif, aLHeure, redit, refuse].map((id) => banc.read(id)));
    expect(lus.map(({ statut }) => statut)).toEqual(['envoye', 'envoye', 'envoye', 'echec']);
    expect(lus.map(({ reference }) => reference)).toEqual([
      ...[tardif, aLHeure, redit].map((id) => `r${id}`),
      null,
    ]);
  });

  it('compte les ouvriers entendus depuis peu', async () => {
    await banc.ouvriers.beat('a', null);
    await banc.ouvriers.beat('b', null);
    await banc.age('b', 31_000);
    expect(await banc.ouvriers.count(30_000)).toBe(1);
  });
});

describe('la base et cet ouvrier', () => {
  it('son pouls a une connexion à lui : il bat quand toutes les autres sont prises, et après une coupure', async () => {
    const base = await openBase();
    const pouls = openPouls({ connectionString: base.url });
    const alerte = async () =>
      (await base.knex('sms_ouvriers').where({ nom: 'seul' }).pluck<string[]>('alerte'))[0];
    try {
      await pouls.beat('seul', 'une alerte');
      expect(await alerte()).toBe('une alerte');
      await base.knex.raw(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`);
      await pouls.beat('seul', null).catch(() => undefined);
      await pouls.beat('seul', 'encore');
      expect(await alerte()).toBe('encore');
    } finally {
      await pouls.close();
      await base.close();
    }
  });

  it('leurs horloges s’accordent à trente secondes près, sinon rien ne part d’ici', async () => {
    const base = await openBase();
    let ecart = 0;
    const horloge = createHorloge(base.knex, () => Date.now() + ecart);
    try {
      expect([await horloge.check(), horloge.alerte]).toEqual([true, null]);
      ecart = 60_000;
      expect(await horloge.check()).toBe(false);
      expect(horloge.alerte).toContain('d’avance');
      ecart = -60_000;
      expect(await horloge.check()).toBe(false);
      expect(horloge.alerte).toContain('de retard');
      ecart = 0;
      expect([await horloge.check(), horloge.alerte]).toEqual([true, null]);
    } finally {
      await base.close();
    }
  });

  it('les réglages qui laisseraient perdre ce qui est écrit sont nommés', async () => {
    const base = await openBase();
    try {
      const { rows } = await base.knex.raw<{ rows: { fsync: string }[] }>('SHOW fsync');
      expect((await listFragilites(base.knex)).includes('fsync')).toBe(rows[0]?.fsync === 'off');
    } finally {
      await base.close();
    }
  });

  it('une requête trop longue ou une base en lecture seule est sa faute, pas celle des envois', async () => {
    const base = await openBase();
    const codeOf = async (sql: string): Promise<unknown> =>
      base.knex
        .transaction(async (trx) => {
          await trx.raw(sql.split(';')[0]!);
          await trx.raw(sql.split(';')[1]!);
        })
        .catch((erreur: unknown) => erreur);
    try {
      const lente = await codeOf(`SET LOCAL statement_timeout = 20;SELECT pg_sleep(5)`);
      const lecture = await codeOf(`SET TRANSACTION READ ONLY;DELETE FROM sms_file`);
      expect([lente, lecture]).toMatchObject([{ code: '57014' }, { code: '25006' }]);
      expect([lente, lecture].map(isPanneDeLaBase)).toEqual([true, true]);
      // A rule that takes too long is set aside; it does not cost the evening of the others.
      expect([lente, lecture].map(isPannePassagere)).toEqual([false, true]);
    } finally {
      await base.close();
    }
  });
});
