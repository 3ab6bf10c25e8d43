import type { Knex } from 'knex';

interface Journal {
  logger: { info(ligne: string): void };
}

interface Droit {
  id: number;
  profil: string;
  action: string;
  subject: string;
  /** As JSON. */
  properties: string;
}

const EXPLORER = 'plugin::content-manager.explorer';
const RESERVES: Readonly<Record<string, readonly string[]>> = {
  'api::entrepreneur.entrepreneur': ['ficheTest', 'antenne', 'referent'],
  'api::action.action': ['antenne'],
};

async function listDroits(
  knex: Knex,
  profils: readonly string[],
  verbes: readonly string[]
): Promise<Droit[]> {
  const { rows } = await knex.raw<{ rows: Droit[] }>(
    `SELECT p.id, r.name AS profil, p.action, p.subject, coalesce(p.properties, '{}')::text AS properties
       FROM admin_permissions p
       JOIN admin_permissions_role_lnk l ON l.permission_id = p.id
       JOIN admin_roles r ON r.id = l.role_id
      WHERE r.code = ANY(?) AND p.action = ANY(?) AND starts_with(p.subject, 'api::') ORDER BY p.id`,
    [profils, verbes.map((verbe) => `${EXPLORER}.${verbe}`)]
  );
  return rows;
}

/** Decision G5: a profil of an earlier version may still delete fiches. */
async function removeSuppressions(knex: Knex, { logger }: Journal): Promise<void> {
  const profils = ['sms-conseiller', 'sms-profil-specifique'];
  for (const { id, profil, subject } of await listDroits(knex, profils, ['delete'])) {
    await knex('admin_permissions').where({ id }).delete();
    logger.info(`Profil « ${profil} » : ne supprime plus de fiche ${subject} (décision G5).`);
  }
}

/** Decision G5: nor say whose a fiche is, when they are Conseiller. */
async function reserveChamps(knex: Knex, { logger }: Journal): Promise<void> {
  for (const droit of await listDroits(knex, ['sms-conseiller'], ['create', 'update'])) {
    const { id, profil, action, subject } = droit;
    const properties = JSON.parse(droit.properties) as { fields?: string[] };
    const isReserve = (champ: string): boolean => RESERVES[subject]?.includes(champ) ?? false;
    const { fields = [] } = properties;
    const otes = fields.filter(isReserve);
    if (otes.length > 0) {
      const restent = fields.filter((champ) => !isReserve(champ));
      await knex('admin_permissions')
        .where({ id })
        .update({ properties: JSON.stringify({ ...properties, fields: restent }) });
      const quand = action.endsWith('create') ? 'à la création' : 'en modification';
      logger.info(
        `Profil « ${profil} » : ${quand}, n’écrit plus ${otes.join(', ')} de ${subject} (décision G5).`
      );
    }
  }
}

/** The rights that decision G5 takes away from the profils of an installation made before it. */
export async function up(knex: Knex, journal: Journal): Promise<void> {
  // A new base has no table yet: its profils are made right.
  if (await knex.schema.hasTable('admin_permissions_role_lnk')) {
    await removeSuppressions(knex, journal);
    await reserveChamps(knex, journal);
  }
}
