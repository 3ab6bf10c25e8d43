import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';
import { cleanSaisie } from './clean-saisie';

// Server only (decision F24): the numbering plan weighs 49 kB, the panel reads the computed columns instead.

export interface NumeroNormalise {
  /** What is sent to the operator, for example +33612345678. */
  e164: string;
  /** Can receive an SMS. */
  mobile: boolean;
  /** False when the numbering plan we ship does not know the range yet: « numéro non vérifié ». */
  verifie: boolean;
}

/** Where a number without a country may be after metropolitan France: the first valid one wins. */
const OUTRE_MER: readonly CountryCode[] = ['RE', 'GP', 'MQ', 'GF', 'YT'];

/** Mobile prefixes of the overseas départements, whatever the age of the numbering plan. */
const PREFIXES_OUTRE_MER: Readonly<Record<string, string>> = {
  '0639': '+262',
  '0692': '+262',
  '0693': '+262',
  '0690': '+590',
  '0691': '+590',
  '0694': '+594',
  '0696': '+596',
  '0697': '+596',
};

/** Arcep keeps 06 39 98 xx xx for works of fiction: metropolitan, given to nobody. */
const MOBILE_DE_FICTION = /^063998\d{4}$/;
/** 0700 opens the 14-digit machine numbers, which no one reads. */
const MOBILE_NATIONAL = /^0(?:6|7(?!00))\d{8}$/;
/** An overseas number with its code, and without its +. */
const INDICATIF_SANS_PLUS = /^(?:262|590|594|596)\d{9}$/;

const MAX_SAISIE = 40;

/** Null unless the whole text is one number, without extension. */
function parse(numero: string, pays: CountryCode): PhoneNumber | null {
  const lu = parsePhoneNumberFromString(numero, { defaultCountry: pays, extract: false });
  return lu === undefined || lu.ext !== undefined ? null : lu;
}

function describe(telephone: PhoneNumber): NumeroNormalise {
  const type = telephone.getType();
  return {
    e164: telephone.number,
    mobile: type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE',
    verifie: true,
  };
}

/** Ten digits that metropolitan France does not know. */
function normaliseNational(numero: string): NumeroNormalise | null {
  for (const pays of OUTRE_MER) {
    const telephone = parse(numero, pays);
    if (telephone?.isValid()) {
      return describe(telephone);
    }
  }
  if (!MOBILE_NATIONAL.test(numero)) {
    return null;
  }
  const outreMer = MOBILE_DE_FICTION.test(numero)
    ? undefined
    : PREFIXES_OUTRE_MER[numero.slice(0, 4)];
  return { e164: `${outreMer ?? '+33'}${numero.slice(1)}`, mobile: true, verifie: false };
}

/** The same tolerance for an overseas number typed with its own code: +262 639 12 34 56. */
function normaliseOutreMer({ number, nationalNumber }: PhoneNumber): NumeroNormalise | null {
  const indicatif = PREFIXES_OUTRE_MER[`0${nationalNumber.slice(0, 3)}`];
  const connu = nationalNumber.length === 9 && number === `${indicatif ?? ''}${nationalNumber}`;
  return connu ? { e164: number, mobile: true, verifie: false } : null;
}

/**
 * Guide §2.d: a number as typed (10 digits, or spaces, dots, +33, 0033, the 0 that a spreadsheet has lost)
 * becomes the one the operator dials; null when it cannot be a number. Fixed lines, boxes (09) and special
 * numbers are numbers, not mobiles.
 */
export function normaliseTelephone(saisie: string): NumeroNormalise | null {
  const propre = cleanSaisie(saisie);
  if (propre.length > MAX_SAISIE) {
    return null;
  }
  const telephone = parse(propre.replace(/\(0\)/g, ''), 'FR');
  if (telephone === null) {
    return null;
  }
  if (telephone.isValid()) {
    return describe(telephone);
  }
  const { countryCallingCode, nationalNumber } = telephone;
  if (countryCallingCode !== '33') {
    return normaliseOutreMer(telephone);
  }
  return INDICATIF_SANS_PLUS.test(nationalNumber)
    ? normaliseTelephone(`+${nationalNumber}`)
    : normaliseNational(`0${nationalNumber}`);
}
