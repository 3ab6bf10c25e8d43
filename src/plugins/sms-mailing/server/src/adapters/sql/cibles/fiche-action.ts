import { prefixeCle } from '../../../../../core/envoi';
import { SQL_LIEU } from './lieu';
import type { PartDe, SqlCible } from './part';
import { COLONNES_TENUS, sqlTenus } from './tenus';

const BASE = `(:prefixe::text || o.action_id || '.' || o.action_date || ':e' || d.id || ':m' || :modeleId::int || ':')`;

/** Guide §8: the inscrits of the action, once each; the liste d'attente only when asked (decision D10). */
const PARTICIPANTS = `
  JOIN (SELECT DISTINCT ON (le.entrepreneur_id) le.entrepreneur_id, p.id AS participation_id, a.id AS action_id,
               a.document_id AS action_document, a.objet AS action_objet, a.date AS action_date,
               to_char(a.heure_debut, 'HH24:MI') AS action_heure, ${SQL_LIEU} AS action_lieu
          FROM actions a
          JOIN participations_action_lnk la ON la.action_id = a.id
          JOIN participations p ON p.id = la.participation_id
          JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
         WHERE a.id = :actionId::int
           AND (coalesce(p.statut, 'Inscrit') = 'Inscrit' OR (:listeAttente::boolean AND p.statut <> 'Annulé'))
         ORDER BY le.entrepreneur_id, p.id) o ON o.entrepreneur_id = d.id`;

/** Guide §8: the participants of an action, at the click. */
export function sqlFicheAction({ cible, modele }: PartDe<'fiche_action'>): SqlCible {
  const { participants } = cible;
  return {
    typeDestinataire: 'entrepreneur',
    jointures: `${PARTICIPANTS} ${sqlTenus(BASE)}`,
    colonnes: {
      ...COLONNES_TENUS,
      modalite: `'fiche_action'`,
      participation_id: 'o.participation_id',
      action_id: 'o.action_id',
      action_document: 'o.action_document',
      action_objet: 'o.action_objet',
      action_date: 'o.action_date',
      action_heure: 'o.action_heure',
      action_lieu: 'o.action_lieu',
      base: BASE,
    },
    condition: '(:tous::boolean OR d.document_id = ANY(:participants::text[]))',
    params: {
      prefixe: `${prefixeCle('fiche_action')}:`,
      modeleId: modele.id,
      actionId: cible.action.id,
      listeAttente: cible.listeAttente,
      tous: participants === 'tous',
      participants: participants === 'tous' ? [] : [...participants],
    },
  };
}
