import type { Knex } from 'knex';
import { z } from 'zod';
import { nameChangements } from '../../../../../core/libelles-parametres';
import type { SaisieParametres } from '../../../../../core/parametres';
import { verificationSchema } from '../../../../../core/verification';
import { transportSchema } from '../../../../../core/vocabulaire';
import type { ReglagesEnregistres, ReglagesStore } from '../../../services/ports/parametres';
import { noteActe } from '../actes/note-acte';
import { readCles, updateCles, writeCle, type Cle } from './magasin';
import { parseParametres } from './parametres';
import {
  mergeSecrets,
  openSecrets,
  parseSecrets,
  renewSecrets,
  SANS_SECRET,
  type Coffre,
} from './secrets';

const CLES: readonly Cle[] = ['parametres', 'secrets-lies', 'verifications', 'soiree'];

/** Stored beside the settings; absent from those that an older version saved. */
const versionSchema = z.object({ version: z.int().default(0) });
/** Never deleted once written: what is under way is fenced by the write (docs/adr/0018). */
const soireeSchema = z.object({
  suspendue: z.object({ depuis: z.string(), par: z.string() }).nullable().default(null),
});
const verificationsSchema = z.partialRecord(transportSchema, verificationSchema);

function parseJson<T>(schema: z.ZodType<T>, stocke: string | undefined): T {
  return schema.parse(stocke === undefined ? {} : JSON.parse(stocke));
}

function parseVersion(parametres: string | undefined): number {
  return parseJson(versionSchema, parametres).version;
}

/** A fresh installation: nothing saved yet. */
export const VIERGES: ReglagesEnregistres = {
  empreinte: '',
  version: 0,
  parametres: parseParametres(undefined),
  ...SANS_SECRET,
  verifications: {},
  suspendue: null,
};

/** False: someone saved meanwhile. */
function saveReglages(knex: Knex, coffre: Coffre, saisie: SaisieParametres): Promise<boolean> {
  const { secrets: saisis, version: lue, ...parametres } = saisie;
  return updateCles(knex, async (trx) => {
    const lus = await readCles(trx, ['parametres', 'secrets-lies']);
    if (parseVersion(lus.parametres) !== lue) {
      return false;
    }
    const avant = parseParametres(lus.parametres);
    const anciens = parseSecrets(lus['secrets-lies']);
    const changement = { avant, apres: parametres, saisis };
    await writeCle(trx, 'secrets-lies', mergeSecrets(coffre, anciens, changement));
    await writeCle(trx, 'parametres', { ...parametres, version: lue + 1 });
    await noteActe(trx, 'parametres-changes', { champs: nameChangements(avant, saisie) });
    return true;
  });
}

/** The settings of the panel, their secrets encrypted, and what was proved of them. */
export function createReglages(knex: Knex, coffre: Coffre): ReglagesStore {
  return {
    async load() {
      const stockes = await readCles(knex, CLES);
      const parametres = parseParametres(stockes.parametres);
      return {
        empreinte: CLES.flatMap((cle) => stockes[cle] ?? []).join('\n'),
        version: parseVersion(stockes.parametres),
        parametres,
        ...openSecrets(coffre, parseSecrets(stockes['secrets-lies']), parametres),
        verifications: parseJson(verificationsSchema, stockes.verifications),
        ...parseJson(soireeSchema, stockes.soiree),
      };
    },

    save: (saisie) => saveReglages(knex, coffre, saisie),

    suspendSoir(suspendue) {
      return updateCles(knex, async (trx) => {
        const avant = parseJson(soireeSchema, (await readCles(trx, ['soiree'])).soiree);
        if ((avant.suspendue === null) === (suspendue === null)) {
          return false;
        }
        await writeCle(trx, 'soiree', { suspendue });
        await noteActe(trx, suspendue === null ? 'soir-repris' : 'soir-suspendu', {});
        return true;
      });
    },

    renewSecrets: () => renewSecrets(knex, coffre),

    changeVerification(transport, change) {
      return updateCles(knex, async (trx) => {
        const { verifications } = await readCles(trx, ['verifications']);
        const toutes = parseJson(verificationsSchema, verifications);
        const avant = toutes[transport] ?? verificationSchema.parse({});
        const { verification, resultat } = change(avant);
        await writeCle(trx, 'verifications', { ...toutes, [transport]: verification });
        if (verification.verifieLe !== avant.verifieLe) {
          await noteActe(trx, 'compte-verifie', { transport });
        }
        return resultat;
      });
    },
  };
}
