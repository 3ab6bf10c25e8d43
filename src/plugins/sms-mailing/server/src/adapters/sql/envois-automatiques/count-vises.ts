import type { Knex } from 'knex';
import type { CompteSoir } from '../../../../../core/api/envois-automatiques';
import type { OptionsCompte, RegleEnregistree } from '../../../services/ports/envois-automatiques';
import { query, renameParams, type Params } from '../query';
import { sqlVises, type Reglages } from './vises';

/** Every rule of the table in one statement, however many there are. */
export async function countVises(
  knex: Knex,
  regles: readonly RegleEnregistree[],
  options: OptionsCompte,
  reglages: Reglages
): Promise<CompteSoir[]> {
  if (regles.length === 0) {
    return [];
  }
  const { zone, heure } = reglages;
  const promotionSansConsentement = await reglages.promotionSansConsentement();
  const params: Record<string, unknown> = {};
  const requetes = regles.map((regle, rang) => {
    const vises = sqlVises(regle, { ...options, zone, heure, promotionSansConsentement });
    const numerote = renameParams(vises.sql, vises.params, `_${String(rang)}`);
    Object.assign(params, numerote.params satisfies Params);
    return `
     SELECT ${String(rang)} AS rang,
            count(*) FILTER (WHERE d.motif IS NULL AND NOT x.deja)::int AS recevront,
            count(*) FILTER (WHERE d.motif IS NOT NULL OR x.deja)::int AS exclus
     ${numerote.sql}`;
  });
  const lignes = await query<CompteSoir>(
    knex,
    `SELECT q.recevront, q.exclus FROM (${requetes.join(' UNION ALL ')}) q ORDER BY q.rang`,
    params
  );
  return lignes.map(({ recevront, exclus }) => ({ recevront, exclus }));
}
