import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agentFor, startApp, stopApp, type Agent, type App } from './harness';

interface Refus {
  status: number;
  message: string;
  champs: Record<string, string>;
}

let app: App;
let admin: Agent;
beforeAll(async () => {
  app = await startApp();
  admin = await agentFor(app, 'sms-administrateur');
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
