import { raisonDuTexte, raisonOf, readStatut } from './diagnostics';
import { readChamps, type Champs } from './read-champs';
import type { Retour } from './rebond';

/** A message of the mailbox, as its parts are read; texts are bounded by who read them. */
export interface CourrierLu {
  /** Lower-case names; a header said twice holds both values, one a line. */
  entetes: Champs;
  texte: string;
  /** Parts of a multipart/report: message/delivery-status (RFC 3464), message/feedback-report (RFC 5965). */
  rapport: string | null;
  plainte: string | null;
  /** The headers of our message, as they came back. */
  retourne: string | null;
}

export interface RetourLu extends Retour {
  /** Whom it speaks of, in lower case: as we wrote to them, or where it was forwarded. */
  destinataires: readonly string[];
}

const ADRESSE = /[^\s<>;,"']{1,64}@[^\s<>;,"']{1,253}/g;

const listAdresses = (...valeurs: readonly (string | undefined)[]): string[] => [
  ...new Set(
    valeurs.flatMap((valeur) => valeur?.match(ADRESSE) ?? []).map((lue) => lue.toLowerCase())
  ),
];

const HOTE = /\b(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,20}\b/i;

const readHote = (valeur: string | undefined): string =>
  HOTE.exec(valeur ?? '')?.[0]
    .toLowerCase()
    .slice(0, 120) ?? '';

/** `Reporting-MTA: dns; mx.orange.fr`; else who writes. */
function readServeur(champs: readonly (Champs | undefined)[], { entetes }: CourrierLu): string {
  const hotes = champs.flatMap((lus) => [lus?.['remote-mta'], lus?.['reporting-mta']]);
  return (
    [...hotes, entetes.from?.split('@').at(-1)].map(readHote).find((hote) => hote !== '') ?? ''
  );
}

/** RFC 3464 §2.3.3: « delayed » is still on its way, « relayed » and « expanded » have left. */
function readRapport(rapport: string, courrier: CourrierLu): RetourLu | null {
  const [message, ...suivants] = readChamps(rapport);
  const blocs = message?.action === undefined ? suivants : [message, ...suivants];
  const echec = blocs.find(({ action }) => /^failed\b/i.test(action ?? ''));
  if (echec === undefined) {
    return null;
  }
  const diagnostic = echec['diagnostic-code'] ?? '';
  const code = readStatut(echec.status ?? '') ?? readStatut(diagnostic);
  return {
    raison: raisonOf(code ?? '', diagnostic),
    par: readServeur([echec, message], courrier),
    code,
    destinataires: listAdresses(echec['original-recipient'], echec['final-recipient']),
  };
}

/** RFC 5965 §3.1: the other types say nothing against the message. */
const PLAINTES = /^(?:abuse|fraud|virus|opt-out)\b/i;

function readPlainte(plainte: string, courrier: CourrierLu): RetourLu | null {
  const [champs] = readChamps(plainte);
  if (!PLAINTES.test(champs?.['feedback-type'] ?? '')) {
    return null;
  }
  return {
    raison: 'signale_indesirable',
    par: readServeur([champs], courrier),
    code: null,
    destinataires: listAdresses(champs?.['original-rcpt-to'], champs?.['removal-recipient']),
  };
}

const ROBOT = /\b(?:mailer-daemon|postmaster|mail-daemon|mdaemon|bounces?)@|^mailer-daemon\b/i;
const RETARD =
  /\b(?:delay(?:ed)?|warning|still being retried|retarde|en attente|will be retried)\b/i;
const ABSENCE =
  /\b(?:out of (?:the )?office|auto(?:matic)?[ -]?(?:reply|response)|reponse automatique|absen(?:t|ce)|vacation|conges?)\b/i;

const fold = (texte: string): string => texte.normalize('NFD').replace(/\p{M}/gu, '');

/** Written by a server about a delivery, and not by somebody's absence: an answering machine writes in a person's name. */
function isDuServeur({ entetes }: CourrierLu): boolean {
  const objet = fold(entetes.subject ?? '');
  if (RETARD.test(objet) || ABSENCE.test(objet)) {
    return false;
  }
  const echoues = entetes['x-failed-recipients'] !== undefined;
  return echoues || ROBOT.test(`${entetes.from ?? ''} ${entetes.sender ?? ''}`);
}

/** Where the copy of our own message begins: its words are not the server's. */
const COPIE =
  /^(?:[ >]*-{2,}.{0,20}\b(?:copy|copie|original|origine|below|headers)\b.*|[ >]*(?:received|return-path|message-id|mime-version):.*)$/im;

const beforeCopie = (texte: string): string => texte.split(COPIE, 1)[0] ?? '';

/** A message that says it without the standard: its sender, its words, and the addresses that it names. */
function readLibre(courrier: CourrierLu): RetourLu | null {
  const { entetes } = courrier;
  if (!isDuServeur(courrier)) {
    return null;
  }
  const texte = beforeCopie(courrier.texte);
  const code = readStatut(texte);
  if (code === null && raisonDuTexte(texte) === null) {
    return null;
  }
  if (code?.startsWith('2.') === true) {
    return null;
  }
  const echoues = listAdresses(entetes['x-failed-recipients']);
  return {
    raison: raisonOf(code ?? '', texte),
    par: readServeur([], courrier),
    code,
    destinataires: echoues.length > 0 ? echoues : listAdresses(texte),
  };
}

/** What a message of the mailbox says of one of ours; null: nothing, it is somebody's answer, an absence, a delay. */
export function classifyCourrier(courrier: CourrierLu): RetourLu | null {
  if (courrier.plainte !== null) {
    return readPlainte(courrier.plainte, courrier);
  }
  return courrier.rapport === null ? readLibre(courrier) : readRapport(courrier.rapport, courrier);
}
