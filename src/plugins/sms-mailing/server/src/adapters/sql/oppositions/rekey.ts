import type { Knex } from 'knex';
import type { Empreinteur } from '../../../services/ports/calculs';
import { SQL_PORTEURS } from './porteurs';
import { execute, query } from '../query';

const LOT = 2_000;

const DEJA = `
  EXISTS (SELECT 1 FROM sms_oppositions n
           WHERE n.empreinte = v.nouvelle AND n.portee = o.portee
             AND (n.personne_type, n.personne_id) IS NOT DISTINCT FROM (o.personne_type, o.personne_id))`;

const PAIRES = `unnest(:anciennes::text[], :nouvelles::text[]) AS v(ancienne, nouvelle)`;

/** An opposition said again since under the new fingerprint is kept once. */
const OUBLIE_DOUBLES = `
  DELETE FROM sms_oppositions o USING ${PAIRES} WHERE o.empreinte = v.ancienne AND ${DEJA}`;

const REKEY = `
  UPDATE sms_oppositions o SET empreinte = v.nouvelle, cle = :cle
    FROM ${PAIRES} WHERE o.empreinte = v.ancienne`;

const REKEY_JOURNAL = `
  UPDATE sms_oppositions_journal j SET empreinte = v.nouvelle, cle = :cle
    FROM ${PAIRES} WHERE j.empreinte = v.ancienne`;

const REKEY_REBONDS = `
  UPDATE sms_rebonds r SET empreinte = v.nouvelle, cle = :cle
    FROM ${PAIRES} WHERE r.empreinte = v.ancienne`;

type Paire = readonly [ancienne: string, nouvelle: string];

async function rekey(trx: Knex, cle: string, paires: readonly Paire[]): Promise<void> {
  const params = {
    cle,
    anciennes: paires.map(([ancienne]) => ancienne),
    nouvelles: paires.map(([, nouvelle]) => nouvelle),
  };
  await execute(trx, OUBLIE_DOUBLES, params);
  await execute(trx, REKEY, params);
  await execute(trx, REKEY_JOURNAL, params);
  await execute(trx, REKEY_REBONDS, params);
}

/**
 * Oppositions, and addresses refused, kept under a key that was in force before follow their address: as soon as one of these
 * addresses is computed, they hold under the key of now.
 */
export async function rekeyPrecedentes(
  trx: Knex,
  empreinteur: Empreinteur,
  adresses: readonly string[]
): Promise<void> {
  const paires = adresses.flatMap((adresse) => {
    const nouvelle = empreinteur.empreinte(adresse);
    return empreinteur
      .empreintesPrecedentes(adresse)
      .map((ancienne): Paire => [ancienne, nouvelle]);
  });
  if (paires.length > 0) {
    await rekey(trx, empreinteur.cle, paires);
  }
}

/** Fingerprints without key: of before it, or of an instance not yet brought up to date. */
const SIMPLES = `
  SELECT empreinte FROM sms_oppositions WHERE cle IS NULL AND empreinte IS NOT NULL
   UNION SELECT empreinte FROM sms_oppositions_journal WHERE cle IS NULL AND empreinte IS NOT NULL
   LIMIT ${String(LOT)}`;

/** Decision G1 for what was kept before it: whoever bears the address today is the person who said it. */
const ATTRIBUE = `
  INSERT INTO sms_oppositions (document_id, empreinte, cle, personne_type, personne_id, portee, source, survenue_le,
                               created_at, updated_at, published_at)
  SELECT translate(gen_random_uuid()::text, '-', ''), o.empreinte, o.cle, p.type, p.id, o.portee, o.source,
         o.survenue_le, o.created_at, o.updated_at, o.published_at
    FROM sms_oppositions o JOIN (${SQL_PORTEURS}) p ON p.empreinte = o.empreinte
   WHERE o.empreinte = ANY(:nouvelles) AND o.personne_type IS NULL
  ON CONFLICT DO NOTHING`;

/** Every one of them is signed as it stands, its address known or not. Answers how many. */
export async function rekeySimples(knex: Knex, empreinteur: Empreinteur): Promise<number> {
  let total = 0;
  for (;;) {
    const lignes = await query<{ empreinte: string }>(knex, SIMPLES);
    if (lignes.length === 0) {
      return total;
    }
    const paires = lignes.map(({ empreinte }): Paire => [
      empreinte,
      empreinteur.keySimple(empreinte),
    ]);
    await knex.transaction(async (trx) => {
      await rekey(trx, empreinteur.cle, paires);
      await execute(trx, ATTRIBUE, { nouvelles: paires.map(([, nouvelle]) => nouvelle) });
    });
    total += lignes.length;
  }
}

const INCONNUES = `
  SELECT count(*)::int AS nombre FROM sms_oppositions WHERE cle IS NOT NULL AND NOT cle = ANY(:cles::text[])`;

/** Oppositions that no key of the installation can recognise any more. */
export async function countInconnues(
  knex: Knex,
  { cle, clesPrecedentes }: Empreinteur
): Promise<number> {
  const [ligne] = await query<{ nombre: number }>(knex, INCONNUES, {
    cles: [cle, ...clesPrecedentes],
  });
  return ligne?.nombre ?? 0;
}
