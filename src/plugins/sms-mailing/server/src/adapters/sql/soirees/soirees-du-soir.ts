import type { Knex } from 'knex';
import type { Perimetre } from '../../../../../core/perimetre';
import { noteActe } from '../actes/note-acte';
import { countParJour, type VueStatistiques } from '../bilans/tranches';
import { sqlEnvoisVisibles } from '../campagnes/visibles';
import type { Horloge } from '../cibles/part';
import { sqlRetire } from '../envois/file';
import { runLarge } from '../large-query';
import { execute, query } from '../query';
import {
  countParRegle,
  listEchecsDuSoir,
  listNonProgrammees,
  readBilan,
  readSoireePassee,
  type VueBilan,
} from './bilan';
import { listEnFile, type LectureFile, type ModeleDuSoir } from './personnes-du-soir';

/** What of these lines waits for an evening: what leaves at the click has its own page. */
async function cancelLignes(
  knex: Knex,
  documentIds: readonly string[],
  { perimetre, now }: { perimetre: Perimetre; now: Date }
): Promise<{ retires: number; dejaPris: number }> {
  const visibles = sqlEnvoisVisibles(perimetre);
  const vises = `v.document_id = ANY(:documentIds::text[]) AND v.modalite <> 'fiche_action' AND ${visibles.sql}`;
  const params = { ...visibles.params, documentIds: [...documentIds], now };
  return knex.transaction(async (trx) => {
    const retires = await execute(
      trx,
      sqlRetire(
        `SELECT v.id FROM sms_envois v WHERE v.statut = 'programme' AND ${vises}`,
        `statut = 'annule', credits = 0`
      ),
      params
    );
    const [pris] = await query<{ n: number }>(
      trx,
      `SELECT count(*)::int AS n FROM sms_envois v
        WHERE v.statut IN ('programme', 'envoye', 'remis', 'incertain') AND ${vises}`,
      params
    );
    if (retires > 0) {
      await noteActe(trx, 'envois-retires', { retires });
    }
    return { retires, dejaPris: pris?.n ?? 0 };
  });
}

const MODELE = `
  SELECT m.id, m.type_contact AS "typeContact",
         CASE WHEN m.type_contact = 'newsletter' THEN 'promotion' ELSE m.but END AS but
    FROM sms_modeles m WHERE m.document_id = :documentId ORDER BY m.id LIMIT 1`;

/** What « Ce soir » reads of the queue and of the ledger, and takes out of them. */
export function createSoireesDuSoir(
  knex: Knex,
  horloge: Horloge,
  promotionSansConsentement: () => Promise<boolean>
) {
  return {
    readBilan: (vue: VueBilan) => runLarge(knex, (trx) => readBilan(trx, vue, horloge)),
    listEchecs: (vue: VueBilan) => listEchecsDuSoir(knex, vue, horloge),
    readPassee: (avant: string) => readSoireePassee(knex, avant),
    listNonProgrammees: (soir: string) => listNonProgrammees(knex, soir),
    countParRegle: (depuis: string, avant: string) =>
      countParRegle(knex, { depuis, avant, ...horloge }),
    countParJour: (vue: VueStatistiques) =>
      runLarge(knex, (trx) => countParJour(trx, vue, horloge.zone)),
    async readModele(documentId: string): Promise<ModeleDuSoir | null> {
      const [modele] = await query<ModeleDuSoir>(knex, MODELE, { documentId });
      return modele ?? null;
    },
    async listEnFile(
      {
        vue,
        ...lecture
      }: Omit<LectureFile, 'vue'> & {
        vue: Omit<LectureFile['vue'], 'zone' | 'promotionSansConsentement'>;
      },
      page: { saut: number; limite: number }
    ) {
      const entiere = {
        ...{ ...vue, zone: horloge.zone },
        promotionSansConsentement: await promotionSansConsentement(),
      };
      return runLarge(knex, (trx) => listEnFile(trx, { ...lecture, vue: entiere }, page));
    },
    cancel: (documentIds: readonly string[], qui: { perimetre: Perimetre; now: Date }) =>
      cancelLignes(knex, documentIds, qui),
  };
}

export type SoireesDuSoir = ReturnType<typeof createSoireesDuSoir>;
