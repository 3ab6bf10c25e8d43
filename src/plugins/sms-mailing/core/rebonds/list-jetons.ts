import type { CourrierLu } from './classify-courrier';

/** What an envoi is recognised by: its number and its signature (adapters/jetons), in lower case. */
const JETON = '[1-9a-f][0-9a-f]{0,7}[0-9a-hjkmnp-tv-z]{13}';

/** The address that a message was sent back to, whichever header the mailbox keeps it in. */
const ARRIVEE = [
  'to',
  'cc',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
] as const;

const RETOUR = new RegExp(`\\+(${JETON})@`, 'gi');
const MESSAGE = new RegExp(`\\b[0-9a-f]{32}\\.(${JETON})@`, 'gi');

/** `message`: the token of a Message-ID, that a whole message of ours holds; `retour`: of the return address. */
export interface JetonLu {
  jeton: string;
  de: 'retour' | 'message';
}

function listDans(texte: string, forme: RegExp, de: JetonLu['de']): JetonLu[] {
  return [...texte.matchAll(forme)].map(([, jeton = '']) => ({ jeton: jeton.toLowerCase(), de }));
}

/** Those that a returned message may hold, the surest first; none is believed before its signature is read. */
export function listJetons({ entetes, retourne, texte }: CourrierLu): JetonLu[] {
  const arrivee = ARRIVEE.map((nom) => entetes[nom] ?? '').join('\n');
  const rappeles = `${entetes.references ?? ''}\n${entetes['in-reply-to'] ?? ''}`;
  return [
    ...listDans(arrivee, RETOUR, 'retour'),
    ...listDans(`${retourne ?? ''}\n${rappeles}\n${texte}`, MESSAGE, 'message'),
  ].slice(0, 10);
}

const SEUL = new RegExp(`^${JETON}$`, 'i');

/** The token that a provider gives back: alone, or in our Message-ID; null when there is none. */
export function readJeton(texte: string): string | null {
  const [dansMessage] = listDans(texte, MESSAGE, 'message');
  return SEUL.test(texte.trim()) ? texte.trim().toLowerCase() : (dansMessage?.jeton ?? null);
}

/** `rebonds+<jeton>@asso.fr`; RFC 5321 gives 64 octets to what stands before the @. */
export function toAdresseRetour(boite: string, jeton: string): string {
  const arobase = boite.lastIndexOf('@');
  return `${boite.slice(0, arobase)}+${jeton}${boite.slice(arobase)}`;
}
