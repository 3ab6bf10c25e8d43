import type { BaseDuGuide } from './base-du-guide';

/** As if a worker, alive, were handing this envoi over: what it has archived stands in the queue. */
export async function putSurLeFil(base: BaseDuGuide, id: number): Promise<void> {
  await base.sql(`UPDATE sms_envois SET statut = 'programme', reference = NULL WHERE id = $1`, [
    id,
  ]);
  await base.sql(
    `INSERT INTO sms_file (envoi_id, voie, transport, modele_id, type_contact, type_destinataire, modalite,
            disponible_le, etat, ouvrier, adresse, valeurs)
     SELECT id, 'soir', CASE type_contact WHEN 'sms' THEN 'sms' ELSE 'mail' END, modele_id, type_contact,
            type_destinataire, modalite, prevu_le, 'en_cours', 'vivant', adresse, valeurs
       FROM sms_envois WHERE id = $1`,
    [id]
  );
  await base.sql(
    `INSERT INTO sms_ouvriers (nom, vu_le) VALUES ('vivant', (clock_timestamp() AT TIME ZONE 'UTC') + interval '1 hour')
     ON CONFLICT (nom) DO NOTHING`
  );
}

/** Its outcome is written. */
export async function takeDuFil(
  base: BaseDuGuide,
  id: number,
  reference: string | null
): Promise<void> {
  await base.sql(`DELETE FROM sms_file WHERE envoi_id = $1`, [id]);
  await base.sql(`UPDATE sms_envois SET statut = 'envoye', reference = $2 WHERE id = $1`, [
    id,
    reference,
  ]);
}
