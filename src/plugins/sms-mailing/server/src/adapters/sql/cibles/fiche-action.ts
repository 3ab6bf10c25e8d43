import { prefixeCle } from '../../../../../core/envoi';
import { COLONNES_OCCURRENCE, SQL_OCCURRENCE, sqlDit, sqlVient } from './occurrence';
import type { PartDe, SqlCible } from './part';
import { COLONNES_TENUS, sqlTenus } from './tenus';

const BASE = `(:prefixe::text || o.action_id || '.' || o.action_date || ':e' || d.id || ':m' || :modeleId::int || ':')`;

/** Decision G19: what was received for an older heure or another lieu is not received. */
const ACTUEL = `NOT (${sqlDit('w.action_heure', 'o.action_heure')} OR ${sqlDit('w.action_lieu', 'o.action_lieu')})`;

/** Guide §8: who comes to the action, once each; the liste d'attente only when asked (decision D10). */
const PARTICIPANTS = `
  JOIN (SELECT DISTINCT ON (le.entrepreneur_id) le.entrepreneur_id, ${SQL_OCCURRENCE}
          FROM actions a
          JOIN participations_action_lnk la ON la.action_id = a.id
          JOIN participations p ON p.id = la.participation_id
          JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
         WHERE a.id = :actionId::int
           AND (${sqlVient('p')} OR (:listeAttente::boolean AND p.statut <> 'Annulé'))
         ORDER BY le.entrepreneur_id, p.id) o ON o.entrepreneur_id = d.id`;

/** Guide §8: the participants of an action, at the click. */
export function sqlFicheAction({ cible, modele }: PartDe<'fiche_action'>): SqlCible {
  const { participants } = cible;
  return {
    typeDestinataire: 'entrepreneur',
    jointures: `${PARTICIPANTS} ${sqlTenus(BASE, 'false', ACTUEL)}`,
    colonnes: {
      ...COLONNES_TENUS,
      modalite: `'fiche_action'`,
      ...COLONNES_OCCURRENCE,
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
