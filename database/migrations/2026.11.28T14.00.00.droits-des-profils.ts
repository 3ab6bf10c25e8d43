import type { Knex } from 'knex';

interface Journal {
  logger: { info(ligne: string): void };
}

interface Droit {
  id: number;
  profil: string;
  action: string;
  subject: string | null;
  properties: { fields?: string[] } | null;
}

const EXPLORER = 'plugin::content-manager.explorer';
const PROFILS = ['sms-conseiller', 'sms-profil-specifique'];
const RESERVES: Readonly<Record<string, readonly string[]>> = {
  'api::entrepreneur.entrepreneur': ['ficheTest', 'antenne', 'referent'],
  'api::action.action': ['antenne'],
};

/** Decision G5: a profil of an earlier version may still delete fiches. */
async function removeSuppressions(knex: Knex, { logger }: Journal): Promise<void> {
  const retires = (await knex('admin_permissions AS p')
    .join('admin_permissions_role_lnk AS l', 'l.permission_id', 'p.id')
    .join('admin_roles AS r', 'r.id', 'l.role_id')
    .whereIn('r.code', PROFILS)
    .where('p.action', `${EXPLORER}.delete`)
    .where('p.subject', 'like', 'api::%')
    .select('p.id', 'p.subject', 'r.name AS profil')) as Droit[];
  await knex('admin_permissions')
    .whereIn(
      'id',
      retires.map(({ id }) => id)
    )
    .delete();
  for (const { profil, subject } of retires) {
    logger.info(`Profil « ${profil} » : ne supprime plus de fiche ${subject ?? ''} (décision G5).`);
  }
}

/** Decision G5: nor say whose a fiche is, when they are Conseiller. */
async function reserveChamps(knex: Knex, { logger }: Journal): Promise<void> {
  const droits = (await knex('admin_permissions AS p')
    .join('admin_permissions_role_lnk AS l', 'l.permission_id', 'p.id')
    .join('admin_roles AS r', 'r.id', 'l.role_id')
    .where('r.code', 'sms-conseiller')
    .whereIn('p.action', [`${EXPLORER}.create`, `${EXPLORER}.update`])
    .whereIn('p.subject', Object.keys(RESERVES))
    .select('p.id', 'p.action', 'p.subject', 'r.name AS profil')
    .select(knex.raw('p.properties::text AS properties'))) as (Omit<Droit, 'properties'> & {
    properties: string | null;
  })[];
  for (const { id, profil, action, subject, properties } of droits) {
    const lues = JSON.parse(properties ?? '{}') as NonNullable<Droit['properties']>;
    const reserves = RESERVES[subject ?? ''] ?? [];
    const otes = lues.fields?.filter((champ) => reserves.includes(champ)) ?? [];
    if (otes.length === 0) {
      continue;
    }
    const fields = lues.fields?.filter((champ) => !reserves.includes(champ));
    await knex('admin_permissions')
      .where({ id })
      .update({ properties: JSON.stringify({ ...lues, fields }) });
    const verbe = action.endsWith('create') ? 'à la création' : 'en modification';
    logger.info(
      `Profil « ${profil} » : ${verbe}, n’écrit plus ${otes.join(', ')} de ${subject ?? ''} (décision G5).`
    );
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
