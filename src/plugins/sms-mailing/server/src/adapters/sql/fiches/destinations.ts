import type { Destinations } from '../../../../../core/api/fiches';
import type { MotifExclusion } from '../../../../../core/motif';
import {
  typeContactSchema,
  type TypeContact,
  type TypeDestinataire,
} from '../../../../../core/vocabulaire';
import { sqlDestinataires } from '../destinataires/destination';

const TYPES = typeContactSchema.options;

/** The three destinations of a fiche `f`, for a message of suivi: adresse_email, motif_email, adresse_newsletter … */
export function sqlDestinations(
  typeDestinataire: TypeDestinataire,
  promotionSansConsentement: boolean
): { jointures: string; colonnes: string } {
  return {
    jointures: TYPES.map((typeContact) => {
      const choix = { typeDestinataire, typeContact, but: 'suivi' } as const;
      const sql = sqlDestinataires({ ...choix, promotionSansConsentement });
      return `JOIN LATERAL (SELECT * FROM (${sql}) z WHERE z.id = f.id LIMIT 1) d_${typeContact} ON true`;
    }).join('\n'),
    colonnes: TYPES.map(
      (type) => `d_${type}.adresse AS adresse_${type}, d_${type}.motif AS motif_${type}`
    ).join(', '),
  };
}

export type Colonnes = Record<`adresse_${TypeContact}`, string | null> &
  Record<`motif_${TypeContact}`, MotifExclusion | null>;

export function toDestinations(ligne: Colonnes): Destinations {
  return {
    email: { adresse: ligne.adresse_email, motif: ligne.motif_email },
    newsletter: { adresse: ligne.adresse_newsletter, motif: ligne.motif_newsletter },
    sms: { adresse: ligne.adresse_sms, motif: ligne.motif_sms },
  };
}
