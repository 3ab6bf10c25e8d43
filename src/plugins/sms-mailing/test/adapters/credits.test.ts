import { describe, expect, it } from 'vitest';
import { TOUT } from '../../core/perimetre';
import { createHistorique } from '../../server/src/adapters/sql/fiches/historique';
import { createCredits } from '../../server/src/adapters/sql/packages-sms/credits';
import {
  addSms,
  departSms,
  listConsommes,
  listMouvements,
  recordEnvoye,
  useBancCredits,
} from './credits-banc';
import { claimOptions, depart, departOf, openBancSql, SOIR } from './envois-base';

const banc = useBancCredits();
const addPackage = (dateAchat: string, achetes: number, consommes = 0) =>
  banc.base.add('sms_packages', { date_achat: dateAchat, achetes, consommes });

describe('Guide §10 : le décompte des SMS', () => {
  it('sans package saisi, rien n’est bloqué ni compté', async () => {
    const id = await addSms(banc);
    expect(await banc.credits.disponible()).toBeNull();
    expect(await departSms(banc, 2)).toEqual([id]);
    await recordEnvoye(banc, id, 2);
    expect(await listMouvements(banc)).toEqual([]);
  });

  it('ce qui attend retient son crédit, ce qui est refusé le rend', async () => {
    await addPackage('2022-01-01', 10);
    const [parti, refuse, incertain, attend] = [
      await addSms(banc),
      await addSms(banc),
      await addSms(banc),
      await addSms(banc),
    ];
    await banc.base
      .knex('sms_envois')
      .whereIn('id', [parti, refuse, incertain, attend])
      .update({ credits: 2 });
    expect(await banc.credits.disponible()).toBe(2);
    await banc.ouvriers.beat('a', null);
    const pris = await banc.claim(banc.lot, claimOptions('a', 3));
    await banc.mark(
      'a',
      pris.map((envoi) => departOf(envoi, 2))
    );
    expect(await banc.credits.disponible()).toBe(2);
    await recordEnvoye(banc, parti, 2);
    const adresse = '+33612345678';
    await banc.ledger.record(
      'a',
      { statut: 'echec', id: refuse, motif: 'refuse', detail: 'x', adresse },
      SOIR
    );
    await banc.ledger.record('a', { statut: 'incertain', id: incertain, detail: 'x' }, SOIR);
    expect(await listConsommes(banc)).toEqual([2]);
    expect(await banc.credits.disponible()).toBe(4);
  });

  it('le premier acheté s’épuise d’abord, et chaque SMS garde ce qu’il a pris à chacun', async () => {
    const recent = await addPackage('2022-02-01', 10);
    const ancien = await addPackage('2022-01-01', 3);
    const ids = [await addSms(banc), await addSms(banc)];
    await departSms(banc, 2);
    await Promise.all(ids.map((id) => recordEnvoye(banc, id, 2)));
    expect(await listConsommes(banc)).toEqual([3, 1]);
    expect(await listMouvements(banc)).toEqual([
      { package_id: ancien, envoi_id: ids[0], nature: 'debit', credits: 2 },
      { package_id: ancien, envoi_id: ids[1], nature: 'debit', credits: 1 },
      { package_id: recent, envoi_id: ids[1], nature: 'debit', credits: 1 },
    ]);
  });

  it('le chiffre de l’opérateur l’emporte sur le nôtre', async () => {
    await addPackage('2022-01-01', 10);
    const id = await addSms(banc);
    await departSms(banc, 1);
    await recordEnvoye(banc, id, 3);
    expect(await listConsommes(banc)).toEqual([3]);
    expect(await banc.read(id)).toMatchObject({ credits: 3 });
  });

  it('un résultat dit deux fois ne débite qu’une', async () => {
    await addPackage('2022-01-01', 10);
    const id = await addSms(banc);
    await departSms(banc, 1);
    await recordEnvoye(banc, id, 1);
    await recordEnvoye(banc, id, 1);
    expect(await listConsommes(banc)).toEqual([1]);
  });

  it('à court de crédit, les derniers sont exclus avec leur raison', async () => {
    await addPackage('2022-01-01', 5);
    const ids = [await addSms(banc), await addSms(banc), await addSms(banc)];
    expect(await departSms(banc, 2)).toEqual(ids.slice(0, 2));
    expect(await banc.read(ids[2]!)).toMatchObject({
      statut: 'exclu',
      motif: 'credit_sms_insuffisant',
      credits: 0,
    });
  });

  it('ce qui retient son crédit part, même si le package a été corrigé depuis', async () => {
    const lot2 = await addPackage('2022-01-01', 4);
    const ids = [await addSms(banc), await addSms(banc)];
    await banc.base.knex('sms_envois').whereIn('id', ids).update({ credits: 2 });
    await banc.base.knex('sms_packages').where({ id: lot2 }).update({ achetes: 1 });
    expect(await departSms(banc, 2)).toEqual(ids);
  });

  it('un texte qui coûte plus que ce qu’il retenait prend la différence à ce qui reste', async () => {
    await addPackage('2022-01-01', 5);
    const ids = [await addSms(banc), await addSms(banc)];
    await banc.base.knex('sms_envois').whereIn('id', ids).update({ credits: 2 });
    expect(await departSms(banc, 3)).toEqual(ids.slice(0, 1));
    expect(await banc.read(ids[1]!)).toMatchObject({ motif: 'credit_sms_insuffisant', credits: 0 });
  });

  it('un incertain garde son crédit : personne d’autre ne le prend', async () => {
    await addPackage('2022-01-01', 1);
    const id = await addSms(banc);
    await departSms(banc, 1);
    await banc.ledger.record('a', { statut: 'incertain', id, detail: 'x' }, SOIR);
    const suivant = await addSms(banc);
    expect(await departSms(banc, 1)).toEqual([]);
    expect(await banc.read(suivant)).toMatchObject({ motif: 'credit_sms_insuffisant' });
  });

  it('deux ouvriers à la fois ne dépassent jamais ce qui reste', async () => {
    await addPackage('2022-01-01', 10);
    for (let i = 0; i < 16; i += 1) await addSms(banc);
    const noms = ['a', 'b', 'c', 'd'];
    await Promise.all(noms.map((nom) => banc.ouvriers.beat(nom, null)));
    const prises = await Promise.all(noms.map((nom) => banc.claim(banc.lot, claimOptions(nom, 4))));
    const marquages = await Promise.all(
      prises.map((pris, i) =>
        banc.mark(
          noms[i]!,
          pris.map((envoi) => departOf(envoi, 1))
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
    const id = await addSms(banc);
    await departSms(banc, 2);
    await banc.ledger.record('a', { statut: 'incertain', id, detail: 'x' }, SOIR);
    const documentId = await banc.base.documentId('sms_envois', id);
    await createHistorique(banc.base.knex, () => Promise.resolve(false)).settleIncertain(
      documentId,
      'envoye',
      TOUT,
      SOIR
    );
    expect(await listConsommes(banc)).toEqual([2]);
    expect(await listMouvements(banc)).toMatchObject([
      { envoi_id: id, nature: 'debit', credits: 2 },
    ]);
  });

  it('un SMS que l’opérateur n’a finalement pas envoyé est remboursé une fois, à ses packages', async () => {
    await addPackage('2022-01-01', 1);
    await addPackage('2022-02-01', 10);
    const id = await addSms(banc);
    await departSms(banc, 3);
    await recordEnvoye(banc, id, 3);
    expect(await listConsommes(banc)).toEqual([1, 2]);
    const rendus = await Promise.all([
      banc.credits.refund(id, SOIR),
      banc.credits.refund(id, SOIR),
    ]);
    expect(rendus.sort()).toEqual([0, 3]);
    expect(await listConsommes(banc)).toEqual([0, 0]);
    expect((await listMouvements(banc)).slice(2)).toMatchObject([
      { envoi_id: id, nature: 'remboursement', credits: 1 },
      { envoi_id: id, nature: 'remboursement', credits: 2 },
    ]);
    expect(await banc.read(id)).toMatchObject({ credits: 0 });
  });

  it('un STOP chez l’opérateur est une opposition : la personne ne reçoit plus de SMS', async () => {
    const id = await addSms(banc);
    await departSms(banc, 1);
    const { adresse } = await banc.read(id);
    const stop = { statut: 'echec', motif: 'opposition', detail: 'STOP', adresse } as const;
    await banc.ledger.record('a', { ...stop, id }, SOIR);
    const { destinataire_id: personne } = await banc.base
      .knex('sms_envois')
      .where({ id })
      .first<{ destinataire_id: number }>();
    const suivant = await addSms(banc);
    await banc.base.knex('sms_envois').where({ id: suivant }).update({ destinataire_id: personne });
    const [envoi] = await banc.claim(banc.lot, claimOptions('a'));
    expect(envoi).toMatchObject({ id: suivant, motif: 'opposition', adresse: null });
  });
});
