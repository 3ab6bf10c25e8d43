import { createRequire } from 'node:module';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compteSmsSchema } from '../../src/plugins/sms-mailing/core/compte-sms';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import type { PretAEnvoyer } from '../../src/plugins/sms-mailing/core/pret-a-envoyer';
import type * as Compose from '../../src/plugins/sms-mailing/server/src/strapi/compose';
import {
  startServeurHttp,
  type ServeurHttp,
} from '../../src/plugins/sms-mailing/test/fakes/serveur-http';
import { openBaseDuGuide, toReponse, type BaseDuGuide, type Reponse } from './base-du-guide';
import { agentFor, anonymous, freshDatabase, startApp, stopApp, type App } from './harness';

const MOT_DE_PASSE = 'Ovh-mot-de-passe-42';
const OVH = compteSmsSchema.parse({
  fournisseur: 'ovh-http2sms',
  compte: 'sms-bg11111-1',
  login: 'bge',
  expediteur: 'BGEARTOIS',
});
const passerelleVers = (url: string) => ({
  url,
  champs: { to: '{vers}', text: '{texte}', pass: '{motDePasse}' },
  reponse: { format: 'statut' },
});

describe('Un secret enregistré ne va qu’à l’opérateur pour lequel il a été saisi', () => {
  let base: BaseDuGuide;
  let ovh: ServeurHttp;
  let ailleurs: ServeurHttp;

  beforeAll(async () => {
    ovh = await startServeurHttp(() => ({ status: 200, corps: '{"status":100,"SmsIds":["1"]}' }));
    ailleurs = await startServeurHttp(() => ({ status: 200, corps: '' }));
    base = await openBaseDuGuide('sms-administrateur', {
      SMS_URL_BASE: ovh.url,
      SMS_RESEAU_LOCAL: new URL(ailleurs.url).host,
    });
  });
  afterAll(async () => {
    await base.close();
    await ovh.close();
    await ailleurs.close();
  });

  const lire = async () => (await base.ask<ParametresLus>('get', '/parametres')).data;
  const ecrire = async (sms: object, secrets: object = {}) => {
    const { parametres } = await lire();
    const compte = compteSmsSchema.parse(sms);
    return base.ask<ParametresLus>('put', '/parametres', { ...parametres, sms: compte, secrets });
  };
  const verifier = () =>
    base.ask('post', '/parametres/verification-sms', { numero: '06 39 98 00 77' });
  const reprendre = async (): Promise<void> => {
    expect((await ecrire(OVH, { motDePasse: MOT_DE_PASSE })).data.secrets.motDePasse).toBe(
      'renseigne'
    );
  };

  it('le compte OVHcloud passé à « Autre passerelle », elle ne reçoit pas son mot de passe', async () => {
    await reprendre();
    expect((await verifier()).erreur).toBeNull();
    expect(ovh.recues).toHaveLength(1);
    const { data } = await ecrire({
      ...OVH,
      fournisseur: 'http-generic',
      passerelle: passerelleVers(`${ailleurs.url}/sms`),
    });
    expect(data.secrets.motDePasse).toBe('a_ressaisir');
    const refus = await verifier();
    expect(refus.erreur?.message).toContain('Mot de passe ou clé');
    expect(ailleurs.recues).toEqual([]);
    const { points } = (await base.ask<PretAEnvoyer>('get', '/pret-a-envoyer')).data;
    expect(points.find(({ cle }) => cle === 'compte-sms')?.phrase).toContain('Mot de passe ou clé');
  });

  it('saisi de nouveau, il y va ; l’adresse qui change l’oublie encore', async () => {
    const generique = {
      ...OVH,
      fournisseur: 'http-generic',
      passerelle: passerelleVers(`${ailleurs.url}/sms`),
    };
    await ecrire(generique, { motDePasse: 'cle-de-la-passerelle' });
    await verifier();
    expect(ailleurs.recues.map(({ corps }) => corps)).toEqual([
      expect.stringContaining('pass=cle-de-la-passerelle'),
    ]);
    const solde = {
      url: `${ovh.url}/solde`,
      entetes: { 'X-Cle': '{motDePasse}' },
      chemin: 'reste',
    };
    const changes = [
      { ...generique, passerelle: passerelleVers(`${ovh.url}/sms`) },
      { ...generique, passerelle: { ...generique.passerelle, solde } },
      { ...generique, passerelle: { ...generique.passerelle, champs: { text: '{motDePasse}' } } },
      { ...generique, login: 'autre' },
      { ...generique, compte: 'autre' },
    ];
    for (const change of changes) {
      await ecrire(generique, { motDePasse: 'cle-de-la-passerelle' });
      const { data } = await ecrire(change);
      expect(data.secrets.motDePasse).toBe('a_ressaisir');
      expect((await ecrire(generique)).data.secrets.motDePasse).toBe('a_ressaisir');
    }
    expect(ovh.recues).toHaveLength(1);
  });

  it('ce qui ne change pas de compte le garde : expéditeur, heure, chemin', async () => {
    await reprendre();
    const { data } = await ecrire({ ...OVH, expediteur: 'BGE' });
    expect(data.secrets.motDePasse).toBe('renseigne');
    await verifier();
    expect(ovh.recues.at(-1)?.corps).toContain(`password=${MOT_DE_PASSE}`);
  });

  it('le chiffré recopié sous un autre compte dans la base ne s’ouvre pas', async () => {
    await reprendre();
    await base.sql(
      `UPDATE strapi_core_store_settings SET value = replace(value, 'sms-bg11111-1', 'sms-zz99999-9')
        WHERE key = 'plugin_sms-mailing_parametres'`
    );
    expect((await lire()).secrets.motDePasse).toBe('illisible');
  });
});

