import { expect } from 'vitest';
import type { Reponse } from './base-du-guide';

/** Refused for what someone saved meanwhile, and said so. */
export function expectEntretemps(reponse: Reponse<unknown>, regle: string): void {
  expect(reponse.status).toBe(400);
  expect(reponse.erreur?.details.regle).toBe(regle);
  expect(reponse.erreur?.message).toContain('entre-temps');
}

/** Refused for want of the version that was read. */
export function expectSansVersion(reponse: Reponse<unknown>): void {
  expect(reponse.status).toBe(400);
  expect(reponse.erreur?.message).toContain('quelle version a été lue');
}
