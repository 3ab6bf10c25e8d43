import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../base-du-guide';
import { tokenOf } from '../harness';
import { listFautes, listRoutes, type Reponse } from './envoi';
import {
  ENV_DES_ESSAIS,
  listEssaisPanneau,
  listEssaisPublics,
  readSecret,
  sendExemple,
  type Essai,
} from './essais';
import { listManquants } from './manquants';
import type { Jeu } from './mutations';
import { prepareReperes, type Reperes } from './reperes';
import { createPreparation } from './version';

const PANNEAU = /^\/sms-mailing\//;
const PUBLIC = /^\/api\/(sms-mailing|c)\//;

interface Demandeur {
  nom: string;
  /** Of the role. */
  code: string;
  limite: boolean;
  jeu: Jeu;
}

/** The others are asked by the same code, with their périmètre beside the value: what has answered 500 is enough. */
const AUTRES: { jeu: Jeu } = { jeu: 'redoutees' };
const ADMINISTRATEUR: Demandeur = {
  ...{ jeu: 'toutes', nom: 'un Administrateur' },
  ...{ code: 'sms-administrateur', limite: false },
};
/** `npm test` asks as who may everything: nothing is refused before it is read. */
const PROFILS: readonly Demandeur[] =
  process.env.HOSTILES === 'tout'
    ? [
        ADMINISTRATEUR,
        { ...AUTRES, nom: 'un Profil spécifique', code: 'sms-profil-specifique', limite: false },
        { ...AUTRES, nom: 'un Conseiller', code: 'sms-conseiller', limite: false },
        {
          ...{ ...AUTRES, nom: 'un Profil spécifique limité' },
          ...{ code: 'sms-profil-specifique', limite: true },
        },
        { ...AUTRES, nom: 'un Conseiller limité', code: 'sms-conseiller', limite: true },
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
  base = await openBaseDuGuide('sms-administrateur', ENV_DES_ESSAIS, { listen: true });
  reperes = await prepareReperes(base);
  jeton = await tokenOf(base.app, 'sms-administrateur');
  secret = await readSecret(base);
});

afterAll(() => base.close());

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

/** What an example lacks, or what its route does not understand of it. */
async function examine(essai: Essai): Promise<string[]> {
  const { methode, route, exemple } = essai;
  const { schema, body, query } = exemple;
  const manquants = schema === undefined ? [] : listManquants(schema, body ?? query);
  const { status, erreur } = await sendExemple(base, essai, jeton);
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
    expect(listEssaisPanneau(reperes).map(nom).sort()).toEqual(
      listRoutes(base.app, PANNEAU).map(nom).sort()
    );
    expect(listEssaisPublics(reperes, secret).map(nom).sort()).toEqual(
      listRoutes(base.app, PUBLIC).map(nom).sort()
    );
  });

  it('chaque exemple dit tous les champs que sa route lit, et sa route le comprend', async () => {
    const incomplets: string[] = [];
    for (const essai of listEssaisPanneau(reperes)) {
      incomplets.push(...(await examine(essai)));
    }
    expect(incomplets).toEqual([]);
  });

  it.each(PROFILS)(
    'le panneau répond 2xx ou 4xx à $nom, jamais 500, et dit ce qui ne va pas',
    async ({ code, limite, jeu }) => {
      const sien = await tokenOf(base.app, code);
      await limit(limite);
      const fautes: string[] = [];
      for (const { exemple, ...route } of listEssaisPanneau(reperes)) {
        const essai = {
          ...route,
          exemple,
          jeton: sien,
          judge,
          ...createPreparation(base, exemple),
        };
        fautes.push(...(await listFautes(base.app, { ...essai, jeuDe: () => jeu })));
      }
      await limit(false);
      expect(fautes).toEqual([]);
    }
  );

  it('les adresses publiques aussi', async () => {
    const fautes: string[] = [];
    for (const essai of listEssaisPublics(reperes, secret)) {
      fautes.push(...(await listFautes(base.app, { ...essai, jeton: null })));
    }
    expect(fautes).toEqual([]);
  });
});
