import type { Knex } from 'knex';
import type { CibleEffacement } from '../../../../../core/api/oppositions';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import type { Empreinteur } from '../../../services/ports/calculs';
import { SQL_HISTORIQUE } from '../archives/historique';
import { sqlFiches } from '../destinataires/fiches';
import { query } from '../query';
import { readCoordonnees, type Coordonnees } from './coordonnees';

export interface LigneEnvoi {
  id: number;
  statut: string;
  /** On the wire. */
  enCours: boolean;
  adresse: string | null;
}

/** Who is forgotten: her fiche when there is one, and the lines of the ledger that name her. */
export interface Effacee {
  personne: Coordonnees | null;
  /** The lines are those of a company: they may have reached several contacts. */
  entreprise: boolean;
  lignes: LigneEnvoi[];
}

/** Locked until the end, the queue first: no worker takes or settles one of them meanwhile. */
async function lockLignes(
  trx: Knex,
  condition: string,
  params: Readonly<Record<string, unknown>>
): Promise<LigneEnvoi[]> {
  const file = await query<{ id: number; etat: string }>(
    trx,
    `SELECT f.envoi_id AS id, f.etat FROM sms_file f
      WHERE f.envoi_id IN (SELECT e.id FROM sms_envois e WHERE ${condition}) ORDER BY f.envoi_id FOR UPDATE`,
    params
  );
  const enCours = new Set(file.filter(({ etat }) => etat === 'en_cours').map(({ id }) => id));
  const lignes = await query<Omit<LigneEnvoi, 'enCours'>>(
    trx,
    `SELECT e.id, e.statut, e.adresse FROM sms_envois e WHERE ${condition} ORDER BY e.id FOR UPDATE`,
    params
  );
  // After the ledger: what was moving to the archive when its line was waited for is there by now.
  const archivees = await query<Omit<LigneEnvoi, 'enCours'>>(
    trx,
    `SELECT e.id, e.statut, e.adresse FROM sms_envois_archives e WHERE ${condition} ORDER BY e.id FOR UPDATE`,
    params
  );
  return [...archivees, ...lignes].map((ligne) => ({ ...ligne, enCours: enCours.has(ligne.id) }));
}

const DE_LA_FICHE = 'e.type_destinataire = :type AND e.destinataire_id = :fiche::int';

/** A line of before its contact was kept names her when it reached one of her addresses. */
const DU_CONTACT = `
  e.type_destinataire = 'entreprise_partenaire'
  AND (e.contact_id = :contact::int
       OR (e.contact_id IS NULL AND lower(e.adresse) = ANY(:adresses::text[])
           AND e.destinataire_id IN (SELECT l.entreprise_partenaire_id FROM contacts_partenaires_entreprise_lnk l
                                      WHERE l.contact_partenaire_id = :contact::int)))`;

async function findFiche(
  trx: Knex,
  empreinteur: Empreinteur,
  type: TypeDestinataire,
  documentId: string
): Promise<Effacee | null> {
  const [fiche] = await query<{ id: number }>(
    trx,
    `SELECT f.id FROM (${sqlFiches(type)}) f WHERE f.document_id = :documentId LIMIT 1`,
    { documentId }
  );
  if (fiche === undefined) {
    return null;
  }
  const personne = await readCoordonnees(trx, empreinteur, type, { documentId });
  const lignes = await lockLignes(trx, DE_LA_FICHE, { type, fiche: fiche.id });
  return { personne, entreprise: type === 'entreprise_partenaire', lignes };
}

async function findContact(
  trx: Knex,
  empreinteur: Empreinteur,
  cle: { documentId: string } | { contactId: number }
): Promise<Effacee | null> {
  const personne = await readCoordonnees(trx, empreinteur, 'contact_partenaire', cle);
  const contact = 'contactId' in cle ? cle.contactId : personne?.personneId;
  if (contact === undefined) {
    return null;
  }
  const adresses = personne?.coordonnees.map(({ adresse }) => adresse) ?? [];
  const lignes = await lockLignes(trx, DU_CONTACT, { contact, adresses });
  return { personne, entreprise: false, lignes };
}

interface Nommee {
  type: TypeDestinataire;
  fiche: number;
  contact: number | null;
  adresse: string | null;
}

const NOMMEE = `
  SELECT type_destinataire AS type, destinataire_id AS fiche, contact_id AS contact, adresse
    FROM ${SQL_HISTORIQUE} e WHERE id = :envoiId AND destinataire_id > 0`;

/** From a line of the ledger: her fiche may be gone. */
async function findNommee(
  trx: Knex,
  empreinteur: Empreinteur,
  envoiId: number
): Promise<Effacee | null> {
  const [nommee] = await query<Nommee>(trx, NOMMEE, { envoiId });
  if (nommee === undefined) {
    return null;
  }
  const { type, fiche, contact } = nommee;
  if (type !== 'entreprise_partenaire') {
    const personne = await readCoordonnees(trx, empreinteur, type, { contactId: fiche });
    return {
      personne,
      entreprise: false,
      lignes: await lockLignes(trx, DE_LA_FICHE, { ...nommee }),
    };
  }
  if (contact !== null) {
    return findContact(trx, empreinteur, { contactId: contact });
  }
  const memeAdresse = `${DE_LA_FICHE} AND e.contact_id IS NULL AND e.adresse IS NOT DISTINCT FROM :adresse`;
  return {
    personne: null,
    entreprise: true,
    lignes: await lockLignes(trx, memeAdresse, { ...nommee }),
  };
}

export function findEffacee(
  trx: Knex,
  empreinteur: Empreinteur,
  cible: CibleEffacement
): Promise<Effacee | null> {
  if ('envoiId' in cible) {
    return findNommee(trx, empreinteur, cible.envoiId);
  }
  const { typeDestinataire, documentId } = cible;
  return typeDestinataire === 'contact_partenaire'
    ? findContact(trx, empreinteur, { documentId })
    : findFiche(trx, empreinteur, typeDestinataire, documentId);
}
