import { z } from 'zod';
import { refuse } from './regle';

/**
 * What the panel may know of a secret. To be typed again: `illisible`, encrypted under another key;
 * `a_ressaisir`, forgotten because its account changed.
 */
export type EtatSecret = 'renseigne' | 'absent' | 'illisible' | 'a_ressaisir';

const codeSchema = z.object({
  /** Fingerprint of the code and of what it proves. */
  empreinte: z.string(),
  expireLe: z.iso.datetime(),
  essais: z.int(),
});

/** Proof that messages of this sender and account arrive: someone typed the code that one of them brought. */
export const verificationSchema = z.object({
  /** Fingerprint of the sender and account proved; null before the first proof. */
  empreinte: z.string().nullable().default(null),
  verifieLe: z.iso.datetime().nullable().default(null),
  /** Where the code went; a number is hidden but for its ends. */
  vers: z.string().default(''),
  /** The code that is awaited. */
  code: codeSchema.nullable().default(null),
});
export type Verification = z.infer<typeof verificationSchema>;

const VALIDITE_MS = 30 * 60_000;
const ESSAIS = 5;

export type IssueCode = 'juste' | 'faux' | 'expire' | 'aucun';

/** A code lives half an hour and five tries. */
export function checkCode(verification: Verification, empreinte: string, now: Date): IssueCode {
  const { code } = verification;
  if (code === null) {
    return 'aucun';
  }
  if (now.getTime() > Date.parse(code.expireLe) || code.essais >= ESSAIS) {
    return 'expire';
  }
  return code.empreinte === empreinte ? 'juste' : 'faux';
}

/** What a user types. */
export const codeSaisiSchema = z
  .string()
  .trim()
  .regex(/^\d{6}$/, { error: 'Le code compte 6 chiffres.' });

/** One try more of the code awaited. */
export function countEssai(verification: Verification): Verification {
  const { code } = verification;
  return code === null
    ? verification
    : { ...verification, code: { ...code, essais: code.essais + 1 } };
}

/** Says what is wrong with the code, if anything is. */
export function assertCode(issue: IssueCode): void {
  switch (issue) {
    case 'juste':
      return;
    case 'faux':
      return refuse('code-faux');
    case 'expire':
      return refuse('code-expire');
    case 'aucun':
      return refuse('code-absent');
  }
}

export function awaitCode(
  precedente: Verification,
  code: { empreinte: string; vers: string },
  now: Date
): Verification {
  return {
    ...precedente,
    vers: code.vers,
    code: {
      empreinte: code.empreinte,
      expireLe: new Date(now.getTime() + VALIDITE_MS).toISOString(),
      essais: 0,
    },
  };
}

/** A changed sender or account makes the proof void. */
export function isVerifie(verification: Verification | undefined, empreinte: string): boolean {
  return verification?.empreinte === empreinte;
}
