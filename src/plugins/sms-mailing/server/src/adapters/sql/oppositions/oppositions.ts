import type { Knex } from 'knex';
import { canonAdresse } from '../../../../../core/adresse-saisie';
import { normaliseTelephone } from '../../../../../core/telephone';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import type { Empreinteur } from '../../../services/ports/calculs';
import type { Expression, OppositionStore } from '../../../services/ports/moteur';
import { SQL_HISTORIQUE } from '../archives/historique';
import { PERSONNES } from '../destinataires/fiches';
import { query } from '../query';
import { addOppositions, listSujets, type GesteEcrit, type Sujet } from './gestes';
import { listPorteurs, SQL_PORTEURS } from './porteurs';

const EXPRESSIONS: Readonly<Record<Expression, Pick<GesteEcrit, 'portee' | 'source'>>> = {
  stop: { portee: 'sms', source: 'STOP opérateur' },
  lien: { portee: 'newsletter', source: 'lien de désinscription' },
  plainte: { portee: 'newsletter', source: 'plainte' },
};

interface LigneEnvoi {
  adresse: string;
  type: TypeDestinataire;
  destinataireId: number;
  contactId: number | null;
}

const ENVOI = `
  SELECT coalesce(e.adresse, f.adresse) AS adresse, e.type_destinataire AS type, e.destinataire_id AS "destinataireId",
         coalesce(e.contact_id, f.contact_id) AS "contactId"
    FROM ${SQL_HISTORIQUE} e LEFT JOIN sms_file f ON f.envoi_id = e.id
   WHERE e.id = :envoiId AND coalesce(e.adresse, f.adresse) IS NOT NULL AND e.destinataire_id > 0`;

/** An envoi of before its contact was kept: the contact of this company who bears the address. */
const CONTACT = `
  SELECT p.id FROM (${SQL_PORTEURS}) p
    JOIN contacts_partenaires_entreprise_lnk l ON l.contact_partenaire_id = p.id
   WHERE p.empreinte = :empreinte AND p.type = 'contact_partenaire' AND l.entreprise_partenaire_id = :destinataireId
   ORDER BY p.id LIMIT 1`;

async function findPersonne(
  trx: Knex,
  { type, destinataireId, contactId }: LigneEnvoi,
  empreinte: string
): Promise<number | null> {
  if (type !== 'entreprise_partenaire' || contactId !== null) {
    return contactId ?? destinataireId;
  }
  const [contact] = await query<{ id: number }>(trx, CONTACT, { empreinte, destinataireId });
  return contact?.id ?? null;
}

/** A report of the operator said again must not undo what was lifted meanwhile. */
const DEJA_ENTENDU = `
  SELECT 1 FROM sms_oppositions_journal WHERE envoi_id = :envoiId AND raison = 'stop' LIMIT 1`;

const DERNIER_ENVOI = `
  SELECT id FROM sms_envois
   WHERE type_contact = 'sms' AND adresse = :numero AND statut NOT IN ('programme', 'exclu', 'annule')
   ORDER BY id DESC LIMIT 1`;

export function createOppositions(trx: Knex, empreinteur: Empreinteur): OppositionStore {
  const gesteOf = (expression: Expression, envoiId: number | null, now: Date): GesteEcrit => ({
    ...EXPRESSIONS[expression],
    geste: 'opposition',
    raison: expression,
    auteurId: null,
    envoiId,
    now,
  });

  /** Null: the line no longer says who received it (erasure), or never left. */
  async function readSujet(envoiId: number): Promise<Sujet | null> {
    const [envoi] = await query<LigneEnvoi>(trx, ENVOI, { envoiId });
    if (envoi === undefined) {
      return null;
    }
    const empreinte = empreinteur.empreinte(canonAdresse(envoi.adresse));
    const personneId = await findPersonne(trx, envoi, empreinte);
    return {
      empreinte,
      personneId,
      personneType: personneId === null ? null : PERSONNES[envoi.type],
    };
  }

  return {
    async addFromEnvoi(expression, envoiId, now): Promise<boolean> {
      const sujet = await readSujet(envoiId);
      if (sujet === null) {
        return false;
      }
      const entendu = expression === 'stop' ? await query(trx, DEJA_ENTENDU, { envoiId }) : [];
      if (entendu.length === 0) {
        await addOppositions(trx, empreinteur, [sujet], gesteOf(expression, envoiId, now));
      }
      return true;
    },

    async addFromNumero(saisie, now): Promise<void> {
      const numero = normaliseTelephone(saisie)?.e164;
      if (numero === undefined) {
        return;
      }
      const [dernier] = await query<{ id: number }>(trx, DERNIER_ENVOI, { numero });
      const sujet = dernier === undefined ? null : await readSujet(dernier.id);
      const empreinte = empreinteur.empreinte(numero);
      const sujets =
        sujet === null ? listSujets(await listPorteurs(trx, empreinte), [empreinte]) : [sujet];
      await addOppositions(trx, empreinteur, sujets, gesteOf('stop', null, now));
    },
  };
}

/** What a désinscription is about; null when its line no longer says who received it. */
export async function readEnvoiNomme(knex: Knex, envoiId: number): Promise<number | null> {
  const lignes = await query<LigneEnvoi>(knex, ENVOI, { envoiId });
  return lignes.length === 0 ? null : envoiId;
}
