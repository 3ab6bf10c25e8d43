import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';

// Server only (decision F24): the numbering plan weighs 49 kB, the panel reads the computed columns instead.

export interface NumeroNormalise {
  /** What is sent to the operator, for example +33612345678. */
  e164: string;
  /** Can receive an SMS. */
  mobile: boolean;
  /** False when the numbering plan we ship does not know the range yet: « numéro non vérifié ». */
  verifie: boolean;
}

/** A number that starts with 0 is tried as metropolitan, then overseas: the first valid one wins. */
const PAYS_NATIONAUX: readonly CountryCode[] = ['FR', 'RE', 'GP', 'MQ', 'GF', 'YT'];

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

const SAISIE = /^\+?[\d\s.\-/()\u00a0\u202f]+$/;
const MAX_SAISIE = 40;

/** Only what people type around digits is dropped; a letter, a comma or two numbers make it unreadable. */
function cleanSaisie(numero: string): string | null {
  const saisie = numero.trim();
  if (saisie.length > MAX_SAISIE || !SAISIE.test(saisie)) {
    return null;
  }
  const compact = saisie.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  return compact
    .replace(/^00/, '+')
    .replace(/^(?=(?:33|262|590|594|596)\d{9}$)/, '+')
    .replace(/^\+33(?:0)?(?=\d{9}$)/, '0');
}

function describe(telephone: PhoneNumber): NumeroNormalise {
  const type = telephone.getType();
  return {
    e164: telephone.number,
    mobile: type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE',
    verifie: true,
  };
}

function normaliseNational(numero: string): NumeroNormalise | null {
  for (const pays of PAYS_NATIONAUX) {
    const telephone = parsePhoneNumberFromString(numero, pays);
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

/**
 * Guide §2.d: a number as typed (10 digits, or spaces, dots, +33, 0033) becomes the one the operator dials;
 * null when it cannot be a number. Fixed lines, boxes (09) and special numbers are numbers, not mobiles.
 */
export function normaliseTelephone(numero: string): NumeroNormalise | null {
  const compact = cleanSaisie(numero);
  if (compact === null) {
    return null;
  }
  if (compact.startsWith('0')) {
    return normaliseNational(compact);
  }
  // Without a country, only a number that starts with + can be read.
  const telephone = parsePhoneNumberFromString(compact);
  return telephone?.isValid() ? describe(telephone) : normaliseOutreMer(compact);
}

/** The same tolerance for an overseas number typed with its own code: +262 639 12 34 56. */
function normaliseOutreMer(compact: string): NumeroNormalise | null {
  const lu = /^(\+\d{3})(\d{9})$/.exec(compact);
  const connu = lu !== null && PREFIXES_OUTRE_MER[`0${(lu[2] ?? '').slice(0, 3)}`] === lu[1];
  return connu ? { e164: compact, mobile: true, verifie: false } : null;
}
