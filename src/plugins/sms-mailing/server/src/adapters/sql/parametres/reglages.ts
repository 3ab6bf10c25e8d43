import type { Knex } from 'knex';
import { z } from 'zod';
import { verificationSchema } from '../../../../../core/verification';
import { transportSchema } from '../../../../../core/vocabulaire';
import type { ReglagesEnregistres, ReglagesStore } from '../../../services/ports/parametres';
import { readCles, updateCles, writeCle, type Cle } from './magasin';
import { parseParametres } from './parametres';
import { mergeSecrets, openSecrets, parseSecrets, renewSecrets, type Coffre } from './secrets';

const CLES: readonly Cle[] = ['parametres', 'secrets-lies', 'verifications'];

const verificationsSchema = z.partialRecord(transportSchema, verificationSchema);

function parseVerifications(stocke: string | undefined): z.infer<typeof verificationsSchema> {
  return verificationsSchema.parse(stocke === undefined ? {} : JSON.parse(stocke));
}

/** A fresh installation: nothing saved yet. */
export const VIERGES: ReglagesEnregistres = {
  version: '',
  parametres: parseParametres(undefined),
  secrets: { motDePasse: '', secretCle: '' },
  etats: { motDePasse: 'absent', secretCle: 'absent' },
  verifications: {},
};

/** The settings of the panel, their secrets encrypted, and what was proved of them. */
export function createReglages(knex: Knex, coffre: Coffre): ReglagesStore {
  return {
    async load() {
      const stockes = await readCles(knex, CLES);
      const parametres = parseParametres(stockes.parametres);
      return {
        version: CLES.flatMap((cle) => stockes[cle] ?? []).join('\n'),
        parametres,
        ...openSecrets(coffre, parseSecrets(stockes['secrets-lies']), parametres.sms),
        verifications: parseVerifications(stockes.verifications),
      };
    },

    async save({ secrets: saisis, ...parametres }) {
      await updateCles(knex, async (trx) => {
        const lus = await readCles(trx, ['parametres', 'secrets-lies']);
        const avant = parseParametres(lus.parametres).sms;
        const anciens = parseSecrets(lus['secrets-lies']);
        const changement = { avant, apres: parametres.sms, saisis };
        await writeCle(trx, 'secrets-lies', mergeSecrets(coffre, anciens, changement));
        await writeCle(trx, 'parametres', parametres);
      });
    },

    renewSecrets: () => renewSecrets(knex, coffre),

    changeVerification(transport, change) {
      return updateCles(knex, async (trx) => {
        const { verifications } = await readCles(trx, ['verifications']);
        const toutes = parseVerifications(verifications);
        const { verification, resultat } = change(
          toutes[transport] ?? verificationSchema.parse({})
        );
        await writeCle(trx, 'verifications', { ...toutes, [transport]: verification });
        return resultat;
      });
    },
  };
}
