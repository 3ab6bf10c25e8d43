import type { Knex } from 'knex';
import type { MotifExclusion } from '../../../../../core/motif';
import type { Place } from '../../../../../core/prevision';
import { query } from '../query';
import { sqlCandidats } from './candidats';
import { sqlPourMoitie } from './conditions';
import type { Horloge, Part } from './part';

/** Candidates of one rattachement who meet the same fate; `ids`: those whom nothing keeps back. */
export interface GroupeCandidats extends Place {
  motif: MotifExclusion | null;
  personnes: number;
  ids: number[];
}

const PLACE = ['antenne_id', 'equipe_id', 'referent_id'];

/** The whole cible by rattachement, as far as its text plays no part. */
export function groupCandidats(
  trx: Knex,
  part: Part,
  horloge: Horloge
): Promise<GroupeCandidats[]> {
  const { sql, params } = sqlCandidats(part, horloge, PLACE);
  return query<GroupeCandidats>(
    trx,
    `WITH ${sql}
     SELECT coalesce(d.tenu, d.raison) AS motif, d.antenne_id AS "antenneId", d.equipe_id AS "equipeId",
            d.referent_id AS "referentId", count(*)::int AS personnes,
            CASE WHEN coalesce(d.tenu, d.raison) IS NULL THEN array_agg(d.id) ELSE '{}' END AS ids
       FROM candidats d WHERE ${sqlPourMoitie('d.ecart IS NULL')} GROUP BY 1, 2, 3, 4`,
    params
  );
}
