import type { Knex } from 'knex';
import { z } from 'zod';
import { secretSmsSchema, type SecretSms } from '../../../../../core/compte-sms';
import type { SaisieParametres } from '../../../../../core/parametres';
import { verificationSchema, type EtatSecret } from '../../../../../core/verification';
import { transportSchema } from '../../../../../core/vocabulaire';
import type {
  Chiffrement,
  ReglagesEnregistres,
  ReglagesStore,
} from '../../../services/ports/parametres';
import { readCles, updateCles, writeCle, type Cle } from './magasin';
import { parseParametres } from './parametres';

const CLES: readonly Cle[] = ['parametres', 'secrets', 'verifications'];

const secretsSchema = z.partialRecord(secretSmsSchema, z.string());
/** Stored beside the settings; absent from those that an older version saved. */
const versionSchema = z.object({ version: z.int().default(0) });
const verificationsSchema = z.partialRecord(transportSchema, verificationSchema);

type Chiffres = z.infer<typeof secretsSchema>;

function parseJson<T>(schema: z.ZodType<T>, stocke: string | undefined): T {
  return schema.parse(stocke === undefined ? {} : JSON.parse(stocke));
}

function parseVersion(parametres: string | undefined): number {
  return parseJson(versionSchema, parametres).version;
}

/** Null: unreadable, the key of the installation has changed. */
function decryptSafely(chiffrement: Chiffrement, chiffre: string): string | null {
  try {
    return chiffrement.decrypt(chiffre);
  } catch {
    return null;
  }
}

function openSecrets(
  chiffrement: Chiffrement,
  chiffres: Chiffres
): { secrets: Record<SecretSms, string>; etats: Record<SecretSms, EtatSecret> } {
  const secrets: Record<SecretSms, string> = { motDePasse: '', secretCle: '' };
  const etats: Record<SecretSms, EtatSecret> = { motDePasse: 'absent', secretCle: 'absent' };
  for (const nom of secretSmsSchema.options) {
    const chiffre = chiffres[nom];
    if (chiffre !== undefined) {
      const clair = decryptSafely(chiffrement, chiffre);
      secrets[nom] = clair ?? '';
      etats[nom] = clair === null ? 'illisible' : 'renseigne';
    }
  }
  return { secrets, etats };
}

function encryptSecret(chiffrement: Chiffrement, clair: string): string {
  const chiffre = chiffrement.encrypt(clair);
  if (chiffre === null) {
    throw new Error(
      'Nothing encrypts secrets: admin.secrets.encryptionKey (ENCRYPTION_KEY) is empty.'
    );
  }
  return chiffre;
}

/** A secret left out stays, null erases it. */
function mergeSecrets(
  chiffrement: Chiffrement,
  anciens: Chiffres,
  saisis: SaisieParametres['secrets']
): Chiffres {
  const suivants = secretSmsSchema.options.map((nom) => {
    const saisi = saisis[nom];
    return [nom, saisi === undefined ? anciens[nom] : saisi && encryptSecret(chiffrement, saisi)];
  });
  return Object.fromEntries(suivants.filter(([, chiffre]) => chiffre)) as Chiffres;
}

/** A fresh installation: nothing saved yet. */
export const VIERGES: ReglagesEnregistres = {
  empreinte: '',
  version: 0,
  parametres: parseParametres(undefined),
  secrets: { motDePasse: '', secretCle: '' },
  etats: { motDePasse: 'absent', secretCle: 'absent' },
  verifications: {},
};

/** The settings of the panel, their secrets encrypted, and what was proved of them. */
export function createReglages(knex: Knex, chiffrement: Chiffrement): ReglagesStore {
  return {
    async load() {
      const stockes = await readCles(knex, CLES);
      return {
        empreinte: CLES.flatMap((cle) => stockes[cle] ?? []).join('\n'),
        version: parseVersion(stockes.parametres),
        parametres: parseParametres(stockes.parametres),
        ...openSecrets(chiffrement, parseJson(secretsSchema, stockes.secrets)),
        verifications: parseJson(verificationsSchema, stockes.verifications),
      };
    },

    save({ secrets: saisis, version: lue, ...parametres }) {
      return updateCles(knex, async (trx) => {
        const stockes = await readCles(trx, ['parametres', 'secrets']);
        if (parseVersion(stockes.parametres) !== lue) {
          return false;
        }
        const anciens = parseJson(secretsSchema, stockes.secrets);
        await writeCle(trx, 'secrets', mergeSecrets(chiffrement, anciens, saisis));
        await writeCle(trx, 'parametres', { ...parametres, version: lue + 1 });
        return true;
      });
    },

    changeVerification(transport, change) {
      return updateCles(knex, async (trx) => {
        const { verifications } = await readCles(trx, ['verifications']);
        const toutes = parseJson(verificationsSchema, verifications);
        const { verification, resultat } = change(
          toutes[transport] ?? verificationSchema.parse({})
        );
        await writeCle(trx, 'verifications', { ...toutes, [transport]: verification });
        return resultat;
      });
    },
  };
}
