import { describe, expect, it } from 'vitest';
import { NOW } from './campagnes-base';
import {
  addEnvoi,
  addPersonne,
  geste,
  MOBILE,
  motif,
  replaceTelephone,
  useBancOppositions,
} from './oppositions-banc';

const banc = useBancOppositions();

describe('Un STOP vaut pour la personne et pour le numéro (décision G1)', () => {
  it('son nouveau numéro ne reçoit rien, son ancien non plus, qui que ce soit qui le porte', async () => {
    const elise = await addPersonne(banc.base, 'ELISE', MOBILE);
    await banc.oppositions.addStop(await addEnvoi(banc.base, elise), NOW);
    await replaceTelephone(banc.base, elise, '06 39 98 00 02');
    expect(await motif(banc.base, elise, 'sms')).toBe('opposition');
    const suivante = await addPersonne(banc.base, 'SUIVANTE', MOBILE);
    expect(await motif(banc.base, suivante, 'sms')).toBe('opposition');
    await replaceTelephone(banc.base, suivante, '06 39 98 00 03');
    expect(await motif(banc.base, suivante, 'sms')).toBeNull();
    expect(await motif(banc.base, elise, 'email')).toBeNull();
  });

  it.each([
    '0639980001',
    MOBILE,
    '+33 (0)6 39 98 00 01',
    '33639980001',
    '639980001',
    '\u202a06 39 98 00 01\u202c',
  ])('d’un opérateur qui dit seulement « %s »', async (numero) => {
    const elise = await addPersonne(banc.base, 'ELISE', MOBILE);
    await banc.oppositions.addFromNumero(numero, NOW);
    await replaceTelephone(banc.base, elise, '06 39 98 00 02');
    expect(await motif(banc.base, elise, 'sms')).toBe('opposition');
  });

  it('outre-mer aussi', async () => {
    const elise = await addPersonne(banc.base, 'ELISE', '0692 123 456');
    await banc.oppositions.addFromNumero('0692123456', NOW);
    expect(await motif(banc.base, elise, 'sms')).toBe('opposition');
  });

  it('d’un numéro que deux personnes portent : de celle à qui on a écrit', async () => {
    const [lui, elle] = [
      await addPersonne(banc.base, 'LUI', MOBILE),
      await addPersonne(banc.base, 'ELLE', MOBILE),
    ];
    await addEnvoi(banc.base, elle);
    await banc.oppositions.addFromNumero(MOBILE, NOW);
    await replaceTelephone(banc.base, lui, '06 39 98 00 02');
    await replaceTelephone(banc.base, elle, '06 39 98 00 03');
    expect([await motif(banc.base, lui, 'sms'), await motif(banc.base, elle, 'sms')]).toEqual([
      null,
      'opposition',
    ]);
  });

  it('d’un numéro illisible : rien', async () => {
    await banc.oppositions.addFromNumero('OVH', NOW);
    expect(await banc.base.knex('sms_oppositions').select('id')).toEqual([]);
  });

  it('redit par l’opérateur après avoir été levé, il ne revient pas ; dit d’un autre envoi, si', async () => {
    const elise = await addPersonne(banc.base, 'ELISE', MOBILE);
    const envoi = await addEnvoi(banc.base, elise);
    const { document_id: documentId } = await banc.base
      .knex('entrepreneurs')
      .where({ id: elise })
      .first<{ document_id: string }>();
    await banc.oppositions.addStop(envoi, NOW);
    const personne = { typeDestinataire: 'entrepreneur', documentId } as const;
    expect(await banc.personnes.lift({ personne }, geste('sms'))).toEqual({
      levees: 1,
      restent: 0,
    });
    await banc.oppositions.addStop(envoi, NOW);
    expect(await motif(banc.base, elise, 'sms')).toBeNull();
    await banc.oppositions.addStop(await addEnvoi(banc.base, elise), NOW);
    expect(await motif(banc.base, elise, 'sms')).toBe('opposition');
  });

  it('d’un envoi dont la personne a été effacée : rien, et on le dit', async () => {
    const envoi = await addEnvoi(banc.base, 1, { destinataire_id: -7, adresse: null });
    expect(await banc.oppositions.addStop(envoi, NOW)).toBe(false);
    expect(await banc.base.knex('sms_oppositions').select('id')).toEqual([]);
  });
});

describe('Pour une entreprise partenaire, c’est le référent qui a reçu', () => {
  const CLAIRE = { nom: 'CLAIRE', courriel_pro: 'claire@banque.test' };
  const partenaire = (id: number) => motif(banc.base, id, 'email', 'entreprise_partenaire');
  const contactDe = async (): Promise<number> =>
    (await banc.base.knex('contacts_partenaires').where(CLAIRE).first<{ id: number }>()).id;
  const envoyeA = (id: number, contact: number | null) =>
    addEnvoi(banc.base, id, {
      type_contact: 'newsletter',
      type_destinataire: 'entreprise_partenaire',
      adresse: CLAIRE.courriel_pro,
      contact_id: contact,
    });
  const opposee = () => banc.base.knex('sms_oppositions').first('personne_type', 'personne_id');

  it('et non l’entreprise : un autre référent reçoit', async () => {
    const banque = await banc.base.addEntreprise('Banque', CLAIRE);
    const claire = await contactDe();
    await banc.desinscriptions.add(await envoyeA(banque, claire), ['newsletter'], NOW);
    expect(await opposee()).toEqual({ personne_type: 'contact_partenaire', personne_id: claire });
    await banc.base.knex('sms_oppositions').update({ portee: 'tout' });
    await banc.base
      .knex('contacts_partenaires')
      .where({ id: claire })
      .update({ courriel_pro: 'neuve@banque.test' });
    await banc.base.addCalculee('contacts_individuels', { nom: 'AUTRE' });
    expect(await partenaire(banque)).toBe('opposition');
    await banc.base
      .knex('contacts_partenaires')
      .where({ id: claire })
      .update({ est_referent: false });
    const hugo = await banc.base.addCalculee('contacts_partenaires', {
      nom: 'HUGO',
      est_referent: true,
      courriel_pro: 'hugo@banque.test',
    });
    await banc.base.link('contacts_partenaires_entreprise_lnk', {
      contact_partenaire_id: hugo,
      entreprise_partenaire_id: banque,
    });
    expect(await partenaire(banque)).toBeNull();
  });

  it('retrouvé par son adresse pour un envoi d’avant', async () => {
    const banque = await banc.base.addEntreprise('Banque', CLAIRE);
    await banc.desinscriptions.add(await envoyeA(banque, null), ['newsletter'], NOW);
    expect(await opposee()).toEqual({
      personne_type: 'contact_partenaire',
      personne_id: await contactDe(),
    });
  });
});
