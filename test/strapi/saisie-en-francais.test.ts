import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFiches, url, type Fiches } from './fiches-ecrites';
import { agentFor, startApp, stopApp, type Agent, type App } from './harness';

interface Refus {
  status: number;
  message: string;
  champs: Record<string, string>;
}

let app: App;
let admin: Agent;
let fiches: Fiches;
beforeAll(async () => {
  app = await startApp();
  admin = await agentFor(app, 'sms-administrateur');
  fiches = await openFiches(app);
});
afterAll(() => stopApp(app));

const LONG = 'x'.repeat(256);
const PERSONNE = { nom: 'PALMER', prenom: 'Jack' };
const ATELIER = { objet: 'Atelier', nature: 'Collective', date: '2022-03-05' };

async function save(type: string, corps: object): Promise<Refus> {
  const reponse = await admin
    .post(`/content-manager/collection-types/api::${type}.${type}`)
    .send(corps);
  const { error } = reponse.body as {
    error?: { message: string; details: { errors?: { path: string[]; message: string }[] } };
  };
  const champs = (error?.details.errors ?? []).map(({ path, message }) => [
    path.join('.'),
    message,
  ]);
  return {
    status: reponse.status,
    message: error?.message ?? '',
    champs: Object.fromEntries(champs) as Record<string, string>,
  };
}

describe('Les fiches du Content Manager refusent en français, à côté du champ', () => {
  it.each([
    [
      'un nom trop long',
      'entrepreneur',
      { ...PERSONNE, nom: LONG },
      { nom: '255 caractères au plus.' },
    ],
    ['un nom vidé', 'entrepreneur', { ...PERSONNE, nom: null }, { nom: 'À renseigner.' }],
    [
      'un nombre pour un nom',
      'entrepreneur',
      { ...PERSONNE, nom: 12 },
      { nom: 'Saisissez un texte.' },
    ],
    [
      'une valeur hors de la liste',
      'entrepreneur',
      { ...PERSONNE, civilite: 'Docteur' },
      { civilite: 'Choisissez parmi : Madame, Monsieur.' },
    ],
    [
      'une case ni oui ni non',
      'entrepreneur',
      { ...PERSONNE, accepteSms: 'peut-être' },
      { accepteSms: 'Répondez par oui ou par non.' },
    ],
    [
      'un e-mail sans adresse',
      'entrepreneur',
      { ...PERSONNE, emails: [{ accepte: true }] },
      { 'emails.0.adresse': 'À renseigner.' },
    ],
    [
      'un e-mail trop long',
      'entrepreneur',
      { ...PERSONNE, emails: [{ adresse: LONG }] },
      { 'emails.0.adresse': '255 caractères au plus.' },
    ],
    ['une capacité négative', 'action', { ...ATELIER, capacite: -1 }, { capacite: '0 au moins.' }],
    [
      'une demi-place',
      'action',
      { ...ATELIER, capacite: 1.5 },
      { capacite: 'Saisissez un nombre entier.' },
    ],
    [
      'des lettres pour un nombre',
      'action',
      { ...ATELIER, capacite: 'dix' },
      { capacite: 'Saisissez un nombre.' },
    ],
    [
      'un nombre plus grand que la base',
      'action',
      { ...ATELIER, capacite: 99_999_999_999 },
      { capacite: '100000 au plus.' },
    ],
  ])('%s', async (_titre, type, corps, champs) => {
    const refus = await save(type, corps);
    expect(refus).toEqual({ status: 400, message: Object.values(champs)[0], champs });
  });

  it('plusieurs champs, et combien', async () => {
    expect(await save('entrepreneur', {})).toEqual({
      status: 400,
      message: '2 champs sont à corriger.',
      champs: { nom: 'À renseigner.', prenom: 'À renseigner.' },
    });
  });

  it.each([
    [
      'une date impossible',
      'entrepreneur',
      { ...PERSONNE, dateNaissance: 'hier' },
      /^Saisissez une date qui existe/,
    ],
    [
      'une heure',
      'action',
      { ...ATELIER, heureDebut: '25h' },
      /^Saisissez une heure, comme 09:30\.$/,
    ],
    [
      'une antenne supprimée',
      'entrepreneur',
      { ...PERSONNE, antenne: 999 },
      /^La fiche choisie n’existe plus/,
    ],
    [
      'une antenne supprimée, choisie dans la liste',
      'entrepreneur',
      { ...PERSONNE, antenne: { connect: [{ documentId: 'absente' }] } },
      /^La fiche choisie n’existe plus/,
    ],
  ])('%s', async (_titre, type, corps, phrase) => {
    const refus = await save(type, corps);
    expect(refus.status).toBe(400);
    expect(refus.message).toMatch(phrase);
  });
});

