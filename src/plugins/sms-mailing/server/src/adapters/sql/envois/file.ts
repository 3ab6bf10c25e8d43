/**
 * The queue, `sms_file` (docs/adr/0018): one row for each envoi whose statut is `programme`, born with it and
 * gone with its outcome. Whoever writes both tables locks the queue first, then the ledger, each by id.
 */

/** The rows of the queue of lines of the ledger (`SELECT` or name) just born, where they wait until `disponible`. */
export const sqlNait = (lignes: string, disponible: string): string => `
  INSERT INTO sms_file (envoi_id, voie, transport, modele_id, type_contact, type_destinataire, modalite, tentatives,
                        disponible_le)
  SELECT l.id, CASE WHEN l.modalite = 'fiche_action' OR l.au_clic THEN 'immediate' ELSE 'soir' END,
         CASE l.type_contact WHEN 'sms' THEN 'sms' ELSE 'mail' END, l.modele_id, l.type_contact, l.type_destinataire,
         l.modalite, coalesce(l.tentatives, 0), ${disponible}
    FROM ${lignes} l
   WHERE l.statut = 'programme'`;

/** The same of lines that may wait there already. */
export const sqlEnfile = (lignes: string, disponible: string): string =>
  `${sqlNait(lignes, disponible)} ON CONFLICT (envoi_id) DO NOTHING`;

/** What a screen says of a line `ligne` left-joined to its row `f` of the queue: where it stands there, while it does. */
export const sqlStatut = (ligne: string): string =>
  `coalesce(nullif(f.etat, 'attente'), ${ligne}.statut)`;

/**
 * Takes out of the queue the envois `vises` (a SELECT of ids) that are not on the wire yet, and writes
 * `ecrit` on their lines. What a worker has reserved is withdrawn too: its mark finds nothing.
 */
export const sqlRetire = (vises: string, ecrit: string): string => `
  WITH tenus AS (
    SELECT f.envoi_id FROM sms_file f
     WHERE f.envoi_id IN (${vises}) AND f.etat <> 'en_cours' ORDER BY f.envoi_id FOR UPDATE
  ), retires AS (
    DELETE FROM sms_file f USING tenus t WHERE f.envoi_id = t.envoi_id
  )
  UPDATE sms_envois e SET ${ecrit}, termine_le = :now::timestamp, updated_at = :now::timestamp
    FROM tenus t WHERE e.id = t.envoi_id AND e.statut = 'programme'`;

/** Back to waiting, as if never taken: the columns of a row that a worker held. */
export const RENDU = `etat = 'attente', ouvrier = NULL, reserve_le = NULL, version_id = NULL, reglages_id = NULL,
  adresse = NULL, contact_id = NULL, message_id = NULL, valeurs = NULL`;

/** What was written when a line was marked, moved from the queue (`f`) to the ledger with its outcome. */
export const ARCHIVE = `version_id = f.version_id, reglages_id = f.reglages_id, reserve_le = f.reserve_le,
  contact_id = f.contact_id, message_id = f.message_id, ouvrier = f.ouvrier`;
