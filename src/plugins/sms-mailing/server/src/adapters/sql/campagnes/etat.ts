import type { Onglet, Selection } from '../../../../../core/campagne';
import type { CritereDestinataires } from '../../../services/ports/campagnes';
import type { Condition } from '../destinataires/perimetre';
import { sqlPerimetre } from '../destinataires/perimetre';
import type { Etendue } from '../destinataires/destination';
import { sqlDestinataires } from '../destinataires/destination';
import { sqlFiches } from '../destinataires/fiches';
import { allOf } from './conditions';
import { sqlFiltres } from './filtres';
import { sqlRecherche } from './recherche';

/** Statuts by the onglet they put a person in; the others (échec, exclu, annulé) may be tried again. */
const PROGRAMMES = `'programme', 'reserve', 'en_cours'`;
const EFFECTUES = `'envoye', 'remis', 'incertain'`;

/**
 * One row per destinataire that this campagne, or tonight's envois of the same modele (decision C6), already
 * concern: programme, effectue, essais (how many keys are taken), envoi_id (the latest).
 */
const ETAT = `
  SELECT v.destinataire_id,
         bool_or(v.statut IN (${PROGRAMMES})) AS programme,
         bool_or(v.statut IN (${EFFECTUES})) AS effectue,
         count(*) FILTER (WHERE v.propre)::int AS essais,
         max(v.id) AS envoi_id
    FROM (SELECT c.id, c.destinataire_id, c.statut, true AS propre
            FROM sms_envois c
           WHERE c.campagne_id = :campagneId::int AND c.type_destinataire = :typeDestinataire
           UNION ALL
          SELECT t.id, t.destinataire_id, t.statut, false
            FROM sms_envois t
           WHERE t.modele_id = :modeleId::int AND t.type_destinataire = :typeDestinataire
             AND t.statut IN (${PROGRAMMES}) AND t.prevu_le = :soir::timestamp
             AND t.modalite IN ('campagne', 'fiche_entrepreneur')
             AND t.campagne_id IS DISTINCT FROM :campagneId::int) v
   GROUP BY v.destinataire_id`;

/** To which onglet a person belongs; `t` is its row of ETAT, all null for most. */
const SQL_ONGLET = `
  CASE WHEN t.effectue THEN 'effectues' WHEN t.programme THEN 'programmes' ELSE 'non_faits' END`;

/** The same as conditions: the planner cannot guess how many a CASE keeps, and would probe fiches one by one. */
export const CONDITIONS_ONGLET: Readonly<Record<Onglet, string>> = {
  effectues: 't.effectue',
  programmes: 't.programme AND t.effectue IS NOT TRUE',
  non_faits: 't.programme IS NOT TRUE AND t.effectue IS NOT TRUE',
};

function conditionOf(critere: CritereDestinataires): Condition {
  const { filtres, perimetre, recherche } = critere;
  return allOf([
    sqlPerimetre(perimetre),
    sqlFiltres(filtres, critere.dateEnvoi),
    ...sqlRecherche(filtres.typeDestinataire, 'table', recherche),
  ]);
}

/** Fiches `d` with their state `t`, within filters, search and périmètre: FROM and WHERE. */
export function sqlCibles(critere: CritereDestinataires): Condition {
  const { sql, params } = conditionOf(critere);
  const fiches = sqlFiches(critere.filtres.typeDestinataire);
  return {
    sql: `FROM (${fiches}) d LEFT JOIN (${ETAT}) t ON t.destinataire_id = d.id WHERE ${sql}`,
    params: {
      ...params,
      campagneId: critere.campagneId,
      modeleId: critere.modele.id,
      typeDestinataire: critere.filtres.typeDestinataire,
      soir: critere.soir,
    },
  };
}

export function sqlDestinatairesOf(critere: CritereDestinataires, etendue: Etendue): string {
  return sqlDestinataires(
    {
      typeDestinataire: critere.filtres.typeDestinataire,
      typeContact: critere.modele.typeContact,
      but: critere.modele.but,
      promotionSansConsentement: critere.promotionSansConsentement,
    },
    etendue
  );
}

/**
 * The ticked ones, for a WITH: `cibles` (columns of `sqlFiches`, plus onglet and essais), then `joignables`,
 * the same with the address that will be used and the motif.
 */
export function sqlSelectionJoignable(
  critere: CritereDestinataires,
  selection: Selection
): Condition {
  const cibles = sqlCibles(critere);
  const choix = sqlSelection(selection);
  return {
    sql: `
    cibles AS MATERIALIZED (
      SELECT d.*, coalesce(t.essais, 0) AS essais, ${SQL_ONGLET} AS onglet ${cibles.sql} AND ${choix.sql}),
    joignables AS (${sqlDestinatairesOf(critere, { cibles: 'cibles' })})`,
    params: { ...cibles.params, ...choix.params },
  };
}

/** Guide §7.b « tout cocher » or the ids ticked; a fiche test is only ever ticked by hand (decision F13). */
function sqlSelection(selection: Selection): Condition {
  return 'ids' in selection
    ? { sql: 'd.id = ANY(:ids::int[])', params: { ids: selection.ids } }
    : {
        sql: 'NOT d.id = ANY(:saufIds::int[])',
        params: { saufIds: selection.saufIds },
      };
}

/** Why a ticked person receives nothing: a fiche test caught by « tout cocher », else its own motif. */
export function sqlMotifSelection(selection: Selection): string {
  return 'ids' in selection
    ? 'd.motif'
    : `CASE WHEN d.fiche_test THEN coalesce(d.motif, 'fiche_test') ELSE d.motif END`;
}
