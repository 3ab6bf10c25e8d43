import type { Onglet, Selection } from '../../../../../core/campagne';
import { initialeDestinataire, prefixeCle } from '../../../../../core/envoi';
import { SQL_HISTORIQUE } from '../archives/historique';
import { allOf } from './conditions';
import { sqlFiltres } from './filtres';
import { sqlRecherche } from './recherche';
import type { Condition } from '../destinataires/perimetre';
import type { PartDe, SqlCible } from './part';
import { EFFECTUES, PROGRAMMES } from './tenus';

/**
 * One row per destinataire that this campagne, or tonight's envois of the same modèle (decision C6), already
 * concern. Read once for the whole base, not person by person: a campagne may hold 100,000.
 */
const TENUS = `
  SELECT v.destinataire_id,
         bool_or(v.statut IN (${PROGRAMMES})) AS programme, bool_or(v.statut IN (${EFFECTUES})) AS effectue,
         count(*) FILTER (WHERE v.propre)::int AS essais,
         max(v.id) AS envoi_id
    FROM (SELECT c.id, c.destinataire_id, c.statut, true AS propre
            FROM ${SQL_HISTORIQUE} c
           WHERE c.campagne_id = :campagneId::int AND c.type_destinataire = :typeDestinataire
           UNION ALL
          SELECT t.id, t.destinataire_id, t.statut, false
            FROM sms_envois t
           WHERE t.modele_id = :modeleId::int AND t.type_destinataire = :typeDestinataire
             AND t.statut IN (${PROGRAMMES}) AND t.prevu_le = :depart::timestamp
             AND t.modalite IN ('campagne', 'fiche_entrepreneur')
             AND t.campagne_id IS DISTINCT FROM :campagneId::int) v
   GROUP BY v.destinataire_id`;

/** How many persons stand in another onglet than « non faits », whatever the filters. */
export const COMPTE_TENUS = `
  SELECT count(*)::int AS tenus FROM (${TENUS}) t WHERE t.programme OR t.effectue`;

/** In which onglet a person is. As conditions: the planner cannot guess how many a CASE keeps, and would probe fiches one by one. */
export const CONDITIONS_ONGLET: Readonly<Record<Onglet, string>> = {
  effectues: 't.effectue',
  programmes: 't.programme AND t.effectue IS NOT TRUE',
  non_faits: 't.programme IS NOT TRUE AND t.effectue IS NOT TRUE',
};

/** Guide §7.b « tout cocher » or the ids ticked. */
function sqlSelection(selection: Selection): Condition {
  return 'ids' in selection
    ? { sql: 'd.id = ANY(:ids::int[])', params: { ids: selection.ids } }
    : { sql: 'NOT d.id = ANY(:saufIds::int[])', params: { saufIds: selection.saufIds } };
}

/** Guide §7: who the filters keep among who is ticked, this evening. */
export function sqlCampagne({ cible, modele, depart }: PartDe<'campagne'>): SqlCible {
  const { filtres, recherche, selection, campagneId, dateEnvoi } = cible;
  const { typeDestinataire } = filtres;
  const conditions = [
    ...sqlFiltres(filtres, dateEnvoi),
    ...sqlRecherche(typeDestinataire, 'table', recherche),
  ];
  const { sql, params } = allOf([...conditions, sqlSelection(selection)]);
  const initiale = initialeDestinataire(typeDestinataire);
  return {
    typeDestinataire,
    jointures: `LEFT JOIN (${TENUS}) t ON t.destinataire_id = d.id`,
    colonnes: {
      modalite: `'campagne'`,
      campagne_id: ':campagneId::int',
      base: `(:prefixe::text || d.id || ':m' || :modeleId::int || ':')`,
      essais: 'coalesce(t.essais, 0)',
      tenu: `CASE WHEN t.effectue THEN 'deja_envoye' WHEN t.programme THEN 'deja_programme' END`,
      envoi_id: 't.envoi_id',
      // A fiche test is only ever ticked by hand (decision F13).
      motif_cible: 'ids' in selection ? 'NULL' : `CASE WHEN d.fiche_test THEN 'fiche_test' END`,
    },
    condition: sql,
    toutes: conditions.length === 0 && 'tous' in selection,
    params: {
      ...params,
      prefixe: `${prefixeCle('campagne')}:${String(campagneId ?? 0)}:${initiale}`,
      campagneId,
      modeleId: modele.id,
      typeDestinataire,
      depart,
    },
  };
}
