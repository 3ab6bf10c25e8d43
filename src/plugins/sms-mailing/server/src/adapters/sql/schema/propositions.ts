/**
 * « Proposer la place » (decision G15): a place kept for one person of the liste d'attente until an instant, and the
 * convocation that leaves if she takes it. One at a time for a participation.
 */
export const PROPOSITIONS: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS sms_propositions (
     id serial PRIMARY KEY,
     action_id int NOT NULL REFERENCES actions (id) ON DELETE CASCADE,
     participation_id int NOT NULL REFERENCES participations (id) ON DELETE CASCADE,
     proposee_le timestamp NOT NULL,
     expire_le timestamp NOT NULL,
     auteur_id int REFERENCES admin_users (id) ON DELETE SET NULL,
     confirmation uuid NOT NULL UNIQUE,
     statut varchar(10) NOT NULL DEFAULT 'ouverte'
       CHECK (statut IN ('ouverte', 'expiree', 'acceptee', 'refusee', 'retiree', 'caduque')),
     close_le timestamp,
     convocations jsonb NOT NULL,
     convocation varchar(10) NOT NULL DEFAULT 'aucune'
       CHECK (convocation IN ('aucune', 'a_envoyer', 'envoyee', 'impossible')),
     numero_convocation uuid NOT NULL DEFAULT gen_random_uuid(),
     detail text)`,
  // Until when, as her message says it: wall clock of the association.
  `ALTER TABLE sms_propositions ADD COLUMN IF NOT EXISTS limite varchar(16)`,
  `CREATE UNIQUE INDEX IF NOT EXISTS sms_propositions_ouverte_uq ON sms_propositions (participation_id) WHERE statut = 'ouverte'`,
  `CREATE INDEX IF NOT EXISTS sms_propositions_action_idx ON sms_propositions (action_id)`,
  `CREATE INDEX IF NOT EXISTS sms_propositions_a_convoquer_idx ON sms_propositions (id) WHERE convocation = 'a_envoyer'`,
];
