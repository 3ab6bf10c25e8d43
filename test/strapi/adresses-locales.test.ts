import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compteSmsSchema } from '../../src/plugins/sms-mailing/core/compte-sms';
import type {
  ParametresLus,
  ResultatConnexion,
} from '../../src/plugins/sms-mailing/core/parametres';
import {
  startServeurHttp,
  type ServeurHttp,
} from '../../src/plugins/sms-mailing/test/fakes/serveur-http';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { agentFor, type Agent } from './harness';

let base: BaseDuGuide;
/** What listens on the machine, or on its network: nobody opened it. */
let voisin: ServeurHttp;
/** What SMS_RESEAU_LOCAL opens. */
let kannel: ServeurHttp;

beforeAll(async () => {
  voisin = await startServeurHttp(() => ({
    status: 403,
    corps: 'iam-role-secret-0123456789',
    entetes: { 'content-type': 'text/plain' },
  }));
  kannel = await startServeurHttp(() => ({ status: 403, corps: '9 ce-que-dit-kannel' }));
  base = await openBaseDuGuide('sms-administrateur', {
    SMS_RESEAU_LOCAL: new URL(kannel.url).host,
  });
});
afterAll(async () => {
  await base.close();
  await voisin.close();
  await kannel.close();
});

const portDe = ({ url }: ServeurHttp): string => new URL(url).port;
/** As the panel sends it: whole. */
const COMPTE = compteSmsSchema.parse({
  fournisseur: 'http-generic',
  passerelle: {
    url: 'https://sms.operateur.example/',
    champs: { text: '{texte}' },
    reponse: { format: 'texte', succes: { valeurs: ['0'] } },
    solde: { url: 'https://sms.operateur.example/', methode: 'GET', chemin: '' },
  },
});
const soldeA = (url: string) => ({ ...COMPTE.passerelle?.solde, url });
const passerelle = (url: string, suite: object = {}) => ({
  ...COMPTE,
  passerelle: { ...COMPTE.passerelle, url, solde: soldeA(url), ...suite },
});

async function ecrire(sms: object) {
  const { parametres } = (await base.ask<ParametresLus>('get', '/parametres')).data;
  return base.ask<ParametresLus>('put', '/parametres', { ...parametres, sms });
}
const tester = async () =>
  (await base.ask<ResultatConnexion>('post', '/parametres/connexion', { transport: 'sms' })).data;
const verifier = () =>
  base.ask('post', '/parametres/verification-sms', { numero: '06 39 98 00 77' });

describe('L’adresse d’une passerelle ne mène pas au réseau de la machine', () => {
  it.each([
    'http://127.0.0.1',
    'http://2130706433',
    'http://127.1',
    'https://0x7f.1',
    'http://[::1]',
    'https://[::ffff:127.0.0.1]',
    'http://169.254.169.254',
    'http://localhost',
    'http://metadata.google.internal',
    'http://kannel',
  ])('%s est refusée à l’enregistrement, avec ce qu’il faut faire', async (adresse) => {
    const { status, erreur } = await ecrire(passerelle(`${adresse}:${portDe(voisin)}/`));
    expect(status).toBe(400);
    expect(erreur?.message).toMatch(/adresse|SMS_RESEAU_LOCAL/);
    expect(voisin.recues).toEqual([]);
  });

  it('celle du solde non plus', async () => {
    const saisie = passerelle('https://sms.operateur.example/', {
      solde: soldeA(voisin.url),
    });
    expect((await ecrire(saisie)).erreur?.details.regle).toBe('adresse-locale');
  });

  it('un nom qui y mène est arrêté au moment d’appeler, rien n’en est lu', async () => {
    expect((await ecrire(passerelle(`https://localhost:${portDe(voisin)}/`))).status).toBe(200);
    const essai = await tester();
    expect(essai.issue).toBe('echec');
    expect(essai.phrase).toContain('SMS_RESEAU_LOCAL');
    const refus = await verifier();
    expect(refus.erreur?.message).toContain('SMS_RESEAU_LOCAL');
    expect(JSON.stringify([essai, refus])).not.toContain('iam-role');
    expect(voisin.recues).toEqual([]);
  });

  it('déjà enregistrée par une version d’avant, elle n’est pas appelée, et le reste s’enregistre', async () => {
    await base.sql(
      `UPDATE strapi_core_store_settings SET value = replace(value, $1, $2)
        WHERE key = 'plugin_sms-mailing_parametres'`,
      [`https://localhost:${portDe(voisin)}/`, `${voisin.url}/`]
    );
    const { parametres } = (await base.ask<ParametresLus>('get', '/parametres')).data;
    expect(parametres.sms.passerelle?.url).toBe(`${voisin.url}/`);
    expect((await tester()).phrase).toContain('SMS_RESEAU_LOCAL');
    expect((await ecrire(parametres.sms)).status).toBe(200);
    expect(voisin.recues).toEqual([]);
  });

  it.each(['Metadata-Flavor', 'Metadata', 'X-aws-ec2-metadata-token', 'Host', 'Cookie'])(
    'l’en-tête %s est refusé',
    async (nom) => {
      const saisie = passerelle('https://sms.operateur.example/', { entetes: { [nom]: 'Google' } });
      const { status, erreur } = await ecrire(saisie);
      expect(status).toBe(400);
      expect(erreur?.message).toContain('réservé');
    }
  );

  it('ce que SMS_RESEAU_LOCAL ouvre est appelé, mais ses mots ne se montrent pas', async () => {
    expect((await ecrire(passerelle(`${kannel.url}/sendsms`))).status).toBe(200);
    const refus = await verifier();
    expect(kannel.recues).toHaveLength(1);
    expect(refus.erreur?.message).toContain('(403)');
    expect(refus.erreur?.message).not.toContain('kannel');
  });
});

describe('Un webhook de Strapi non plus', () => {
  let installateur: Agent;
  beforeAll(async () => {
    installateur = await agentFor(base.app, 'strapi-super-admin');
  });

  async function declencher(url: string): Promise<unknown> {
    const webhook = { name: 'essai', url, headers: {}, events: ['entry.create'] };
    const cree = await installateur.post('/admin/webhooks').send(webhook);
    expect(cree.status).toBe(201);
    const { id } = (cree.body as { data: { id: number } }).data;
    const essai = await installateur.post(`/admin/webhooks/${id}/trigger`);
    await installateur.delete(`/admin/webhooks/${id}`);
    return essai.body;
  }

  it('n’appelle pas le réseau de la machine, et n’en rend rien', async () => {
    for (const adresse of ['127.0.0.1', 'localhost', '2130706433']) {
      const rendu = await declencher(`http://${adresse}:${portDe(voisin)}/latest/meta-data`);
      expect(JSON.stringify(rendu)).not.toContain('iam-role');
    }
    expect(voisin.recues).toEqual([]);
  });

  it('appelle ce que l’installation ouvre', async () => {
    kannel.recues.length = 0;
    await declencher(`${kannel.url}/crochet`);
    expect(kannel.recues).toHaveLength(1);
  });
});