describe('La clé de l’installation change', () => {
  const NEUVE = 'une-cle-toute-neuve';
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let app: App;
  let ovh: ServeurHttp;
  let client: pg.Client;

  beforeAll(async () => {
    ovh = await startServeurHttp(() => ({ status: 200, corps: '{"status":100,"SmsIds":["1"]}' }));
    database = await freshDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await stopApp(app);
    await database.drop();
    await ovh.close();
  });

  async function start(cle: string, precedente: string): Promise<void> {
    app = await startApp({
      database: { ...database, drop: () => Promise.resolve() },
      env: {
        ENCRYPTION_KEY: cle,
        ENCRYPTION_KEY_PRECEDENTE: precedente,
        PUBLIC_URL: 'https://bge.test',
        SMS_URL_BASE: ovh.url,
      },
    });
  }
  async function restart(cle: string, precedente: string): Promise<void> {
    await stopApp(app);
    await start(cle, precedente);
  }
  async function ask<T>(methode: 'get' | 'put', corps?: object): Promise<Reponse<T>> {
    const agent = await agentFor(app, 'sms-administrateur');
    const requete = agent[methode]('/sms-mailing/parametres');
    return toReponse(await (corps === undefined ? requete : requete.send(corps))) as Reponse<T>;
  }
  const lire = async () => (await ask<ParametresLus>('get')).data;
  const lienDe = (envoiId: number): string => {
    const { compose } = createRequire(import.meta.url)(
      '../../dist/src/plugins/sms-mailing/server/src/strapi/compose.js'
    ) as typeof Compose;
    const { desinscription } = compose(app.strapi).moteur;
    return new URL(desinscription.lien(envoiId, desinscription.adresse)).pathname;
  };
  const lignes = async () =>
    (await client.query<{ key: string; value: string }>('SELECT * FROM strapi_core_store_settings'))
      .rows;
  const valeurDe = async (cle: string) =>
    (await lignes()).find(({ key }) => key === `plugin_sms-mailing_${cle}`)?.value;

  it('un secret chiffré par une version d’avant est repris au démarrage, lié à son compte', async () => {
    await start('cle-d-origine', '');
    const { parametres } = await lire();
    await ask('put', { ...parametres, sms: OVH, secrets: { motDePasse: 'autre' } });
    const strapi = app.strapi.service('admin::encryption') as unknown as {
      encrypt(clair: string): string;
    };
    const ancien = JSON.stringify({ motDePasse: strapi.encrypt(MOT_DE_PASSE) });
    await client.query(
      `UPDATE strapi_core_store_settings SET key = 'plugin_sms-mailing_secrets', value = $1
        WHERE key = 'plugin_sms-mailing_secrets-lies'`,
      [ancien]
    );
    await restart('cle-d-origine', '');
    expect((await lire()).secrets.motDePasse).toBe('renseigne');
    expect(await valeurDe('secrets')).toBeUndefined();
    const { data } = await ask<ParametresLus>('put', {
      ...(await lire()).parametres,
      sms: { ...OVH, compte: 'sms-zz99999-9' },
    });
    expect(data.secrets.motDePasse).toBe('a_ressaisir');
  });

  it('avec la précédente déclarée, ni secret, ni lien, ni adresse déclarée ne meurt', async () => {
    const { parametres } = await lire();
    await ask('put', { ...parametres, sms: OVH, secrets: { motDePasse: MOT_DE_PASSE } });
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO sms_envois (document_id, cle, adresse, type_destinataire, destinataire_id, statut, type_contact, created_at, updated_at, published_at)
       VALUES ('abc', 'essai:1', 'lea@boite.test', 'entrepreneur', 1, 'envoye', 'newsletter', now(), now(), now()) RETURNING id`
    );
    const envoiId = rows[0]!.id;
    const lien = lienDe(envoiId);
    const declaree = new URL((await lire()).urlSuivi!).pathname;
    const avant = await valeurDe('secrets-lies');

    await restart(NEUVE, 'cle-d-origine');
    expect((await lire()).secrets.motDePasse).toBe('renseigne');
    expect(await valeurDe('secrets-lies')).not.toBe(avant);
    expect(lienDe(envoiId)).not.toBe(lien);
    for (const chemin of [lien, lienDe(envoiId)]) {
      expect((await anonymous(app).get(chemin)).status).toBe(200);
    }
    const neuve = new URL((await lire()).urlSuivi!).pathname;
    expect(neuve).not.toBe(declaree);
    for (const chemin of [declaree, neuve]) {
      expect((await anonymous(app).get(`${chemin}?id=1&ptt=4`)).status).toBe(200);
    }

    await restart(NEUVE, '');
    expect((await lire()).secrets.motDePasse).toBe('renseigne');
    expect((await anonymous(app).get(lien)).status).toBe(404);
    expect((await anonymous(app).get(`${declaree}?id=1&ptt=4`)).status).toBe(403);
  });

  it('un lien réécrit autrement n’est plus un lien', async () => {
    const { rows } = await client.query<{ id: number }>('SELECT id FROM sms_envois LIMIT 1');
    const lien = lienDe(rows[0]!.id);
    const [debut, jeton = ''] = lien.split('/d/');
    for (const autre of [`0${jeton}`, `${jeton}.x`, `%20${jeton}`, `+${jeton}`]) {
      expect((await anonymous(app).get(`${debut}/d/${autre}`)).status).toBe(404);
    }
    expect((await anonymous(app).get(lien)).status).toBe(200);
  });
});
