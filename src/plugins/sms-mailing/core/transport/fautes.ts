import {
  giveBackRemise,
  isTardive,
  PAUSES,
  suspend,
  type Contexte,
  type Fait,
  type Faute,
  type Marche,
  type Remise,
  type Soupcon,
} from './marche';
import { countPassage, noteRemis, REMIS, slow } from './rythme';
import { spread } from './spread';

/** Whose fault it is; when not the envoi's own, it costs it nothing and it comes back after so long. */
export interface Verdict {
  readonly sienne: boolean;
  readonly retourMs: number;
}

/** In a row: one message that kills every connection must not stop the others. */
const PANNES = 10;
const INTERDITS = 3;
/** They may be the recipient's, or everybody's. */
const DOUTEUSES: ReadonlySet<Faute['genre']> = new Set(['attente', 'plus-tard', 'acces']);
/** Recipients put off one after the other, each for himself: it is said, and each is tried once all the same. */
const ATTENTES_DITES = 20;

const RETOURS_MS = [1, 5, 15, 30].map((minutes) => minutes * 60_000);
const SOUPCONS_MAX = 5_000;
const INNOCENT: Soupcon = { fois: 0, douteux: null, connu: false };

/** The transport after what a hand-over met, and whose fault it was. */
export function noteFait(
  marche: Marche,
  remise: Remise,
  fait: Fait,
  contexte: Contexte
): [Marche, Verdict] {
  switch (fait.genre) {
    case 'parti':
      return [notePassage(marche, remise, contexte.now), { sienne: true, retourMs: 0 }];
    case 'refus':
      return [noteRefus(marche, remise), { sienne: true, retourMs: 0 }];
    case 'attente':
    case 'plus-tard':
    case 'rythme':
    case 'panne':
    case 'acces':
    case 'compte':
      return noteFaute(marche, remise, fait, contexte);
  }
}

/** Real success: whatever was wrong is over, except that it goes at its pace. */
function notePassage(marche: Marche, remise: Remise, now: number): Marche {
  const blanchie = clear(marche, remise.cle);
  if (isTardive(marche, remise)) {
    return blanchie;
  }
  const passee: Marche = {
    ...blanchie,
    sonde: 'non',
    pannes: 0,
    remis: 0,
    interdits: [],
    pausePanneMs: PAUSES.panneMs,
    pauseRythmeMs: PAUSES.rythmeMs,
    raison: marche.parMinute === null ? null : marche.raison,
  };
  return countPassage(passee, now);
}

function clear(marche: Marche, cle: string): Marche {
  if (!marche.soupcons.has(cle)) {
    return marche;
  }
  const soupcons = new Map(marche.soupcons);
  soupcons.delete(cle);
  return { ...marche, soupcons };
}

/** The server answers; that it works is for a message that passes to say. */
function noteRefus(marche: Marche, remise: Remise): Marche {
  return isTardive(marche, remise) ? marche : giveBackRemise({ ...marche, pannes: 0 }, remise);
}

function noteFaute(
  marche: Marche,
  remise: Remise,
  faute: Faute,
  contexte: Contexte
): [Marche, Verdict] {
  const [jugee, sienne] = judge(marche, remise, faute);
  // Those already on their way when it was suspended say nothing new.
  const muette = sienne || isTardive(jugee, remise);
  const apres = muette ? giveBackRemise(jugee, remise) : blame(jugee, remise, faute, contexte);
  const { fois } = soupconOf(apres, remise);
  const retour = RETOURS_MS[Math.min(fois, RETOURS_MS.length) - 1] ?? 0;
  const demande = faute.genre === 'attente' ? (faute.dansMs ?? 0) : 0;
  const attente = Math.max(retour, demande, apres.suspenduJusqua - contexte.now);
  return [apres, { sienne, retourMs: spread(attente, `${remise.cle}:${String(fois)}`) }];
}

function soupconOf({ soupcons }: Marche, { cle }: Remise): Soupcon {
  return soupcons.get(cle) ?? INNOCENT;
}

