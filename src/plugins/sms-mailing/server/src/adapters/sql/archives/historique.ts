/** What the archive keeps of a line of the ledger (docs/adr/0024), in the order of its table. */
export const COLONNES_ARCHIVE = [
  'id',
  'document_id',
  'cle',
  'modalite',
  'type_contact',
  'statut',
  'motif',
  'detail',
  'modele_id',
  'campagne_id',
  'envoi_automatique_id',
  'action_id',
  'action_date',
  'action_heure',
  'action_lieu',
  'annulee_confirmee',
  'participation_id',
  'type_destinataire',
  'destinataire_id',
  'contact_id',
  'nom',
  'antenne_id',
  'equipe_id',
  'referent_id',
  'adresse',
  'prevu_le',
  'envoye_le',
  'termine_le',
  'credits',
  'retarde',
  'created_at',
] as const;

const COLONNES = COLONNES_ARCHIVE.join(', ');

/**
 * The lines of the ledger and of its archive, as one: what histories, counts and « already received » read. PostgreSQL
 * takes conditions and orders through it to the indexes of both.
 */
export const SQL_HISTORIQUE = `(SELECT ${COLONNES} FROM sms_envois UNION ALL SELECT ${COLONNES} FROM sms_envois_archives)`;
