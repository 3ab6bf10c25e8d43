import { isIP } from 'node:net';
import { ImapFlow } from 'imapflow';
import type {
  BoiteRebonds,
  BornesTour,
  PlaceBoite,
  SortMessage,
  TourBoite,
} from '../../services/ports/rebonds';
import type { Reseau } from '../reseau/reseau';
import { isRefus, toErreurImap } from './phrase-imap';

export interface CompteBoite {
  hote: string;
  port: number;
  utilisateur: string;
  motDePasse: string;
}

/** Where what was understood is put away; the rest stays where it came. */
const RANGEMENT = 'Rebonds traités';
const PORT_CHIFFRE = 993;
/** Of any answer. */
const PATIENCE_MS = 20_000;
const REPONSE_MAX = 4 * 1024 * 1024;

type Reseaux = Pick<Reseau, 'resolve'>;

/**
 * The socket opens on the number that the filter let pass, under the name that the certificate must bear. In clear only
 * towards what the installation itself has opened.
 */
async function openClient(compte: CompteBoite, reseau: Reseaux): Promise<ImapFlow> {
  const { hote, port, utilisateur: user, motDePasse: pass } = compte;
  const { adresse, local } = await reseau.resolve(hote, port);
  const secure = port === PORT_CHIFFRE;
  const client = new ImapFlow({
    ...{ host: adresse, port, secure, auth: { user, pass } },
    ...(isIP(hote) === 0 ? { servername: hote } : {}),
    ...(local || secure ? {} : { doSTARTTLS: true }),
    ...{ logger: false, disableAutoIdle: true },
    ...{ connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS },
    ...{
      maxLiteralSize: REPONSE_MAX,
      maxLineLength: REPONSE_MAX,
      maxResponseSize: 2 * REPONSE_MAX,
    },
  });
  // A connection that breaks between two commands says so here too: the command that follows tells it.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function withBoite<T>(
  compte: CompteBoite,
  reseau: Reseaux,
  work: (client: ImapFlow) => Promise<T>
): Promise<T> {
  let client: ImapFlow | null = null;
  try {
    client = await openClient(compte, reseau);
    await client.mailboxOpen('INBOX');
    const fait = await work(client);
    await client.logout();
    return fait;
  } catch (erreur) {
    throw erreur instanceof ErreurDuLecteur ? erreur.cause : toErreurImap(erreur);
  } finally {
    client?.close();
  }
}

/** What the reader of a message threw: it is no fault of the mailbox. */
class ErreurDuLecteur extends Error {}

async function receiveOne(
  receive: (brut: Buffer, recuLe: Date) => Promise<SortMessage>,
  brut: Buffer,
  recuLe: Date
): Promise<SortMessage> {
  try {
    return await receive(brut, recuLe);
  } catch (cause) {
    throw new ErreurDuLecteur('receive', { cause });
  }
}

const isoOf = (date: Date | string | undefined): Date => new Date(date ?? 0);

/** Numbers above the last one read, in order. « n:* » answers the last message even when it is below n. */
async function listNouveaux(client: ImapFlow, uid: number): Promise<number[]> {
  const trouves = await client.search({ uid: `${String(uid + 1)}:*` }, { uid: true });
  return (Array.isArray(trouves) ? trouves : []).filter((lu) => lu > uid).sort((a, b) => a - b);
}

/** The folder is made when the first message goes there. False: this user may not. */
async function move(client: ImapFlow, uid: number): Promise<boolean> {
  const connu = (await client.list()).find(({ name }) => name === RANGEMENT);
  try {
    const chemin = connu?.path ?? (await client.mailboxCreate(RANGEMENT)).path;
    return (await client.messageMove(String(uid), chemin, { uid: true })) !== false;
  } catch (erreur) {
    if (isRefus(erreur)) return false;
    throw erreur;
  }
}

/** What cannot be moved is marked as read, and stays. */
async function putAway(client: ImapFlow, uid: number): Promise<void> {
  if (!(await move(client, uid))) {
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  }
}

/** Where this mailbox was read up to; numbered anew, it is read from the start. */
function startOf(client: ImapFlow, depuis: PlaceBoite): PlaceBoite {
  const validite = client.mailbox === false ? null : String(client.mailbox.uidValidity);
  return validite === depuis.validite ? { ...depuis } : { validite, uid: 0 };
}

async function readTour(
  client: ImapFlow,
  depuis: PlaceBoite,
  bornes: BornesTour,
  receive: (brut: Buffer, recuLe: Date) => Promise<SortMessage>
): Promise<TourBoite> {
  const place = startOf(client, depuis);
  const tour: TourBoite = { place, traites: 0, laisses: 0, attendent: 0 };
  const fin = performance.now() + bornes.dureeMs;
  const nouveaux = (await listNouveaux(client, place.uid)).slice(0, bornes.messages);
  for (const uid of nouveaux) {
    if (performance.now() > fin) break;
    const source = { start: 0, maxLength: bornes.octetsParMessage };
    // Fetched by BODY.PEEK: who reads this mailbox too finds it as unread as before.
    const lu = await client.fetchOne(String(uid), { source, internalDate: true }, { uid: true });
    const sort =
      lu === false || lu.source === undefined
        ? 'laisse'
        : await receiveOne(receive, lu.source, isoOf(lu.internalDate));
    if (sort === 'traite') {
      await putAway(client, uid);
      tour.traites += 1;
    } else {
      tour[sort === 'attend' ? 'attendent' : 'laisses'] += 1;
    }
    if (tour.attendent === 0) {
      place.uid = uid;
    }
  }
  return tour;
}

/** A mailbox read by IMAP (RFC 3501), by connections that leave through the module's own filter. */
export function createBoiteImap(compte: CompteBoite, reseau: Reseaux): BoiteRebonds {
  return {
    read: (depuis, bornes, receive) =>
      withBoite(compte, reseau, (client) => readTour(client, depuis, bornes, receive)),
    verify: () =>
      withBoite(compte, reseau, (client) =>
        Promise.resolve(client.mailbox === false ? 0 : client.mailbox.exists)
      ),
  };
}
