import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParametresLus } from '../../../src/plugins/sms-mailing/core/parametres';
import { openBaseDuGuide, type BaseDuGuide } from '../base-du-guide';
import { environnementOvh } from '../environnement-ovh';
import { tokenOf } from '../harness';
import { listFautes, listRoutes, send, type Reponse } from './envoi';
import { adresseOf } from './exemples/exemple';
import { EXEMPLES_PANNEAU } from './exemples/panneau';
import { PUBLIQUES } from './exemples/publiques';
import { listManquants } from './manquants';
import { prepareReperes, type Reperes } from './reperes';
import { prepare } from './version';

const PANNEAU = /^\/sms-mailing\//;
const PUBLIC = /^\/api\/(sms-mailing|c)\//;

const ADMINISTRATEUR = { nom: 'un Administrateur', code: 'sms-administrateur', limite: false };
/** `npm test` asks as who may everything: nothing is refused before it is read. */
const PROFILS =
  process.env.HOSTILES === 'tout'
    ? [
        ADMINISTRATEUR,
        { nom: 'un Profil spécifique', code: 'sms-profil-specifique', limite: false },
        { nom: 'un Conseiller', code: 'sms-conseiller', limite: false },
        { nom: 'un Profil spécifique limité', code: 'sms-profil-specifique', limite: true },
        { nom: 'un Conseiller limité', code: 'sms-conseiller', limite: true },
      ]
    : [ADMINISTRATEUR];
const ETENDUES = ['antenne', 'equipe', 'assigne'].map(
  (une) => `plugin::sms-mailing.perimetre-${une}`
);

let base: BaseDuGuide;
let reperes: Reperes;
let jeton: string;
let secret: string;

beforeAll(async () => {
  base = await openBaseDuGuide(
    'sms-administrateur',
    {
      ...environnementOvh('http://127.0.0.1:9'),
      PUBLIC_URL: 'https://sms.bge.test',
    },
    { listen: true }
  );
  reperes = await prepareReperes(base);
  jeton = await tokenOf(base.app, 'sms-administrateur');
  const { data } = await base.ask<ParametresLus>('get', '/parametres');
  secret = data.urlSuivi?.split('/').at(-1) ?? '';
});

afterAll(() => base.close());

const exemplesPanneau = () =>
  Object.entries(EXEMPLES_PANNEAU).map(([cle, exemple]) => {
    const [methode = '', chemin = ''] = cle.split(' ');
    return { methode, route: `/sms-mailing${chemin}`, exemple: exemple(reperes) };
  });
const exemplesPublics = () =>
  Object.entries(PUBLIQUES).map(([cle, exemple]) => {
    const [methode = '', route = ''] = cle.split(' ');
    return { methode, route, exemple: exemple({ ...reperes, secret }) };
  });
const nom = ({ methode, route }: { methode: string; route: string }) => `${methode} ${route}`;

/** Every right of the guide's profils within one's own périmètre; or as they are made. */
async function limit(limite: boolean): Promise<void> {
  await base.sql(
    `UPDATE admin_permissions SET conditions = $1::jsonb WHERE id IN
       (SELECT l.permission_id FROM admin_permissions_role_lnk l JOIN admin_roles r ON r.id = l.role_id
         WHERE starts_with(r.code, 'sms-') AND r.code <> 'sms-administrateur')`,
    [JSON.stringify(limite ? ETENDUES : [])]
  );
}

type Essai = ReturnType<typeof exemplesPanneau>[number];

/** What an example lacks, or what its route does not understand of it. */
async function examine({ methode, route, exemple }: Essai): Promise<string[]> {
  const { schema, body, query } = exemple;
  const manquants = schema === undefined ? [] : listManquants(schema, body ?? query);
  const corps = body === undefined ? undefined : await prepare(base, exemple)(JSON.stringify(body));
  const chemin = adresseOf(route, exemple);
  const { status, erreur } = await send(base.app, methode, { chemin, corps }, jeton);
  const incompris = status >= 500 || erreur?.details.champs !== undefined;
  const fautes = [...manquants, ...(incompris ? [erreur?.message ?? String(status)] : [])];
  return fautes.map((faute) => `${methode} ${route} : ${faute}`);
}

/** A refusal of ours names its rule or its fields: a person can act on it. */
function judge({ status, erreur }: Reponse): string | null {
  if (status !== 400 || erreur?.name !== 'ApplicationError') {
    return null;
  }
  const { regle, champs } = erreur.details;
  return regle === undefined && champs === undefined ? erreur.message : null;
}

describe('une demande hostile au module', () => {
  it('chaque route montée a son exemple, et aucun exemple n’est de trop', () => {
    expect(exemplesPanneau().map(nom).sort()).toEqual(
      listRoutes(base.app, PANNEAU).map(nom).sort()
    );
    expect(exemplesPublics().map(nom).sort()).toEqual(listRoutes(base.app, PUBLIC).map(nom).sort());
  });

  it('chaque exemple dit tous les champs que sa route lit, et sa route le comprend', async () => {
    const incomplets: string[] = [];
    for (const essai of exemplesPanneau()) {
      incomplets.push(...(await examine(essai)));
    }
    expect(incomplets).toEqual([]);
  });

  it.each(PROFILS)(
    'le panneau répond 2xx ou 4xx à $nom, jamais 500, et dit ce qui ne va pas',
    async ({ code, limite }) => {
      const sien = await tokenOf(base.app, code);
      await limit(limite);
      const fautes: string[] = [];
      for (const { exemple, ...route } of exemplesPanneau()) {
        const essai = { ...route, exemple, jeton: sien, judge, prepare: prepare(base, exemple) };
        fautes.push(...(await listFautes(base.app, essai)));
      }
      await limit(false);
      expect(fautes).toEqual([]);
    }
  );

  it('les adresses publiques aussi', async () => {
    const fautes: string[] = [];
    for (const essai of exemplesPublics()) {
      fautes.push(...(await listFautes(base.app, { ...essai, jeton: null })));
    }
    expect(fautes).toEqual([]);
  });
});
