import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ParametresLus } from '../../../src/plugins/sms-mailing/core/parametres';
import { openBaseDuGuide, type BaseDuGuide } from '../base-du-guide';
import { environnementOvh } from '../environnement-ovh';
import { url } from '../fiches-ecrites';
import { tokenOf } from '../harness';
import { send } from './envoi';
import { adresseOf, type ExempleModule } from './exemples/exemple';
import { EXEMPLES_PANNEAU } from './exemples/panneau';
import { PUBLIQUES } from './exemples/publiques';
import { prepareReperes, type Reperes } from './reperes';
import { prepare } from './version';

/**
 * Who holds a connection of the pool and waits for a second one freezes the server as soon as twenty do: with a
 * pool of one, each of them waits for itself.
 */
const UNE = { DATABASE_POOL_MAX: '1', DATABASE_ACQUIRE_TIMEOUT: '20000' };
const ENV = {
  ...environnementOvh('http://127.0.0.1:9'),
  PUBLIC_URL: 'https://sms.bge.test',
};

let base: BaseDuGuide;
let reperes: Reperes;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', { ...ENV, ...UNE }, { listen: true });
  reperes = await prepareReperes(base);
});

afterAll(() => base.close());

/** What a Conseiller may do is within their périmètre: what each demande looks at is looked up. */
const LIMITES = `
  UPDATE admin_permissions SET conditions = '["plugin::sms-mailing.perimetre-antenne", "plugin::sms-mailing.perimetre-assigne"]'
   WHERE id IN (SELECT l.permission_id FROM admin_permissions_role_lnk l JOIN admin_roles r ON r.id = l.role_id
                 WHERE r.code = 'sms-conseiller')`;

type Demande = [methode: string, route: string, exemple: ExempleModule];

const listDuModule = (): Demande[] =>
  Object.entries(EXEMPLES_PANNEAU).map(([cle, exempleOf]) => {
    const [methode = '', route = ''] = cle.split(' ');
    return [methode, `/sms-mailing${route}`, exempleOf(reperes)];
  });

const listPubliques = (secret: string): Demande[] =>
  Object.entries(PUBLIQUES).map(([cle, exempleOf]) => {
    const [methode = '', route = ''] = cle.split(' ');
    return [methode, route, exempleOf({ ...reperes, secret })];
  });

function listFiches(type: string, documentId: string, body: object): Demande[] {
  const fiche = url(type, `/${documentId}`);
  return [
    ['GET', url(type, '?page=1&pageSize=20'), {}],
    ['GET', fiche, {}],
    ['POST', url(type), { body }],
    ['PUT', fiche, { body }],
    ['POST', url(type, `/clone/${documentId}`), { body: {} }],
    ['DELETE', fiche, {}],
  ];
}

async function play(demandes: readonly Demande[], jeton: string | null): Promise<string[]> {
  const fautes: string[] = [];
  for (const [methode, route, exemple] of demandes) {
    const chemin = adresseOf(route, exemple);
    const corps =
      exemple.body === undefined
        ? undefined
        : await prepare(base, exemple)(JSON.stringify(exemple.body));
    const { status } = await send(base.app, methode, { chemin, corps }, jeton);
    if (status >= 500) {
      fautes.push(`${methode} ${chemin} : ${String(status)}`);
    }
  }
  return fautes;
}

it('la soirée s’ouvre et part avec une seule connexion', async () => {
  await base.tick(new Date('2022-03-04T18:00:00Z'));
  const [soiree] = await base.sql(`SELECT ecartees FROM sms_soirees WHERE soir = '2022-03-04'`);
  expect(soiree).toEqual({ ecartees: '[]' });
});

it.each(['sms-conseiller', 'sms-administrateur'])(
  'aucune demande de %s n’en tient une en en attendant une autre',
  async (profil) => {
    await base.sql(LIMITES);
    const jeton = await tokenOf(base.app, profil);
    const { documentId } = base.seed.entrepreneurs.martin!;
    const demandes = [
      ...listDuModule(),
      ...listFiches('entrepreneur', documentId, { nom: 'MARTIN', prenom: 'Léa' }),
      ...listFiches('action', reperes.action, { objet: 'Atelier', date: '2022-03-09' }),
    ];
    expect(await play(demandes, jeton)).toEqual([]);
  }
);

it('ni celles de qui n’a pas de compte', async () => {
  const { data } = await base.ask<ParametresLus>('get', '/parametres');
  const secret = data.urlSuivi?.split('/').at(-1) ?? '';
  expect(await play(listPubliques(secret), null)).toEqual([]);
});
