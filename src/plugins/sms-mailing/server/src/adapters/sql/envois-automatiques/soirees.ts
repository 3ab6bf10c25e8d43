import type { Knex } from 'knex';
import { envoiAutomatiqueSchema } from '../../../../../core/envoi-automatique';
import { targetDate } from '../../../../../core/horaire';
import type { Planification, SoireeStore } from '../../../services/ports/envois-automatiques';
import { execute, query } from '../query';
import type { LigneRegle } from './candidats';
import { planRegle } from './plan-regle';
import { COLONNES_REGLE, toRegle, type LigneSql } from './regles';

const GENRE = 'envois-automatiques';

const REGLES_ACTIVES = `
  SELECT ${COLONNES_REGLE} FROM sms_envois_automatiques r
    JOIN sms_modeles m ON m.id = r.modele_id
   WHERE NOT coalesce(r.inactif, false) AND NOT coalesce(m.inactif, false)
   ORDER BY r.id`;

interface Reglages {
  zone: string;
  heure: string;
}

async function listActives(trx: Knex, regleId: number | null): Promise<LigneRegle[]> {
  const lignes = await query<LigneSql>(trx, REGLES_ACTIVES);
  return lignes
    .filter(({ id }) => regleId === null || id === regleId)
    .map((ligne) => {
      const regle = envoiAutomatiqueSchema.parse(toRegle(ligne));
      return { id: ligne.id, modeleId: ligne.modele_id, typeContact: regle.typeContact, regle };
    });
}

async function planRegles(
  trx: Knex,
  regles: readonly LigneRegle[],
  planification: Planification,
  reglages: Reglages
): Promise<number> {
  let envois = 0;
  for (const ligne of regles) {
    const cible = targetDate(planification.soir, ligne.regle.delai);
    const soir = { soir: planification.soir, cible, zone: reglages.zone, heure: reglages.heure };
    envois += await planRegle(trx, ligne, soir, planification);
  }
  return envois;
}

/** The ledger row of an evening goes in the transaction of its envois: both are there, or neither. */
async function planSoiree(
  knex: Knex,
  planification: Planification,
  reglages: Reglages
): Promise<{ ouverte: boolean; envois: number }> {
  return knex.transaction(async (trx) => {
    const ouverte = await execute(
      trx,
      `INSERT INTO sms_soirees (soir, genre, commencee_le, retardee)
       VALUES (:soir, :genre, :now, :retarde) ON CONFLICT DO NOTHING`,
      {
        soir: planification.soir,
        genre: GENRE,
        now: planification.now,
        retarde: planification.retarde,
      }
    );
    if (ouverte === 0) {
      return { ouverte: false, envois: 0 };
    }
    const envois = await planRegles(trx, await listActives(trx, null), planification, reglages);
    await trx('sms_soirees').where({ soir: planification.soir, genre: GENRE }).update({ envois });
    return { ouverte: true, envois };
  });
}

/** Nothing is put off while a worker is still delivering: an evening that runs late goes on. */
const POSTPONE = `
  UPDATE sms_envois SET disponible_le = :jusqua, retarde = true, updated_at = :now
   WHERE statut = 'programme' AND modalite <> 'fiche_action' AND tentatives = 0 AND disponible_le <= :avant
     AND NOT EXISTS (SELECT 1 FROM sms_envois v WHERE v.statut IN ('reserve', 'en_cours'))`;

export function createSoirees(knex: Knex, reglages: Reglages): SoireeStore {
  return {
    planSoiree: (planification) => planSoiree(knex, planification, reglages),

    planRegle: (regleId, planification) =>
      knex.transaction(async (trx) =>
        planRegles(trx, await listActives(trx, regleId), planification, reglages)
      ),

    async lastSoiree(): Promise<string | null> {
      const [ligne] = await query<{ soir: string | null }>(
        knex,
        `SELECT to_char(max(soir), 'YYYY-MM-DD') AS soir FROM sms_soirees WHERE genre = :genre`,
        { genre: GENRE }
      );
      return ligne?.soir ?? null;
    },

    postpone: (avant, jusqua, now) => execute(knex, POSTPONE, { avant, jusqua, now }),

    async closeSoiree(soir, now): Promise<void> {
      await knex('sms_soirees')
        .where({ soir, genre: GENRE })
        .whereNull('terminee_le')
        .update({ terminee_le: now });
    },
  };
}
