import type { Knex } from 'knex';
import type { Selection } from '../../../../../core/campagne';
import type { Donnee } from '../../../../../core/catalogue-signets';
import type { CritereDestinataires } from '../../../services/ports/campagnes';
import { sqlContexte } from '../contexte/valeurs';
import { query } from '../query';
import { sqlMotifSelection, sqlSelectionJoignable } from './etat';
import { runLarge } from './large-query';

/** Drawn by a stable shuffle: the same click measures the same persons. */
export async function drawValeurs(
  knex: Knex,
  critere: CritereDestinataires,
  selection: Selection,
  { donnees, limite }: { donnees: readonly Donnee[]; limite: number }
): Promise<(string | null)[][]> {
  const { sql, params } = sqlSelectionJoignable(critere, selection);
  const contexte = sqlContexte(donnees, critere.filtres.typeDestinataire);
  const lignes = await runLarge(knex, (trx) =>
    query<{ valeurs: (string | null)[] }>(
      trx,
      `WITH ${sql}
     SELECT ${contexte.valeurs} AS valeurs
       FROM (SELECT j.* FROM joignables j
              WHERE j.onglet = 'non_faits' AND (${sqlMotifSelection(selection).replaceAll('d.', 'j.')}) IS NULL
              ORDER BY md5(j.document_id) LIMIT :limite::int) d
       CROSS JOIN LATERAL (SELECT d.id AS destinataire_id, NULL::int AS action_id, NULL::int AS participation_id) u
       ${contexte.jointures}`,
      { ...params, limite }
    )
  );
  return lignes.map(({ valeurs }) => valeurs);
}
