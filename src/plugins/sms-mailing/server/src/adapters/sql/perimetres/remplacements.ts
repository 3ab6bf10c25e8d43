import type { Knex } from 'knex';
import type { Remplacement } from '../../../../../core/api/profils';
import { execute, query } from '../query';

/** Decision G17: who an account replaces on a day; who replaces her is not replaced in turn. */
export async function listRemplacees(
  knex: Knex,
  utilisateurId: number,
  jour: string
): Promise<number[]> {
  const lignes = await query<{ id: number }>(
    knex,
    `SELECT r.utilisateur_id AS id FROM sms_remplacements r
      WHERE r.par_id = :utilisateurId::int AND :jour::date BETWEEN r.du AND r.au ORDER BY 1`,
    { utilisateurId, jour }
  );
  return lignes.map(({ id }) => id);
}

/** One at a time for an account; null: none any more. */
export async function writeRemplacement(
  trx: Knex,
  utilisateurId: number,
  remplacement: Remplacement | null
): Promise<void> {
  await execute(trx, 'DELETE FROM sms_remplacements WHERE utilisateur_id = :utilisateurId', {
    utilisateurId,
  });
  if (remplacement !== null) {
    await execute(
      trx,
      `INSERT INTO sms_remplacements (utilisateur_id, par_id, du, au)
       VALUES (:utilisateurId, :par, :du::date, :au::date)`,
      { utilisateurId, ...remplacement }
    );
  }
}

/**
 * Decision G17: who reads on the day `jour` (an expression) what is written to the intervenant `i`: she, or who replaces her
 * account, at the address of her fiche Intervenant, else of her account. A row `(nom, email)`, or none.
 */
export const sqlLectrice = (i: string, jour: string): string => `
  (SELECT coalesce(ri.nom, u.lastname, u.email) AS nom, coalesce(ri.prenom, u.firstname) AS prenom,
          coalesce(nullif(btrim(ri.email), ''), u.email) AS email
     FROM intervenants_utilisateur_lnk l
     JOIN sms_remplacements r ON r.utilisateur_id = l.user_id AND ${jour} BETWEEN r.du AND r.au
     JOIN admin_users u ON u.id = r.par_id AND u.is_active AND NOT coalesce(u.blocked, false)
     LEFT JOIN LATERAL (
       SELECT x.* FROM intervenants_utilisateur_lnk rl JOIN intervenants x ON x.id = rl.intervenant_id
        WHERE rl.user_id = u.id ORDER BY x.id LIMIT 1) ri ON true
    WHERE l.intervenant_id = ${i}.id
    ORDER BY r.utilisateur_id LIMIT 1)`;
