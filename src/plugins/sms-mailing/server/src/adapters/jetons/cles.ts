import { hkdfSync } from 'node:crypto';

/** What a key of the installation is used for: one key each, so that none opens what another protects. */
export type UsageCle =
  | 'secrets'
  | 'desinscription'
  | 'suivi'
  | 'verification'
  | 'exemplaire'
  | 'coordonnees'
  | 'reponse'
  | 'rebond';

const LONGUEUR = 32;

/** The key of one use (RFC 5869). The same on every instance that shares ENCRYPTION_KEY, stored nowhere. */
export function deriveCle(maitre: string, usage: UsageCle): Buffer {
  return Buffer.from(hkdfSync('sha256', maitre, 'sms-mailing', usage, LONGUEUR));
}

/** The first key makes; the others only recognise what was made before it. */
export type Cles = readonly [Buffer, ...Buffer[]];

/** Uses of the versions in which the key of the installation signed everything itself. */
const AVANT_LES_CLES_NOMMEES: readonly UsageCle[] = ['desinscription', 'suivi', 'verification'];

/**
 * The keys of one use. `precedentes`: former keys of the installation, so that changing it kills neither the
 * links already sent nor the addresses declared at an operator.
 */
export function listCles(maitre: string, precedentes: readonly string[], usage: UsageCle): Cles {
  const maitres = [maitre, ...precedentes];
  return [
    deriveCle(maitre, usage),
    ...precedentes.map((precedente) => deriveCle(precedente, usage)),
    ...(AVANT_LES_CLES_NOMMEES.includes(usage) ? maitres.map((cle) => Buffer.from(cle)) : []),
  ];
}
