import type { IssueTransport } from '../../core/errors';
import { passerelleSchema } from '../../core/passerelle-sms';
import { createSmsSenderPasserelle } from '../../server/src/adapters/sms/http-generic';
import { createSmsSenderJournal } from '../../server/src/adapters/sms/journal';
import { createSmsSenderOvh } from '../../server/src/adapters/sms/ovh-http2sms';
import { createSmsSenderTwilio } from '../../server/src/adapters/sms/twilio';
import { CODE_OPPOSITION } from '../../server/src/services/ports/sms';
import type { SmsAEnvoyer, SmsSender } from '../../server/src/services/ports/sms';
import { parseFormulaire, startServeurHttp, type IncidentHttp } from '../fakes/serveur-http';
import { createSmsSenderMemoire } from '../fakes/sms-memoire';
import { refusOvh, startServeurOvh } from '../fakes/sms-serveur-ovh';
import type { Incident } from '../fakes/sms-serveur-twilio';
import { COMPTE, JETON, startServeurTwilio } from '../fakes/sms-serveur-twilio';
import { DELAI_MS, reseauVers } from './passerelle-banc';

/** What can go wrong with any operator, and what it must be taken for. */
export const ECHECS = {
  numero: ['un numéro inconnu', 'refuse'],
  fixe: ['un numéro fixe', 'refuse'],
  stop: ['une personne qui a répondu STOP', 'refuse', CODE_OPPOSITION],
  expediteur: ['un expéditeur qui n’est pas au compte', 'configuration'],
  identifiants: ['des identifiants refusés', 'configuration'],
  suspendu: ['un compte suspendu ou vide', 'configuration'],
  rafale: ['trop de demandes', 'reessayer'],
  rafaleHtml: ['trop de demandes, dit en HTML', 'reessayer'],
  panne: ['une panne en HTML', 'incertain'],
  illisible: ['une réponse illisible', 'incertain'],
  coupure: ['une coupure après la prise en charge', 'incertain'],
  silence: ['un silence après la prise en charge', 'incertain'],
  annonce: ['un refus annoncé dans une réponse heureuse', 'refuse'],
} as const satisfies Readonly<Record<string, readonly [string, IssueTransport, string?]>>;
export type Echec = keyof typeof ECHECS;

export interface Banc {
  readonly sender: SmsSender;
  readonly recus: () => readonly { readonly vers: string; readonly texte: string }[];
  readonly provoke: (echec: Echec | null) => void;
  readonly close: () => Promise<void>;
}

export interface DescriptionBanc {
  readonly nom: string;
  /** One that is made for a silence does not wait long for an answer. */
  readonly create: (echec?: Echec) => Promise<Banc>;
  /** Those this operator can meet. */
  readonly echecs: readonly Echec[];
}

const SILENCE_MS = 3_000;
const delaiOf = (echec?: Echec): number => (echec === 'silence' ? SILENCE_MS : DELAI_MS);
const MOT_DE_PASSE = 'mot-de-passe-tres-secret';

function createBancMemoire(): Promise<Banc> {
  const sender = createSmsSenderMemoire();
  return Promise.resolve({
    sender,
    recus: () => sender.recus,
    provoke: (nom) => {
      const [, issue, code] =
        nom === null ? [] : (ECHECS[nom] as readonly [string, IssueTransport, string?]);
      const echec = issue === undefined ? null : { issue, ...(code === undefined ? {} : { code }) };
      sender.issue = () => echec;
    },
    close: () => Promise.resolve(),
  });
}

const TWILIO: Readonly<Partial<Record<Echec, Incident>>> = {
  numero: { status: 400, code: 21211 },
  fixe: { status: 400, code: 21614 },
  stop: { status: 400, code: 21610 },
  expediteur: { status: 400, code: 21606 },
  identifiants: { status: 401, code: 20003 },
  suspendu: { status: 403, code: 30002 },
  rafale: { status: 429, code: 20429 },
  rafaleHtml: { status: 429, html: '<html>Slow down</html>' },
  panne: { status: 503, html: '<html>Service Unavailable</html>' },
  coupure: { apres: 'coupure' },
  silence: { apres: 'silence' },
  annonce: { etat: 'failed', code: 30005 },
};

async function createBancTwilio(echec?: Echec): Promise<Banc> {
  const serveur = await startServeurTwilio();
  const sender = createSmsSenderTwilio({
    accountSid: COMPTE,
    authToken: JETON,
    cleApi: null,
    expediteur: 'BGEARTOIS',
    messagingServiceSid: null,
    urlSuivi: null,
    urlApi: serveur.url,
    delaiMs: delaiOf(echec),
  });
  return {
    sender,
    recus: () => serveur.recus.map(({ To = '', Body = '' }) => ({ vers: To, texte: Body })),
    provoke: (echec) => (serveur.incident = echec === null ? null : (TWILIO[echec] ?? null)),
    close: () => serveur.close(),
  };
}

