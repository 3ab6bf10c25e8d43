import type { Knex } from 'knex';
import { normaliseTelephone } from '../../../../../core/telephone';
import type { Empreinteur } from '../../../services/ports/calculs';
import { query } from '../query';
import { addOppositions, listSujets, type GesteEcrit } from './gestes';
import { listPorteurs } from './porteurs';
import { readSujetEnvoi } from './sujet-envoi';

const STOP = {
  portee: 'sms',
  source: 'STOP opérateur',
  geste: 'opposition',
  raison: 'stop',
  auteurId: null,
} as const;

/** A report of the operator said again must not undo what was lifted meanwhile. */
const DEJA_ENTENDU = `
  SELECT 1 FROM sms_oppositions_journal WHERE envoi_id = :envoiId AND raison = 'stop' LIMIT 1`;

const DERNIER_ENVOI = `
  SELECT id FROM sms_envois
   WHERE type_contact = 'sms' AND adresse = :numero AND statut NOT IN ('programme', 'exclu', 'annule')
   ORDER BY id DESC LIMIT 1`;

/** Kept for the person and for the number (decision G1), as a fingerprint; said twice, it counts once. */
export interface OppositionStore {
  /** By whom received this envoi. False: its line no longer says who, nothing is kept. */
  addStop(envoiId: number, now: Date): Promise<boolean>;
  /** A STOP about no envoi that is known: by whom was last written to at this number, else by who bears it. */
  addFromNumero(numero: string, now: Date): Promise<void>;
}

export function createOppositions(trx: Knex, empreinteur: Empreinteur): OppositionStore {
  const gesteOf = (envoiId: number | null, now: Date): GesteEcrit => ({ ...STOP, envoiId, now });

  return {
    async addStop(envoiId, now): Promise<boolean> {
      const sujet = await readSujetEnvoi(trx, empreinteur, envoiId);
      if (sujet === null) {
        return false;
      }
      if ((await query(trx, DEJA_ENTENDU, { envoiId })).length === 0) {
        await addOppositions(trx, empreinteur, [sujet], gesteOf(envoiId, now));
      }
      return true;
    },

    async addFromNumero(saisie, now): Promise<void> {
      const numero = normaliseTelephone(saisie)?.e164;
      if (numero === undefined) {
        return;
      }
      const [dernier] = await query<{ id: number }>(trx, DERNIER_ENVOI, { numero });
      const sujet =
        dernier === undefined ? null : await readSujetEnvoi(trx, empreinteur, dernier.id);
      const empreinte = empreinteur.empreinte(numero);
      const sujets =
        sujet === null ? listSujets(await listPorteurs(trx, empreinte), [empreinte]) : [sujet];
      await addOppositions(trx, empreinteur, sujets, gesteOf(null, now));
    },
  };
}
