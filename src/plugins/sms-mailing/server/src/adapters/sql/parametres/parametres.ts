import type { Knex } from 'knex';
import { parametresSchema, type Parametres } from '../../../../../core/parametres';
import type { ParametresStore } from '../../../services/ports/moteur';
import { readCles } from './magasin';

export function parseParametres(stocke: string | undefined): Parametres {
  return parametresSchema.parse(stocke === undefined ? {} : JSON.parse(stocke));
}

export function createParametres(knex: Knex): ParametresStore {
  return {
    async read(): Promise<Parametres> {
      return parseParametres((await readCles(knex, ['parametres'])).parametres);
    },
  };
}
