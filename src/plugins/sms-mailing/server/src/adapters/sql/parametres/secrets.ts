import type { Knex } from 'knex';
import { z } from 'zod';
import { secretSmsSchema, type CompteSms, type SecretSms } from '../../../../../core/compte-sms';
import type { SaisieParametres } from '../../../../../core/parametres';
import type { EtatSecret } from '../../../../../core/verification';
import type { Chiffrement } from '../../../services/ports/parametres';
import { deleteCle, readCles, updateCles, writeCle } from './magasin';
import { parseParametres } from './parametres';

const secretsSchema = z.partialRecord(secretSmsSchema, z.string());
/** As stored; empty: dropped when the account changed, to be typed again. */
export type Chiffres = z.infer<typeof secretsSchema>;
const OUBLIE = '';

export function parseSecrets(stocke: string | undefined): Chiffres {
  return secretsSchema.parse(stocke === undefined ? {} : JSON.parse(stocke));
}

/** Opens and closes the secrets of an account. */
export interface Coffre {
  chiffrement: Chiffrement;
  /** What the secrets of this account belong to (core/lien-secrets.ts). */
  lienOf: (compte: CompteSms) => string;
}

const lienDe = (lien: string, nom: SecretSms): string => `${nom} ${lien}`;

export function openSecrets(
  { chiffrement, lienOf }: Coffre,
  chiffres: Chiffres,
  compte: CompteSms
): { secrets: Record<SecretSms, string>; etats: Record<SecretSms, EtatSecret> } {
  const secrets: Record<SecretSms, string> = { motDePasse: '', secretCle: '' };
  const etats: Record<SecretSms, EtatSecret> = { motDePasse: 'absent', secretCle: 'absent' };
  const lien = lienOf(compte);
  for (const nom of secretSmsSchema.options) {
    const chiffre = chiffres[nom];
    if (chiffre === OUBLIE) {
      etats[nom] = 'a_ressaisir';
    } else if (chiffre !== undefined) {
      const clair = chiffrement.decrypt(chiffre, lienDe(lien, nom));
      secrets[nom] = clair ?? '';
      etats[nom] = clair === null ? 'illisible' : 'renseigne';
    }
  }
  return { secrets, etats };
}

interface Changement {
  avant: CompteSms;
  apres: CompteSms;
  saisis: SaisieParametres['secrets'];
}

/** A secret left out stays where its account stays, else it is forgotten; null erases it. */
export function mergeSecrets(
  { chiffrement, lienOf }: Coffre,
  anciens: Chiffres,
  { avant, apres, saisis }: Changement
): Chiffres {
  const lien = lienOf(apres);
  const garde = lien === lienOf(avant);
  const suivants: Chiffres = {};
  for (const nom of secretSmsSchema.options) {
    const saisi = saisis[nom];
    if (saisi === undefined && anciens[nom] !== undefined) {
      suivants[nom] = garde ? anciens[nom] : OUBLIE;
    } else if (typeof saisi === 'string') {
      suivants[nom] = chiffrement.encrypt(saisi, lienDe(lien, nom));
    }
  }
  return suivants;
}

/** Secrets of the versions that bound nothing: they belong to the account they were saved with. */
function bindAnciens(chiffrement: Chiffrement, anciens: Chiffres, lien: string): Chiffres {
  const lies = secretSmsSchema.options.flatMap((nom) => {
    const chiffre = anciens[nom];
    if (chiffre === undefined) return [];
    const clair = chiffrement.decryptSansLien(chiffre);
    return [[nom, clair === null ? chiffre : chiffrement.encrypt(clair, lienDe(lien, nom))]];
  });
  return Object.fromEntries(lies) as Chiffres;
}

/** Secrets of the key before this one: it may be forgotten at the next start. */
function renewChiffres(chiffrement: Chiffrement, chiffres: Chiffres, lien: string): Chiffres {
  const repris = Object.entries(chiffres).map(([cle, chiffre]) => {
    const sous = lienDe(lien, cle as SecretSms);
    if (chiffre === OUBLIE || chiffrement.isCourant(chiffre, sous)) return [cle, chiffre];
    const clair = chiffrement.decrypt(chiffre, sous);
    return [cle, clair === null ? chiffre : chiffrement.encrypt(clair, sous)];
  });
  return Object.fromEntries(repris) as Chiffres;
}

/** Once at each start: what was kept under other ways or another key is kept under those of today. */
export async function renewSecrets(knex: Knex, { chiffrement, lienOf }: Coffre): Promise<void> {
  await updateCles(knex, async (trx) => {
    const lus = await readCles(trx, ['parametres', 'secrets', 'secrets-lies']);
    const lien = lienOf(parseParametres(lus.parametres).sms);
    const lies = parseSecrets(lus['secrets-lies']);
    const suivants = {
      ...bindAnciens(chiffrement, parseSecrets(lus.secrets), lien),
      ...renewChiffres(chiffrement, lies, lien),
    };
    if (JSON.stringify(suivants) !== JSON.stringify(lies)) {
      await writeCle(trx, 'secrets-lies', suivants);
    }
    if (lus.secrets !== undefined) {
      await deleteCle(trx, 'secrets');
    }
  });
}
