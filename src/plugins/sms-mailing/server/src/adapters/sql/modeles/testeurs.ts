import type { Knex } from 'knex';
import type { TesteurStore } from '../../../services/ports/modeles';
import { query } from '../query';

export function createTesteurs(knex: Knex): TesteurStore {
  return {
    async readNumero(utilisateurId): Promise<string | null> {
      const [ligne] = await query<{ telephone: string | null }>(
        knex,
        `SELECT i.telephone FROM intervenants_utilisateur_lnk l JOIN intervenants i ON i.id = l.intervenant_id
          WHERE l.user_id = :utilisateurId ORDER BY i.id LIMIT 1`,
        { utilisateurId }
      );
      return ligne?.telephone ?? null;
    },
  };
}
