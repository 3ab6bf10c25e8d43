import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { up as namePlaces } from '../../../../../database/migrations/2026.11.29T00.00.00.places-des-bilans';
import { up as addUsages } from '../../../../../database/migrations/2026.11.29T05.00.00.usages-portees';
import { createBilans } from '../../server/src/adapters/sql/bilans/fold';
import { createPackages } from '../../server/src/adapters/sql/packages-sms/packages';
import { createSuiviPackages } from '../../server/src/adapters/sql/packages-sms/suivi';
import { applySchema } from '../../server/src/adapters/sql/schema/apply-schema';
import type { BilanStore } from '../../server/src/services/ports/bilans';
import { playHistoires, shareEnvois } from './bilans-histoires';
import { checkBilans } from './bilans-verifies';
import { openBancSql, SOIR, type BancSql } from './envois-base';

let banc: BancSql;
let bilans: BilanStore;

beforeAll(async () => {
  banc = await openBancSql();
  bilans = createBilans(banc.base.knex, 0);
});
beforeEach(() => banc.reset());
afterAll(() => banc.close());

const share = (): Promise<unknown> => shareEnvois(banc.base.knex);

describe('Ce qui est gardé est ce que l’historique compterait', () => {
  it(
    'prises, issues, retards, annulations, effacements et SQL, dans quelque ordre que ce soit',
    { timeout: 300_000 },
    () => playHistoires(banc, { nombre: 12, pas: 50, check: () => checkBilans(banc.base.knex) })
  );

  it('une ligne changée, déplacée ou supprimée en SQL après coup se compte autrement', async () => {
    const id = await banc.add();
    await share();
    await bilans.fold();
    const { knex } = banc.base;
    const ligne = knex('sms_envois').where({ id });
    for (const change of [
      { statut: 'envoye', envoye_le: SOIR },
      { campagne_id: 12 },
      { campagne_id: null, modalite: 'fiche_entrepreneur', prevu_le: '2021-05-01 17:00' },
      { modalite: 'envoi_automatique', envoye_le: '2021-01-31 23:59:59' },
      { envoye_le: '2021-02-01' },
      { antenne_id: 2, referent_id: null },
    ]) {
      await ligne.clone().update(change);
      await checkBilans(banc.base.knex);
      await bilans.fold();
      await checkBilans(banc.base.knex);
    }
    await ligne.clone().delete();
    await checkBilans(banc.base.knex);
    await bilans.fold();
    await checkBilans(banc.base.knex);
  });

  it('sur une base d’avant, chaque groupe gardé dit où sont ses lignes', async () => {
    const { knex } = banc.base;
    await banc.add();
    await banc.add();
    await share();
    await bilans.fold();
    await knex.raw(
      'ALTER TABLE sms_bilans DROP COLUMN antennes, DROP COLUMN equipes, DROP COLUMN referents'
    );
    await namePlaces(knex);
    await checkBilans(banc.base.knex);
  });

  it('sur une base d’avant, ce que chaque modèle a servi dans un périmètre s’additionne de ce qui est gardé', async () => {
    const { knex } = banc.base;
    await banc.add();
    await banc.add({ statut: 'envoye' });
    await share();
    await bilans.fold();
    await knex.raw('DROP FUNCTION sms_usages_portees_plus(), sms_usages_portees_moins() CASCADE');
    await knex.raw('DROP TABLE sms_usages_portees');
    await addUsages(knex);
    await applySchema(knex);
    await checkBilans(knex);
    await knex('sms_envois').update({ statut: 'echec', antenne_id: 1 });
    await bilans.fold();
    await checkBilans(knex);
  });

  it('ce qui s’écrit pendant qu’on recompte n’est pas oublié', async () => {
    const { knex } = banc.base;
    const premiere = await banc.add();
    await share();
    const lente = await knex.transaction();
    await lente('sms_envois').where({ id: premiere }).update({ statut: 'echec' });
    expect(await bilans.fold()).toBe(1);
    await lente.commit();
    await checkBilans(banc.base.knex);
    expect(await bilans.fold()).toBe(1);
    await checkBilans(banc.base.knex);
  });

  it('un groupe qui bouge encore n’est pas recompté, et se compte quand même', async () => {
    await banc.add();
    await share();
    expect(await createBilans(banc.base.knex, 60).fold()).toBe(0);
    await checkBilans(banc.base.knex);
  });
});

