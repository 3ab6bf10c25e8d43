import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Statistiques } from '../../src/plugins/sms-mailing/core/api/statistiques';
import { DIX_NEUF_HEURES, LENDEMAIN, openBancCeSoir, type BancCeSoir } from './banc-ce-soir';

let banc: BancCeSoir;

beforeAll(async () => {
  banc = await openBancCeSoir();
});
afterAll(() => banc.base.close());

const read = (suite = '') => banc.base.ask<Statistiques>('get', `/soiree/statistiques${suite}`);

describe('Les statistiques des envois', () => {
  it('sont celles du compte rendu du soir, par type de contact et par origine', async () => {
    await banc.remettre();
    banc.base.boite.refusees.add('sophie.martin@boite.test');
    await banc.base.tick(DIX_NEUF_HEURES);
    banc.base.boite.refusees.clear();
    banc.base.setHeure(LENDEMAIN);
    const { comptes } = await banc.readBilan();
    expect(comptes.echec).toBeGreaterThan(0);
    const { data } = await read();
    expect(data).toMatchObject({ du: '2022-02-03', au: '2022-03-04' });
    const du = (cle: 'envoyes' | 'echecs'): number =>
      data.lignes
        .filter(({ jour }) => jour === '2022-03-03')
        .reduce((somme, ligne) => somme + ligne[cle], 0);
    expect([du('envoyes'), du('echecs')]).toEqual([comptes.envoye, comptes.echec]);
    expect(data.lignes.map(({ typeContact, modalite }) => `${typeContact} ${modalite}`)).toEqual([
      'email envoi_automatique',
      'email fiche_entrepreneur',
    ]);
  });

  it('remontent à 7, 30 ou 90 jours, le dernier étant aujourd’hui', async () => {
    expect((await read('?jours=7')).data).toMatchObject({ du: '2022-02-26', au: '2022-03-04' });
    expect((await read('?jours=90')).data.du).toBe('2021-12-05');
    const { status, erreur } = await read('?jours=12');
    expect(status).toBe(400);
    expect(erreur?.message).toMatch(/mal formée : jours : Choisissez 7, 30 ou 90 jours\.$/u);
  });
});
