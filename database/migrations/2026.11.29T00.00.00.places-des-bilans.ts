import type { Knex } from 'knex';

const PLACES = { antennes: 'antenne_id', equipes: 'equipe_id', referents: 'referent_id' };

/**
 * Docs/adr/0023: each group names the antennes, équipes and référents of its lines, so that a narrower périmètre finds
 * its groups without adding up their counts. Those kept before are named from what is kept of them.
 */
export async function up(knex: Knex): Promise<void> {
  if (await knex.schema.hasColumn('sms_bilans', 'antennes')) {
    return;
  }
  const noms = Object.keys(PLACES);
  const listes = Object.entries(PLACES).map(
    ([nom, colonne]) =>
      `coalesce(array_agg(DISTINCT p.${colonne}) FILTER (WHERE p.${colonne} IS NOT NULL), '{}') AS ${nom}`
  );
  await knex.raw(
    `ALTER TABLE sms_bilans ${noms.map((nom) => `ADD COLUMN ${nom} integer[] NOT NULL DEFAULT '{}'`).join(', ')}`
  );
  await knex.raw(`
    UPDATE sms_bilans b SET ${noms.map((nom) => `${nom} = l.${nom}`).join(', ')}
      FROM (SELECT p.bilan_id, ${listes.join(', ')} FROM sms_bilans_portees p GROUP BY p.bilan_id) l
     WHERE l.bilan_id = b.id`);
}
