import type { Twilio } from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient';
import type ResponseTwilio from 'twilio/lib/http/response';
import { TransportError } from '../../../../core/errors';
import type { SmsAEnvoyer, SmsAccepte, SmsSender, SoldeSms } from '../../services/ports/sms';
import { parseDelai } from './appel-http';
import { classifyErreurTwilio, createReport, fromCode } from './erreur-twilio';
import { admitSuiviTwilio, parseSuiviTwilio } from './suivi-twilio';

export interface ReglagesTwilio {
  readonly accountSid: string;
  /** Also what signs the delivery reports, even when `cleApi` opens the account. */
  readonly authToken: string;
  readonly cleApi: { readonly sid: string; readonly secret: string } | null;
  /** Alphanumeric (11 letters or digits at most), short code, or E.164. */
  readonly expediteur: string;
  /** Preferred to `expediteur` when there is one. */
  readonly messagingServiceSid: string | null;
  /** Public https address of our route for delivery reports; null: none asked. */
  readonly urlSuivi: string | null;
  /** Another host than api.twilio.com, for tests. */
  readonly urlApi: string | null;
  readonly delaiMs: number;
}

type MessageTwilio = Awaited<ReturnType<Twilio['messages']['create']>>;

/** Between our clock and Twilio's. */
const DECALAGE_MS = 60_000;
const RECENTS = 50;

/** Twilio. Retries are the engine's: the SDK makes none. Loaded at the first SMS, half a second once. */
export function createSmsSenderTwilio(reglages: ReglagesTwilio): SmsSender {
  let client: Promise<Twilio> | null = null;
  const open = (): Promise<Twilio> => (client ??= createClient(reglages));
  return {
    // 1,600 characters: ten parts in GSM 03.38
    capacites: {
      stopAjoute: false,
      caracteresStop: 0,
      partiesMax: 10,
      accuses: reglages.urlSuivi !== null,
    },
    async send(sms) {
      const { messages } = await open();
      const message = await attempt(
        () => messages.create(toRequete(reglages, sms)),
        classifyErreurTwilio
      );
      return toAccepte(message);
    },
    async findByRef(sms, { depuis, isPrise }) {
      const { messages } = await open();
      const recents = await attempt(
        () => messages.list({ to: sms.vers, limit: RECENTS }),
        toErreurRecherche
      );
      for (const message of recents.filter((recent) => isSame(recent, sms, depuis))) {
        if (!(await isPrise(message.sid))) return toAccepte(message);
      }
      return null;
    },
    async balance() {
      const client = await open();
      return readSolde(client);
    },
    admitStatus: admitSuiviTwilio,
    parseStatus: (requete) => parseSuiviTwilio(reglages.authToken, requete),
  };
}

/** A sub-account opens to its credentials without having a balance of its own. */
async function readSolde({ balance }: Twilio): Promise<SoldeSms | null> {
  try {
    const { balance: montant, currency } = await balance.fetch();
    return { montant: Number(montant), unite: currency };
  } catch (erreur) {
    if ((erreur as { status?: unknown }).status === 404) return null;
    throw toErreurRecherche(erreur);
  }
}

async function attempt<T>(
  appel: () => Promise<T>,
  classify: (erreur: unknown) => TransportError
): Promise<T> {
  try {
    return await appel();
  } catch (erreur) {
    throw classify(erreur);
  }
}

async function createClient(reglages: ReglagesTwilio): Promise<Twilio> {
  const { default: twilio } = await import('twilio');
  /** The SDK's errors keep no header. */
  class ClientAttentif extends twilio.RequestClient {
    override async request<T>(
      options: RequestClient.RequestOptions<T>
    ): Promise<ResponseTwilio<T>> {
      const reponse = await super.request(options);
      const { 'retry-after': delai, date } = reponse.headers as Record<string, string | undefined>;
      const ms = parseDelai(delai ?? '', date ?? '');
      if ((reponse.statusCode === 503 || reponse.statusCode === 429) && ms !== null) {
        throw createReport(reponse.statusCode, ms);
      }
      return reponse;
    }
  }
  const { accountSid, authToken, cleApi, urlApi, delaiMs } = reglages;
  try {
    const client = twilio(cleApi?.sid ?? accountSid, cleApi?.secret ?? authToken, {
      accountSid,
      timeout: delaiMs,
      autoRetry: false,
      httpClient: new ClientAttentif({ timeout: delaiMs, autoRetry: false }),
      env: {}, // TWILIO_EDGE, TWILIO_REGION: our settings decide
    });
    if (urlApi !== null) client.api.baseUrl = urlApi;
    return client;
  } catch {
    throw new TransportError(
      'configuration',
      'Les identifiants Twilio n’ont pas la bonne forme, vérifiez les réglages SMS.',
      { code: 'identifiants' }
    );
  }
}

function toRequete(
  { expediteur, messagingServiceSid, urlSuivi }: ReglagesTwilio,
  sms: SmsAEnvoyer
): Parameters<Twilio['messages']['create']>[0] {
  return {
    to: sms.vers,
    body: sms.texte,
    smartEncoded: false, // already folded, and billed as it is
    ...(messagingServiceSid === null ? { from: expediteur } : { messagingServiceSid }),
    ...(urlSuivi === null ? {} : { statusCallback: withCle(urlSuivi, sms.cle) }),
  };
}

/** Our key comes back with every report: it settles an SMS whose reference never reached us. */
function withCle(url: string, cle: string): string {
  const adresse = new URL(url);
  adresse.searchParams.set('cle', cle);
  return adresse.href;
}

/** Throws when Twilio took the message and already knows that it failed. */
function toAccepte(message: MessageTwilio): SmsAccepte {
  if (message.status === 'failed' || message.status === 'undelivered') {
    throw fromCode(message.errorCode);
  }
  // « 0 » through a Messaging Service, which cuts the text later
  const credits = Number(message.numSegments);
  return { reference: message.sid, credits: credits > 0 ? credits : null, creditsRestants: null };
}

/**
 * Twilio keeps no key of ours: same number, same text, since then. A trial account puts a sentence before the
 * text. Of two envois of the same text to the same number, what the ledger gives to one is not the other's.
 */
function isSame(message: MessageTwilio, sms: SmsAEnvoyer, depuis: Date): boolean {
  return (
    message.direction.startsWith('outbound') &&
    message.body.endsWith(sms.texte) &&
    message.dateCreated.getTime() >= depuis.getTime() - DECALAGE_MS
  );
}

/** A question sends nothing: it can only be asked again, or wait for the settings to be mended. */
function toErreurRecherche(erreur: unknown): TransportError {
  const { issue, code, message } = classifyErreurTwilio(erreur);
  return issue === 'configuration'
    ? new TransportError(issue, message, { code })
    : new TransportError('reessayer', `Twilio n’a pas répondu à la question (${code ?? ''}).`, {
        code,
      });
}
