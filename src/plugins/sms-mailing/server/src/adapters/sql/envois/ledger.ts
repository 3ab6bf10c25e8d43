import type { Knex } from 'knex';
import type { TypeContact } from '../../../../../core/vocabulaire';
import type { Empreinteur } from '../../../services/ports/calculs';
import type { EnvoiReserve, LedgerStore, Lot } from '../../../services/ports/envois';
import { execute, query } from '../query';
import { claimEnvois } from './claim';
import { explainSuspensions } from './explain-suspensions';
import { markEnCours } from './mark-en-cours';
import { findNextLot } from './next-lot';
import { createIssueWriter } from './group-issues';

export interface ReglagesLedger {
  zone: string;
  /** A worker silent for longer is presumed dead (milliseconds). */
  bailMs: number;
  promotionSansConsentement: () => Promise<boolean>;
  autoriserDepassement: () => Promise<boolean>;
  empreinteur: Empreinteur;
}

const GIVE_BACK = `
  UPDATE sms_envois SET statut = 'programme', ouvrier = NULL, reserve_le = NULL
   WHERE statut = 'reserve' AND ouvrier = :ouvrier AND (:tous OR id = ANY(:ids))`;

const PARTIS = `
  SELECT count(*)::int AS nombre FROM sms_envois
   WHERE type_contact = ANY(:types) AND (envoye_le > :depuis OR statut IN ('reserve', 'en_cours'))`;

async function countPartis(
  knex: Knex,
  types: readonly TypeContact[],
  depuis: Date
): Promise<number> {
  const [ligne] = await query<{ nombre: number }>(knex, PARTIS, { types: [...types], depuis });
  return ligne?.nombre ?? 0;
}

async function readBut(knex: Knex, lot: Lot): Promise<'suivi' | 'promotion'> {
  const modele = await knex('sms_modeles')
    .where({ id: lot.modeleId })
    .first<{ but: 'suivi' | 'promotion' } | undefined>('but');
  return lot.typeContact === 'newsletter' ? 'promotion' : (modele?.but ?? 'promotion');
}

export function createLedger(knex: Knex, reglages: ReglagesLedger): LedgerStore {
  return {
    nextLot: (recherche) => findNextLot(knex, recherche),

    async claim(lot, options): Promise<EnvoiReserve[]> {
      const choix = {
        typeDestinataire: lot.typeDestinataire,
        typeContact: lot.typeContact,
        but: await readBut(knex, lot),
        promotionSansConsentement: await reglages.promotionSansConsentement(),
      };
      return claimEnvois(knex, lot, { ...options, choix, zone: reglages.zone });
    },

    async markEnCours(ouvrier, departs, now) {
      const compte = departs.some(({ credits }) => credits > 0);
      const illimite = compte && (await reglages.autoriserDepassement());
      return markEnCours(knex, { ouvrier, departs, now, bailMs: reglages.bailMs, illimite });
    },

    record: createIssueWriter({ knex, empreinteur: reglages.empreinteur }),

    giveBack: (ouvrier, ids) =>
      execute(knex, GIVE_BACK, { ouvrier, tous: ids === null, ids: [...(ids ?? [])] }),

    explainSuspensions: (suspensions, now) => explainSuspensions(knex, suspensions, now),

    countPartis: (types, depuis) => countPartis(knex, types, depuis),
  };
}
