import { targetDate } from '../../../../../core/horaire';
import type { Perimetre } from '../../../../../core/perimetre';
import type { RegleEnregistree } from '../../../services/ports/envois-automatiques';
import { sqlDestinataires } from '../destinataires/destination';
import { sqlPerimetre } from '../destinataires/perimetre';
import { sqlCandidats, type Fragment } from './candidats';

export interface Reglages {
  zone: string;
  heure: string;
  promotionSansConsentement: () => Promise<boolean>;
}

export interface Visee {
  soir: string;
  perimetre: Perimetre;
  zone: string;
  heure: string;
  promotionSansConsentement: boolean;
}

/** Decision E8: an envoi that « Exécuter maintenant » already made is not made again at 19h, and shows. */
const DEJA = `EXISTS (
  SELECT 1 FROM sms_envois v
   WHERE v.envoi_automatique_id = :regleId AND v.action_id = u.action_id AND v.modele_id = :modeleId
     AND v.destinataire_id = u.destinataire_id AND v.action_date = u.action_date)`;

/**
 * Whom a rule looks at on an evening, from FROM to WHERE: `u` the participation and its action (once a
 * person and action, as the engine plans it), `d` where the message would really go or the motif, `x.deja`.
 * `plus` joins what the caller also reads.
 */
export function sqlVises(enregistree: RegleEnregistree, visee: Visee, plus = ''): Fragment {
  const { regle, modeleId, id } = enregistree;
  const { soir, zone, heure } = visee;
  const candidats = sqlCandidats(
    { id, modeleId, typeContact: regle.typeContact, regle },
    { soir, cible: targetDate(soir, regle.delai), zone, heure }
  );
  const perimetre = sqlPerimetre(visee.perimetre);
  const destinataires = sqlDestinataires({
    typeDestinataire: 'entrepreneur',
    typeContact: regle.typeContact,
    but: enregistree.but,
    promotionSansConsentement: visee.promotionSansConsentement,
  });
  return {
    sql: `
       FROM (SELECT DISTINCT ON (c.action_id, c.destinataire_id) c.* FROM (${candidats.sql}) c
              ORDER BY c.action_id, c.destinataire_id, c.participation_id) u
       JOIN LATERAL (SELECT * FROM (${destinataires}) z WHERE z.id = u.destinataire_id LIMIT 1) d ON true
       CROSS JOIN LATERAL (SELECT ${DEJA} AS deja) x
       ${plus}
      WHERE ${perimetre.sql}`,
    params: { ...candidats.params, ...perimetre.params, regleId: id, modeleId },
  };
}