/** The same doubtful refusal once more, while others passed in between. */
function isRepete({ douteux }: Soupcon, genre: Faute['genre'], { passes }: Marche): boolean {
  return douteux?.genre === genre && douteux.passes < passes;
}

function isSaine(marche: Marche, remise: Remise, genre: Faute['genre']): boolean {
  const libre = marche.parMinute === null && marche.remis < REMIS;
  return !isTardive(marche, remise) && (genre === 'acces' || libre);
}

/**
 * Is it the envoi's own fault? Only when the same doubtful refusal comes again while others passed since the one before,
 * on a transport where nothing else is wrong. A server that slows everybody down puts off anyone; one that bars a
 * recipient bars him at any pace. After many put off in a row, neither is anybody's.
 */
function judge(marche: Marche, remise: Remise, { genre }: Faute): [Marche, boolean] {
  const avant = soupconOf(marche, remise);
  const douteuse = DOUTEUSES.has(genre);
  const connu = douteuse && isSaine(marche, remise, genre) && isRepete(avant, genre, marche);
  const soupcon = {
    fois: avant.fois + 1,
    douteux: douteuse ? { genre, passes: marche.passes } : avant.douteux,
    connu: avant.connu || connu,
  };
  return [suspect(marche, remise.cle, soupcon), connu && marche.sonde === 'non'];
}

/** The oldest are forgotten: they begin anew. */
function suspect(marche: Marche, cle: string, soupcon: Soupcon): Marche {
  const soupcons = new Map(marche.soupcons);
  soupcons.delete(cle);
  soupcons.set(cle, soupcon);
  const [plusAncien] = soupcons.keys();
  if (soupcons.size > SOUPCONS_MAX && plusAncien !== undefined) {
    soupcons.delete(plusAncien);
  }
  return { ...marche, soupcons };
}

/** What the transport pays. */
function blame(marche: Marche, remise: Remise, faute: Faute, contexte: Contexte): Marche {
  const { connu, fois } = soupconOf(marche, remise);
  switch (faute.genre) {
    case 'compte':
      return suspend(marche, PAUSES.compteMs, contexte);
    case 'panne':
      return blamePanne({ ...marche, pannes: marche.pannes + 1 }, contexte);
    case 'rythme':
      return faute.dansMs === null
        ? noteRemis(marche, contexte)
        : slow(marche, faute.dansMs, contexte);
    case 'acces':
      return connu ? giveBackRemise(marche, remise) : blameAcces(marche, remise, contexte);
    case 'attente':
      return fois > 1
        ? notePlusTard(marche, remise, contexte)
        : noteAttente(marche, remise, contexte);
    case 'plus-tard':
      return notePlusTard(marche, remise, contexte);
  }
}

/** Known to be put off for himself, he counts for nothing any more. */
function notePlusTard(marche: Marche, remise: Remise, contexte: Contexte): Marche {
  return soupconOf(marche, remise).connu
    ? giveBackRemise(marche, remise)
    : noteRemis(marche, contexte);
}

/** A greylist wants to see each of them once: slowed down, it would never see them all. */
function noteAttente(marche: Marche, remise: Remise, { raison }: Contexte): Marche {
  const remis = marche.remis + 1;
  const dite = remis >= ATTENTES_DITES ? raison : marche.raison;
  return giveBackRemise({ ...marche, remis, raison: dite }, remise);
}

function blamePanne(marche: Marche, contexte: Contexte): Marche {
  if (marche.sonde !== 'en-route' && marche.pannes < PANNES) {
    return marche;
  }
  const { pausePanneMs } = marche;
  return {
    ...suspend(marche, pausePanneMs, contexte),
    pausePanneMs: Math.min(pausePanneMs * 2, PAUSES.panneMaxMs),
  };
}

function blameAcces(marche: Marche, { cle }: Remise, contexte: Contexte): Marche {
  const interdits = [...marche.interdits.filter((autre) => autre !== cle), cle];
  const accusee = { ...marche, interdits };
  return marche.sonde === 'en-route' || interdits.length >= INTERDITS
    ? suspend(accusee, PAUSES.compteMs, contexte)
    : accusee;
}
