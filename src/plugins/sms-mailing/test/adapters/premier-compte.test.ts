import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COLONNES_ARCHIVE } from '../../server/src/adapters/sql/archives/historique';
import { createBilans } from '../../server/src/adapters/sql/bilans/fold';
import {
  readPremierCompte,
  runPremierCompte,
} from '../../server/src/adapters/sql/bilans/premier-compte';
import { applySchema } from '../../server/src/adapters/sql/schema/apply-schema';
import type { PremierCompte } from '../../server/src/services/ports/bilans';
import { checkBilans } from './bilans-verifies';
import { openBase, type Base } from './campagnes-base';

const LIGNES = 700;
const LOT = 40;

let base: Base;
let modeleId: number;

beforeAll(async () => {
  base = await openBase();
  modeleId = (await base.addModele()).id;
});
beforeEach(() => openAvant());
afterAll(() => base.close());

const ARCHIVE = COLONNES_ARCHIVE.join(', ');

/** A base of before the kept counts: campagnes, some sent again, rules, fiches; and an archive. */
async function openAvant(): Promise<void> {
  const { knex } = base;
  await knex.raw(
    `DROP FUNCTION sms_bilans_insert(), sms_bilans_update(), sms_bilans_delete(), sms_bilans_truncate() CASCADE`
  );
  await knex.raw('TRUNCATE sms_envois, sms_envois_archives, sms_bilans_modifies RESTART IDENTITY');
  await knex.raw(
    `INSERT INTO sms_envois (document_id, cle, modalite, type_contact, statut, motif, modele_id, campagne_id, type_destinataire,
       destinataire_id, prevu_le, termine_le, tentatives, credits, antenne_id, equipe_id, referent_id)
     SELECT 'd' || n, 'c:' || n, (ARRAY['campagne', 'envoi_automatique', 'fiche_entrepreneur'])[1 + n % 3], 'email',
            (ARRAY['programme', 'envoye', 'remis', 'echec', 'exclu', 'annule', 'incertain'])[1 + n % 7], 'fiche_inactive', ?,
            CASE WHEN n % 3 = 0 THEN 1 + n % 30 END, 'entrepreneur', 1 + n % 5, '2021-01-01'::timestamp + n * interval '1 day',
            '2021-01-01', 0, 0, 1 + n % 2, 1 + n % 3, 1 + n % 4
       FROM generate_series(1, ${String(LIGNES)}) n`,
    [modeleId]
  );
  await knex.raw(
    `WITH parties AS (DELETE FROM sms_envois WHERE id % 4 = 0 RETURNING *)
     INSERT INTO sms_envois_archives (${ARCHIVE}) SELECT ${ARCHIVE} FROM parties`
  );
}

const run = (onAvance: (compte: PremierCompte) => void = () => undefined): Promise<void> =>
  runPremierCompte(base.knex, onAvance, LOT);

async function boot(): Promise<void> {
  await applySchema(base.knex);
  await run();
}

/** Nothing is left to be counted by whoever asks. */
async function readGarde(): Promise<{ lignes: number; marques: number }> {
  const { rows } = await base.knex.raw<{ rows: { lignes: number; marques: number }[] }>(
    `SELECT (SELECT sum(programmes + envoyes + echecs + incertains + exclus + annules + remplaces)::int FROM sms_bilans) AS lignes,
            (SELECT count(*)::int FROM sms_bilans_modifies) AS marques`
  );
  return rows[0]!;
}

describe('Le premier compte d’un historique d’avant', () => {
  it('dit combien il en reste, lot après lot, et rien ne se compte plus à chaque lecture', async () => {
    expect(await readPremierCompte(base.knex)).toEqual({ comptes: 0, total: LIGNES });
    await applySchema(base.knex);
    await checkBilans(base.knex);
    const avances: PremierCompte[] = [];
    await run((compte) => avances.push(compte));
    expect(avances.length).toBeGreaterThan(4);
    expect(avances.map(({ comptes }) => comptes)).toEqual(
      avances.map(({ comptes }) => comptes).sort((a, b) => a - b)
    );
    expect(avances.at(-1)).toEqual({ comptes: LIGNES, total: LIGNES });
    expect(await readGarde()).toEqual({ lignes: LIGNES, marques: 0 });
    expect(await readPremierCompte(base.knex)).toBeNull();
    await checkBilans(base.knex);
  });

  it('arrêté entre deux lots, il garde ce qui est fait et reprend le reste', async () => {
    await applySchema(base.knex);
    let lots = 0;
    const arret = run(() => {
      lots += 1;
      if (lots === 2) throw new Error('arrêt');
    });
    await expect(arret).rejects.toThrow('arrêt');
    const { lignes } = await readGarde();
    expect(lignes).toBeGreaterThan(0);
    expect(lignes).toBeLessThan(LIGNES);
    await checkBilans(base.knex);
    await applySchema(base.knex);
    expect(await readPremierCompte(base.knex)).toEqual({ comptes: lignes, total: LIGNES });
    await run();
    expect(await readGarde()).toEqual({ lignes: LIGNES, marques: 0 });
    await checkBilans(base.knex);
  });

  it('deux instances qui démarrent ensemble comptent chaque ligne une fois', async () => {
    await Promise.all([boot(), boot()]);
    expect(await readGarde()).toEqual({ lignes: LIGNES, marques: 0 });
    await checkBilans(base.knex);
  });

  it('n’attend personne et ne fait attendre personne : ce qui s’écrit pendant ce temps se compte aussi', async () => {
    const { knex } = base;
    await applySchema(knex);
    const lente = await knex.transaction();
    await lente('sms_envois').where({ id: 29 }).update({ statut: 'annule' });
    const ecritures: Promise<unknown>[] = [];
    await run(() => {
      const rang = 1 + ecritures.length / 2;
      // Begun here, ended whenever they may be.
      ecritures.push(
        knex
          .raw(
            `UPDATE sms_envois SET statut = 'envoye', antenne_id = 2, campagne_id = campagne_id + 1 WHERE id % 30 = ?`,
            [rang]
          )
          .then(),
        knex.raw('DELETE FROM sms_envois_archives WHERE id % 40 = ?', [4 * rang]).then()
      );
    });
    expect(ecritures.length).toBeGreaterThan(8);
    await Promise.all(ecritures);
    await checkBilans(knex);
    await lente.commit();
    await checkBilans(knex);
    const bilans = createBilans(knex, 0);
    while ((await bilans.fold()) > 0);
    expect((await readGarde()).marques).toBe(0);
    await checkBilans(knex);
  });

  it('une base neuve, ou déjà comptée, n’a rien à compter', async () => {
    await base.knex.raw('TRUNCATE sms_envois, sms_envois_archives');
    expect(await readPremierCompte(base.knex)).toBeNull();
    await boot();
    expect(await readPremierCompte(base.knex)).toBeNull();
  });
});
