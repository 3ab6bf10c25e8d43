import type { Portee } from './api/oppositions';
import type { But, TypeContact } from './vocabulaire';

/**
 * Guide §2.d, « to whom, at which address, or why not », is stated once, in SQL: server/src/adapters/sql/destinataires.
 * Decision D6: a newsletter is always a promotion.
 */
export function isPromotion(typeContact: TypeContact, but: But): boolean {
  return typeContact === 'newsletter' || but === 'promotion';
}

/** Decision G1: the oppositions that stop a message of this kind. */
export function porteesQuiArretent(typeContact: TypeContact, but: But): Portee[] {
  if (typeContact === 'sms') {
    return ['tout', 'sms'];
  }
  return isPromotion(typeContact, but) ? ['tout', 'newsletter'] : ['tout'];
}
