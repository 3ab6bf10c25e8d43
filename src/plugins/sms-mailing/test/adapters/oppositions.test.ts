import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TypeContact, TypeDestinataire } from '../../core/vocabulaire';
import { sqlDestinataires } from '../../server/src/adapters/sql/destinataires/destination';
import { createOppositions } from '../../server/src/adapters/sql/oppositions/oppositions';
import { createPersonnes } from '../../server/src/adapters/sql/personnes/personnes';
import type { OppositionStore } from '../../server/src/services/ports/moteur';
import type { Geste, PersonneStore } from '../../server/src/services/ports/personnes';
import { EMPREINTEUR, NOW, openBase, type Base } from './campagnes-base';

const MOBILE = '06 39 98 00 01';
const E164 = '+33639980001';

let base: Base;
let oppositions: OppositionStore;
let personnes: PersonneStore;
beforeAll(async () => {
  base = await openBase();
  oppositions = createOppositions(base.knex, EMPREINTEUR);
  personnes = createPersonnes(base.knex, EMPREINTEUR);
});
beforeEach(async () => {
  await base.knex.raw(
    'TRUNCATE sms_oppositions, sms_oppositions_journal, sms_envois, entrepreneurs, entrepreneurs_cmps, components_coordonnees_emails, components_coordonnees_telephones, contacts_partenaires, entreprises_partenaires, contacts_partenaires_entreprise_lnk CASCADE'
  );
});
afterAll(() => base.close());

const geste = (portee: Geste['portee']): Geste => ({
  portee,
  raison: 'demande_orale',
  auteurId: 1,
  now: NOW,
});

async function motif(
  id: number,
  typeContact: TypeContact,
  typeDestinataire: TypeDestinataire = 'entrepreneur'
): Promise<string | null> {
  const choix = {
    typeDestinataire,
    typeContact,
    but: 'suivi',
    promotionSansConsentement: true,
  } as const;
  const { rows } = await base.knex.raw<{ rows: { motif: string | null }[] }>(
    `SELECT motif FROM (${sqlDestinataires(choix)}) d WHERE id = ?`,
    [id]
  );
  return rows[0]!.motif;
}

const addPersonne = (nom: string, telephone: string) =>
  base.addEntrepreneur(nom, { accepte_sms: true }, { telephone });

/** An SMS that left; answers its line. */
function addEnvoi(destinataire: number, champs: Record<string, unknown> = {}): Promise<number> {
  return base.add('sms_envois', {
    cle: `t:${String(destinataire)}:${String(Math.random())}`,
    modalite: 'campagne',
    type_contact: 'sms',
    statut: 'envoye',
    modele_id: 1,
    type_destinataire: 'entrepreneur',
    destinataire_id: destinataire,
    adresse: E164,
    prevu_le: NOW,
    disponible_le: NOW,
    tentatives: 1,
    credits: 1,
    ...champs,
  });
}

const replaceTelephone = async (id: number, numero: string): Promise<void> => {
  await base.knex('entrepreneurs_cmps').where({ entity_id: id, field: 'telephones' }).delete();
  await base.addComposant('entrepreneurs', id, 'telephone', { numero, contact_possible: true });
};

