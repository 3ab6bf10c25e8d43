import type { Knex } from 'knex';
import type { AttenteStore, ComptesAttente } from '../../../services/ports/attente';
import { execute, query } from '../query';

/** A worker says « alive » every few seconds: what it said a minute ago holds no more. */
const ALERTES = `
  SELECT DISTINCT alerte FROM sms_ouvriers
   WHERE alerte IS NOT NULL AND vu_le > (clock_timestamp() AT TIME ZONE 'UTC') - interval '1 minute'`;

/** What waits for the evening, for the panel's first page. */
async function countAttente(knex: Knex, jusqua: Date): Promise<ComptesAttente> {
  const [ligne] = await query<{
    email: number;
    newsletter: number;
    sms: number;
    incertains: number;
  }>(
    knex,
    `SELECT count(*) FILTER (WHERE statut = 'programme' AND type_contact = 'email')::int AS email,
            count(*) FILTER (WHERE statut = 'programme' AND type_contact = 'newsletter')::int AS newsletter,
            count(*) FILTER (WHERE statut = 'programme' AND type_contact = 'sms')::int AS sms,
            count(*) FILTER (WHERE statut = 'incertain')::int AS incertains
       FROM sms_envois
      WHERE (statut = 'programme' AND disponible_le <= :jusqua) OR statut = 'incertain'`,
    { jusqua }
  );
  const alertes = await query<{ alerte: string }>(knex, ALERTES);
  const { email = 0, newsletter = 0, sms = 0, incertains = 0 } = ligne ?? {};
  return {
    programmes: email + newsletter + sms,
    parType: { email, newsletter, sms },
    incertains,
    alertes: alertes.map(({ alerte }) => alerte),
  };
}

/** « Exécuter l'envoi de 19h maintenant »: what was to leave this evening leaves now; the keys stay. */
function bringForward(knex: Knex, jusqua: Date, now: Date): Promise<number> {
  return execute(
    knex,
    `UPDATE sms_envois SET disponible_le = :now, updated_at = :now
      WHERE statut = 'programme' AND modalite IN ('campagne', 'fiche_entrepreneur')
        AND disponible_le > :now AND disponible_le <= :jusqua`,
    { jusqua, now }
  );
}

export function createAttente(knex: Knex): AttenteStore {
  return {
    count: (jusqua) => countAttente(knex, jusqua),
    bringForward: (jusqua, now) => bringForward(knex, jusqua, now),
    async wake(): Promise<void> {
      await knex.raw(`SELECT pg_notify('sms_envois', '')`);
    },
  };
}
