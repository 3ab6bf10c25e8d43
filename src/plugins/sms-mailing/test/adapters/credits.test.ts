import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TOUT } from '../../core/perimetre';
import { createHistorique } from '../../server/src/adapters/sql/fiches/historique';
import { createCredits } from '../../server/src/adapters/sql/packages-sms/credits';
import type { CreditStore } from '../../server/src/services/ports/fiches';
import type { Lot } from '../../server/src/services/ports/envois';
import { claimOptions, depart, departOf, openBancSql, SOIR, type BancSql } from './envois-base';

let banc: BancSql;
let credits: CreditStore;
let lot: Lot;

const addSms = () => banc.add({ lot });
const addPackage = (dateAchat: string, achetes: number, consommes = 0) =>
  banc.base.add('sms_packages', { date_achat: dateAchat, achetes, consommes });
const consommes = () => banc.base.knex('sms_packages').orderBy('date_achat').pluck('consommes');
const mouvements = () =>
  banc.base
    .knex('sms_mouvements')
    .orderBy('id')
    .select<Record<string, unknown>[]>('package_id', 'envoi_id', 'nature', 'credits');
const envoye = (id: number, n: number) =>
  banc.ledger.record('a', { statut: 'envoye', id, reference: 'r', credits: n }, SOIR);

/** Marked at so many credits each; answers the ids that may leave. */
const departSms = async (n: number) => depart({ ...banc, lot }, 'a', n);

beforeAll(async () => {
  banc = await openBancSql();
  const modele = await banc.base.addModele({ typeContact: 'sms' });
  lot = { ...banc.lot, modeleId: modele.id, typeContact: 'sms' };
  credits = createCredits(banc.base.knex);
});
beforeEach(() => banc.reset());
afterAll(() => banc.close());

