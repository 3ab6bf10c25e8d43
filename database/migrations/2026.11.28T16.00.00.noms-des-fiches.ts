import type { Knex } from 'knex';

interface Droit {
  id: number;
  /** As JSON. */
  properties: string;
}

/** A column that the base composes, and the field without which one does not read it. */
const COMPOSEES = [
  ['libelle', null],
  ['emailReference', 'emails'],
  ['telephonePrincipal', 'telephones'],
] as const;

function addComposees(champs: readonly string[]): string[] {
  const lit = (champ: string): boolean =>
    champs.some((lu) => lu === champ || lu.startsWith(`${champ}.`));
  const nouvelles = COMPOSEES.filter(
    ([nom, source]) => !champs.includes(nom) && (source === null || lit(source))
  );
  return [...champs, ...nouvelles.map(([nom]) => nom)];
}

/** Whoever reads the histories of fiches opens the agenda: it shows what leads to them. */
async function openAgenda(knex: Knex): Promise<void> {
  await knex.raw(
    `WITH profils AS (
       SELECT l.role_id FROM admin_permissions p JOIN admin_permissions_role_lnk l ON l.permission_id = p.id
        WHERE p.action IN (:historique, :agenda)
        GROUP BY l.role_id HAVING bool_and(p.action <> :agenda)
     ), droits AS (
       INSERT INTO admin_permissions (document_id, action, action_parameters, subject, properties, conditions,
                                      created_at, updated_at, published_at)
       SELECT substr(md5(random()::text || role_id), 1, 24), :agenda, '{}', NULL, '{}', '[]', now(), now(), now()
         FROM profils RETURNING id
     )
     INSERT INTO admin_permissions_role_lnk (permission_id, role_id, permission_ord)
     SELECT d.id, p.role_id, 1000
       FROM (SELECT id, row_number() OVER () AS n FROM droits) d
       JOIN (SELECT role_id, row_number() OVER () AS n FROM profils) p USING (n)`,
    {
      historique: 'plugin::sms-mailing.fiches.consulter-historique',
      agenda: 'plugin::sms-mailing.fiches.consulter-agenda',
    }
  );
}

/** A profil of an earlier version names the fields it reads: what a fiche is called would show as its identifier. */
export async function up(knex: Knex): Promise<void> {
  // A new base has no table yet: its profils are made right.
  if (!(await knex.schema.hasTable('admin_permissions_role_lnk'))) {
    return;
  }
  await openAgenda(knex);
  const { rows } = await knex.raw<{ rows: Droit[] }>(
    `SELECT id, properties::text AS properties FROM admin_permissions
      WHERE action = 'plugin::content-manager.explorer.read' AND starts_with(subject, 'api::')
        AND jsonb_array_length(coalesce(properties -> 'fields', '[]')) > 0 ORDER BY id`
  );
  for (const { id, properties } of rows) {
    const lues = JSON.parse(properties) as { fields: string[] };
    await knex('admin_permissions')
      .where({ id })
      .update({ properties: JSON.stringify({ ...lues, fields: addComposees(lues.fields) }) });
  }
}
