import type { Knex } from 'knex';
import type { Portee } from '../../../../../core/api/oppositions';
import type { EtatDesinscription } from '../../../../../core/desinscription';
import type { Empreinteur } from '../../../services/ports/calculs';
import { TABLES_CONTACT } from '../destinataires/fiches';
import { query } from '../query';
import { addOppositions } from './gestes';
import { readSujetEnvoi } from './sujet-envoi';

const LIEN = { geste: 'opposition', raison: 'lien', source: 'lien de désinscription' } as const;

const sqlEtat = (table: string): string => `
  SELECT coalesce((SELECT c.accepte_sms FROM ${table} c WHERE c.id = :personneId::int), false) AS "accepteSms",
         ARRAY(SELECT DISTINCT o.portee::text FROM sms_oppositions o
                WHERE o.empreinte = :empreinte OR o.personne_type = :personneType AND o.personne_id = :personneId::int
                ORDER BY 1) AS opposees`;

/** What whoever received a promotion by e-mail says by its link. */
export interface Desinscriptions {
  /** Null: the line of that envoi no longer says who received it. */
  read(envoiId: number): Promise<EtatDesinscription | null>;
  /** Kept for the person and for the address (decision G1); said twice, it counts once. */
  add(envoiId: number, portees: readonly Portee[], now: Date): Promise<void>;
}

export function createDesinscriptions(knex: Knex, empreinteur: Empreinteur): Desinscriptions {
  return {
    async read(envoiId): Promise<EtatDesinscription | null> {
      const sujet = await readSujetEnvoi(knex, empreinteur, envoiId);
      if (sujet === null) {
        return null;
      }
      const { type, ...qui } = sujet;
      const [etat] = await query<EtatDesinscription>(knex, sqlEtat(TABLES_CONTACT[type]), {
        ...qui,
      });
      return etat ?? null;
    },

    add: (envoiId, portees, now) =>
      knex.transaction(async (trx) => {
        const sujet = await readSujetEnvoi(trx, empreinteur, envoiId);
        if (sujet === null) {
          return;
        }
        for (const portee of portees) {
          const geste = { ...LIEN, portee, auteurId: null, envoiId, now };
          await addOppositions(trx, empreinteur, [sujet], geste);
        }
      }),
  };
}