describe('Les SMS consommés', () => {
  const suivi = () => createSuiviPackages(banc.base.knex, 'Europe/Paris');

  it('leurs mois sont ceux de la zone, et font avec ce qui précède les « consommés » des packages', async () => {
    const { knex } = banc.base;
    const vieux = { date_achat: '2021-01-01', achetes: 100, consommes: 40 };
    const [premier, second] = [
      await banc.base.add('sms_packages', vieux),
      await banc.base.add('sms_packages', { ...vieux, date_achat: '2022-01-01', consommes: 8 }),
    ];
    const move = (lot: number, nature: string, credits: number, survenu: string) =>
      banc.base.add('sms_mouvements', { package_id: lot, nature, credits, survenu_le: survenu });
    const consommes = () => suivi().countConsommes('2022-01-01');
    expect(await consommes()).toEqual({ mois: [], anterieurs: 48 });
    await move(premier, 'debit', 4, '2021-12-31 22:59');
    await move(premier, 'debit', 3, '2021-12-31 23:00');
    await move(second, 'debit', 7, '2022-02-28 23:30');
    await move(second, 'remboursement', 2, '2022-03-01 09:00');
    await move(second, 'correction', -5, '2022-03-02 09:00');
    await move(second, 'correction', 1, '2022-04-02 09:00');
    const mois = [
      { mois: '2022-01', sms: 3 },
      { mois: '2022-04', sms: 1 },
    ];
    expect(await consommes()).toEqual({ mois, anterieurs: 44 });
    await knex('sms_mouvements').where({ package_id: second }).delete();
    await knex('sms_packages').where({ id: second }).delete();
    expect(await consommes()).toEqual({ mois: [{ mois: '2022-01', sms: 3 }], anterieurs: 37 });
  });

  it('le journal d’un package et le nombre de ses mouvements suivent ce qui s’y écrit ou s’en efface', async () => {
    const { knex } = banc.base;
    const lot = await banc.base.add('sms_packages', {
      date_achat: '2022-01-01',
      achetes: 100,
      consommes: 0,
    });
    const document = await banc.base.documentId('sms_packages', lot);
    const addMouvement = (nature: string, credits: number, survenu: string) =>
      banc.base.add('sms_mouvements', { package_id: lot, nature, credits, survenu_le: survenu });
    await addMouvement('debit', 2, '2022-03-01 18:00');
    const second = await addMouvement('debit', 5, '2022-03-01 18:20');
    await addMouvement('correction', -1, '2022-03-01 09:00');
    await addMouvement('debit', 4, '2022-03-01 23:10');
    expect(await suivi().journal(document)).toMatchObject([
      { jour: '2022-03-02', nature: 'debit', credits: 4 },
      { jour: '2022-03-01', nature: 'correction', credits: -1 },
      { jour: '2022-03-01', nature: 'debit', credits: 7 },
    ]);
    await knex('sms_mouvements').where({ id: second }).update({ credits: 6 });
    expect((await suivi().journal(document)).at(-1)).toMatchObject({ credits: 8 });
    expect(await createPackages(knex).list()).toMatchObject([{ mouvements: 4 }]);
    await knex('sms_mouvements').where({ package_id: lot }).delete();
    expect(await createPackages(knex).list()).toMatchObject([{ mouvements: 0 }]);
    expect(await suivi().journal(document)).toEqual([]);
  });
});
