import type { Knex } from 'knex';
import type { Perimetre } from '../../../../../core/perimetre';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import type { AttenteStore } from '../../../services/ports/attente';
import { sqlFiches } from '../destinataires/fiches';
import { sqlPerimetre } from '../destinataires/perimetre';
import { runLarge } from '../large-query';
import { query } from '../query';
import { groupAttente } from '../soirees/attente-du-soir';
import { sqlNomPersonne } from '../noms/affiches';

/** A worker says « alive » every few seconds: what it said a minute ago holds no more. */
const ALERTES = `
  SELECT DISTINCT alerte FROM sms_ouvriers
   WHERE alerte IS NOT NULL AND vu_le > (clock_timestamp() AT TIME ZONE 'UTC') - interval '1 minute'`;

async function countIncertains(knex: Knex, perimetre: Perimetre): Promise<number> {
  const portee = sqlPerimetre(perimetre, 'u');
  const [ligne] = await query<{ nombre: number }>(
    knex,
    `SELECT count(*)::int AS nombre FROM sms_envois u WHERE u.statut = 'incertain' AND ${portee.sql}`,
    portee.params
  );
  return ligne?.nombre ?? 0;
}

const sqlPersonnes = (type: TypeDestinataire): string => `
  SELECT DISTINCT ON (d.id) d.id, '${type}' AS "typeDestinataire", d.document_id AS "documentId",
         ${sqlNomPersonne('d')} AS nom,
         d.antenne_id AS "antenneId", d.equipe_id AS "equipeId", d.referent_id AS "referentId"
    FROM (${sqlFiches(type)}) d WHERE d.id = ANY(:ids::int[]) ORDER BY d.id`;

export function createAttente(
  knex: Knex,
  zone: string,
  promotionSansConsentement: () => Promise<boolean>
): AttenteStore {
  return {
    async group(vue) {
      const sansConsentement = await promotionSansConsentement();
      return runLarge(knex, (trx) => groupAttente(trx, { ...vue, zone }, sansConsentement));
    },
    listPersonnes: (type, ids) => query(knex, sqlPersonnes(type), { ids: [...ids] }),
    countIncertains: (perimetre) => countIncertains(knex, perimetre),
    async listAlertes() {
      const lignes = await query<{ alerte: string }>(knex, ALERTES);
      return lignes.map(({ alerte }) => alerte);
    },
    async wake(): Promise<void> {
      await knex.raw(`SELECT pg_notify('sms_envois', '')`);
    },
  };
}
