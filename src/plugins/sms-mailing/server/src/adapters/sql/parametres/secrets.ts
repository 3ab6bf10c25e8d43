import type { Knex } from 'knex';
import { z } from 'zod';
import { secretSmsSchema } from '../../../../../core/compte-sms';
import type { Parametres, SaisieParametres } from '../../../../../core/parametres';
import { secretSchema, type Secret } from '../../../../../core/secret';
import type { EtatSecret } from '../../../../../core/verification';
import type { Chiffrement } from '../../../services/ports/parametres';
import { deleteCle, readCles, updateCles, writeCle } from './magasin';
import { parseParametres } from './parametres';

const secretsSchema = z.partialRecord(secretSchema, z.string());
/** As stored; empty: dropped when the account changed, to be typed again. */
export type Chiffres = z.infer<typeof secretsSchema>;
const OUBLIE = '';

export function parseSecrets(stocke: string | undefined): Chiffres {
  return secretsSchema.parse(stocke === undefined ? {} : JSON.parse(stocke));
}

/** What secrets belong to. */
type Comptes = Pick<Parametres, 'sms' | 'rebonds'>;

/** Opens and closes the secrets of accounts. */
export interface Coffre {
  chiffrement: Chiffrement;
  /** What this secret belongs to under these settings (core/lien-secrets.ts, core/rebonds/boite-rebonds.ts). */
  lienOf: (comptes: Comptes, nom: Secret) => string;
}

const lienDe = ({ lienOf }: Coffre, comptes: Comptes, nom: Secret): string =>
  `${nom} ${lienOf(comptes, nom)}`;

/** Nothing was ever typed. */
export const SANS_SECRET: {
  secrets: Readonly<Record<Secret, string>>;
  etats: Readonly<Record<Secret, EtatSecret>>;
} = {
  secrets: { motDePasse: '', secretCle: '', motDePasseRebonds: '' },
  etats: { motDePasse: 'absent', secretCle: 'absent', motDePasseRebonds: 'absent' },
};

export function openSecrets(
  coffre: Coffre,
  chiffres: Chiffres,
  comptes: Comptes
): typeof SANS_SECRET {
  const secrets = { ...SANS_SECRET.secrets };
  const etats = { ...SANS_SECRET.etats };
  for (const nom of secretSchema.options) {
    const chiffre = chiffres[nom];
    if (chiffre === OUBLIE) {
      etats[nom] = 'a_ressaisir';
    } else if (chiffre !== undefined) {
      const clair = coffre.chiffrement.decrypt(chiffre, lienDe(coffre, comptes, nom));
      secrets[nom] = clair ?? '';
      etats[nom] = clair === null ? 'illisible' : 'renseigne';
    }
  }
  return { secrets, etats };
}

interface Changement {
  avant: Comptes;
  apres: Comptes;
  saisis: SaisieParametres['secrets'];
}

/** A secret left out stays where its account stays, else it is forgotten; null erases it. */
export function mergeSecrets(
  coffre: Coffre,
  anciens: Chiffres,
  { avant, apres, saisis }: Changement
): Chiffres {
  const suivants: Chiffres = {};
  for (const nom of secretSchema.options) {
    const saisi = saisis[nom];
    const lien = lienDe(coffre, apres, nom);
    if (saisi === undefined && anciens[nom] !== undefined) {
      suivants[nom] = lien === lienDe(coffre, avant, nom) ? anciens[nom] : OUBLIE;
    } else if (typeof saisi === 'string') {
      suivants[nom] = coffre.chiffrement.encrypt(saisi, lien);
    }
  }
  return suivants;
}

/** Secrets of the versions that bound nothing: they belong to the account they were saved with. */
function bindAnciens(coffre: Coffre, anciens: Chiffres, comptes: Comptes): Chiffres {
  const { chiffrement } = coffre;
  const lies = secretSmsSchema.options.flatMap((nom) => {
    const chiffre = anciens[nom];
    if (chiffre === undefined) return [];
    const clair = chiffrement.decryptSansLien(chiffre);
    const lien = lienDe(coffre, comptes, nom);
    return [[nom, clair === null ? chiffre : chiffrement.encrypt(clair, lien)]];
  });
  return Object.fromEntries(lies) as Chiffres;
}

/** Secrets of the key before this one: it may be forgotten at the next start. */
function renewChiffres(coffre: Coffre, chiffres: Chiffres, comptes: Comptes): Chiffres {
  const { chiffrement } = coffre;
  const repris = Object.entries(chiffres).map(([cle, chiffre]) => {
    const sous = lienDe(coffre, comptes, cle as Secret);
    if (chiffre === OUBLIE || chiffrement.isCourant(chiffre, sous)) return [cle, chiffre];
    const clair = chiffrement.decrypt(chiffre, sous);
    return [cle, clair === null ? chiffre : chiffrement.encrypt(clair, sous)];
  });
  return Object.fromEntries(repris) as Chiffres;
}

/** Once at each start: what was kept under other ways or another key is kept under those of today. */
export async function renewSecrets(knex: Knex, coffre: Coffre): Promise<void> {
  await updateCles(knex, async (trx) => {
    const lus = await readCles(trx, ['parametres', 'secrets', 'secrets-lies']);
    const comptes = parseParametres(lus.parametres);
    const lies = parseSecrets(lus['secrets-lies']);
    const suivants = {
      ...bindAnciens(coffre, parseSecrets(lus.secrets), comptes),
      ...renewChiffres(coffre, lies, comptes),
    };
    if (JSON.stringify(suivants) !== JSON.stringify(lies)) {
      await writeCle(trx, 'secrets-lies', suivants);
    }
    if (lus.secrets !== undefined) {
      await deleteCle(trx, 'secrets');
    }
  });
}
