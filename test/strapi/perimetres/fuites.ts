import type { Etendue } from '../../../src/plugins/sms-mailing/core/perimetre';
import type { BaseDuGuide } from '../base-du-guide';
import { findRole } from '../harness';
import type { SUIVIES } from './base';

const COPIE = `
  WITH lus AS (SELECT p.*, nextval(pg_get_serial_sequence('admin_permissions', 'id')) AS nouveau
                 FROM admin_permissions p JOIN admin_permissions_role_lnk l ON l.permission_id = p.id
                WHERE l.role_id = $1),
       ecrits AS (INSERT INTO admin_permissions (id, document_id, action, action_parameters, subject, properties, conditions)
                  SELECT nouveau, document_id, action, action_parameters, subject, properties, conditions FROM lus RETURNING id)
  INSERT INTO admin_permissions_role_lnk (permission_id, role_id) SELECT id, $2 FROM ecrits`;

/** Every right of an Administrateur, in a role of its own whose conditions change; this account has it alone. */
export async function giveTousLesDroits(
  base: BaseDuGuide,
  compte: { id: number }
): Promise<{
  limit: (etendues: readonly Etendue[], ou?: string) => Promise<void>;
}> {
  const roles = base.app.strapi.service('admin::role') as unknown as {
    create(role: object): Promise<{ id: number }>;
  };
  const { id: roleId } = await roles.create({ name: 'Tous les droits', code: 'tous-les-droits' });
  const administrateur = await findRole(base.app, 'sms-administrateur');
  await base.sql(COPIE, [administrateur!.id, roleId]);
  await base.sql('UPDATE admin_users_roles_lnk SET role_id = $1 WHERE user_id = $2', [
    roleId,
    compte.id,
  ]);
  return {
    async limit(etendues, ou = 'true') {
      await base.sql(
        `UPDATE admin_permissions SET conditions = $1::jsonb
          WHERE id IN (SELECT permission_id FROM admin_permissions_role_lnk WHERE role_id = $2) AND ${ou}`,
        [
          JSON.stringify(etendues.map((etendue) => `plugin::sms-mailing.perimetre-${etendue}`)),
          roleId,
        ]
      );
    },
  };
}

/** What tells who someone is, on any screen: both orders of their name, their e-mail; the homonym of an intervenant is nobody. */
interface Identite {
  type: (typeof SUIVIES)[number];
  id: number;
  signes: string[];
}

const sqlNoms = (alias: string): string =>
  `upper(${alias}.nom) || ' ' || ${alias}.prenom, ${alias}.prenom || ' ' || upper(${alias}.nom)`;

export function listIdentites(base: BaseDuGuide): Promise<Identite[]> {
  return base.sql<Identite>(
    `SELECT 'entrepreneur' AS type, e.id, array_remove(ARRAY[${sqlNoms('e')},
              (SELECT c.adresse FROM entrepreneurs_cmps x JOIN components_coordonnees_emails c ON c.id = x.cmp_id
                WHERE x.entity_id = e.id AND x.field = 'emails' ORDER BY c.id LIMIT 1)], NULL) AS signes
       FROM entrepreneurs e
      WHERE NOT EXISTS (SELECT 1 FROM intervenants i WHERE upper(i.nom) = upper(e.nom) AND i.prenom = e.prenom)
      UNION ALL
     SELECT 'contact-individuel', c.id, array_remove(ARRAY[${sqlNoms('c')}, c.courriel_pro], NULL) FROM contacts_individuels c
      UNION ALL
     SELECT 'entreprise-partenaire', p.id, ARRAY[p.raison_sociale] FROM entreprises_partenaires p`
  );
}

/** Those of the text whom nothing allows to name. */
export function listNommes(
  texte: string,
  identites: readonly Identite[],
  permis: ReadonlySet<string> = new Set()
): string[] {
  return identites
    .flatMap(({ signes }) => signes)
    .filter((signe) => texte.includes(signe) && !permis.has(signe));
}
