const TABLE = 'sms_envois_archives';

/** What the histories look for in the archive (docs/adr/0024): the same as in the ledger. */
export const ARCHIVES: readonly string[] = [
  `CREATE INDEX IF NOT EXISTS ${TABLE}_documents_idx ON ${TABLE} (document_id)`,
  `CREATE INDEX IF NOT EXISTS ${TABLE}_destinataire_idx ON ${TABLE} (type_destinataire, destinataire_id)`,
  `CREATE INDEX IF NOT EXISTS ${TABLE}_campagne_idx ON ${TABLE} (campagne_id) WHERE campagne_id IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS ${TABLE}_action_idx ON ${TABLE} (action_id) WHERE action_id IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS ${TABLE}_contact_idx
     ON ${TABLE} (contact_id) WHERE type_destinataire = 'entreprise_partenaire' AND contact_id IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS ${TABLE}_envoyes_idx ON ${TABLE} (envoye_le) WHERE envoye_le IS NOT NULL`,
  // The next proofs that will name nobody.
  `CREATE INDEX IF NOT EXISTS ${TABLE}_preuves_idx ON ${TABLE} (termine_le) WHERE destinataire_id > 0`,
];
