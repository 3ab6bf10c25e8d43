import { describe, expect, it } from 'vitest';
import { NOW } from './campagnes-base';
import {
  addEnvoi,
  addPersonne,
  E164,
  geste,
  MOBILE,
  motif,
  replaceTelephone,
  useBancOppositions,
} from './oppositions-banc';

const banc = useBancOppositions();

describe('Une opposition écrite à la main', () => {
  const ficheDe = async (id: number) => {
    const { document_id: documentId } = await banc.base
      .knex('entrepreneurs')
      .where({ id })
      .first<{ document_id: string }>();
    return { personne: { typeDestinataire: 'entrepreneur', documentId } as const };
  };

  it('à une adresse arrête qui la porte, à ses autres adresses aussi, et dit combien de fiches', async () => {
    const elise = await banc.base.addEntrepreneur('ELISE', {}, { email: 'elise@courriel.test' });
    await banc.base.addComposant('entrepreneurs', elise, 'email', {
      adresse: 'autre@courriel.test',
      accepte: true,
      reference: true,
    });
    const sujet = { adresse: 'elise@courriel.test' };
    expect(await banc.personnes.oppose(sujet, geste('tout'))).toEqual({
      ajoutees: 1,
      personnes: 1,
    });
    expect(await motif(banc.base, elise, 'email')).toBe('opposition');
    expect(await banc.personnes.oppose(sujet, geste('tout'))).toEqual({
      ajoutees: 0,
      personnes: 1,
    });
    expect(
      await banc.personnes.oppose({ adresse: 'inconnue@courriel.test' }, geste('tout'))
    ).toEqual({
      ajoutees: 1,
      personnes: 0,
    });
  });

  it('sur une fiche sans coordonnée vaut pour celles qu’elle aura', async () => {
    const elise = await banc.base.addEntrepreneur('ELISE', {}, { email: null });
    const fiche = await ficheDe(elise);
    expect(await banc.personnes.oppose(fiche, geste('tout'))).toEqual({
      ajoutees: 1,
      personnes: 1,
    });
    await banc.base.addComposant('entrepreneurs', elise, 'email', {
      adresse: 'neuve@courriel.test',
      accepte: true,
    });
    expect(await motif(banc.base, elise, 'email')).toBe('opposition');
    expect(await banc.personnes.readOppositions(fiche.personne)).toMatchObject([
      { adresse: 'neuve@courriel.test', oppositions: [] },
      {
        adresse: null,
        oppositions: [{ portee: 'tout', autrePersonne: false }],
        journal: [{ geste: 'opposition' }],
      },
    ]);
  });

  it('levée, la personne et ses adresses le sont ensemble, dans cette portée seule', async () => {
    const elise = await addPersonne(banc.base, 'ELISE', MOBILE);
    await banc.oppositions.addStop(await addEnvoi(banc.base, elise), NOW);
    const fiche = await ficheDe(elise);
    await banc.personnes.oppose(fiche, geste('newsletter'));
    expect(await banc.personnes.lift(fiche, geste('sms'))).toEqual({ levees: 1, restent: 1 });
    expect(await motif(banc.base, elise, 'sms')).toBeNull();
    const gestes = await banc.base
      .knex('sms_oppositions_journal')
      .orderBy('id')
      .select('geste', 'portee', 'raison', 'auteur_id', 'personne_id');
    expect(gestes).toEqual([
      { geste: 'opposition', portee: 'sms', raison: 'stop', auteur_id: null, personne_id: elise },
      {
        geste: 'opposition',
        portee: 'newsletter',
        raison: 'demande_orale',
        auteur_id: 1,
        personne_id: elise,
      },
      { geste: 'levee', portee: 'sms', raison: 'demande_orale', auteur_id: 1, personne_id: elise },
    ]);
  });

  it('levée pour l’une, reste pour l’autre qui porte le même numéro, et on le dit', async () => {
    const [lui, elle] = [
      await addPersonne(banc.base, 'LUI', MOBILE),
      await addPersonne(banc.base, 'ELLE', MOBILE),
    ];
    await banc.oppositions.addStop(await addEnvoi(banc.base, lui), NOW);
    await banc.oppositions.addStop(await addEnvoi(banc.base, elle), NOW);
    expect(await banc.personnes.lift(await ficheDe(lui), geste('sms'))).toEqual({
      levees: 1,
      restent: 1,
    });
    expect(await motif(banc.base, lui, 'sms')).toBe('opposition');
    const [ligne] = (await banc.personnes.readOppositions((await ficheDe(lui)).personne))!.filter(
      ({ adresse }) => adresse === E164
    );
    expect(ligne?.oppositions).toMatchObject([{ portee: 'sms', autrePersonne: true }]);
    await replaceTelephone(banc.base, lui, '06 39 98 00 02');
    expect([await motif(banc.base, lui, 'sms'), await motif(banc.base, elle, 'sms')]).toEqual([
      null,
      'opposition',
    ]);
  });

  it('levée d’une adresse seule ne lève pas ce que la personne a dit d’une autre', async () => {
    const elise = await banc.base.addEntrepreneur('ELISE', {}, { email: 'elise@courriel.test' });
    await banc.base.addComposant('entrepreneurs', elise, 'email', {
      adresse: 'autre@courriel.test',
      accepte: true,
    });
    await banc.personnes.oppose(await ficheDe(elise), geste('tout'));
    expect(await banc.personnes.lift({ adresse: 'autre@courriel.test' }, geste('tout'))).toEqual({
      levees: 1,
      restent: 1,
    });
    expect(await motif(banc.base, elise, 'email')).toBe('opposition');
  });

  it('sur une entreprise sans référent, personne n’est à opposer', async () => {
    const id = await banc.base.addEntreprise('Vide', null);
    const documentId = await banc.base.documentId('entreprises_partenaires', id);
    const personne = { typeDestinataire: 'entreprise_partenaire', documentId } as const;
    expect(await banc.personnes.oppose({ personne }, geste('tout'))).toBeNull();
  });
});
