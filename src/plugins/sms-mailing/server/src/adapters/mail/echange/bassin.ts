import type { Journal } from '../../../services/ports/moteur';
import { classifyErreurSmtp } from '../erreur-smtp';
import { createCadence, SANS_CADENCE, type Cadence } from './cadence';
import { abandon, openFil, quit, take } from './connexion';
import { createEchec } from './echec';
import { isLibre, isSurLePoint, type Attentes, type Bassin, type Fil } from './fil';
import { createHote, type Hote } from './hote';
import { isPermise, type Remise } from './remise';
import type { Ligne } from './session';

export interface ReglagesBassin {
  readonly maxConnexions: number;
  readonly maxMessages: number;
  readonly maxReprises: number;
  readonly reposMs: number;
  readonly tailleReponseMax: number;
  /** Messages per window of time; null: as fast as it goes. */
  readonly cadence: { readonly messages: number; readonly fenetreMs: number } | null;
  readonly pipelining: boolean;
  readonly attentes: Attentes;
  readonly nom: string;
}

/** The connections to one server, and the messages that wait for one. */
export interface Connexions {
  add(remise: Remise): void;
  /** Gives back what has not begun and bears this signal. */
  abort(signal: AbortSignal): void;
  /** Lets the connections go, those that serve nobody. */
  close(): void;
}

interface Etat {
  readonly ligne: Ligne;
  readonly reglages: ReglagesBassin;
  readonly hote: Hote;
  /** Next messages, oldest first. */
  readonly file: Remise[];
  readonly fils: Fil[];
  ouvrants: number;
  /** Why connections did not open, as long as others may. */
  manquees: unknown[];
  ferme: boolean;
  pause: NodeJS.Timeout | null;
  readonly cadence: Cadence;
}

export function createConnexions(
  ligne: Ligne,
  reglages: ReglagesBassin,
  journal: Pick<Journal, 'info' | 'warn'>
): Connexions {
  const { cadence } = reglages;
  const etat: Etat = {
    ligne,
    reglages,
    hote: createHote(reglages, journal),
    file: [],
    fils: [],
    ouvrants: 0,
    manquees: [],
    ferme: false,
    pause: null,
    cadence: cadence === null ? SANS_CADENCE : createCadence(cadence.messages, cadence.fenetreMs),
  };
  return {
    add(remise) {
      enqueue(etat, remise);
      pump(etat);
    },
    abort(signal) {
      for (const remise of etat.file) if (remise.depart.signal === signal) remise.giveBack();
      for (const fil of [...etat.fils]) abandon(fil, signal);
    },
    close() {
      etat.ferme = true;
      for (const fil of [...etat.fils]) if (isLibre(fil)) quit(fil);
    },
  };
}

/** First come, first served; what someone waits for goes before the rest, whose connections it shares. */
function enqueue({ file }: Etat, remise: Remise): void {
  const rang = remise.depart.prioritaire
    ? file.findIndex(({ depart }) => !depart.prioritaire)
    : file.length;
  file.splice(rang < 0 ? file.length : rang, 0, remise);
}

/** Gives the waiting messages to whoever can take one. */
function pump(etat: Etat): void {
  for (const fil of [...etat.fils]) {
    if (isLibre(fil)) serve(etat, fil, nextFor(etat, fil));
  }
  for (const fil of [...etat.fils]) {
    if (isSurLePoint(fil)) serve(etat, fil, nextEnAvance(etat, fil));
  }
  openMore(etat);
}

function serve(etat: Etat, fil: Fil, remise: Remise | null): void {
  if (remise !== null) take(fil, remise);
  else if (isLibre(fil)) rest(etat, fil);
}

function rest({ ferme, reglages }: Etat, fil: Fil): void {
  if (ferme) quit(fil);
  else if (reglages.reposMs > 0) fil.echeance.arm(reglages.reposMs);
}

/** The oldest that may still leave and that this server takes in; those before it are settled. */
function firstFor({ file }: Etat, fil: Fil): Remise | null {
  for (let remise = file[0]; remise !== undefined; remise = file[0]) {
    if (!isPermise(remise)) {
      remise.giveBack();
    } else if (isTropGrosse(remise, fil)) {
      const phrase = `il pèse plus que les ${String(fil.session.tailleMax)} octets que ce serveur accepte`;
      remise.refuse(classifyErreurSmtp(createEchec('EMESSAGE', 'MAIL FROM', phrase), false));
    } else {
      return remise;
    }
    file.shift();
  }
  return null;
}

