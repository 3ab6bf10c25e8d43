import type { Knex } from 'knex';
import { readPremierCompte, runPremierCompte } from '../../adapters/sql/bilans/premier-compte';
import { createCalculs } from '../../adapters/sql/calculs/calculs';
import { openPouls, type Pouls } from '../../adapters/sql/envois/pouls';
import { listenEnvois } from '../../adapters/sql/envois/reveil';
import { listFragilites } from '../../adapters/sql/fragilites';
import { createPersonnes } from '../../adapters/sql/personnes/personnes';
import { applySchema } from '../../adapters/sql/schema/apply-schema';
import type { PremierCompte } from '../../services/ports/bilans';
import type { Calculs } from '../../services/ports/calculs';
import type { PersonneStore } from '../../services/ports/personnes';
import { empreinteurOf, type Hote } from './hote';

/** What an instance asks of its database itself, apart from any use case. */
export interface AccesBase {
  /** Boot: indexes and checks that schema.json cannot say. */
  applySchema: () => Promise<void>;
  /** Boot, before it: the ledger of an older version has never been counted, or not whole; null: it has. */
  readPremierCompte: () => Promise<PremierCompte | null>;
  /** Boot, after it: counts it. */
  runPremierCompte: (onAvance: (compte: PremierCompte) => void) => Promise<void>;
  /** Calls back when envois are due at once; answers what stops listening. */
  listenEnvois: (onEnvoi: () => void) => () => Promise<void>;
  /** Heartbeats on a connection of their own. */
  openPouls: () => Pouls;
  /** Which settings of the database let what it said is written be lost. */
  listFragilites: () => Promise<string[]>;
  calculs: Calculs;
  /** Within a transaction of Strapi's. */
  personnesIn: (trx: Knex) => PersonneStore;
}

export function openAccesBase(hote: Hote): AccesBase {
  const { knex, connexion } = hote;
  const empreinteur = empreinteurOf(hote);
  return {
    applySchema: () => applySchema(knex),
    readPremierCompte: () => readPremierCompte(knex),
    runPremierCompte: (onAvance) => runPremierCompte(knex, onAvance),
    listenEnvois: (onEnvoi) => listenEnvois(connexion, onEnvoi),
    openPouls: () => openPouls(connexion),
    listFragilites: () => listFragilites(knex),
    calculs: createCalculs(knex, empreinteur),
    personnesIn: (trx) => createPersonnes(trx, empreinteur),
  };
}
