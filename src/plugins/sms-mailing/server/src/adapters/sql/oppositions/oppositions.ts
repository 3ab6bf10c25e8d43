import type { Knex } from 'knex';
import { normaliseTelephone } from '../../../../../core/telephone';
import type { Empreinteur } from '../../../services/ports/calculs';
import { query } from '../query';
import { addOppositions, listSujets, type GesteEcrit } from './gestes';
import { listPorteurs } from './porteurs';
import { readSujetEnvoi } from './sujet-envoi';

/** What a person says of a message she received: STOP to an SMS, « indésirable » in her mailbox. */
type Expression = 'stop' | 'plainte';

const EXPRESSIONS: Readonly<Record<Expression, Pick<GesteEcrit, 'portee' | 'source'>>> = {
  stop: { portee: 'sms', source: 'STOP opérateur' },
  plainte: { portee: 'newsletter', source: 'plainte' },
};

/** Said again by a report, it must not undo what was lifted meanwhile. */
const DEJA_ENTENDU = `
  SELECT 1 FROM sms_oppositions_journal WHERE envoi_id = :envoiId AND raison = :expression LIMIT 1`;

const DERNIER_ENVOI = `
  SELECT id FROM sms_envois
   WHERE type_contact = 'sms' AND adresse = :numero AND statut NOT IN ('programme', 'exclu', 'annule')
   ORDER BY id DESC LIMIT 1`;

/** Kept for the person and for the address (decision G1), as a fingerprint; said twice, it counts once. */
export interface OppositionStore {
  /** By whom received this envoi. False: its line no longer says who, nothing is kept. */
  addStop(envoiId: number, now: Date): Promise<boolean>;
  /** The same of whom calls this envoi undesirable: nothing promotional any more. */
  addPlainte(envoiId: number, now: Date): Promise<boolean>;
  /** A STOP about no envoi that is known: by whom was last written to at this number, else by who bears it. */
  addFromNumero(numero: string, now: Date): Promise<void>;
}

export function createOppositions(trx: Knex, empreinteur: Empreinteur): OppositionStore {
  const gesteOf = (expression: Expression, envoiId: number | null, now: Date): GesteEcrit => ({
    ...EXPRESSIONS[expression],
    ...{ geste: 'opposition', raison: expression, auteurId: null, envoiId, now },
  });

  const addFrom =
    (expression: Expression) =>
    async (envoiId: number, now: Date): Promise<boolean> => {
      const sujet = await readSujetEnvoi(trx, empreinteur, envoiId);
      if (sujet === null) {
        return false;
      }
      if ((await query(trx, DEJA_ENTENDU, { envoiId, expression })).length === 0) {
        await addOppositions(trx, empreinteur, [sujet], gesteOf(expression, envoiId, now));
      }
      return true;
    };

  return {
    addStop: addFrom('stop'),
    addPlainte: addFrom('plainte'),

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
      await addOppositions(trx, empreinteur, sujets, gesteOf('stop', null, now));
    },
  };
}
