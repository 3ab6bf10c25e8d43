import { createRequire } from 'node:module';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  EnvoisAutomatiques,
  OptionsEnvoiAutomatique,
} from '../../src/plugins/sms-mailing/core/api/envois-automatiques';
import type * as Compose from '../../src/plugins/sms-mailing/server/src/strapi/compose';
import { seedCrm, type Resume } from '../../scripts/seed/index.mjs';
import { agentFor, startApp, stopApp, type Agent, type App } from './harness';

const requireCjs = createRequire(import.meta.url);
const URL = '/sms-mailing/envois-automatiques';

/** Thursday 3 March 2022: the guide's atelier is on Saturday, J-2. */
const JEUDI = new Date('2022-03-03T10:00:00Z');

let app: App;
let admin: Agent;
let seed: Resume;
let horloge = JEUDI;
let rappel: string;

async function post<T>(url: string, corps: Record<string, unknown>): Promise<T> {
  const reponse = await admin.post(url).send(corps);
  return (reponse.body as { data: T }).data;
}

async function createModele(saisie: Record<string, unknown>): Promise<string> {
  const modele = await post<{ documentId: string }>('/sms-mailing/modeles', {
    typeContact: 'email',
    destinataires: ['entrepreneur'],
    but: 'suivi',
    ...saisie,
  });
  return modele.documentId;
}

function cartesEnMain(suite: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    typeContact: 'email',
    modeleDocumentId: rappel,
    delai: -2,
    criteres: {
      natures: ['Collective'],
      ods: [seed.ods["Activ'Créa lot 1"]!.documentId],
      etapes: [seed.etapes['Atelier "Cartes en main"']!.documentId],
    },
    ...suite,
  };
}

async function list(): Promise<EnvoisAutomatiques> {
  return ((await admin.get(URL)).body as { data: EnvoisAutomatiques }).data;
}

beforeAll(async () => {
  app = await startApp();
  const { setClock } = requireCjs(
    '../../dist/src/plugins/sms-mailing/server/src/strapi/compose.js'
  ) as typeof Compose;
  setClock(app.strapi, () => horloge);
  const client = new pg.Client({ connectionString: app.database.url });
  await client.connect();
  seed = await seedCrm(client, { reference: '2022-03-03', entrepreneurs: 40, actions: 0 });
  await client.end();
  admin = await agentFor(app, 'sms-administrateur');
  rappel = await createModele({
    nom: 'Mail rappel rendez-vous',
    objet: 'Rappel',
    message: '<p>Bonjour ${tableN.action_beneficiaire_personne/personne_prenom}</p>',
  });
});

afterAll(() => stopApp(app));

describe('Guide §6.a : le tableau des envois automatiques', () => {
  it('sans règle, le tableau est vide et dit de quel soir il parle', async () => {
    expect(await list()).toEqual({
      soir: '2022-03-03',
      ceSoir: true,
      heure: '19:00',
      lignes: [],
    });
  });

  it('chaque règle dit combien de personnes elle touche ce soir', async () => {
    await admin.post(URL).send({ regle: cartesEnMain() });
    await admin.post(URL).send({ regle: cartesEnMain({ delai: -5 }) });
    const { lignes } = await list();
    // PALMER's atelier (4 participants) and the one of the fiche test.
    expect(lignes.map(({ compte }) => compte)).toEqual([
      { recevront: 5, exclus: 0 },
      { recevront: 0, exclus: 0 },
    ]);
    expect(lignes[0]).toMatchObject({
      modele: { nom: 'Mail rappel rendez-vous', inactif: false },
      regle: { delai: -2, inactif: false },
    });
  });

  it('après 19h, les comptes sont ceux du lendemain soir', async () => {
    horloge = new Date('2022-03-03T18:00:00Z');
    expect(await list()).toMatchObject({ soir: '2022-03-04', ceSoir: false });
    horloge = JEUDI;
  });

  it('une règle dont le modèle devient inactif le dit', async () => {
    await admin.post(`/sms-mailing/modeles/${rappel}/inactif`).send({ inactif: true });
    expect((await list()).lignes[0]).toMatchObject({ modele: { inactif: true } });
    await admin.post(`/sms-mailing/modeles/${rappel}/inactif`).send({ inactif: false });
  });
});

describe('Guide §6.c : le formulaire « Créer un envoi »', () => {
  it('propose les types d’action, les ODS et les étapes de chaque ODS', async () => {
    const reponse = await admin.get(`${URL}-options`);
    const { typesAction, ods, etapes } = (reponse.body as { data: OptionsEnvoiAutomatique }).data;
    expect(typesAction.map(({ nom }) => nom)).toContain('Atelier');
    const dpe = ods.find(({ nom }) => nom === 'DPE');
    expect(etapes.filter((etape) => etape.ods === dpe?.documentId).map(({ nom }) => nom)).toEqual([
      'Diag RDV 1',
      'Diag RDV 2',
    ]);
  });

  it('compte ce soir pour une règle qui n’est pas encore enregistrée', async () => {
    const avant = (await list()).lignes.length;
    const compte = await post(`${URL}-compte`, {
      regle: cartesEnMain({ criteres: { natures: ['Individuelle'] } }),
    });
    expect(compte).toEqual({ recevront: 1, exclus: 0 });
    expect((await list()).lignes).toHaveLength(avant);
  });

  it('compte les personnes écartées par leurs coordonnées', async () => {
    const compte = await post(`${URL}-compte`, {
      regle: cartesEnMain({ delai: -1, criteres: { natures: ['Collective'] } }),
    });
    // DIALLO receives it; PARIS has a dummy address; the waiting list is not counted.
    expect(compte).toEqual({ recevront: 1, exclus: 1 });
  });
});
