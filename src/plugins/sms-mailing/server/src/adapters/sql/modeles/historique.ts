import type { Knex } from 'knex';
import type { PageHistorique } from '../../../../../core/api/historique';
import type { Perimetre } from '../../../../../core/perimetre';
import type { HistoriqueOptions } from '../../../services/ports/fiches';
import { SQL_HISTORIQUE } from '../archives/historique';
import { sqlBilans, sqlUsages } from '../bilans/bilans';
import { sqlDate, sqlTotal } from '../bilans/groupe';
import { sqlEnvoisVisibles } from '../campagnes/visibles';
import { toMotif } from '../cibles/conditions';
import { withAdressesPrevues } from '../fiches/adresses-prevues';
import { LIGNE, TROUVE, type LigneSql } from '../fiches/ligne-historique';
import { query } from '../query';

const CE_MODELE = '(SELECT id FROM sms_modeles WHERE document_id = :modele)';

function sqlTotalGarde(perimetre: Perimetre): string {
  const duModele = `g.modele_id = ${CE_MODELE}`;
  return perimetre.genre === 'tout'
    ? `WITH ${sqlUsages(duModele)} SELECT coalesce(sum(${sqlTotal('u')}), 0)::int AS n FROM usages u`
    : `WITH ${sqlBilans(perimetre, duModele).sql} SELECT coalesce(sum(${sqlTotal('b')}), 0)::int AS n FROM bilans b`;
}

/**
 * Guide §7.b: the envois of one modèle, page by page along `sms_envois_modele_date_idx`. How many there are is kept
 * (docs/adr/0023); what a search finds is counted.
 */
export async function listEnvoisDeModele(
  knex: Knex,
  modele: string,
  { perimetre, recherche, page, pageSize }: HistoriqueOptions,
  sansConsentement: () => Promise<boolean>
): Promise<PageHistorique> {
  const visibles = sqlEnvoisVisibles(perimetre);
  const params = {
    ...visibles.params,
    modele,
    recherche: toMotif(recherche),
    limite: pageSize,
    saut: (page - 1) * pageSize,
  };
  const trouves = `
    FROM ${SQL_HISTORIQUE} v ${recherche === '' ? '' : 'JOIN sms_modeles m ON m.id = v.modele_id'}
   WHERE v.modele_id = ${CE_MODELE} AND ${visibles.sql}
     AND ${recherche === '' ? 'true' : TROUVE.replaceAll('e.', 'v.')}`;
  const total =
    recherche === '' ? sqlTotalGarde(perimetre) : `SELECT count(*)::int AS n ${trouves}`;
  const [compte] = await query<{ n: number }>(knex, total, params);
  const lignes = await query<LigneSql>(
    knex,
    `SELECT ${LIGNE}
       FROM (SELECT v.id, row_number() OVER () AS rang
               FROM (SELECT v.id ${trouves} ORDER BY ${sqlDate('v')} DESC, v.id DESC LIMIT :limite OFFSET :saut) v) p
       JOIN ${SQL_HISTORIQUE} e ON e.id = p.id
       LEFT JOIN sms_modeles m ON m.id = e.modele_id
       LEFT JOIN sms_file f ON f.envoi_id = e.id
      ORDER BY p.rang`,
    params
  );
  return {
    total: compte?.n ?? 0,
    lignes: await withAdressesPrevues(knex, lignes, sansConsentement),
  };
}