it('un lien de visio de plus de 255 caractères est gardé entier', async () => {
  const lienVisio = `https://teams.microsoft.com/l/meetup-join/${'a'.repeat(900)}`;
  expect(await save('action', { ...ATELIER, lienVisio })).toMatchObject({ status: 201 });
  const actions = await app.strapi.db.query('api::action.action').count({ where: { lienVisio } });
  expect(actions).toBe(1);
});

describe('Dans le panneau, une coordonnée se juge à la saisie', () => {
  const corps = (emails: object[], telephones: object[]) => ({
    ...{ nom: 'SAISIE', prenom: 'Léa' },
    ...{ emails, telephones },
  });

  it('« pas une adresse » et « 06 12 » sont refusés, chacun à son champ', async () => {
    const emails = [{ adresse: 'lea@x.fr' }, { adresse: 'pas une adresse' }];
    expect(await save('entrepreneur', corps(emails, [{ numero: '06 12' }]))).toMatchObject({
      status: 400,
      message: '2 champs sont à corriger.',
      champs: {
        'emails.1.adresse': expect.stringContaining('« pas une adresse » n’est pas') as unknown,
        'telephones.0.numero': expect.stringContaining('« 06 12 » n’est pas') as unknown,
      },
    });
    const gardees = app.strapi.db.query('api::entrepreneur.entrepreneur');
    expect(await gardees.count({ where: { nom: 'SAISIE' } })).toBe(0);
  });

  it.each([
    ['contact-individuel', { nom: 'X', courrielPro: 'claire@' }, 'courrielPro'],
    ['contact-partenaire', { nom: 'X', telephones: [{ numero: '?' }] }, 'telephones.0.numero'],
    ['intervenant', { nom: 'X', telephone: '12' }, 'telephone'],
  ])('%s : %j aussi', async (type, saisie, champ) => {
    const refus = await save(type, saisie);
    expect([refus.status, Object.keys(refus.champs)]).toEqual([400, [champ]]);
  });

  it('une fiche venue d’ailleurs avec une mauvaise adresse s’enregistre, tant qu’on n’y touche pas', async () => {
    const venue = corps([{ adresse: 'pas une adresse' }], [{ numero: '06 12' }]);
    const chemin = url('entrepreneur', `/${await fiches.create('entrepreneur', venue)}`);
    const lue = await admin.get(chemin);
    const { emails, telephones } = (lue.body as { data: Record<string, { id: number }[]> }).data;
    const change = async (saisie: object) => (await admin.put(chemin).send(saisie)).status;
    expect(await change({ prenom: 'Zoé', emails, telephones })).toBe(200);
    expect(await change({ emails: [{ ...emails![0], adresse: 'toujours pas' }] })).toBe(400);
    expect(await change({ emails: [{ ...emails![0], adresse: 'zoe@x.fr' }] })).toBe(200);
  });

  it('l’API garde ce qu’elle reçoit : la personne est laissée de côté, avec le motif', async () => {
    const reponse = await fiches.logiciel
      .post('/api/entrepreneurs?populate=emails')
      .send({ data: corps([{ adresse: 'pas une adresse' }], []) });
    expect(reponse.body).toMatchObject({ data: { emails: [{ etat: 'invalide' }] } });
  });
});

it('une coordonnée qui n’en est pas une est refusée avec une phrase', async () => {
  for (const champ of ['emails', 'telephones']) {
    for (const valeur of [[null], ['texte'], [3]]) {
      const { status } = await save('entrepreneur', { ...PERSONNE, [champ]: valeur });
      expect([champ, valeur, status]).toEqual([champ, valeur, 400]);
    }
  }
});

it('un tri qui ne nomme aucun champ est refusé avec une phrase', async () => {
  for (const adresse of [url('entrepreneur'), url('action')]) {
    const reponse = await admin.get(`${adresse}?sort=${encodeURIComponent('../')}`);
    const { error } = reponse.body as { error: { message: string } };
    expect([reponse.status, error.message]).toEqual([
      400,
      expect.stringMatching(/^Le tri nomme un champ/),
    ]);
  }
});
