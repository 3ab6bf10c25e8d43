import { prefixeCle } from '../../../../../core/envoi';
import type { PartDe, SqlCible } from './part';
import { COLONNES_TENUS, PROGRAMMES, sqlTenus } from './tenus';

const BASE = `(:prefixe::text || d.id || ':m' || :modeleId::int || ':')`;

/** Decision C6: a campagne of this evening holds the same modèle for the same person. */
const CAMPAGNE_DE_CE_SOIR = `
  (w.modalite = 'campagne' AND w.prevu_le = :depart::timestamp AND w.statut IN (${PROGRAMMES}))`;

/** Guide §9: one entrepreneur, this evening. */
export function sqlFicheEntrepreneur({
  cible,
  modele,
  depart,
}: PartDe<'fiche_entrepreneur'>): SqlCible {
  return {
    typeDestinataire: 'entrepreneur',
    jointures: sqlTenus(BASE, CAMPAGNE_DE_CE_SOIR),
    colonnes: { ...COLONNES_TENUS, modalite: `'fiche_entrepreneur'`, base: BASE },
    condition: 'd.document_id = :entrepreneur',
    params: {
      prefixe: `${prefixeCle('fiche_entrepreneur')}:${cible.soir}:e`,
      modeleId: modele.id,
      entrepreneur: cible.entrepreneur,
      depart,
    },
  };
}
