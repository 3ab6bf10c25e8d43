import type { Knex } from 'knex';
import type { CreditStore } from '../../../services/ports/fiches';
import { debitPackages } from './debit-packages';
import { refundPackages } from './refund-packages';
import { readReste } from './reserve';

export function createCredits(knex: Knex): CreditStore {
  return {
    disponible: () => readReste(knex),

    debit: (credits, now) =>
      knex.transaction((trx) => debitPackages(trx, [{ id: null, credits }], now)),

    refund: (envoiId, now) => refundPackages(knex, envoiId, now),
  };
}