describe('Un STOP vaut pour la personne et pour le numéro (décision G1)', () => {
  it('son nouveau numéro ne reçoit rien, son ancien non plus, qui que ce soit qui le porte', async () => {
    const elise = await addPersonne('ELISE', MOBILE);
    await oppositions.addFromEnvoi('stop', await addEnvoi(elise), NOW);
    await replaceTelephone(elise, '06 39 98 00 02');
    expect(await motif(elise, 'sms')).toBe('opposition');
    const suivante = await addPersonne('SUIVANTE', MOBILE);
    expect(await motif(suivante, 'sms')).toBe('opposition');
    await replaceTelephone(suivante, '06 39 98 00 03');
    expect(await motif(suivante, 'sms')).toBeNull();
    expect(await motif(elise, 'email')).toBeNull();
  });

  it.each([
    '0639980001',
    MOBILE,
    '+33 (0)6 39 98 00 01',
    '33639980001',
    '639980001',
    '\u202a06 39 98 00 01\u202c',
  ])('d’un opérateur qui dit seulement « %s »', async (numero) => {
    const elise = await addPersonne('ELISE', MOBILE);
    await oppositions.addFromNumero(numero, NOW);
    await replaceTelephone(elise, '06 39 98 00 02');
    expect(await motif(elise, 'sms')).toBe('opposition');
  });

  it('outre-mer aussi', async () => {
    const elise = await addPersonne('ELISE', '0692 123 456');
    await oppositions.addFromNumero('0692123456', NOW);
    expect(await motif(elise, 'sms')).toBe('opposition');
  });

  it('d’un numéro que deux personnes portent : de celle à qui on a écrit', async () => {
    const [lui, elle] = [await addPersonne('LUI', MOBILE), await addPersonne('ELLE', MOBILE)];
    await addEnvoi(elle);
    await oppositions.addFromNumero(MOBILE, NOW);
    await replaceTelephone(lui, '06 39 98 00 02');
    await replaceTelephone(elle, '06 39 98 00 03');
    expect([await motif(lui, 'sms'), await motif(elle, 'sms')]).toEqual([null, 'opposition']);
  });

  it('d’un numéro illisible : rien', async () => {
    await oppositions.addFromNumero('OVH', NOW);
    expect(await base.knex('sms_oppositions').select('id')).toEqual([]);
  });

  it('redit par l’opérateur après avoir été levé, il ne revient pas ; dit d’un autre envoi, si', async () => {
    const elise = await addPersonne('ELISE', MOBILE);
    const envoi = await addEnvoi(elise);
    const { document_id: documentId } = await base
      .knex('entrepreneurs')
      .where({ id: elise })
      .first<{ document_id: string }>();
    await oppositions.addFromEnvoi('stop', envoi, NOW);
    const personne = { typeDestinataire: 'entrepreneur', documentId } as const;
    expect(await personnes.lift({ personne }, geste('sms'))).toEqual({ levees: 1, restent: 0 });
    await oppositions.addFromEnvoi('stop', envoi, NOW);
    expect(await motif(elise, 'sms')).toBeNull();
    await oppositions.addFromEnvoi('stop', await addEnvoi(elise), NOW);
    expect(await motif(elise, 'sms')).toBe('opposition');
  });

  it('d’un envoi dont la personne a été effacée : rien, et on le dit', async () => {
    const envoi = await addEnvoi(1, { destinataire_id: -7, adresse: null });
    expect(await oppositions.addFromEnvoi('stop', envoi, NOW)).toBe(false);
    expect(await base.knex('sms_oppositions').select('id')).toEqual([]);
  });
});

describe('Pour une entreprise partenaire, c’est le référent qui a reçu', () => {
  const CLAIRE = { nom: 'CLAIRE', courriel_pro: 'claire@banque.test' };
  const partenaire = (id: number) => motif(id, 'email', 'entreprise_partenaire');
  const contactDe = async (): Promise<number> =>
    (await base.knex('contacts_partenaires').where(CLAIRE).first<{ id: number }>()).id;
  const envoyeA = (id: number, contact: number | null) =>
    addEnvoi(id, {
      type_contact: 'newsletter',
      type_destinataire: 'entreprise_partenaire',
      adresse: CLAIRE.courriel_pro,
      contact_id: contact,
    });
  const opposee = () => base.knex('sms_oppositions').first('personne_type', 'personne_id');

  it('et non l’entreprise : un autre référent reçoit', async () => {
    const banque = await base.addEntreprise('Banque', CLAIRE);
    const claire = await contactDe();
    await oppositions.addFromEnvoi('lien', await envoyeA(banque, claire), NOW);
    expect(await opposee()).toEqual({ personne_type: 'contact_partenaire', personne_id: claire });
    await base.knex('sms_oppositions').update({ portee: 'tout' });
    await base
      .knex('contacts_partenaires')
      .where({ id: claire })
      .update({ courriel_pro: 'neuve@banque.test' });
    await base.addCalculee('contacts_individuels', { nom: 'AUTRE' });
    expect(await partenaire(banque)).toBe('opposition');
    await base.knex('contacts_partenaires').where({ id: claire }).update({ est_referent: false });
    const hugo = await base.addCalculee('contacts_partenaires', {
      nom: 'HUGO',
      est_referent: true,
      courriel_pro: 'hugo@banque.test',
    });
    await base.link('contacts_partenaires_entreprise_lnk', {
      contact_partenaire_id: hugo,
      entreprise_partenaire_id: banque,
    });
    expect(await partenaire(banque)).toBeNull();
  });

  it('retrouvé par son adresse pour un envoi d’avant', async () => {
    const banque = await base.addEntreprise('Banque', CLAIRE);
    await oppositions.addFromEnvoi('lien', await envoyeA(banque, null), NOW);
    expect(await opposee()).toEqual({
      personne_type: 'contact_partenaire',
      personne_id: await contactDe(),
    });
  });
});

