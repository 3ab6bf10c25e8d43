import { CROISSANCE_MIN, PAUSES, suspend, type Contexte, type Marche } from './marche';

const SECONDE_MS = 1_000;
const MINUTE_MS = 60 * SECONDE_MS;

/** In a row; fewer once it is slowed. */
export const REMIS = 5;
const REMIS_RALENTI = 3;

/** After a server that took nothing: what it takes now is to be learnt. */
const REPRISE_PAR_MINUTE = 60;
const PLANCHER_PAR_MINUTE = 2;
/** Faster is as fast as it goes. */
const LIBRE_PAR_MINUTE = 6_000;
const FREIN = 0.9;
const FREIN_FORT = 0.7;
const FREIN_MS = 10 * SECONDE_MS;
const CROISSANCE_MAX = 1;

/** One more passed: the pace grows after a minute without a refusal in which it was used, then faster and faster. */
export function countPassage(marche: Marche, now: number): Marche {
  const minutes = Math.floor((now - marche.minuteDebut) / MINUTE_MS);
  if (minutes < 1) {
    return { ...marche, passes: marche.passes + 1, minute: marche.minute + 1 };
  }
  const comptee = {
    ...marche,
    passes: marche.passes + 1,
    minuteDebut: marche.minuteDebut + minutes * MINUTE_MS,
    minuteAvant: minutes === 1 ? marche.minute : 0,
    minute: 1,
  };
  return grow(comptee, now);
}

function grow(marche: Marche, now: number): Marche {
  const { parMinute, croissance, dernierFrein, minuteAvant } = marche;
  if (parMinute === null || minuteAvant < parMinute / 2 || now - dernierFrein < MINUTE_MS) {
    return marche;
  }
  const plus = parMinute * (1 + croissance);
  return plus >= LIBRE_PAR_MINUTE
    ? { ...marche, parMinute: null, croissance: CROISSANCE_MIN, raison: null }
    : { ...marche, parMinute: plus, croissance: Math.min(CROISSANCE_MAX, croissance * 2) };
}

/** One was put off: many in a row, or the probe, and the server asks for less. */
export function noteRemis(marche: Marche, contexte: Contexte): Marche {
  const { parMinute, sonde, dernierFrein } = marche;
  const comptee = { ...marche, remis: marche.remis + 1 };
  const trop = comptee.remis >= (parMinute === null ? REMIS : REMIS_RALENTI);
  if (sonde === 'en-route' || trop) {
    return slow(comptee, null, contexte);
  }
  return parMinute === null || contexte.now - dernierFrein < FREIN_MS
    ? comptee
    : brake(comptee, parMinute * FREIN, contexte.now);
}

function brake(marche: Marche, parMinute: number, now: number): Marche {
  return {
    ...marche,
    parMinute: Math.max(PLANCHER_PAR_MINUTE, parMinute),
    croissance: CROISSANCE_MIN,
    dernierFrein: now,
  };
}

/** At the pace that the server was seen to take, after a pause; at a small one when it takes nothing. */
export function slow(marche: Marche, demandeMs: number | null, contexte: Contexte): Marche {
  const { pauseRythmeMs } = marche;
  const pause = Math.min(demandeMs ?? pauseRythmeMs, PAUSES.demandeeMaxMs);
  return {
    ...suspend(reduce(marche, contexte.now), pause, contexte),
    pauseRythmeMs: Math.min(pauseRythmeMs * 2, PAUSES.rythmeMaxMs),
  };
}

function reduce(marche: Marche, now: number): Marche {
  const { parMinute, sonde, minuteDebut, minute, minuteAvant } = marche;
  const vus = now - minuteDebut < 2 * MINUTE_MS ? Math.max(minute, minuteAvant) : 0;
  if (vus === 0) {
    return { ...brake(marche, REPRISE_PAR_MINUTE, now), croissance: CROISSANCE_MAX };
  }
  if (parMinute === null) {
    return brake(marche, vus * FREIN, now);
  }
  // Probed too early: the pause was short, not the pace too fast.
  return brake(marche, sonde === 'en-route' ? parMinute : parMinute * FREIN_FORT, now);
}
