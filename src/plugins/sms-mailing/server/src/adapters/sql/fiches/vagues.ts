import type { Knex } from 'knex';
import type { LigneVague, PageVagues } from '../../../../../core/api/historique';
import { RETENU } from '../../../../../core/suspension';
import type { HistoriqueOptions } from '../../../services/ports/fiches';
import { SQL_HISTORIQUE } from '../archives/historique';
import { toMotif } from '../cibles/conditions';
import type { Condition } from '../destinataires/perimetre';
import { sqlStatut } from '../envois/file';
import { fromJson } from '../modeles/modeles';
import { query, type Params } from '../query';
import { TROUVE } from './ligne-historique';

/** What one statement writes of one modèle is written at one instant: that names the vague of a line `e`. */
export const SQL_VAGUE = `concat_ws('.', e.modalite, e.modele_id, e.envoi_automatique_id, (extract(epoch FROM e.created_at) * 1000)::bigint)`;

const STATUT = sqlStatut('e');
const compte = (statuts: readonly string[], nom: string): string =>
  `'${nom}', count(*) FILTER (WHERE ${STATUT} IN (${statuts.map((statut) => `'${statut}'`).join(', ')}))::int`;

const BILAN = `jsonb_build_object(${[
  compte(['programme'], 'programmes'),
  compte(['reserve', 'en_cours'], 'enCours'),
  compte(['envoye', 'remis'], 'envoyes'),
  compte(['echec'], 'echecs'),
  compte(['incertain'], 'incertains'),
  compte(['exclu'], 'exclus'),
  compte(['annule'], 'annules'),
].join(', ')})`;

type LigneSql = Omit<LigneVague, 'prevuLe' | 'envoyeLe'> & {
  total: number;
  prevuLe: Date;
  envoyeLe: Date | null;
};

/** A vague is found by its modèle, or by any of its persons. */
export async function listVagues(
  knex: Knex,
  condition: Condition,
  { recherche, page, pageSize }: HistoriqueOptions
): Promise<PageVagues> {
  const params: Params = {
    ...condition.params,
    recherche: toMotif(recherche),
    limite: pageSize,
    saut: (page - 1) * pageSize,
  };
  const lignes = await query<LigneSql>(
    knex,
    `WITH vagues AS (
       SELECT ${SQL_VAGUE} AS cle, e.modele_id, e.modalite, min(e.type_contact) AS type_contact, ${BILAN} AS bilan,
              max(e.prevu_le) AS prevu_le, max(e.envoye_le) AS envoye_le,
              max(e.detail) FILTER (WHERE starts_with(e.detail, '${RETENU}') AND ${STATUT} = 'programme') AS retenu
         FROM ${SQL_HISTORIQUE} e LEFT JOIN sms_modeles m ON m.id = e.modele_id LEFT JOIN sms_file f ON f.envoi_id = e.id
        WHERE ${condition.sql}
        GROUP BY 1, 2, 3
       HAVING ${recherche === '' ? 'true' : `bool_or(${TROUVE})`})
     SELECT count(*) OVER ()::int AS total, v.cle, coalesce(m.nom, '') AS modele, m.document_id AS "modeleDocumentId",
            v.type_contact AS "typeContact", v.modalite AS origine, v.bilan, v.retenu, v.prevu_le AS "prevuLe",
            v.envoye_le AS "envoyeLe"
       FROM vagues v LEFT JOIN sms_modeles m ON m.id = v.modele_id
      ORDER BY coalesce(v.envoye_le, v.prevu_le) DESC, v.cle DESC LIMIT :limite OFFSET :saut`,
    params
  );
  return {
    total: lignes[0]?.total ?? 0,
    lignes: lignes.map(({ total: _total, prevuLe, envoyeLe, ...ligne }) => ({
      ...ligne,
      bilan: fromJson<LigneVague['bilan']>(ligne.bilan),
      prevuLe: prevuLe.toISOString(),
      envoyeLe: envoyeLe?.toISOString() ?? null,
    })),
  };
}
