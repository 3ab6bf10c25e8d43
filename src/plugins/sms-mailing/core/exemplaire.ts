/** What a user of the panel may have sent to themselves: an exemplaire, or the code that proves an address. */
export type GenreExemplaire = 'exemplaire' | 'code';

export interface Quota {
  parMinute: number;
  parJour: number;
}

/** Enough to polish a modèle all day; not enough to write to anybody by it (decision G12). */
export const QUOTAS: Readonly<Record<GenreExemplaire, Quota>> = {
  exemplaire: { parMinute: 6, parJour: 60 },
  code: { parMinute: 5, parJour: 20 },
};

const MINUTE_MS = 60_000;
const JOUR_MS = 24 * 60 * MINUTE_MS;

export type Periode = 'minute' | 'jour';

/** The period whose quota is used up by what was asked at these moments; null: one more may be. */
export function findQuotaAtteint(
  quota: Quota,
  demandes: readonly Date[],
  now: Date
): Periode | null {
  const depuis = (duree: number): number =>
    demandes.filter((demande) => now.getTime() - demande.getTime() < duree).length;
  if (depuis(JOUR_MS) >= quota.parJour) {
    return 'jour';
  }
  return depuis(MINUTE_MS) >= quota.parMinute ? 'minute' : null;
}

/** Moments older than this count for nothing. */
export function debutQuota(now: Date): Date {
  return new Date(now.getTime() - JOUR_MS);
}
