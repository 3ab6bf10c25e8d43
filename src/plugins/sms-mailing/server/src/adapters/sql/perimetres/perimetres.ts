import type { Knex } from 'knex';
import type { Rattachement } from '../../../../../core/perimetre';
import type { DroitCompte, PerimetreStore } from '../../../services/ports/perimetres';
import { fromJson } from '../modeles/modeles';
import { query } from '../query';
import { listChoix, listComptes, listLieux, namePerimetre, writeRattachement } from './comptes';
import { listRemplacees } from './remplacements';

const CONDITIONS = `
  SELECT coalesce(p.conditions, '[]'::jsonb) AS conditions
    FROM admin_users_roles_lnk u
    JOIN admin_permissions_role_lnk r ON r.role_id = u.role_id
    JOIN admin_permissions p ON p.id = r.permission_id
   WHERE u.user_id = :utilisateurId::int AND p.action = :action`;

const DROITS = `
  SELECT p.action, p.subject AS sujet, jsonb_agg(coalesce(p.conditions, '[]'::jsonb))::text AS conditions
    FROM admin_users_roles_lnk u
    JOIN admin_permissions_role_lnk r ON r.role_id = u.role_id
    JOIN admin_permissions p ON p.id = r.permission_id
   WHERE u.user_id = :utilisateurId::int
   GROUP BY p.action, p.subject`;

/** Decision G17: of one's own, and of the intervenant linked. */
const RATTACHEMENT = `
  WITH moi AS (SELECT intervenant_id AS id FROM intervenants_utilisateur_lnk WHERE user_id = :utilisateurId::int)
  SELECT ARRAY(SELECT id FROM moi ORDER BY id) AS "intervenantIds",
         ARRAY(SELECT l.antenne_id FROM intervenants_antenne_lnk l JOIN moi ON moi.id = l.intervenant_id
                UNION SELECT antenne_id FROM sms_rattachements
                       WHERE utilisateur_id = :utilisateurId::int AND antenne_id IS NOT NULL ORDER BY 1) AS "antenneIds",
         ARRAY(SELECT l.equipe_id FROM intervenants_equipe_lnk l JOIN moi ON moi.id = l.intervenant_id
                UNION SELECT equipe_id FROM sms_rattachements
                       WHERE utilisateur_id = :utilisateurId::int AND equipe_id IS NOT NULL ORDER BY 1) AS "equipeIds"`;

export function createPerimetres(knex: Knex): PerimetreStore {
  return {
    listComptes: (utilisateurId) => listComptes(knex, utilisateurId),
    listChoix: (perimetre) => listChoix(knex, perimetre),
    listLieux: () => listLieux(knex),
    namePerimetre: (perimetre) => namePerimetre(knex, perimetre),
    writeRattachement: (utilisateurId, saisie) => writeRattachement(knex, utilisateurId, saisie),

    async readConditions(utilisateurId, action): Promise<string[][]> {
      const lignes = await query<{ conditions: unknown }>(knex, CONDITIONS, {
        utilisateurId,
        action,
      });
      return lignes.map(({ conditions }) => fromJson<string[]>(conditions));
    },

    async listDroits(utilisateurId): Promise<DroitCompte[]> {
      const lignes = await query<Omit<DroitCompte, 'conditions'> & { conditions: string }>(
        knex,
        DROITS,
        { utilisateurId }
      );
      return lignes.map(({ conditions, ...droit }) => ({
        ...droit,
        conditions: JSON.parse(conditions) as string[][],
      }));
    },

    listRemplacees: (utilisateurId, jour) => listRemplacees(knex, utilisateurId, jour),

    async readRattachement(utilisateurId): Promise<Rattachement> {
      const [ligne] = await query<Rattachement>(knex, RATTACHEMENT, { utilisateurId });
      return ligne ?? { intervenantIds: [], antenneIds: [], equipeIds: [] };
    },
  };
}