describe('Une opposition écrite à la main', () => {
  const ficheDe = async (id: number) => {
    const { document_id: documentId } = await base
      .knex('entrepreneurs')
      .where({ id })
      .first<{ document_id: string }>();
    return { personne: { typeDestinataire: 'entrepreneur', documentId } as const };
  };

  it('à une adresse arrête qui la porte, à ses autres adresses aussi, et dit combien de fiches', async () => {
    const elise = await base.addEntrepreneur('ELISE', {}, { email: 'elise@courriel.test' });
    await base.addComposant('entrepreneurs', elise, 'email', {
      adresse: 'autre@courriel.test',
      accepte: true,
      reference: true,
    });
    const sujet = { adresse: 'elise@courriel.test' };
    expect(await personnes.oppose(sujet, geste('tout'))).toEqual({ ajoutees: 1, personnes: 1 });
    expect(await motif(elise, 'email')).toBe('opposition');
    expect(await personnes.oppose(sujet, geste('tout'))).toEqual({ ajoutees: 0, personnes: 1 });
    expect(await personnes.oppose({ adresse: 'inconnue@courriel.test' }, geste('tout'))).toEqual({
      ajoutees: 1,
      personnes: 0,
    });
  });

  it('sur une fiche sans coordonnée vaut pour celles qu’elle aura', async () => {
    const elise = await base.addEntrepreneur('ELISE', {}, { email: null });
    const fiche = await ficheDe(elise);
    expect(await personnes.oppose(fiche, geste('tout'))).toEqual({ ajoutees: 1, personnes: 1 });
    await base.addComposant('entrepreneurs', elise, 'email', {
      adresse: 'neuve@courriel.test',
      accepte: true,
    });
    expect(await motif(elise, 'email')).toBe('opposition');
    expect(await personnes.readOppositions(fiche.personne)).toMatchObject([
      { adresse: 'neuve@courriel.test', oppositions: [] },
      {
        adresse: null,
        oppositions: [{ portee: 'tout', autrePersonne: false }],
        journal: [{ geste: 'opposition' }],
      },
    ]);
  });

  it('levée, la personne et ses adresses le sont ensemble, dans cette portée seule', async () => {
    const elise = await addPersonne('ELISE', MOBILE);
    await oppositions.addFromEnvoi('stop', await addEnvoi(elise), NOW);
    const fiche = await ficheDe(elise);
    await personnes.oppose(fiche, geste('newsletter'));
    expect(await personnes.lift(fiche, geste('sms'))).toEqual({ levees: 1, restent: 1 });
    expect(await motif(elise, 'sms')).toBeNull();
    const gestes = await base
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
    const [lui, elle] = [await addPersonne('LUI', MOBILE), await addPersonne('ELLE', MOBILE)];
    await oppositions.addFromEnvoi('stop', await addEnvoi(lui), NOW);
    await oppositions.addFromEnvoi('stop', await addEnvoi(elle), NOW);
    expect(await personnes.lift(await ficheDe(lui), geste('sms'))).toEqual({
      levees: 1,
      restent: 1,
    });
    expect(await motif(lui, 'sms')).toBe('opposition');
    const [ligne] = (await personnes.readOppositions((await ficheDe(lui)).personne))!.filter(
      ({ adresse }) => adresse === E164
    );
    expect(ligne?.oppositions).toMatchObject([{ portee: 'sms', autrePersonne: true }]);
    await replaceTelephone(lui, '06 39 98 00 02');
    expect([await motif(lui, 'sms'), await motif(elle, 'sms')]).toEqual([null, 'opposition']);
  });

  it('levée d’une adresse seule ne lève pas ce que la personne a dit d’une autre', async () => {
    const elise = await base.addEntrepreneur('ELISE', {}, { email: 'elise@courriel.test' });
    await base.addComposant('entrepreneurs', elise, 'email', {
      adresse: 'autre@courriel.test',
      accepte: true,
    });
    await personnes.oppose(await ficheDe(elise), geste('tout'));
    expect(await personnes.lift({ adresse: 'autre@courriel.test' }, geste('tout'))).toEqual({
      levees: 1,
      restent: 1,
    });
    expect(await motif(elise, 'email')).toBe('opposition');
  });

  it('sur une entreprise sans référent, personne n’est à opposer', async () => {
    const id = await base.addEntreprise('Vide', null);
    const documentId = await base.documentId('entreprises_partenaires', id);
    const personne = { typeDestinataire: 'entreprise_partenaire', documentId } as const;
    expect(await personnes.oppose({ personne }, geste('tout'))).toBeNull();
  });
});
