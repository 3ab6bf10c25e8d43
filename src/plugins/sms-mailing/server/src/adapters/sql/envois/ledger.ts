import type { Knex } from 'knex';
import type { TypeContact } from '../../../../../core/vocabulaire';
import type { Empreinteur } from '../../../services/ports/calculs';
import type { EnvoiPris, LedgerStore, Lot } from '../../../services/ports/envois';
import { execute, query } from '../query';
import { claimEnvois } from './claim';
import { explainSuspensions } from './explain-suspensions';
import { RENDU } from './file';
import { markEnCours } from './mark-en-cours';
import { listLots } from './list-lots';
import { repairFile } from './repair-file';
import { createIssueWriter } from './group-issues';

export interface ReglagesLedger {
  zone: string;
  /** A worker silent for longer is presumed dead (milliseconds). */
  bailMs: number;
  promotionSansConsentement: () => Promise<boolean>;
  autoriserDepassement: () => Promise<boolean>;
  empreinteur: Empreinteur;
  /** Makes the link of an answer open: SQL gives it without its signature. */
  signJeton: (brut: string) => string;
}

const GIVE_BACK = `
  UPDATE sms_file SET ${RENDU}
   WHERE etat = 'reserve' AND ouvrier = :ouvrier AND (:tous OR envoi_id = ANY(:ids))`;

const PARTIS = `
  SELECT ((SELECT count(*) FROM sms_envois WHERE type_contact = ANY(:types) AND envoye_le > :depuis)
          + (SELECT count(*) FROM sms_file WHERE type_contact = ANY(:types) AND etat <> 'attente'))::int AS nombre`;

const EPOQUE = 'SELECT numero::text AS numero FROM sms_epoque';

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
    listLots: (recherche) => listLots(knex, recherche),

    async readEpoque() {
      const [ligne] = await query<{ numero: string }>(knex, EPOQUE);
      return ligne?.numero ?? '';
    },

    async claim(lot, options): Promise<EnvoiPris[]> {
      const choix = {
        typeDestinataire: lot.typeDestinataire,
        typeContact: lot.typeContact,
        but: await readBut(knex, lot),
        promotionSansConsentement: await reglages.promotionSansConsentement(),
      };
      return claimEnvois(knex, lot, {
        ...options,
        ...{ choix, zone: reglages.zone, signJeton: reglages.signJeton },
      });
    },

    async markEnCours({ ouvrier, departs, epoque, now }) {
      const compte = departs.some(({ credits }) => credits > 0);
      const illimite = compte && (await reglages.autoriserDepassement());
      return markEnCours(knex, {
        ...{ ouvrier, departs, epoque, now, illimite },
        bailMs: reglages.bailMs,
      });
    },

    record: createIssueWriter({ knex, empreinteur: reglages.empreinteur }),

    giveBack: (ouvrier, ids) =>
      execute(knex, GIVE_BACK, { ouvrier, tous: ids === null, ids: [...(ids ?? [])] }),

    explainSuspensions: (suspensions, now) => explainSuspensions(knex, suspensions, now),

    repair: () => repairFile(knex),

    countPartis: (types, depuis) => countPartis(knex, types, depuis),
  };
}
