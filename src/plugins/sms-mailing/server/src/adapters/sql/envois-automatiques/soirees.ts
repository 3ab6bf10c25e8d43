import type { Knex } from 'knex';
import { targetDate } from '../../../../../core/horaire';
import type {
  Planification,
  ResultatSoiree,
  SoireeStore,
} from '../../../services/ports/envois-automatiques';
import { isPannePassagere } from '../panne';
import { execute, query } from '../query';
import { planRegle, type Essai } from './plan-regle';
import { COLONNES_REGLE, toRegle, type LigneSql } from './regles';

const GENRE = 'envois-automatiques';

const REGLES = `
  SELECT ${COLONNES_REGLE} FROM sms_envois_automatiques r
    JOIN sms_modeles m ON m.id = r.modele_id`;
const REGLES_ACTIVES = `${REGLES}
   WHERE NOT coalesce(r.inactif, false) AND NOT coalesce(m.inactif, false)
   ORDER BY r.id`;

interface Reglages {
  zone: string;
  heure: string;
}

async function planLigne(
  trx: Knex,
  ligne: LigneSql,
  { essai = null, ...planification }: Planification & { essai?: Essai | null },
  { zone, heure }: Reglages
): Promise<number> {
  const regle = toRegle(ligne);
  const cible = targetDate(planification.soir, regle.delai);
  return planRegle(
    trx,
    { id: ligne.id, modeleId: ligne.modele_id, typeContact: regle.typeContact, regle },
    { soir: { soir: planification.soir, cible, zone, heure }, essai },
    planification
  );
}

/** Decision F13. The workers wake with the commit: a test leaves at once. */
async function planTest(
  knex: Knex,
  regleIds: readonly number[],
  planification: Planification,
  reglages: Reglages
): Promise<Map<number, number>> {
  return knex.transaction(async (trx) => {
    const sql = `${REGLES} WHERE r.id = ANY(:ids) ORDER BY r.id`;
    const essai = { jeton: String(planification.now.getTime()) };
    const envois = new Map<number, number>();
    for (const ligne of await query<LigneSql>(trx, sql, { ids: [...regleIds] })) {
      envois.set(ligne.id, await planLigne(trx, ligne, { ...planification, essai }, reglages));
    }
    await trx.raw(`SELECT pg_notify('sms_envois', '')`);
    return envois;
  });
}

/** Each rule under a savepoint: one that cannot be read or planned does not cost the evening of the others. */
async function planLignes(
  trx: Knex,
  planification: Planification,
  reglages: Reglages
): Promise<{ envois: number; ecartees: number[] }> {
  let envois = 0;
  const ecartees: number[] = [];
  for (const ligne of await query<LigneSql>(trx, REGLES_ACTIVES)) {
    try {
      envois += await trx.transaction((point) => planLigne(point, ligne, planification, reglages));
    } catch (erreur) {
      if (isPannePassagere(erreur)) {
        throw erreur;
      }
      ecartees.push(ligne.id);
    }
  }
  return { envois, ecartees };
}

/** The ledger row of an evening goes in the transaction of its envois: both are there, or neither. */
async function planSoiree(
  knex: Knex,
  planification: Planification,
  reglages: Reglages
): Promise<ResultatSoiree> {
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
      return { ouverte: false, envois: 0, ecartees: [] };
    }
    const { envois, ecartees } = await planLignes(trx, planification, reglages);
    await trx('sms_soirees').where({ soir: planification.soir, genre: GENRE }).update({ envois });
    return { ouverte: true, envois, ecartees };
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

    async planRegle(regleId, planification): Promise<number> {
      const lignes = await query<LigneSql>(knex, REGLES_ACTIVES);
      const ligne = lignes.find(({ id }) => id === regleId);
      return ligne === undefined ? 0 : planLigne(knex, ligne, planification, reglages);
    },

    planTest: (regleIds, planification) => planTest(knex, regleIds, planification, reglages),

    async lastSoiree(): Promise<string | null> {
      const [ligne] = await query<{ soir: string | null }>(
        knex,
        `SELECT to_char(max(soir), 'YYYY-MM-DD') AS soir FROM sms_soirees WHERE genre = :genre`,
        { genre: GENRE }
      );
      return ligne?.soir ?? null;
    },

    postpone: (avant, jusqua, now) => execute(knex, POSTPONE, { avant, jusqua, now }),
  };
}
