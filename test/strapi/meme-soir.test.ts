import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApercuRegle } from '../../src/plugins/sms-mailing/core/api/envois-automatiques';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

let base: BaseDuGuide;
let cartesEnMain: string;
let dpe: string;
let regle: object;

beforeAll(async () => {
  base = await openBaseDuGuide();
  const { ods, etapes } = base.seed;
  const rappel = async (nom: string, criteres: object) => ({
    typeContact: 'email',
    modeleDocumentId: await base.createModele({
      nom,
      objet: nom,
      message: '<p>Le ${action_date# j F Y}.</p>',
    }),
    delai: -2,
    criteres,
  });
  regle = await rappel('Mail rappel rendez-vous', {
    ods: [ods["Activ'Créa lot 1"]!.documentId],
    etapes: [etapes['Atelier "Cartes en main"']!.documentId],
  });
  cartesEnMain = await base.createRegle({ ...regle });
  dpe = await base.createRegle(await rappel('Rappel DPE', { ods: [ods.DPE!.documentId] }));
});

afterAll(() => base.close());

describe('Guide §6.c : deux envois le même soir se disent avant d’enregistrer', () => {
  const apercu = async (visee: object, documentId: string | null = null) =>
    (
      await base.ask<ApercuRegle>('post', '/envois-automatiques-apercu', {
        regle: visee,
        documentId,
      })
    ).data.memeSoir;

  it('avec combien de personnes ce soir, et si c’est le même modèle', async () => {
    const rappel = {
      documentId: cartesEnMain,
      modele: 'Mail rappel rendez-vous',
      memeModele: true,
    };
    const autre = { documentId: dpe, modele: 'Rappel DPE', memeModele: false };
    expect(await apercu({ ...regle, criteres: { natures: ['Collective'] } })).toEqual([
      { ...rappel, personnes: 5 },
      { ...autre, personnes: 0 },
    ]);
    expect(await apercu({ ...regle, criteres: { natures: ['Individuelle'] } })).toEqual([
      { ...autre, personnes: 1 },
      { ...rappel, personnes: 0 },
    ]);
  });

  it('même si personne n’est concerné ce soir : un autre le sera', async () => {
    const sixMois = { ...regle, delai: 180, criteres: { presences: ['Présent'] } };
    const documentId = await base.createRegle(sixMois);
    expect(await apercu({ ...sixMois, criteres: {} })).toMatchObject([
      { documentId, personnes: 0 },
    ]);
    await base.ask('delete', `/envois-automatiques/${documentId}`);
  });

  it('d’un autre délai, d’une règle inactive ou de la règle qu’on modifie, rien n’est dit', async () => {
    expect(await apercu({ ...regle, delai: -9, criteres: {} })).toEqual([]);
    expect(await apercu(regle, cartesEnMain)).toEqual([]);
    const individuelle = { ...regle, criteres: { natures: ['Individuelle'] } };
    await base.ask('post', `/envois-automatiques/${dpe}/inactif`, { inactif: true, version: 1 });
    expect((await apercu(individuelle)).map(({ documentId }) => documentId)).toEqual([
      cartesEnMain,
    ]);
  });
});
