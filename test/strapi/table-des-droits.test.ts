import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHasard } from '../../scripts/seed/hasard.mjs';
import { LETTRES, listPortes, openVisite, type Porte, type Visite } from './acces';
import { startApp, stopApp, type App } from './harness';
import { listRoutes, nommer, type RouteMontee } from './routes-montees';

/** `npm run epreuve -- droits` asks for all of it; `npm test`, for so many of each part of the table. */
const TOUT = process.env.DROITS === 'tout';
const PAR_PARTIE = 2;
const GRAINE = process.env.GRAINE ?? 'droits';

/** Routes of the panel that write and that no right guards: why each may be. */
const SANS_DROIT: Readonly<Record<string, string>> = {
  'POST /admin/login': 'publique : le mot de passe, et deux freins',
  'POST /admin/access-token': 'publique : le cookie de la session',
  'POST /admin/register-admin': 'publique sur une base d’essai seulement (porte-comptes)',
  'POST /admin/register': 'publique : le jeton de l’invitation',
  'POST /admin/forgot-password': 'publique : écrit au compte lui-même, cinq fois l’heure',
  'POST /admin/reset-password': 'publique : le code reçu',

  'POST /admin/logout': 'sa propre session',
  'POST /admin/permissions/check': 'ne fait que lire ses propres droits',
  'PUT /admin/users/me': 'son propre compte, sans ses rôles',
  'DELETE /admin/users/me/sessions': 'ses propres sessions',
  'DELETE /admin/users/me/sessions/:sessionId': 'ses propres sessions',
  'PUT /admin/homepage/layout': 'la disposition de son propre accueil',
  'PUT /content-manager/content-types/:uid/configuration': 'le droit, par src/doors/close-settings',
  'PUT /content-manager/components/:uid/configuration': 'le droit, par src/doors/close-settings',
  'PUT /i18n/settings': 'le droit, par src/doors/close-settings',
  'POST /upload': 'le droit, par src/doors/close-settings',
  'POST /upload/actions/upload-from-urls': 'le droit, par src/doors/close-settings',
  'POST /upload/files': 'le droit, par src/doors/close-settings',
  'PUT /upload/files/:id': 'le droit, par src/doors/close-settings',
  'POST /upload/files/:id/replace': 'le droit, par src/doors/close-settings',
  'POST /content-manager/uid/generate': 'n’écrit rien, et aucun de nos types n’a de champ « uid »',
  'POST /content-manager/uid/check-availability':
    'n’écrit rien, et aucun de nos types n’a de champ « uid »',
  'POST /i18n/content-manager/actions/get-non-localized-fields':
    'n’écrit rien, et demande le droit de lire la fiche',
};

/** Where Strapi itself answers « server error » to an empty request of whoever may ask. */
const ERREURS_DE_STRAPI: readonly string[] = [
  'DELETE /api/users-permissions/roles/:role',
  'GET /admin/license-trial-time-left',
  'POST /admin/permissions/check',
  'PUT /admin/homepage/layout',
];

interface Ligne {
  partie: string;
  acces: string;
  nom: string;
}

function readTable(): Ligne[] {
  const texte = readFileSync(path.join(import.meta.dirname, 'table-des-droits.txt'), 'utf8');
  let partie = '';
  return texte.split('\n').flatMap((ligne) => {
    if (ligne.startsWith('# ')) {
      partie = ligne;
      return [];
    }
    const [, acces, nom] = /^([-ASCJN]{5}) ((?:GET|POST|PUT|DELETE) \/.*)$/.exec(ligne) ?? [];
    return acces === undefined || nom === undefined ? [] : [{ partie, acces, nom }];
  });
}

function drawLignes(table: readonly Ligne[]): Ligne[] {
  if (TOUT) {
    return [...table];
  }
  const { pick } = createHasard(GRAINE);
  const parties = [...new Set(table.map(({ partie }) => partie))];
  return parties.flatMap((partie) => {
    const siennes = table.filter((ligne) => ligne.partie === partie);
    return [...new Set(Array.from({ length: PAR_PARTIE }, () => pick(siennes)))];
  });
}

let app: App;
let routes: RouteMontee[];
let portes: Map<string, Porte>;
let visite: Visite;
const table = readTable();

beforeAll(async () => {
  app = await startApp();
  routes = listRoutes(app);
  portes = new Map(listPortes(routes).map((porte) => [porte.nom, porte]));
  visite = await openVisite(app);
});
afterAll(() => stopApp(app));

describe('la table des droits', () => {
  it('a une ligne, et une seule, pour chaque route que Strapi monte', () => {
    expect(routes.length).toBeGreaterThan(300);
    expect(table.map(({ nom }) => nom).sort()).toEqual([...portes.keys()].sort());
  });

  it('range chaque ligne sous son accès', () => {
    for (const { partie, acces, nom } of table) {
      expect([nom, partie.slice(2, 7)]).toEqual([nom, acces]);
    }
  });
});

describe('une route du panneau qui écrit', () => {
  it('demande un droit, ou est de la liste relue, avec sa raison', () => {
    const sansDroit = routes
      .filter(
        ({ type, methode, droits }) => type === 'admin' && methode !== 'GET' && droits.length === 0
      )
      .map(nommer);
    expect(sansDroit.sort()).toEqual(Object.keys(SANS_DROIT).sort());
  });

  it('n’est publique que si sa raison le dit', () => {
    const publiques = routes
      .filter(({ type, methode, publique }) => type === 'admin' && methode !== 'GET' && publique)
      .map((route) => SANS_DROIT[nommer(route)] ?? nommer(route));
    expect(publiques.filter((raison) => !raison.startsWith('publique'))).toEqual([]);
  });
});

it.each(drawLignes(table))(
  `$acces passe, et nul autre : $nom (GRAINE=${GRAINE})`,
  async ({ nom, acces }) => {
    let passent = '';
    for (const lettre of LETTRES) {
      const { status, passe } = await visite(lettre, portes.get(nom)!);
      passent += passe ? lettre : '-';
      expect([lettre, status >= 500 && !ERREURS_DE_STRAPI.includes(nom)]).toEqual([lettre, false]);
    }
    expect(passent).toBe(acces);
  }
);