describe('Guide §10 : le décompte des SMS', () => {
  it('sans package saisi, rien n’est bloqué ni compté', async () => {
    const id = await addSms();
    expect(await credits.disponible()).toBeNull();
    expect(await departSms(2)).toEqual([id]);
    await envoye(id, 2);
    expect(await mouvements()).toEqual([]);
  });

  it('ce qui attend retient son crédit, ce qui est refusé le rend', async () => {
    await addPackage('2022-01-01', 10);
    const [parti, refuse, incertain, attend] = [
      await addSms(),
      await addSms(),
      await addSms(),
      await addSms(),
    ];
    await banc.base
      .knex('sms_envois')
      .whereIn('id', [parti, refuse, incertain, attend])
      .update({ credits: 2 });
    expect(await credits.disponible()).toBe(2);
    await banc.ouvriers.beat('a', null);
    const pris = await banc.ledger.claim(lot, claimOptions('a', 3));
    await banc.ledger.markEnCours(
      'a',
      pris.map((envoi) => departOf(envoi, 2)),
      SOIR
    );
    expect(await credits.disponible()).toBe(2);
    await envoye(parti, 2);
    const adresse = '+33612345678';
    await banc.ledger.record(
      'a',
      { statut: 'echec', id: refuse, motif: 'refuse', detail: 'x', adresse },
      SOIR
    );
    await banc.ledger.record('a', { statut: 'incertain', id: incertain, detail: 'x' }, SOIR);
    expect(await consommes()).toEqual([2]);
    expect(await credits.disponible()).toBe(4);
  });

  it('le premier acheté s’épuise d’abord, et chaque SMS garde ce qu’il a pris à chacun', async () => {
    const recent = await addPackage('2022-02-01', 10);
    const ancien = await addPackage('2022-01-01', 3);
    const ids = [await addSms(), await addSms()];
    await departSms(2);
    await Promise.all(ids.map((id) => envoye(id, 2)));
    expect(await consommes()).toEqual([3, 1]);
    expect(await mouvements()).toEqual([
      { package_id: ancien, envoi_id: ids[0], nature: 'debit', credits: 2 },
      { package_id: ancien, envoi_id: ids[1], nature: 'debit', credits: 1 },
      { package_id: recent, envoi_id: ids[1], nature: 'debit', credits: 1 },
    ]);
  });

  it('le chiffre de l’opérateur l’emporte sur le nôtre', async () => {
    await addPackage('2022-01-01', 10);
    const id = await addSms();
    await departSms(1);
    await envoye(id, 3);
    expect(await consommes()).toEqual([3]);
    expect(await banc.read(id)).toMatchObject({ credits: 3 });
  });

  it('un résultat dit deux fois ne débite qu’une', async () => {
    await addPackage('2022-01-01', 10);
    const id = await addSms();
    await departSms(1);
    await envoye(id, 1);
    await envoye(id, 1);
    expect(await consommes()).toEqual([1]);
  });

  it('à court de crédit, les derniers sont exclus avec leur raison', async () => {
    await addPackage('2022-01-01', 5);
    const ids = [await addSms(), await addSms(), await addSms()];
    expect(await departSms(2)).toEqual(ids.slice(0, 2));
    expect(await banc.read(ids[2]!)).toMatchObject({
      statut: 'exclu',
      motif: 'credit_sms_insuffisant',
      credits: 0,
    });
  });

  it('ce qui retient son crédit part, même si le package a été corrigé depuis', async () => {
    const lot2 = await addPackage('2022-01-01', 4);
    const ids = [await addSms(), await addSms()];
    await banc.base.knex('sms_envois').whereIn('id', ids).update({ credits: 2 });
    await banc.base.knex('sms_packages').where({ id: lot2 }).update({ achetes: 1 });
    expect(await departSms(2)).toEqual(ids);
  });

  it('un texte qui coûte plus que ce qu’il retenait prend la différence à ce qui reste', async () => {
    await addPackage('2022-01-01', 5);
    const ids = [await addSms(), await addSms()];
    await banc.base.knex('sms_envois').whereIn('id', ids).update({ credits: 2 });
    expect(await departSms(3)).toEqual(ids.slice(0, 1));
    expect(await banc.read(ids[1]!)).toMatchObject({ motif: 'credit_sms_insuffisant', credits: 0 });
  });

  it('un incertain garde son crédit : personne d’autre ne le prend', async () => {
    await addPackage('2022-01-01', 1);
    const id = await addSms();
    await departSms(1);
    await banc.ledger.record('a', { statut: 'incertain', id, detail: 'x' }, SOIR);
    const suivant = await addSms();
    expect(await departSms(1)).toEqual([]);
    expect(await banc.read(suivant)).toMatchObject({ motif: 'credit_sms_insuffisant' });
  });

  it('deux ouvriers à la fois ne dépassent jamais ce qui reste', async () => {
    await addPackage('2022-01-01', 10);
    for (let i = 0; i < 16; i += 1) await addSms();
    const noms = ['a', 'b', 'c', 'd'];
    await Promise.all(noms.map((nom) => banc.ouvriers.beat(nom, null)));
    const prises = await Promise.all(
      noms.map((nom) => banc.ledger.claim(lot, claimOptions(nom, 4)))
    );
    const marquages = await Promise.all(
      prises.map((pris, i) =>
        banc.ledger.markEnCours(
          noms[i]!,
          pris.map((envoi) => departOf(envoi, 1)),
          SOIR
        )
      )
    );
    expect(marquages.flatMap(({ partants }) => partants)).toHaveLength(10);
    expect(marquages.flatMap(({ exclus }) => exclus)).toHaveLength(6);
  });

  it('avec l’autorisation de dépasser, tous partent et le dernier package passe sous zéro', async () => {
    const permissif = await openBancSql(true);
    const modele = await permissif.base.addModele({ typeContact: 'sms' });
    const sien = { ...permissif.lot, modeleId: modele.id, typeContact: 'sms' as const };
    await permissif.base.add('sms_packages', {
      date_achat: '2022-01-01',
      achetes: 1,
      consommes: 0,
    });
    const ids = [await permissif.add({ lot: sien }), await permissif.add({ lot: sien })];
    expect(await depart({ ...permissif, lot: sien }, 'a', 1)).toEqual(ids);
    await Promise.all(
      ids.map((id) =>
        permissif.ledger.record('a', { statut: 'envoye', id, reference: null, credits: 1 }, SOIR)
      )
    );
    expect(await createCredits(permissif.base.knex).disponible()).toBe(-1);
    await permissif.close();
  });

  it('considéré comme envoyé par une personne, un incertain est débité', async () => {
    await addPackage('2022-01-01', 10);
    const id = await addSms();
    await departSms(2);
    await banc.ledger.record('a', { statut: 'incertain', id, detail: 'x' }, SOIR);
    const documentId = await banc.base.documentId('sms_envois', id);
    await createHistorique(banc.base.knex).settleIncertain(documentId, 'envoye', TOUT, SOIR);
    expect(await consommes()).toEqual([2]);
    expect(await mouvements()).toMatchObject([{ envoi_id: id, nature: 'debit', credits: 2 }]);
  });

  it('un SMS que l’opérateur n’a finalement pas envoyé est remboursé une fois, à ses packages', async () => {
    await addPackage('2022-01-01', 1);
    await addPackage('2022-02-01', 10);
    const id = await addSms();
    await departSms(3);
    await envoye(id, 3);
    expect(await consommes()).toEqual([1, 2]);
    const rendus = await Promise.all([credits.refund(id, SOIR), credits.refund(id, SOIR)]);
    expect(rendus.sort()).toEqual([0, 3]);
    expect(await consommes()).toEqual([0, 0]);
    expect((await mouvements()).slice(2)).toMatchObject([
      { envoi_id: id, nature: 'remboursement', credits: 1 },
      { envoi_id: id, nature: 'remboursement', credits: 2 },
    ]);
    expect(await banc.read(id)).toMatchObject({ credits: 0 });
  });

  it('un STOP chez l’opérateur est une opposition : la personne ne reçoit plus de SMS', async () => {
    const id = await addSms();
    await departSms(1);
    const { adresse } = await banc.read(id);
    const stop = { statut: 'echec', motif: 'opposition', detail: 'STOP', adresse } as const;
    await banc.ledger.record('a', { ...stop, id }, SOIR);
    const { destinataire_id: personne } = await banc.base
      .knex('sms_envois')
      .where({ id })
      .first<{ destinataire_id: number }>();
    const suivant = await addSms();
    await banc.base.knex('sms_envois').where({ id: suivant }).update({ destinataire_id: personne });
    const [envoi] = await banc.ledger.claim(lot, claimOptions('a'));
    expect(envoi).toMatchObject({ id: suivant, motif: 'opposition', adresse: null });
  });
});
