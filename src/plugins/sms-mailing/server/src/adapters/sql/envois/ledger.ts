import type { Knex } from 'knex';
import type { TypeContact } from '../../../../../core/vocabulaire';
import type { Empreinteur } from '../../../services/ports/calculs';
import type {
  EnvoiPris,
  LedgerStore,
  Lot,
  Partis,
  PlafondHeure,
} from '../../../services/ports/envois';
import { execute, query, type Params } from '../query';
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
  SELECT (count(*) + (SELECT count(*) FROM sms_file WHERE type_contact = ANY(:types) AND etat <> 'attente'))::int AS nombre,
         min(envoye_le) AS premier
    FROM sms_envois WHERE type_contact = ANY(:types) AND envoye_le > :depuis`;

const PARTI = `
  SELECT envoye_le AS instant FROM sms_envois WHERE type_contact = ANY(:types) AND envoye_le > :depuis
   ORDER BY envoye_le OFFSET :rang LIMIT 1`;

const CLICS = `
  SELECT count(*)::int AS nombre FROM sms_file
   WHERE voie = 'immediate' AND type_contact = ANY(:types) AND etat = 'attente' AND disponible_le <= :jusqua`;

/** Two instances that wake at 19:00:00 take their share of the hour one after the other. */
const HEURE = `SELECT pg_advisory_xact_lock(hashtext('sms_heure'), hashtext(:premier))`;

const DUS = `
  SELECT count(*)::int AS nombre FROM sms_file
   WHERE transport = :transport AND etat = 'attente' AND disponible_le <= :now`;

const EPOQUE = 'SELECT numero::text AS numero FROM sms_epoque';

async function countPartis(
  knex: Knex,
  types: readonly TypeContact[],
  depuis: Date
): Promise<Partis> {
  const [ligne] = await query<Partis>(knex, PARTIS, { types: [...types], depuis });
  return ligne ?? { nombre: 0, premier: null };
}

/** Claims no more than what is left of the hour: what is claimed counts at once, for everybody. */
function claimInHeure(
  knex: Knex,
  { plafond, types, depuis }: PlafondHeure,
  limite: number,
  claim: (trx: Knex, limite: number) => Promise<EnvoiPris[]>
): Promise<EnvoiPris[]> {
  return knex.transaction(async (trx) => {
    await query(trx, HEURE, { premier: types.join() });
    const { nombre } = await countPartis(trx, types, depuis);
    const reste = Math.min(limite, plafond - nombre);
    return reste <= 0 ? [] : claim(trx, reste);
  });
}

async function countOne(knex: Knex, sql: string, params: Params): Promise<number> {
  const [ligne] = await query<{ nombre: number }>(knex, sql, params);
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
      const claim = (base: Knex, limite: number): Promise<EnvoiPris[]> =>
        claimEnvois(base, lot, {
          ...{ ...options, limite, choix },
          ...{ zone: reglages.zone, signJeton: reglages.signJeton },
        });
      const { heure, limite } = options;
      return heure === null ? claim(knex, limite) : claimInHeure(knex, heure, limite, claim);
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

    async readParti(types, depuis, rang) {
      const [ligne] = await query<{ instant: Date }>(knex, PARTI, {
        ...{ types: [...types], depuis, rang },
      });
      return ligne?.instant ?? null;
    },

    countClics: (types, jusqua) => countOne(knex, CLICS, { types: [...types], jusqua }),

    countDus: (transport, now) => countOne(knex, DUS, { transport, now }),
  };
}
