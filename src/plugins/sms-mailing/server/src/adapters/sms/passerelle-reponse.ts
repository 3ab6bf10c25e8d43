import type { IssueTransport, TransportError } from '../../../../core/errors';
import type { Passerelle } from '../../../../core/passerelle-sms';
import { CODE_OPPOSITION, type SmsAccepte } from '../../services/ports/sms';
import { parseJson } from '../../../../core/json';
import type { ReponseHttp } from './appel-http';
import { readChemin } from './chemin-json';
import { cleanRaison, createErreurSms, issueOfStatus } from './erreur-sms';

export const OPERATEUR = 'La passerelle';

interface Contexte {
  /** Our reference when the passerelle gives none. */
  cle: string;
  /** Never to be repeated in an error. */
  secrets: readonly string[];
}

function readNombre(racine: unknown, chemin: string): number | null {
  const lu = readChemin(racine, chemin);
  const nombre = Number(lu);
  return lu !== '' && Number.isFinite(nombre) && nombre >= 0 ? nombre : null;
}

/** Kannel answers « 0: Accepted for delivery », « 3: Queued for later delivery ». */
function premierMot(texte: string): string {
  return /^[^\s:;,|]+/.exec(texte.trim())?.[0] ?? '';
}

function isSucces({ status }: ReponseHttp): boolean {
  return status >= 200 && status < 300;
}

function isAcceptee(passerelle: Passerelle, http: ReponseHttp, json: unknown): boolean {
  const { format, succes } = passerelle.reponse;
  if (!isSucces(http) || format === 'statut' || succes.valeurs.length === 0) {
    return isSucces(http);
  }
  const lu = format === 'json' ? readChemin(json, succes.chemin) : premierMot(http.texte);
  return succes.valeurs.includes(lu);
}

/** Its own code; where its words may not be shown, only one that the settings already name. */
function readCode(passerelle: Passerelle, http: ReponseHttp, json: unknown): string {
  const { format, code, issues } = passerelle.reponse;
  const lu = format === 'texte' ? premierMot(http.texte) : readChemin(json, code);
  const montrable = http.publique || Object.hasOwn(issues, lu);
  return ((montrable && lu) || String(http.status)).slice(0, 40);
}

/**
 * The passerelle's own codes first (or the HTTP status, if the settings list it). Else the HTTP status; a
 * success status around a refusal that nobody described is a refusal.
 */
function issueOf(
  passerelle: Passerelle,
  code: string,
  { status, reessayerDansMs }: ReponseHttp
): IssueTransport | typeof CODE_OPPOSITION {
  const { issues } = passerelle.reponse;
  const decrite = Object.hasOwn(issues, code) ? issues[code] : issues[String(status)];
  return (
    decrite ?? (status >= 200 && status < 300 ? 'refuse' : issueOfStatus(status, reessayerDansMs))
  );
}

function toErreur(
  passerelle: Passerelle,
  http: ReponseHttp,
  json: unknown,
  secrets: readonly string[]
): TransportError {
  const code = readCode(passerelle, http, json);
  const issue = issueOf(passerelle, code, http);
  const opposition = issue === CODE_OPPOSITION;
  const texte = passerelle.reponse.format === 'texte' ? http.texte : '';
  return createErreurSms(OPERATEUR, {
    issue: opposition ? 'refuse' : issue,
    code: opposition ? CODE_OPPOSITION : cleanRaison(code, secrets),
    raison: http.publique ? cleanRaison(texte, secrets) : '',
    reessayerDansMs: http.reessayerDansMs,
  });
}

/** What the answer means under these settings: accepted, or the TransportError that it is. */
export function readReponse(
  passerelle: Passerelle,
  http: ReponseHttp,
  { cle, secrets }: Contexte
): SmsAccepte {
  const { reponse } = passerelle;
  const json = reponse.format === 'json' ? parseJson(http.texte) : null;
  if (json === undefined && isSucces(http)) {
    throw createErreurSms(OPERATEUR, { issue: 'incertain', code: String(http.status) });
  }
  if (!isAcceptee(passerelle, http, json)) {
    throw toErreur(passerelle, http, json, secrets);
  }
  return {
    reference: readChemin(json, reponse.identifiant) || cle,
    credits: readNombre(json, reponse.credits),
    creditsRestants: readNombre(json, reponse.creditsRestants),
  };
}
