import type { Knex } from 'knex';
import type { TypeContact } from '../../../../../core/vocabulaire';
import type { EnvoiReserve, LedgerStore, Lot } from '../../../services/ports/envois';
import { execute, query } from '../query';
import { claimEnvois } from './claim';
import { createIssueWriter } from './write-issues';

export interface ReglagesLedger {
  zone: string;
  /** A worker silent for longer is presumed dead (milliseconds). */
  bailMs: number;
  promotionSansConsentement: () => Promise<boolean>;
  autoriserDepassement: () => Promise<boolean>;
}

const NEXT_LOT = `
  SELECT modele_id AS "modeleId", type_contact AS "typeContact",
         type_destinataire AS "typeDestinataire", modalite
    FROM sms_envois
   WHERE statut = 'programme' AND disponible_le <= :now AND type_contact = ANY(:types)
   ORDER BY disponible_le, id LIMIT 1
   FOR UPDATE SKIP LOCKED`;

const GIVE_BACK = `
  UPDATE sms_envois
     SET statut = 'programme', ouvrier = NULL, reserve_le = NULL,
         disponible_le = coalesce(:disponibleLe::timestamp, disponible_le)
   WHERE statut = 'reserve' AND ouvrier = :ouvrier`;

/** Fenced: only rows still ours, only while our heartbeat is fresh (a worker frozen and thawed sends nothing). */
const MARK_EN_COURS = `
  UPDATE sms_envois e SET statut = 'en_cours', updated_at = :now
   WHERE e.id = ANY(:ids) AND e.statut = 'reserve' AND e.ouvrier = :ouvrier
     AND EXISTS (SELECT 1 FROM sms_ouvriers o WHERE o.nom = :ouvrier
                    AND o.vu_le > (clock_timestamp() AT TIME ZONE 'UTC') - :bailMs * interval '1 millisecond')
  RETURNING e.id`;

/**
 * The same for SMS, within what is left in the packages: credits of envois on the wire or incertains are
 * held back, and what no longer fits is exclu with its reason (decision E2). Without any package nothing is
 * counted (decision F21).
 */
const MARK_SMS = `
  WITH solde AS (
    SELECT (SELECT sum(achetes - consommes) FROM sms_packages)
           - coalesce((SELECT sum(credits) FROM sms_envois
                        WHERE type_contact = 'sms' AND statut IN ('en_cours', 'incertain')), 0) AS reste
  ), candidats AS (
    SELECT q.id, q.credits, sum(q.credits) OVER (ORDER BY q.rang) AS cumul
      FROM unnest(:ids::int[], :credits::int[]) WITH ORDINALITY AS q(id, credits, rang)
  ), u AS (
    UPDATE sms_envois e
       SET statut = CASE WHEN :illimite OR s.reste IS NULL OR c.cumul <= s.reste THEN 'en_cours' ELSE 'exclu' END,
           motif = CASE WHEN :illimite OR s.reste IS NULL OR c.cumul <= s.reste THEN NULL ELSE 'credit_sms_insuffisant' END,
           termine_le = CASE WHEN :illimite OR s.reste IS NULL OR c.cumul <= s.reste THEN NULL ELSE :now::timestamp END,
           credits = c.credits, updated_at = :now
      FROM candidats c, solde s
     WHERE e.id = c.id AND e.statut = 'reserve' AND e.ouvrier = :ouvrier
       AND EXISTS (SELECT 1 FROM sms_ouvriers o WHERE o.nom = :ouvrier
                      AND o.vu_le > (clock_timestamp() AT TIME ZONE 'UTC') - :bailMs * interval '1 millisecond')
    RETURNING e.id, e.statut)
  SELECT id FROM u WHERE statut = 'en_cours'`;

async function nextLot(knex: Knex, now: Date, types: readonly TypeContact[]): Promise<Lot | null> {
  const [lot] = await query<Lot>(knex, NEXT_LOT, { now, types: [...types] });
  return lot ?? null;
}

async function markSms(
  knex: Knex,
  params: Readonly<Record<string, unknown>>
): Promise<{ id: number }[]> {
  return knex.transaction(async (trx) => {
    await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('sms-mailing.credits'))`);
    return query<{ id: number }>(trx, MARK_SMS, params);
  });
}

async function readBut(knex: Knex, lot: Lot): Promise<'suivi' | 'promotion'> {
  const modele = await knex('sms_modeles')
    .where({ id: lot.modeleId })
    .first<{ but: 'suivi' | 'promotion' } | undefined>('but');
  return lot.typeContact === 'newsletter' ? 'promotion' : (modele?.but ?? 'promotion');
}

export function createLedger(knex: Knex, reglages: ReglagesLedger): LedgerStore {
  const record = createIssueWriter(knex);
  return {
    nextLot: (now, types) => nextLot(knex, now, types),

    async claim(lot, options): Promise<EnvoiReserve[]> {
      const choix = {
        typeDestinataire: lot.typeDestinataire,
        typeContact: lot.typeContact,
        but: await readBut(knex, lot),
        promotionSansConsentement: await reglages.promotionSansConsentement(),
      };
      return claimEnvois(knex, lot, { ...options, choix, zone: reglages.zone });
    },

    async markEnCours(ouvrier, envois, now): Promise<number[]> {
      const ids = envois.map(({ id }) => id);
      const credits = envois.map((envoi) => envoi.credits);
      const params = { ids, credits, ouvrier, now, bailMs: reglages.bailMs };
      const rows = credits.some((n) => n > 0)
        ? await markSms(knex, { ...params, illimite: await reglages.autoriserDepassement() })
        : await query<{ id: number }>(knex, MARK_EN_COURS, params);
      return rows.map(({ id }) => id);
    },

    record,

    async giveBack(ouvrier, disponibleLe): Promise<number> {
      return execute(knex, GIVE_BACK, { ouvrier, disponibleLe });
    },
  };
}
