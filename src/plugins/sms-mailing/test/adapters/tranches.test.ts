import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TOUT } from '../../core/perimetre';
import { createBilans } from '../../server/src/adapters/sql/bilans/fold';
import { countParJour } from '../../server/src/adapters/sql/bilans/tranches';
import { sqlEnvoisVisibles } from '../../server/src/adapters/sql/campagnes/visibles';
import { query } from '../../server/src/adapters/sql/query';
import { applySchema } from '../../server/src/adapters/sql/schema/apply-schema';
import { playHistoires, shareEnvois } from './bilans-histoires';
import { PERIMETRES } from './bilans-verifies';
import { openBancSql, SOIR, type BancSql } from './envois-base';

const ZONE = 'Europe/Paris';
const TOUJOURS = { du: '2021-01-01', au: '2023-01-01' };

let banc: BancSql;
const fold = (): Promise<number> => createBilans(banc.base.knex, 0).fold();

beforeAll(async () => {
  banc = await openBancSql();
});
beforeEach(() => banc.reset());
afterAll(() => banc.close());

const share = (): Promise<unknown> => shareEnvois(banc.base.knex);

/** What the product reads against what the ledger counts, day by day. */
async function check(): Promise<void> {
  const { knex } = banc.base;
  for (const perimetre of PERIMETRES) {
    const visibles = sqlEnvoisVisibles(perimetre);
    const comptes = await query(
      knex,
      `SELECT to_char(v.prevu_le AT TIME ZONE 'UTC' AT TIME ZONE :zone, 'YYYY-MM-DD') AS jour,
              v.type_contact AS "typeContact", v.modalite,
              count(*) FILTER (WHERE v.statut IN ('envoye', 'remis'))::int AS envoyes,
              count(*) FILTER (WHERE v.statut = 'echec')::int AS echecs,
              count(*) FILTER (WHERE v.statut = 'incertain')::int AS incertains
         FROM sms_envois v
        WHERE v.statut IN ('envoye', 'remis', 'echec', 'incertain') AND NOT starts_with(v.cle, 't:') AND ${visibles.sql}
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      { ...visibles.params, zone: ZONE }
    );
    expect(await countParJour(knex, { ...TOUJOURS, perimetre }, ZONE)).toEqual(comptes);
  }
}

describe('Les statistiques gardées sont ce que l’historique compterait', () => {
  it(
    'prises, issues, retards, annulations, effacements et SQL, dans quelque ordre que ce soit',
    { timeout: 300_000 },
    () => playHistoires(banc, { nombre: 6, pas: 40, check: check })
  );

  it('une ligne envoyée, déplacée, essayée ou supprimée en SQL se compte autrement', async () => {
    const id = await banc.add();
    await share();
    const ligne = banc.base.knex('sms_envois').where({ id });
    for (const change of [
      { statut: 'envoye', envoye_le: SOIR },
      { prevu_le: '2022-03-03 22:59:59' },
      { prevu_le: '2022-03-03 23:00' },
      { statut: 'echec', antenne_id: 2, referent_id: null },
      { cle: 't:1' },
    ]) {
      await ligne.clone().update(change);
      await check();
      await fold();
      await check();
    }
    await ligne.clone().delete();
    await check();
  });

  it('minuit est celui de l’association', async () => {
    const id = await banc.add({ statut: 'envoye' });
    await banc.base.knex('sms_envois').where({ id }).update({ prevu_le: '2022-03-03 23:00' });
    await fold();
    const jours = (zone: string) =>
      countParJour(banc.base.knex, { ...TOUJOURS, perimetre: TOUT }, zone);
    expect(await jours(ZONE)).toMatchObject([{ jour: '2022-03-04', envoyes: 1 }]);
    expect(await jours('America/Cayenne')).toMatchObject([{ jour: '2022-03-03', envoyes: 1 }]);
  });

  it('une base d’avant les compte toutes à son démarrage', async () => {
    const { knex } = banc.base;
    await banc.add({ statut: 'envoye' });
    await share();
    await fold();
    await knex.raw('TRUNCATE sms_bilans_tranches, sms_bilans_tranches_modifiees');
    await applySchema(knex);
    expect(await countParJour(knex, { ...TOUJOURS, perimetre: TOUT }, ZONE)).toHaveLength(1);
    await check();
  });
});
