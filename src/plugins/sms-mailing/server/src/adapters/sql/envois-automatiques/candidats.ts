import type { EnvoiAutomatique } from '../../../../../core/envoi-automatique';
import type { Params } from '../query';

/** A rule as its row holds it. */
export interface LigneRegle {
  id: number;
  modeleId: number;
  typeContact: string;
  regle: EnvoiAutomatique;
}

interface Fragment {
  sql: string;
  params: Params;
}

/** Guide §6.c: several values mean any of them, none means no filter. A value since deleted matches nothing. */
function lien(table: string, colonne: string, cible: string, nom: string): string {
  return `EXISTS (SELECT 1 FROM ${table} l JOIN ${cible} c ON c.id = l.${colonne}
                   WHERE l.action_id = a.id AND c.document_id = ANY(:${nom}))`;
}

function sqlCriteres(regle: EnvoiAutomatique): Fragment {
  const { criteres } = regle;
  const conditions: string[] = [];
  const params: Record<string, unknown> = {};
  const keep = (valeurs: readonly string[], nom: string, sql: string): void => {
    if (valeurs.length > 0) {
      conditions.push(sql);
      params[nom] = [...valeurs];
    }
  };
  keep(criteres.natures, 'natures', 'a.nature = ANY(:natures)');
  keep(criteres.modesIntervention, 'modes', 'a.mode_intervention = ANY(:modes)');
  keep(criteres.presences, 'presences', `coalesce(p.presence, 'Non saisie') = ANY(:presences)`);
  keep(
    criteres.typesAction,
    'types',
    lien('actions_type_action_lnk', 'type_action_id', 'types_action', 'types')
  );
  keep(criteres.ods, 'ods', lien('actions_ods_lnk', 'ods_id', 'ods', 'ods'));
  keep(criteres.etapes, 'etapes', lien('actions_etape_lnk', 'etape_id', 'etapes', 'etapes'));
  if (criteres.confirme !== 'indifferent') {
    conditions.push(
      `coalesce(p.confirme, false) = ${criteres.confirme === 'oui' ? 'true' : 'false'}`
    );
  }
  return { sql: conditions.map((condition) => `AND ${condition}`).join('\n       '), params };
}

/**
 * Decision B6: with « rattrapage », who enrolled after the evening of J−n is still told, until the day before.
 * `:cible` is the day that the rule looks for tonight.
 */
function sqlJour(regle: EnvoiAutomatique): string {
  if (!regle.rattrapage || regle.delai >= -1) {
    return 'a.date = :cible::date';
  }
  return `(a.date = :cible::date
           OR (a.date > :soir::date AND a.date < :cible::date
               AND p.created_at > ((a.date + :delai::int + :heure::time) AT TIME ZONE :zone AT TIME ZONE 'UTC')))`;
}

/** Decision F19: with the option off, an action that moved does not warn again. */
const DEJA_PREVENU = `AND NOT EXISTS (
         SELECT 1 FROM sms_envois v
          WHERE v.envoi_automatique_id = :regleId AND v.action_id = a.id AND v.destinataire_id = e.id
            AND v.modele_id = :modeleId AND v.action_date <> a.date AND starts_with(v.cle, 'a:')
            AND v.statut IN ('programme', 'reserve', 'en_cours', 'envoye', 'remis', 'incertain'))`;

export interface Soir {
  /** 'YYYY-MM-DD' of the evening and of the actions it looks for. */
  soir: string;
  cible: string;
  zone: string;
  heure: string;
}

/**
 * Guide §6.b: « envoi à tous les entrepreneurs ayant une action correspondant aux différents paramétrages ».
 * Columns: participation_id, action_id, action_date, destinataire_id, nom, prenom, objet, entrepreneur,
 * action (documentIds). Cancelled actions and participations never count (decision F12).
 */
export function sqlCandidats(ligne: LigneRegle, soir: Soir): Fragment {
  const criteres = sqlCriteres(ligne.regle);
  const inscrit = `coalesce(p.statut, 'Inscrit')`;
  const statuts = ligne.regle.inclureListeAttente
    ? `${inscrit} <> 'Annulé'`
    : `${inscrit} = 'Inscrit'`;
  return {
    sql: `
    SELECT p.id AS participation_id, a.id AS action_id, a.date AS action_date, a.objet,
           e.id AS destinataire_id, e.nom, e.prenom, e.document_id AS entrepreneur, a.document_id AS action
      FROM actions a
      JOIN participations_action_lnk la ON la.action_id = a.id
      JOIN participations p ON p.id = la.participation_id
      JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
      JOIN entrepreneurs e ON e.id = le.entrepreneur_id
     WHERE ${sqlJour(ligne.regle)}
       AND coalesce(a.statut, 'Planifiée') <> 'Annulée'
       AND ${statuts}
       ${criteres.sql}
       ${ligne.regle.prevenirSiDateChange ? '' : DEJA_PREVENU}`,
    params: {
      ...criteres.params,
      cible: soir.cible,
      soir: soir.soir,
      zone: soir.zone,
      heure: soir.heure,
      delai: ligne.regle.delai,
      regleId: ligne.id,
      modeleId: ligne.modeleId,
    },
  };
}
