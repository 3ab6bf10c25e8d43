import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../base-du-guide';
import { url } from '../fiches-ecrites';
import { tokenOf } from '../harness';
import {
  ENV_DES_ESSAIS,
  listEssaisPanneau,
  listEssaisPublics,
  readSecret,
  sendExemple,
  type Essai,
} from './essais';
import { prepareReperes, type Reperes } from './reperes';

/**
 * Who holds a connection of the pool and waits for a second one freezes the server as soon as twenty do: with a
 * pool of one, each of them waits for itself.
 */
const UNE = { DATABASE_POOL_MAX: '1', DATABASE_ACQUIRE_TIMEOUT: '20000' };

let base: BaseDuGuide;
let reperes: Reperes;

beforeAll(async () => {
  base = await openBaseDuGuide(
    'sms-administrateur',
    { ...ENV_DES_ESSAIS, ...UNE },
    { listen: true }
  );
  reperes = await prepareReperes(base);
});

afterAll(() => base.close());

/** What a Conseiller may do is within their périmètre: what each demande looks at is looked up. */
const LIMITES = `
  UPDATE admin_permissions SET conditions = '["plugin::sms-mailing.perimetre-antenne", "plugin::sms-mailing.perimetre-assigne"]'
   WHERE id IN (SELECT l.permission_id FROM admin_permissions_role_lnk l JOIN admin_roles r ON r.id = l.role_id
                 WHERE r.code = 'sms-conseiller')`;

function listFiches(type: string, documentId: string, body: object): Essai[] {
  const fiche = url(type, `/${documentId}`);
  return [
    { methode: 'GET', route: url(type, '?page=1&pageSize=20'), exemple: {} },
    { methode: 'GET', route: fiche, exemple: {} },
    { methode: 'POST', route: url(type), exemple: { body } },
    { methode: 'PUT', route: fiche, exemple: { body } },
    { methode: 'POST', route: url(type, `/clone/${documentId}`), exemple: { body: {} } },
    { methode: 'DELETE', route: fiche, exemple: {} },
  ];
}

async function play(essais: readonly Essai[], jeton: string | null): Promise<string[]> {
  const fautes: string[] = [];
  for (const essai of essais) {
    const { status } = await sendExemple(base, essai, jeton);
    if (status >= 500) {
      fautes.push(`${essai.methode} ${essai.route} : ${String(status)}`);
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
    const essais = [
      ...listEssaisPanneau(reperes),
      ...listFiches('entrepreneur', documentId, { nom: 'MARTIN', prenom: 'Léa' }),
      ...listFiches('action', reperes.action, { objet: 'Atelier', date: '2022-03-09' }),
    ];
    expect(await play(essais, jeton)).toEqual([]);
  }
);

it('ni celles de qui n’a pas de compte', async () => {
  const essais = listEssaisPublics(reperes, await readSecret(base));
  expect(await play(essais, null)).toEqual([]);
});
