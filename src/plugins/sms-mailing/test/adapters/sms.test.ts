import { afterEach, describe, expect, it } from 'vitest';
import type { IssueTransport } from '../../core/errors';
import { TransportError } from '../../core/errors';
import { createSmsSenderJournal } from '../../server/src/adapters/sms/journal';
import { createSmsSenderTwilio } from '../../server/src/adapters/sms/twilio';
import { CODE_OPPOSITION } from '../../server/src/services/ports/sms';
import type { SmsAEnvoyer, SmsSender } from '../../server/src/services/ports/sms';
import { createSmsSenderMemoire } from '../fakes/sms-memoire';
import type { Incident } from '../fakes/sms-serveur-twilio';
import { COMPTE, JETON, startServeurTwilio } from '../fakes/sms-serveur-twilio';

const SMS: SmsAEnvoyer = {
  vers: '+33612345678',
  texte: 'Rappel : rendez-vous demain à 9h30, 5 € + [plan]\nBGE',
  encodage: 'gsm7',
  but: 'suivi',
  cle: 'regle:3:action:12:e:7',
};

interface Banc {
  readonly sender: SmsSender;
  readonly recus: () => readonly { readonly vers: string; readonly texte: string }[];
  readonly provoke: (incident: Incident | null) => void;
  readonly close: () => Promise<void>;
}

const COUPURE: Incident = { apres: 'coupure' };
const ISSUES: readonly [string, Incident, IssueTransport, string?][] = [
  ['un numéro inconnu', { status: 400, code: 21211 }, 'refuse'],
  ['un numéro fixe', { status: 400, code: 21614 }, 'refuse'],
  ['une personne qui a répondu STOP', { status: 400, code: 21610 }, 'refuse', CODE_OPPOSITION],
  ['un expéditeur qui n’est pas au compte', { status: 400, code: 21606 }, 'configuration'],
  ['des identifiants refusés', { status: 401, code: 20003 }, 'configuration'],
  ['un compte suspendu', { status: 403, code: 30002 }, 'configuration'],
  ['trop de demandes', { status: 429, code: 20429 }, 'reessayer'],
  ['trop de demandes, dit en HTML', { status: 429, html: '<html>Slow down</html>' }, 'reessayer'],
  ['une panne en HTML', { status: 503, html: '<html>Service Unavailable</html>' }, 'incertain'],
  ['une coupure après la prise en charge', COUPURE, 'incertain'],
  ['un silence après la prise en charge', { apres: 'silence' }, 'incertain'],
  ['un refus annoncé dans la réponse', { etat: 'failed', code: 30005 }, 'refuse'],
];

function createBancMemoire(): Promise<Banc> {
  const sender = createSmsSenderMemoire();
  return Promise.resolve({
    sender,
    recus: () => sender.recus,
    provoke: (incident) => {
      const [, , issue, code] = ISSUES.find(([, i]) => i === incident) ?? [];
      const echec = issue === undefined ? null : { issue, ...(code === undefined ? {} : { code }) };
      sender.issue = () => echec;
    },
    close: () => Promise.resolve(),
  });
}

async function createBancTwilio(): Promise<Banc> {
  const serveur = await startServeurTwilio();
  const sender = createSmsSenderTwilio({
    accountSid: COMPTE,
    authToken: JETON,
    cleApi: null,
    expediteur: 'BGEARTOIS',
    messagingServiceSid: null,
    urlSuivi: null,
    urlApi: serveur.url,
    delaiMs: 300,
  });
  return {
    sender,
    recus: () => serveur.recus.map(({ To = '', Body = '' }) => ({ vers: To, texte: Body })),
    provoke: (incident) => (serveur.incident = incident),
    close: () => serveur.close(),
  };
}

function createBancJournal(): Promise<Banc> {
  const lignes: string[] = [];
  const sender = createSmsSenderJournal({
    append: async (ligne) => void lignes.push(ligne),
    now: () => new Date('2022-03-03T18:00:00Z'),
    numerosEnClair: true,
  });
  return Promise.resolve({
    sender,
    recus: () => lignes.map((ligne) => JSON.parse(ligne) as SmsAEnvoyer),
    provoke: () => undefined,
    close: () => Promise.resolve(),
  });
}

const BANCS: readonly [string, () => Promise<Banc>][] = [
  ['en mémoire', createBancMemoire],
  ['par Twilio', createBancTwilio],
  ['au journal', createBancJournal],
];

describe.each(BANCS)('SmsSender %s', (_, createBanc) => {
  let banc: Banc;
  afterEach(() => banc.close());

  it('remet le texte tel quel au numéro et rend la référence de l’opérateur', async () => {
    banc = await createBanc();
    const { reference } = await banc.sender.send(SMS);
    expect(reference).not.toBe('');
    expect(banc.recus()).toMatchObject([{ vers: SMS.vers, texte: SMS.texte }]);
  });

  it('remet vingt SMS à la fois, chacun sous sa référence', async () => {
    banc = await createBanc();
    const envois = Array.from({ length: 20 }, (__, i) =>
      banc.sender.send({ ...SMS, cle: `e${i}` })
    );
    const references = (await Promise.all(envois)).map(({ reference }) => reference);
    expect(new Set(references).size).toBe(20);
    expect(banc.recus()).toHaveLength(20);
  });
});

describe.each(BANCS.slice(0, 2))('l’échec d’un SMS %s', (_, createBanc) => {
  let banc: Banc;
  afterEach(() => banc.close());

  it.each(ISSUES)('%s', async (__, incident, issue, code) => {
    banc = await createBanc();
    banc.provoke(incident);
    const erreur: unknown = await banc.sender.send(SMS).catch((raison: unknown) => raison);
    expect(erreur).toBeInstanceOf(TransportError);
    expect(erreur).toMatchObject({ issue, ...(code === undefined ? {} : { code }) });
    banc.provoke(null);
    await banc.sender.send({ ...SMS, cle: 'suivant' });
  });

  it('un SMS incertain mais pris en charge se retrouve, un SMS jamais arrivé non', async () => {
    banc = await createBanc();
    banc.provoke(COUPURE);
    const depuis = new Date(Date.now() - 1000);
    await banc.sender.send(SMS).catch(() => undefined);
    banc.provoke(null);
    expect(await banc.sender.findByRef!(SMS, depuis)).toMatchObject({
      reference: expect.any(String) as string,
    });
    const absent = { ...SMS, texte: 'Autre', cle: 'autre' };
    expect(await banc.sender.findByRef!(absent, depuis)).toBeNull();
  });
});
