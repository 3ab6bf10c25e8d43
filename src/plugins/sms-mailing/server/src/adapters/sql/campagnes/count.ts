import type { Knex } from 'knex';
import type { ComptesDestinataires } from '../../../../../core/api/campagnes';
import type { Onglet, Selection } from '../../../../../core/campagne';
import { JOURS_ENVOI_RECENT } from '../../../../../core/campagne';
import type { MotifExclusion } from '../../../../../core/motif';
import type { CritereDestinataires } from '../../../services/ports/campagnes';
import { query } from '../query';
import { runLarge } from './large-query';
import { sqlMotifSelection, sqlSelectionJoignable } from './etat';

interface Ligne {
  onglet: Onglet;
  motif: MotifExclusion | null;
  nombre: number;
  recents: number;
}

function toComptes(lignes: readonly Ligne[]): ComptesDestinataires {
  const comptes: ComptesDestinataires = {
    effectues: 0,
    programmes: 0,
    nonFaits: { total: 0, joignables: 0, motifs: {}, recents: 0 },
  };
  for (const { onglet, motif, nombre, recents } of lignes) {
    if (onglet !== 'non_faits') {
      comptes[onglet] += nombre;
      continue;
    }
    comptes.nonFaits.total += nombre;
    if (motif === null) {
      comptes.nonFaits.joignables += nombre;
      comptes.nonFaits.recents += recents;
    } else {
      comptes.nonFaits.motifs[motif] = nombre;
    }
  }
  return comptes;
}

/** Who will receive, who will not and why: one statement over all that is filtered. */
export async function countDestinataires(
  knex: Knex,
  critere: CritereDestinataires,
  selection: Selection
): Promise<ComptesDestinataires> {
  const { sql, params } = sqlSelectionJoignable(critere, selection);
  const lignes = await runLarge(knex, (trx) =>
    query<Ligne>(
      trx,
      `WITH ${sql},
     recents AS MATERIALIZED (
       SELECT DISTINCT u.destinataire_id AS id FROM sms_envois u
        WHERE u.modele_id = :modeleId::int AND u.type_destinataire = :typeDestinataire
          AND u.statut IN ('envoye', 'remis')
          AND u.envoye_le > :now::timestamp - interval '${String(JOURS_ENVOI_RECENT)} days')
     SELECT q.onglet, q.motif, count(*)::int AS nombre,
            count(*) FILTER (WHERE q.id IN (SELECT r.id FROM recents r))::int AS recents
       FROM (SELECT d.id, d.onglet, ${sqlMotifSelection(selection)} AS motif FROM joignables d) q
      GROUP BY 1, 2`,
      { ...params, now: critere.now }
    )
  );
  return toComptes(lignes);
}
