import { hkdfSync } from 'node:crypto';

/** What a key of the installation is used for: one key each, so that none opens what another protects. */
export type UsageCle =
  | 'secrets'
  | 'desinscription'
  | 'suivi'
  | 'verification'
  | 'exemplaire'
  | 'coordonnees';

const LONGUEUR = 32;

/** The key of one use (RFC 5869). The same on every instance that shares ENCRYPTION_KEY, stored nowhere. */
export function deriveCle(maitre: string, usage: UsageCle): Buffer {
  return Buffer.from(hkdfSync('sha256', maitre, 'sms-mailing', usage, LONGUEUR));
}
