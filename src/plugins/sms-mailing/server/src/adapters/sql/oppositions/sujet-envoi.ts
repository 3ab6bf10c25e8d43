import type { Knex } from 'knex';
import { canonAdresse } from '../../../../../core/adresse-saisie';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import type { Empreinteur } from '../../../services/ports/calculs';
import { SQL_HISTORIQUE } from '../archives/historique';
import { PERSONNES } from '../destinataires/fiches';
import { query } from '../query';
import type { Sujet } from './gestes';
import { SQL_PORTEURS } from './porteurs';

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
  knex: Knex,
  { type, destinataireId, contactId }: LigneEnvoi,
  empreinte: string
): Promise<number | null> {
  if (type !== 'entreprise_partenaire' || contactId !== null) {
    return contactId ?? destinataireId;
  }
  const [contact] = await query<{ id: number }>(knex, CONTACT, { empreinte, destinataireId });
  return contact?.id ?? null;
}

/** Who received an envoi, and where. Null: its line no longer says it (erasure), or it never left. */
export async function readSujetEnvoi(
  knex: Knex,
  empreinteur: Empreinteur,
  envoiId: number
): Promise<(Sujet & { type: TypeDestinataire }) | null> {
  const [envoi] = await query<LigneEnvoi>(knex, ENVOI, { envoiId });
  if (envoi === undefined) {
    return null;
  }
  const empreinte = empreinteur.empreinte(canonAdresse(envoi.adresse));
  const personneId = await findPersonne(knex, envoi, empreinte);
  return {
    ...{ type: envoi.type, empreinte, personneId },
    personneType: personneId === null ? null : PERSONNES[envoi.type],
  };
}
