import { openCrm } from './lib/crm.mjs';
import { alternate, print, round } from './lib/mesure.mjs';

const ENTREPRENEURS = 200_000;
const EMAILS = 200_000;
/** What an import may do: the box of so many e-mails, in one statement. */
const BASCULE = `
  UPDATE components_coordonnees_emails SET accepte = NOT coalesce(accepte, false)
   WHERE id IN (SELECT id FROM components_coordonnees_emails ORDER BY id LIMIT ${EMAILS})`;

/**
 * What the proof of each tick costs an import that ticks or clears 200,000 boxes at once: the same statement, its
 * trigger asleep, then awake.
 */
export default async function accords(server) {
  const { knex, close } = await openCrm(server, ENTREPRENEURS, { calcule: false });
  const passe = (etat) => ({
    work: () => knex.raw(BASCULE),
    async before() {
      await knex.raw(`ALTER TABLE components_coordonnees_emails ${etat} TRIGGER sms_accord_update`);
      await knex.raw('VACUUM ANALYZE components_coordonnees_emails');
    },
  });
  try {
    const { sans, avec } = await alternate({ sans: passe('DISABLE'), avec: passe('ENABLE') });
    const { rows } = await knex.raw('SELECT count(*)::int AS lignes FROM sms_accords');
    const resultat = {
      ...{ sansSecondes: round(sans / 1000, 1), avecSecondes: round(avec / 1000, 1) },
      ...{ rapport: round(avec / sans, 2), lignesNotees: rows[0].lignes },
    };
    print(`${EMAILS} e-mails basculés`, 's sans', 's avec', 'rapport');
    print('', resultat.sansSecondes, resultat.avecSecondes, resultat.rapport);
    return resultat;
  } finally {
    await close();
  }
}
