import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { applySchema } from '../../server/src/adapters/sql/schema/apply-schema';
import { claimOptions, depart, departOf, openBancSql, SOIR, type BancSql } from './envois-base';

let banc: BancSql;
beforeAll(async () => {
  banc = await openBancSql();
});
beforeEach(() => banc.reset());
afterAll(() => banc.close());

const sql = (texte: string, valeurs: readonly (string | number)[] = []) =>
  banc.base.knex.raw<{ rows: Record<string, unknown>[] }>(texte, [...valeurs]);

describe('ce qui change arrête ce qui est pris', () => {
  const OPPOSITION = `INSERT INTO sms_oppositions (empreinte, portee, source, survenue_le) VALUES ('x', 'sms', 'STOP', now())`;
  const REGLAGE = `INSERT INTO strapi_core_store_settings (key, value, type) VALUES ('plugin_sms-mailing_parametres', '{}', 'object')`;
  const REGLE = `INSERT INTO sms_envois_automatiques (type_contact, modele_id, delai, criteres) VALUES ('email', 1, -2, '{}')`;

  it.each([
    ['une opposition, par quelque chemin que ce soit', OPPOSITION],
    ['un modèle modifié', `UPDATE sms_modeles SET objet = 'Autre'`],
    ['un réglage enregistré', REGLAGE],
    ['une règle arrêtée', `${REGLE}; UPDATE sms_envois_automatiques SET inactif = true`],
  ])('%s', async (_, changement) => {
    await banc.add();
    await banc.ouvriers.beat('a', null);
    const epoque = await banc.ledger.readEpoque();
    const pris = await banc.claim(banc.lot, claimOptions('a'));
    await sql(changement);
    const marque = { ouvrier: 'a', departs: pris.map((envoi) => departOf(envoi)), now: SOIR };
    expect((await banc.ledger.markEnCours({ ...marque, epoque })).partants).toEqual([]);
    await sql(`DELETE FROM strapi_core_store_settings WHERE key = 'plugin_sms-mailing_parametres'`);
  });

  it('un réglage de Strapi n’y change rien ; mille oppositions d’une transaction comptent une fois', async () => {
    const avant = Number(await banc.ledger.readEpoque());
    await sql(
      `UPDATE strapi_core_store_settings SET value = value WHERE NOT starts_with(key, 'plugin_sms-mailing_')`
    );
    expect(Number(await banc.ledger.readEpoque())).toBe(avant);
    await sql(
      `INSERT INTO sms_oppositions (empreinte, portee, source, survenue_le)
       SELECT 'x' || n, 'sms', 'STOP', now() FROM generate_series(1, 1000) n`
    );
    expect(Number(await banc.ledger.readEpoque())).toBe(avant + 1);
  });
});

describe('la file et l’historique se remettent d’accord', () => {
  it('une ligne qui attend hors de la file y entre, une ligne réglée en sort', async () => {
    const [attend, reglee] = [await banc.add(), await banc.add()];
    await sql('DELETE FROM sms_file WHERE envoi_id = ?', [attend]);
    await sql(`UPDATE sms_envois SET statut = 'annule' WHERE id = ?`, [reglee]);
    expect(await banc.ledger.repair()).toEqual({ enfiles: 1, retires: 1 });
    expect((await sql('SELECT envoi_id FROM sms_file')).rows).toEqual([{ envoi_id: attend }]);
    expect(await banc.ledger.repair()).toEqual({ enfiles: 0, retires: 0 });
  });

  it('ce qui est sur le fil reste à son résultat, même annulé à la main', async () => {
    const id = await banc.add();
    await depart(banc, 'a');
    await sql(`UPDATE sms_envois SET statut = 'annule' WHERE id = ?`, [id]);
    expect((await banc.ledger.repair()).retires).toBe(0);
    await banc.ledger.record('a', { statut: 'envoye', id, reference: 'r', credits: 0 }, SOIR);
    const { statut, adresse } = await banc.read(id);
    expect([statut, typeof adresse]).toEqual(['envoye', 'string']);
    expect((await sql('SELECT 1 FROM sms_file')).rows).toEqual([]);
  });
});

describe('prendre, marquer et rendre ne touchent aucun index', () => {
  it('chaque mise à jour de la file reste sur sa page', async () => {
    for (let i = 0; i < 60; i += 1) await banc.add();
    /** Each connection of the pool says what it did: they report once a second at most otherwise. */
    const flush = () =>
      Promise.all(
        Array.from({ length: 8 }, () => sql('SELECT pg_stat_force_next_flush(), pg_sleep(0.05)'))
      );
    const count = async () => {
      await flush();
      const { rows } = await sql(
        `SELECT n_tup_upd::int AS mises_a_jour, n_tup_hot_upd::int AS sur_place FROM pg_stat_user_tables WHERE relname = 'sms_file'`
      );
      return rows[0] as { mises_a_jour: number; sur_place: number };
    };
    await flush();
    await sql('SELECT pg_stat_reset()');
    await banc.claim(banc.lot, claimOptions('a'));
    await banc.ledger.giveBack('a', null);
    expect(await depart(banc, 'a')).toHaveLength(60);
    await vi.waitFor(async () => expect((await count()).mises_a_jour).toBe(240), 20_000);
    expect((await count()).sur_place).toBeGreaterThanOrEqual(0.9 * 240);
  });
});

