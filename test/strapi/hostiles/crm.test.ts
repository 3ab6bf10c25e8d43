import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../base-du-guide';
import { createJetonApi, tokenOf } from '../harness';
import { listFautes, send, type Reponse, type Route } from './envoi';
import { createFamilles, describeRecherche, fillFiche } from './exemples-crm';
import type { Exemple, Jeu } from './mutations';

/** The fiches that people write, and that other software feeds by REST. */
const TYPES = {
  entrepreneurs: 'entrepreneur',
  actions: 'action',
  participations: 'participation',
  'contacts-individuels': 'contact-individuel',
  'entreprises-partenaires': 'entreprise-partenaire',
} as const;

/** Words that no French sentence has. */
const ANGLAIS = /\b(the|is|are|must|should|cannot|invalid|expected|required|unknown|not found)\b/i;

let base: BaseDuGuide;
let jetonCm: string;
let jetonRest: string;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { listen: true });
  jetonCm = await tokenOf(base.app, 'strapi-super-admin');
  jetonRest = await createJetonApi(base.app);
});
afterAll(() => base.close());

type Essai = Route & { exemple: Exemple };

const PAGE = { page: '1', pageSize: '10', sort: 'id:ASC', _q: 'palmer' };
const INCONNUE = { documentId: 'inconnue' };

function listContentManager(type: string): Essai[] {
  const uid = `api::${type}.${type}`;
  const route = `/content-manager/collection-types/${uid}`;
  const query = describeRecherche(base.app.strapi, uid) ?? {};
  const body = fillFiche(base.app.strapi, uid);
  return [
    { methode: 'GET', route, exemple: { query: { ...PAGE, ...query } } },
    { methode: 'GET', route: `${route}/:documentId`, exemple: { params: INCONNUE } },
    { methode: 'POST', route, exemple: { body } },
    { methode: 'PUT', route: `${route}/:documentId`, exemple: { params: INCONNUE, body } },
    { methode: 'DELETE', route: `${route}/:documentId`, exemple: { params: INCONNUE } },
    {
      methode: 'POST',
      route: `${route}/actions/bulkDelete`,
      exemple: { body: { documentIds: ['inconnue'] } },
    },
  ];
}

function listRest(pluriel: string, type: string): Essai[] {
  const uid = `api::${type}.${type}`;
  const route = `/api/${pluriel}`;
  const query = describeRecherche(base.app.strapi, uid) ?? {};
  const body = { data: fillFiche(base.app.strapi, uid) };
  const page = { 'pagination[page]': '1', 'pagination[pageSize]': '10', sort: 'id:asc' };
  return [
    { methode: 'GET', route, exemple: { query: { ...page, ...query } } },
    { methode: 'GET', route: `${route}/:documentId`, exemple: { params: INCONNUE } },
    { methode: 'POST', route, exemple: { body } },
    { methode: 'PUT', route: `${route}/:documentId`, exemple: { params: INCONNUE, body } },
    { methode: 'DELETE', route: `${route}/:documentId`, exemple: { params: INCONNUE } },
  ];
}

const PERSONNE = { firstname: 'Camille', lastname: 'Durand', email: 'camille@exemple.fr' };

function listComptes(): Essai[] {
  return [
    { methode: 'GET', route: '/admin/users', exemple: { query: PAGE } },
    { methode: 'GET', route: '/admin/users/:id', exemple: { params: { id: '999' } } },
    { methode: 'POST', route: '/admin/users', exemple: { body: { ...PERSONNE, roles: [1] } } },
    {
      methode: 'PUT',
      route: '/admin/users/:id',
      exemple: { params: { id: '999' }, body: { ...PERSONNE, isActive: true, roles: [1] } },
    },
    { methode: 'DELETE', route: '/admin/users/:id', exemple: { params: { id: '999' } } },
    { methode: 'POST', route: '/admin/users/batch-delete', exemple: { body: { ids: [999] } } },
  ];
}

/** A refusal is a sentence that a gestionnaire reads. */
function judge({ status, erreur }: Reponse): string | null {
  return status === 400 && ANGLAIS.test(erreur?.message ?? '') ? (erreur?.message ?? '') : null;
}

/** Statuses of the requests as a screen sends them: 404 when they name a fiche that is not there. */
async function listStatuts(essais: readonly Essai[], jeton: string): Promise<Set<number>> {
  const statuts = new Set<number>();
  for (const { methode, route, exemple } of essais) {
    const adresse = route.replace(
      /(?<=\/):(\w+)/g,
      (_, cle: string) => exemple.params?.[cle] ?? ''
    );
    const chemin = `${adresse}?${String(new URLSearchParams(exemple.query))}`;
    const corps = exemple.body === undefined ? undefined : JSON.stringify(exemple.body);
    statuts.add((await send(base.app, methode, { chemin, corps }, jeton)).status);
  }
  return statuts;
}

/** By door, method and family: the parameter that met all the values. */
const premiers = new Map<string, string>();

/** Strapi reads a type of attribute alike wherever it stands: the first meets all the values, the others what has answered 500. */
function createJeuDe(jeton: string, { methode, route }: Essai, type?: string) {
  if (type === undefined) {
    return (): Jeu => 'toutes';
  }
  const familleOf = createFamilles(base.app.strapi, `api::${type}.${type}`);
  return (parametre: string): Jeu => {
    const cle = `${jeton} ${methode} ${familleOf(parametre)}`;
    const premier = premiers.get(cle) ?? `${route} ${parametre}`;
    premiers.set(cle, premier);
    return premier === `${route} ${parametre}` ? 'toutes' : 'redoutees';
  };
}

async function playAll(essais: readonly Essai[], jeton: string, type?: string): Promise<string[]> {
  const fautes: string[] = [];
  for (const essai of essais) {
    const jeuDe = createJeuDe(jeton, essai, type);
    const exemple = { ...essai.exemple, croisement: 'somme' } as const;
    fautes.push(...(await listFautes(base.app, { ...essai, exemple, jeton, judge, jeuDe })));
  }
  return fautes;
}

describe('une demande hostile aux fiches répond 2xx ou 4xx, en français', () => {
  it.each(Object.entries(TYPES))('les exemples de %s sont compris', async (pluriel, type) => {
    const cm = await listStatuts(listContentManager(type), jetonCm);
    const rest = await listStatuts(listRest(pluriel, type), jetonRest);
    for (const statuts of [cm, rest]) {
      expect([...statuts].filter((statut) => ![200, 201, 204, 404].includes(statut))).toEqual([]);
      expect(statuts).toContain(201);
    }
  });

  it.each(Object.values(TYPES))('%s dans le Content Manager', async (type) => {
    expect(await playAll(listContentManager(type), jetonCm, type)).toEqual([]);
  });

  it.each(Object.entries(TYPES))('%s par REST', async (pluriel, type) => {
    expect(await playAll(listRest(pluriel, type), jetonRest, type)).toEqual([]);
  });

  it('les comptes des utilisateurs', async () => {
    expect(await playAll(listComptes(), jetonCm)).toEqual([]);
  });
});
