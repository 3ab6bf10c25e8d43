import { z } from 'zod';
import type { But } from './vocabulaire';

/** Beyond, operators refuse or lose parts (OVH: 918 characters). */
export const MAX_SMS = 6;

/** Guide §5.a « limité à 155 par message »; a setting. */
export const CARACTERES_PAR_SMS = 155;

/** GSM 03.38, every letter that costs one unit. */
const GSM_BASE =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Letters of the extension table: two units, never cut in two. */
const GSM_EXTENSION = '\f^{}\\[~]|€';

const UNITES_GSM: ReadonlyMap<string, number> = new Map([
  ...Array.from(GSM_BASE, (lettre) => [lettre, 1] as const),
  ...Array.from(GSM_EXTENSION, (lettre) => [lettre, 2] as const),
]);

/** Units of a message in one part, then of each part of a longer one (the rest is its header). */
const CAPACITES = { gsm7: { seul: 160, partie: 153 }, ucs2: { seul: 70, partie: 67 } } as const;

/** Typography that changes nothing to the reading and would cost the whole message its 160 letters. */
const TYPOGRAPHIE: readonly (readonly [RegExp, string])[] = [
  [/\r\n?|\u2028|\u2029/g, '\n'],
  [/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  // Control, soft hyphen, zero-width, direction marks, variation selectors.
  [
    // eslint-disable-next-line no-control-regex, no-misleading-character-class -- these are what is removed
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/g,
    '',
  ],
  [/« ?/g, '"'],
  [/ ?»/g, '"'],
  [/[’‘‛′ʼ`´‹›]/g, "'"],
  [/[“”„‟″]/g, '"'],
  [/[‐‑‒–—―−]/g, '-'],
  [/[•▪◦]/g, '-'],
  [/·/g, '.'],
  [/…/g, '...'],
  [/œ/g, 'oe'],
  [/Œ/g, 'OE'],
];

/** Letters without a decomposition of their own. */
const SANS_ACCENT: Readonly<Record<string, string>> = {
  '°': 'o',
  º: 'o',
  ª: 'a',
  '²': '2',
  '³': '3',
  '×': 'x',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
};

function foldLettre(lettre: string): string {
  if (UNITES_GSM.has(lettre)) {
    return lettre;
  }
  const nue = SANS_ACCENT[lettre] ?? lettre.normalize('NFD').replace(/\p{M}/gu, '');
  return nue === '' || UNITES_GSM.has(nue) ? nue : lettre;
}

/**
 * The text as it will leave, folded after the signets are replaced (names bring ç and ê). Typography always
 * gives way; accents outside the GSM alphabet too, unless the setting « Remplacer les accents » is off.
 */
export function foldSms(texte: string, remplacerAccents = true): string {
  const simple = TYPOGRAPHIE.reduce(
    (courant, [motif, lettre]) => courant.replace(motif, lettre),
    texte.normalize('NFC')
  ).normalize('NFC');
  return remplacerAccents ? Array.from(simple, foldLettre).join('') : simple;
}

export interface CompteSms {
  encodage: 'gsm7' | 'ucs2';
  /** 7-bit units or UTF-16 units, the operator's STOP clause included. */
  unites: number;
  /** Parts that really leave. */
  sms: number;
  /** What a package is debited. */
  credits: number;
  /** Letters that force the 70-letter alphabet, or else those that count double; each once, in order. */
  lettresCheres: string[];
}

export interface OptionsSms {
  charsPerSms: number;
  /** What the operator adds to a promotion (« STOP au 36111 »): 11 at OVH, 0 otherwise. */
  stopChars: number;
}

/** Parts filled one after the other; what may not be cut (an escape, an emoji) goes whole to the next. */
function countParties(tailles: readonly number[], seul: number, partie: number): number {
  const total = tailles.reduce((somme, taille) => somme + taille, 0);
  if (total <= seul) {
    return total === 0 ? 0 : 1;
  }
  let parties = 1;
  let rempli = 0;
  for (const taille of tailles) {
    if (rempli + taille > partie) {
      parties += 1;
      rempli = 0;
    }
    rempli += taille;
  }
  return parties;
}

let segmenteur: Intl.Segmenter | undefined;

/** Far beyond six SMS: how such a text would be cut no longer matters, and finding out takes minutes. */
const GRAPHEMES_MAX = 4_000;

/** Sizes of what a reader sees as one letter; one too large for a part is cut between its code points. */
function measureGraphemes(texte: string): number[] {
  if (texte.length > GRAPHEMES_MAX) {
    return Array.from(texte, (lettre) => lettre.length);
  }
  segmenteur ??= new Intl.Segmenter('fr', { granularity: 'grapheme' });
  return Array.from(segmenteur.segment(texte), ({ segment }) => segment).flatMap((grapheme) =>
    grapheme.length > CAPACITES.ucs2.partie
      ? Array.from(grapheme, (lettre) => lettre.length)
      : [grapheme.length]
  );
}

/**
 * Guide §5.a and §10, decision F21: what this exact text costs, folded or not. The price is the guide's
 * 155-letter rule, never less than the parts that the network will carry. The package counts `credits`.
 */
export function countSms(texte: string, options: OptionsSms): CompteSms {
  const lettres = Array.from(texte);
  const horsGsm = lettres.filter((lettre) => !UNITES_GSM.has(lettre));
  const encodage = horsGsm.length === 0 ? 'gsm7' : 'ucs2';
  const tailles =
    encodage === 'gsm7'
      ? lettres.map((lettre) => UNITES_GSM.get(lettre) ?? 1)
      : measureGraphemes(texte);
  if (tailles.length > 0) {
    tailles.push(...Array.from({ length: options.stopChars }, () => 1));
  }
  const unites = tailles.reduce((somme, taille) => somme + taille, 0);
  const { seul, partie } = CAPACITES[encodage];
  const sms = countParties(tailles, seul, partie);
  const cheres =
    encodage === 'gsm7' ? lettres.filter((lettre) => UNITES_GSM.get(lettre) === 2) : horsGsm;
  return {
    encodage,
    unites,
    sms,
    credits: encodage === 'gsm7' ? Math.max(Math.ceil(unites / options.charsPerSms), sms) : sms,
    lettresCheres: [...new Set(cheres)],
  };
}

/** A message of more parts than that is refused before any credit is taken. */
export function isSmsTropLong(compte: CompteSms, partiesMax = MAX_SMS): boolean {
  return compte.sms > Math.min(MAX_SMS, partiesMax);
}

/** What « Réglages des envois » and the operator make of the text of an SMS. */
export const reglagesSmsSchema = z.object({
  remplacerAccents: z.boolean(),
  /** Guide §5.a: beyond, « le message sera envoyé en plusieurs SMS ». */
  caracteresParSms: z.int(),
  /** What the operator adds to a promotion. */
  caracteresStop: z.int(),
  /** It adds nothing: a promotion says itself how to refuse the next ones. */
  stopAExiger: z.boolean().default(false),
  partiesMax: z.int(),
});
export type ReglagesSms = z.infer<typeof reglagesSmsSchema>;

/** Of an installation that chose nothing, without an operator. */
export const REGLAGES_SMS: ReglagesSms = {
  remplacerAccents: true,
  caracteresParSms: CARACTERES_PAR_SMS,
  caracteresStop: 0,
  stopAExiger: false,
  partiesMax: MAX_SMS,
};

const STOP = /\bstop\b/i;

/** A promotion by SMS that says nowhere how to refuse the next ones, and to which the operator will add nothing. */
export function isSansStop(texte: string, but: But, { stopAExiger }: ReglagesSms): boolean {
  return stopAExiger && but === 'promotion' && !STOP.test(texte);
}

export interface SmsCompose {
  /** As it will leave. */
  texte: string;
  compte: CompteSms;
  tropLong: boolean;
}

/** A text whose signets are replaced, as it leaves and as it is billed: on the wire, in a preview, in the counter. */
export function composeSms(texte: string, but: But, reglages: ReglagesSms): SmsCompose {
  const plie = foldSms(texte, reglages.remplacerAccents);
  const compte = countSms(plie, {
    charsPerSms: reglages.caracteresParSms,
    stopChars: but === 'promotion' ? reglages.caracteresStop : 0,
  });
  return { texte: plie, compte, tropLong: isSmsTropLong(compte, reglages.partiesMax) };
}
