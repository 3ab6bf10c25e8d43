import type { Knex } from 'knex';
import type { Planification } from '../../../services/ports/envois-automatiques';
import { execute } from '../query';
import { sqlCandidats, type LigneRegle, type Soir } from './candidats';
import { sqlUniques } from './soir';

/** Decision F13: fiches test alone, under keys that no evening uses. */
export interface Essai {
  /** Makes the keys of this test its own: it may be repeated. */
  jeton: string;
}

/**
 * One rule, one statement. The key holds rule, action, its date, person and modele: replaying an evening adds
 * nothing, and a moved action is announced again at its own J−n (decision B7). DISTINCT ON guards against a
 * person enrolled twice in one action.
 */
export async function planRegle(
  trx: Knex,
  ligne: LigneRegle,
  { soir, essai = null }: { soir: Soir; essai?: Essai | null },
  planification: Planification
): Promise<number> {
  const candidats = sqlCandidats(ligne, soir);
  return execute(
    trx,
    `INSERT INTO sms_envois (document_id, cle, modalite, type_contact, statut, modele_id, envoi_automatique_id,
         action_id, action_date, participation_id, type_destinataire, destinataire_id, nom,
         prevu_le, disponible_le, retarde, tentatives, credits, created_at, updated_at, published_at)
     SELECT translate(gen_random_uuid()::text, '-', ''),
            :prefixe::text || :regleId::text || '.' || q.action_id || '.' || q.action_date || ':e' || q.destinataire_id
              || ':m' || :modeleId::text || ':0',
            'envoi_automatique', :typeContact, 'programme', :modeleId::int, :regleId::int,
            q.action_id, q.action_date, q.participation_id, 'entrepreneur', q.destinataire_id,
            btrim(upper(q.nom) || ' ' || coalesce(q.prenom, '')),
            :depart, :depart, :retarde, 0, 0, :now, :now, :now
       FROM (${sqlUniques(candidats.sql)}) q
      WHERE :tous::boolean OR q.destinataire_id IN (SELECT t.id FROM entrepreneurs t WHERE t.fiche_test)
     ON CONFLICT (cle) DO NOTHING`,
    {
      ...candidats.params,
      prefixe: essai === null ? 'a:' : `t:${essai.jeton}:`,
      tous: essai === null,
      typeContact: ligne.typeContact,
      depart: planification.depart,
      retarde: planification.retarde,
      now: planification.now,
    }
  );
}