const HTTP = {
  rafaleHtml: { status: 429, corps: '<html>Slow down</html>' },
  panne: { status: 503, corps: '<html>Service Unavailable</html>' },
  illisible: { status: 200, corps: '<html>Welcome</html>' },
  coupure: { apres: 'coupure' },
  silence: { apres: 'silence' },
} as const satisfies Readonly<Partial<Record<Echec, IncidentHttp>>>;

const OVH: Readonly<Partial<Record<Echec, IncidentHttp>>> = {
  ...HTTP,
  numero: refusOvh(202, 'Invalid receiver'),
  stop: refusOvh(202, 'Receiver is blacklisted'),
  expediteur: refusOvh(202, 'Invalid sender'),
  identifiants: refusOvh(201, 'Missing password'),
  suspendu: refusOvh(202, 'Not enough credits'),
  annonce: { status: 200, corps: '{"status":100,"creditLeft":"12","SmsIds":[]}' },
};

async function createBancOvh(echec?: Echec): Promise<Banc> {
  const serveur = await startServeurOvh();
  const sender = createSmsSenderOvh({
    compte: 'sms-xx11111-1',
    login: 'bge',
    motDePasse: MOT_DE_PASSE,
    expediteur: 'BGEARTOIS',
    secretsSuivi: [],
    urlApi: serveur.url,
    reseau: reseauVers(serveur.url),
    delaiMs: delaiOf(echec),
  });
  return {
    sender,
    recus: () =>
      serveur.recues.map(parseFormulaire).map(({ to = '', message = '' }) => ({
        vers: to.replace('00', '+'),
        texte: message.replaceAll('\r', '\n'),
      })),
    provoke: (echec) => (serveur.incident = echec === null ? null : (OVH[echec] ?? null)),
    close: () => serveur.close(),
  };
}

const PASSERELLE: Readonly<Partial<Record<Echec, IncidentHttp>>> = {
  ...HTTP,
  numero: { status: 400, corps: '{"code":"E10"}' },
  stop: { status: 422, corps: '{"code":"STOP"}' },
  expediteur: { status: 400, corps: '{"code":"E20"}' },
  identifiants: { status: 401, corps: '{}' },
  suspendu: { status: 402, corps: '{"code":"E30"}' },
  rafale: { status: 400, corps: '{"code":"E40"}' },
  annonce: { status: 200, corps: '{"etat":"KO","code":"E10"}' },
};

async function createBancPasserelle(echec?: Echec): Promise<Banc> {
  const serveur = await startServeurHttp((_, rang) => ({
    status: 200,
    corps: JSON.stringify({ etat: 'OK', sms: [{ id: rang, parties: 1 }] }),
  }));
  const passerelle = passerelleSchema.parse({
    url: serveur.url,
    corps: 'json',
    entetes: { Authorization: 'Bearer {motDePasse}' },
    champs: { 'destinataires.0.numero': '{vers}', texte: '{texte}', de: '{expediteur}' },
    reponse: {
      succes: { chemin: 'etat', valeurs: ['OK'] },
      identifiant: 'sms.0.id',
      credits: 'sms.0.parties',
      code: 'code',
      issues: { STOP: 'opposition', E20: 'configuration', E30: 'configuration', E40: 'reessayer' },
    },
  });
  const sender = createSmsSenderPasserelle({
    passerelle,
    compte: '',
    login: '',
    motDePasse: MOT_DE_PASSE,
    expediteur: 'BGEARTOIS',
    urlSuivi: null,
    secretsSuivi: [],
    reseau: reseauVers(serveur.url),
    delaiMs: delaiOf(echec),
  });
  const lire = (corps: string) =>
    JSON.parse(corps) as { destinataires: { numero: string }[]; texte: string };
  return {
    sender,
    recus: () =>
      serveur.recues.map(({ corps }) => ({
        vers: lire(corps).destinataires[0]!.numero,
        texte: lire(corps).texte,
      })),
    provoke: (echec) => (serveur.incident = echec === null ? null : (PASSERELLE[echec] ?? null)),
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

const namesOf = (incidents: object): Echec[] => Object.keys(incidents) as Echec[];

export const BANCS: readonly DescriptionBanc[] = [
  { nom: 'en mémoire', create: createBancMemoire, echecs: namesOf(ECHECS) },
  { nom: 'par Twilio', create: createBancTwilio, echecs: namesOf(TWILIO) },
  { nom: 'par OVHcloud', create: createBancOvh, echecs: namesOf(OVH) },
  { nom: 'par une passerelle', create: createBancPasserelle, echecs: namesOf(PASSERELLE) },
  { nom: 'au journal', create: createBancJournal, echecs: [] },
];

/** Never in an error, whatever the operator answers. */
export const SECRETS_DES_BANCS: readonly string[] = [JETON, MOT_DE_PASSE];
