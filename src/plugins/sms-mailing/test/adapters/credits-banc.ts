import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createCredits } from '../../server/src/adapters/sql/packages-sms/credits';
import type { CreditStore } from '../../server/src/services/ports/fiches';
import { depart, openBancSql, SOIR, type BancSql } from './envois-base';

/** `lot` is one of SMS. */
export type BancCredits = BancSql & { credits: CreditStore };

/** A base of its own for the file, empty at each test. */
export function useBancCredits(): BancCredits {
  const banc = {} as BancCredits;
  beforeAll(async () => {
    const ouvert = await openBancSql();
    const modele = await ouvert.base.addModele({ typeContact: 'sms' });
    const lot = { ...ouvert.lot, modeleId: modele.id, typeContact: 'sms' as const };
    Object.assign(banc, ouvert, { lot, credits: createCredits(ouvert.base.knex) });
  });
  beforeEach(() => banc.reset());
  afterAll(() => banc.close());
  return banc;
}

export const addSms = (banc: BancCredits) => banc.add({ lot: banc.lot });

export const listConsommes = ({ base }: BancCredits) =>
  base.knex('sms_packages').orderBy('date_achat').pluck('consommes');

export const listMouvements = ({ base }: BancCredits) =>
  base
    .knex('sms_mouvements')
    .orderBy('id')
    .select<Record<string, unknown>[]>('package_id', 'envoi_id', 'nature', 'credits');

export const recordEnvoye = ({ ledger }: BancCredits, id: number, credits: number) =>
  ledger.record('a', { statut: 'envoye', id, reference: 'r', credits }, SOIR);

/** Marked at so many credits each; answers the ids that may leave. */
export const departSms = (banc: BancCredits, credits: number) => depart(banc, 'a', credits);