function nextFor(etat: Etat, fil: Fil): Remise | null {
  if (firstFor(etat, fil) === null || !takeTurn(etat)) return null;
  return etat.file.shift() ?? null;
}

function isTropGrosse({ taille }: Remise, { session }: Fil): boolean {
  return session.tailleMax > 0 && taille > session.tailleMax;
}

/** The pace of `rateLimit`: whoever must wait makes all wait. */
function takeTurn(etat: Etat): boolean {
  if (etat.pause !== null) return false;
  const ms = etat.cadence.take();
  if (ms === 0) return true;
  etat.pause = setTimeout(() => {
    etat.pause = null;
    pump(etat);
  }, ms);
  return false;
}

/** `fil` has a message on its way: this one would be the next. */
function nextEnAvance(etat: Etat, fil: Fil): Remise | null {
  const premiere = isSuivi(etat, fil) ? firstFor(etat, fil) : null;
  if (premiere === null || premiere.seule || !premiere.depart.enAvance) return null;
  etat.file.shift();
  return premiere;
}

/** May anything follow the message on its way before its answer? */
function isSuivi({ hote, reglages }: Etat, fil: Fil): boolean {
  const rang = fil.servies + 1;
  return (
    hote.isGroupe() &&
    fil.session.extensions.has('PIPELINING') &&
    reglages.cadence === null &&
    rang < reglages.maxMessages &&
    !hote.isDernier(rang) &&
    !hote.isComble(rang)
  );
}

function openMore(etat: Etat): void {
  const { file, fils, hote, manquees } = etat;
  const places = hote.maxConnexions() - fils.length - manquees.length;
  while (etat.ouvrants < Math.min(places, file.length)) openOne(etat);
}

function openOne(etat: Etat): void {
  etat.ouvrants += 1;
  etat.ligne.open().then(
    (session) => {
      etat.ouvrants -= 1;
      const fil = openFil(session, createBassin(etat));
      if (!fil.mort) etat.fils.push(fil);
      settleManquees(etat);
      pump(etat);
    },
    (erreur: unknown) => {
      etat.ouvrants -= 1;
      onFermee(etat, erreur);
      pump(etat);
    }
  );
}

function onFermee(etat: Etat, erreur: unknown): void {
  etat.manquees.push(erreur);
  settleManquees(etat);
}

/**
 * While others serve, connections that do not open say how many the server takes at once, and cost nothing. When
 * none opens, each is the fate of a message.
 */
function settleManquees(etat: Etat): void {
  const { fils, file, hote, ouvrants, manquees } = etat;
  if (manquees.length === 0 || (fils.length === 0 && ouvrants > 0)) return;
  if (fils.length > 0) {
    hote.noteTropConnexions(fils.length + ouvrants);
  } else {
    for (const erreur of manquees) file.shift()?.refuse(classifyErreurSmtp(erreur, false));
  }
  etat.manquees = [];
}

function createBassin(etat: Etat): Bassin {
  const { hote, reglages, file, fils } = etat;
  return {
    hote,
    attentes: reglages.attentes,
    tailleReponseMax: reglages.tailleReponseMax,
    nextEnAvance: (fil) => nextEnAvance(etat, fil),
    takeUpAgain(remise) {
      if (reglages.maxReprises >= 0 && remise.reprises >= reglages.maxReprises) return false;
      remise.reprises += 1;
      file.unshift(remise);
      return true;
    },
    countAutres: (fil) => fils.filter((autre) => autre !== fil && !autre.mort).length,
    freed(fil) {
      if (fil.servies >= reglages.maxMessages || hote.isComble(fil.servies)) quit(fil);
      pump(etat);
    },
    lost(fil, sterile) {
      const rang = fils.indexOf(fil);
      if (rang >= 0) fils.splice(rang, 1);
      if (sterile !== null) onFermee(etat, sterile);
      pump(etat);
    },
  };
}
