import type { lookup as LookupSysteme } from 'node:dns';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { passerelleSchema } from '../../core/passerelle-sms';
import { isAdressePublique } from '../../server/src/adapters/reseau/adresse-publique';
import {
  createLookupPublic,
  createReseau,
  type Reseau,
} from '../../server/src/adapters/reseau/reseau';
import { createSmsSenderPasserelle } from '../../server/src/adapters/sms/http-generic';
import { startServeurHttp } from '../fakes/serveur-http';
import { SMS } from './passerelle-banc';

/** Answers these addresses one after the other, as a hostile name server would. */
function createLookup(...reponses: string[][]): {
  lookup: typeof LookupSysteme;
  demandes: string[];
} {
  const demandes: string[] = [];
  const lookup = (nom: string, _options: unknown, rendre: (...suite: unknown[]) => void): void => {
    const adresses = reponses[Math.min(demandes.length, reponses.length - 1)] ?? [];
    demandes.push(nom);
    rendre(
      null,
      adresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    );
  };
  return { lookup: lookup as unknown as typeof LookupSysteme, demandes };
}

const callThrough = (reseau: Reseau, url: string): Promise<unknown> =>
  createSmsSenderPasserelle({
    passerelle: passerelleSchema.parse({ url, reponse: { format: 'statut' } }),
    compte: '',
    login: '',
    motDePasse: 'secret',
    expediteur: 'BGE',
    urlSuivi: null,
    secretsSuivi: [],
    reseau,
    delaiMs: 2_000,
  }).send(SMS);

describe('ce qui est public', () => {
  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254', // metadata of most hosting companies
    '168.63.129.16', // Azure
    '100.100.100.200', // Alibaba
    '192.0.0.192', // Oracle
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::ffff:0:7f00:1',
    '::127.0.0.1',
    'fe80::1',
    'fd00:ec2::254', // Amazon
    '64:ff9b::a9fe:a9fe',
    '2002:7f00:1::',
    '2001:db8::1',
    'ff02::1',
    'localhost',
    '',
  ])('%s ne l’est pas', (adresse) => {
    expect(isAdressePublique(adresse)).toBe(false);
  });

  it.each(['8.8.8.8', '213.186.33.5', '2606:4700::1111', '::ffff:8.8.8.8'])(
    '%s l’est',
    (adresse) => {
      expect(isAdressePublique(adresse)).toBe(true);
    }
  );
});

describe('une passerelle décrite par un utilisateur', () => {
  let serveur: Server;
  let port: number;
  let connexions = 0;

  beforeAll(async () => {
    serveur = createServer((socket) => {
      connexions += 1;
      socket.destroy();
    });
    await new Promise<void>((pret) => serveur.listen(0, '::', pret));
    port = (serveur.address() as AddressInfo).port;
  });
  beforeEach(() => {
    connexions = 0;
  });
  afterAll(() => new Promise((fini) => serveur.close(fini)));

  it.each([
    'https://127.0.0.1',
    'https://2130706433',
    'https://0x7f000001',
    'https://0177.0.0.1',
    'https://127.1',
    'https://[::1]',
    'https://[::ffff:127.0.0.1]',
    'https://[0:0:0:0:0:ffff:7f00:1]',
    'http://127.0.0.1',
    'http://2130706433',
    'http://localhost',
    'https://localhost',
  ])('%s n’ouvre aucune connexion', async (adresse) => {
    await expect(callThrough(createReseau([]), `${adresse}:${port}/sms`)).rejects.toMatchObject({
      issue: 'configuration',
      code: 'adresse-locale',
    });
    expect(connexions).toBe(0);
  });

  it('un nom qui mène au réseau local non plus, en IPv4 comme en IPv6', async () => {
    for (const adresses of [['127.0.0.1'], ['::1'], ['::ffff:127.0.0.1', '10.0.0.1']]) {
      const { lookup, demandes } = createLookup(adresses);
      const reseau = createReseau([], lookup);
      await expect(callThrough(reseau, `https://sms.example:${port}`)).rejects.toMatchObject({
        code: 'adresse-locale',
      });
      expect(demandes).toEqual(['sms.example']);
    }
    expect(connexions).toBe(0);
  });

  it('d’un nom à plusieurs adresses, seules les publiques sont données au socket', () => {
    const { lookup } = createLookup(['127.0.0.1', '8.8.8.8', '::1', '2606:4700::1111']);
    const lookupPublic = createLookupPublic(lookup);
    const rendues: unknown[] = [];
    lookupPublic('sms.example', { all: true }, (_erreur, adresses) => rendues.push(adresses));
    lookupPublic('sms.example', {}, (_erreur, adresse) => rendues.push(adresse));
    expect(rendues).toEqual([
      [
        { address: '8.8.8.8', family: 4 },
        { address: '2606:4700::1111', family: 6 },
      ],
      '8.8.8.8',
    ]);
  });

  it('un nom qui change entre deux appels est jugé à chaque connexion', async () => {
    const { lookup, demandes } = createLookup(['127.0.0.1'], ['127.0.0.1']);
    const reseau = createReseau([], lookup);
    for (let appel = 1; appel <= 2; appel += 1) {
      await expect(callThrough(reseau, `https://sms.example:${port}`)).rejects.toMatchObject({
        code: 'adresse-locale',
      });
    }
    expect(demandes).toHaveLength(2);
    expect(connexions).toBe(0);
  });

  it('ce que l’installation ouvre est appelé, à ce port et à aucun autre', async () => {
    const kannel = await startServeurHttp(() => ({ status: 200, corps: '' }));
    const { lookup } = createLookup(['127.0.0.1']);
    const { host } = new URL(kannel.url);
    await callThrough(createReseau([host]), `${kannel.url}/sms`);
    expect(kannel.recues).toHaveLength(1);
    const reseau = createReseau([host], lookup);
    await expect(callThrough(reseau, `http://127.0.0.1:${port}/sms`)).rejects.toMatchObject({
      code: 'adresse-locale',
    });
    expect(connexions).toBe(0);
    await kannel.close();
  });

  it('les mots d’un serveur ouvert ou en clair ne se montrent pas, ceux d’un serveur public oui', () => {
    const reseau = createReseau(['sms.bge.lan:443']);
    expect(reseau.isPublique('https://sms.bge.lan/envoyer')).toBe(false);
    expect(reseau.isPublique('http://sms.operateur.example/')).toBe(false);
    expect(reseau.isPublique('https://sms.operateur.example/')).toBe(true);
  });
});

describe('SMS_RESEAU_LOCAL', () => {
  it.each(['kannel', 'http://kannel:13013', 'kannel:', ':13013', 'a b:1', 'kannel:13013/sms'])(
    '« %s » arrête le démarrage, et dit ce qui est attendu',
    (ouverture) => {
      expect(() => createReseau([ouverture])).toThrow('SMS_RESEAU_LOCAL attend « hôte:port »');
    }
  );

  it.each([
    ['kannel.local:13013', 'http://KANNEL.local:13013/'],
    ['kannel:80', 'http://kannel/'],
    ['10.0.0.7:443', 'https://10.0.0.7/'],
    ['127.0.0.1:13013', 'http://2130706433:13013/'],
    ['[::1]:13013', 'http://[0:0::1]:13013/'],
  ])('« %s » ouvre %s', (ouverture, url) => {
    expect(createReseau([ouverture]).isPermise(url)).toBe(true);
    expect(createReseau([]).isPermise(url)).toBe(false);
  });
});
