import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../base-du-guide';
import { url } from '../fiches-ecrites';
import { tokenOf } from '../harness';
import { send } from './envoi';
import { EXEMPLES_PANNEAU } from './exemples/panneau';
import { prepareReperes, type Reperes } from './reperes';

/**
 * Who holds a connection of the pool and waits for a second one freezes the server as soon as twenty do: with a
 * pool of one, each of them waits for itself.
 */
const UNE = { DATABASE_POOL_MAX: '1', DATABASE_ACQUIRE_TIMEOUT: '20000' };

let base: BaseDuGuide;
let reperes: Reperes;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', UNE, { listen: true });
  reperes = await prepareReperes(base);
});

afterAll(() => base.close());

/** What a Conseiller may do is within their périmètre: what each demande looks at is looked up. */
const LIMITES = `
  UPDATE admin_permissions SET conditions = '["plugin::sms-mailing.perimetre-antenne", "plugin::sms-mailing.perimetre-assigne"]'
   WHERE id IN (SELECT l.permission_id FROM admin_permissions_role_lnk l JOIN admin_roles r ON r.id = l.role_id
                 WHERE r.code = 'sms-conseiller')`;

interface Demande {
  methode: string;
  chemin: string;
  corps?: unknown;
}

function listDemandes(): Demande[] {
  return Object.entries(EXEMPLES_PANNEAU).map(([cle, exempleOf]) => {
    const [methode = '', route = ''] = cle.split(' ');
    const { params = {}, query, body } = exempleOf(reperes);
    const adresse = route.replace(/(?<=\/):(\w+)/g, (_, nom: string) => params[nom] ?? '');
    const suite = query === undefined ? '' : `?${String(new URLSearchParams(query))}`;
    return {
      methode,
      chemin: `/sms-mailing${adresse}${suite}`,
      ...(body === undefined ? {} : { corps: body }),
    };
  });
}

function listFiches(type: string, documentId: string, corps: object): Demande[] {
  const fiche = url(type, `/${documentId}`);
  return [
    { methode: 'GET', chemin: url(type, '?page=1&pageSize=20') },
    { methode: 'GET', chemin: fiche },
    { methode: 'POST', chemin: url(type), corps },
    { methode: 'PUT', chemin: fiche, corps },
    { methode: 'POST', chemin: url(type, `/clone/${documentId}`), corps: {} },
    { methode: 'DELETE', chemin: fiche },
  ];
}

async function play(demandes: readonly Demande[], jeton: string): Promise<string[]> {
  const fautes: string[] = [];
  for (const { methode, chemin, corps } of demandes) {
    const ecrit = corps === undefined ? undefined : JSON.stringify(corps);
    const { status } = await send(base.app, methode, { chemin, corps: ecrit }, jeton);
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
      ...listDemandes(),
      ...listFiches('entrepreneur', documentId, { nom: 'MARTIN', prenom: 'Léa' }),
      ...listFiches('action', reperes.action, { objet: 'Atelier', date: '2022-03-09' }),
    ];
    expect(await play(demandes, jeton)).toEqual([]);
  }
);