/** A base as the version before left it: the ledger was the queue. */
describe('la mise à niveau d’une base dont l’historique était la file', () => {
  const AVANT = `
    TRUNCATE sms_file;
    ALTER TABLE sms_envois DROP CONSTRAINT IF EXISTS sms_envois_statut_file_chk;
    UPDATE sms_envois SET disponible_le = prevu_le`;
  const CLAIM = `UPDATE sms_envois SET statut = 'reserve', ouvrier = 'vieux', reserve_le = now() WHERE id = ?`;
  const MARK = `
    UPDATE sms_envois SET statut = 'en_cours', adresse = 'x@courriel.test', message_id = 'm', valeurs = '[]'
     WHERE id = ? AND statut = 'reserve' AND ouvrier = 'vieux' RETURNING id`;
  /** The outcome as that version writes it. */
  const WRITE = `
    UPDATE sms_envois SET statut = ?, termine_le = now()
     WHERE id = ? AND ((ouvrier = 'vieux' AND (statut IN ('reserve', 'en_cours') OR (statut = 'incertain' AND ? = 'echec')))
        OR (? = 'envoye' AND statut IN ('programme', 'reserve', 'en_cours', 'incertain', 'annule'))) RETURNING id`;
  const write = async (id: number, statut: string) =>
    (await sql(WRITE, [statut, id, statut, statut])).rows.length;

  async function openAvant(nombre: number): Promise<number[]> {
    const ids: number[] = [];
    for (let i = 0; i < nombre; i += 1) ids.push(await banc.add());
    await sql(AVANT);
    return ids;
  }

  it('ce qui attendait, un autre soir aussi, est dans la file ; ce qui était réservé attend', async () => {
    const [attend, reserve] = (await openAvant(2)) as [number, number];
    await sql(`UPDATE sms_envois SET disponible_le = '2022-03-09T18:00:00' WHERE id = ?`, [attend]);
    await sql(CLAIM, [reserve]);
    await Promise.all([applySchema(banc.base.knex), applySchema(banc.base.knex)]);
    expect((await sql('SELECT envoi_id, etat FROM sms_file ORDER BY 1')).rows).toEqual([
      { envoi_id: attend, etat: 'attente' },
      { envoi_id: reserve, etat: 'attente' },
    ]);
    expect((await banc.read(attend)).disponibleLe).toEqual(new Date('2022-03-09T18:00:00Z'));
  });

  it('une instance d’avant, encore en vie, ne remet plus rien : ni ce qu’elle a réservé, ni ce qu’elle prendrait', async () => {
    const [reserve, autre] = (await openAvant(2)) as [number, number];
    await sql(CLAIM, [reserve]);
    await applySchema(banc.base.knex);
    expect((await sql(MARK, [reserve])).rows).toEqual([]);
    await expect(sql(CLAIM, [autre])).rejects.toThrow('sms_envois_statut_file_chk');
    expect(await depart(banc, 'neuf')).toEqual([reserve, autre]);
  });

  it('ce qu’elle avait sur le fil devient incertain, et son résultat s’écrit encore', async () => {
    const [parti, refuse, tait] = (await openAvant(3)) as [number, number, number];
    for (const id of [parti, refuse, tait]) {
      await sql(CLAIM, [id]);
      await sql(MARK, [id]);
    }
    await applySchema(banc.base.knex);
    expect(await write(parti, 'envoye')).toBe(1);
    expect(await write(refuse, 'echec')).toBe(1);
    expect(await write(tait, 'programme')).toBe(0);
    expect((await banc.read(tait)).statut).toBe('incertain');
    expect(await banc.claim(banc.lot, claimOptions('neuf'))).toEqual([]);
  });

  it('ce qu’elle programme encore entre dans la file au tour suivant', async () => {
    const [id] = (await openAvant(1)) as [number];
    await sql(`DELETE FROM sms_envois`);
    await applySchema(banc.base.knex);
    await sql(
      `INSERT INTO sms_envois (cle, modalite, type_contact, statut, modele_id, type_destinataire, destinataire_id, prevu_le, disponible_le)
       VALUES ('c:vieux', 'campagne', 'email', 'programme', ?, 'entrepreneur', 1, '2022-03-03T18:00:00', '2022-03-03T18:00:00')`,
      [banc.lot.modeleId]
    );
    expect(id).toBeGreaterThan(0);
    expect((await banc.ledger.repair()).enfiles).toBe(1);
    expect(await banc.claim(banc.lot, claimOptions('neuf'))).toHaveLength(1);
  });
});
