import { TABLES_CALCULEES } from '../../../../../core/colonnes-calculees';
import { listGardes } from '../calculs/marque';
import { ACCORDS } from './accords';
import { ARCHIVES } from './archives';
import { BILANS } from './bilans';
import { NOMMEES } from '../noms/nommees';
import { listNoms } from '../noms/triggers';
import { CHANGEMENTS } from './changements';
import { ECRITURE_SEULE } from './ecriture-seule';
import { REPONSES_DES_PARTICIPANTS } from './reponses';
import { FILE_DES_ENVOIS } from './file-des-envois';
import { PROPOSITIONS } from './propositions';
import { USAGES_PORTEES } from './usages-portees';

/**
 * What schema.json cannot say: partial indexes, checks and the indexes that look-ups of the module need on
 * the CRM's component tables. Idempotent, run at every boot.
 */
export const STATEMENTS: readonly string[] = [
  ...FILE_DES_ENVOIS,
  // Decision G17: the antennes and équipes of an account that is no intervenant, one a row.
  `CREATE TABLE IF NOT EXISTS sms_rattachements (
     utilisateur_id int NOT NULL REFERENCES admin_users (id) ON DELETE CASCADE,
     antenne_id int REFERENCES antennes (id) ON DELETE CASCADE,
     equipe_id int REFERENCES equipes (id) ON DELETE CASCADE,
     CHECK (num_nonnulls(antenne_id, equipe_id) = 1))`,
  `CREATE UNIQUE INDEX IF NOT EXISTS sms_rattachements_uq
     ON sms_rattachements (utilisateur_id, coalesce(antenne_id, 0), coalesce(equipe_id, 0))`,
  // Decision G17: « Remplacée par … du … au … », one for an account.
  `CREATE TABLE IF NOT EXISTS sms_remplacements (
     utilisateur_id int PRIMARY KEY REFERENCES admin_users (id) ON DELETE CASCADE,
     par_id int NOT NULL REFERENCES admin_users (id) ON DELETE CASCADE,
     du date NOT NULL,
     au date NOT NULL,
     CHECK (du <= au AND utilisateur_id <> par_id))`,
  `CREATE INDEX IF NOT EXISTS sms_remplacements_par_idx ON sms_remplacements (par_id)`,
  ...REPONSES_DES_PARTICIPANTS,
  ...PROPOSITIONS,
  ...CHANGEMENTS,
  ...BILANS,
  ...USAGES_PORTEES,
  ...ARCHIVES,
  ...ECRITURE_SEULE,
  ...ACCORDS,
  // What a provider took in the last hour.
  `CREATE INDEX IF NOT EXISTS sms_envois_envoyes_idx
     ON sms_envois (envoye_le) WHERE envoye_le IS NOT NULL`,
  // A list of everybody, in the order of the screen.
  `CREATE INDEX IF NOT EXISTS entrepreneurs_noms_idx ON entrepreneurs (lower(nom), lower(prenom), id)`,
  // The fiches that statistics leave out: a few.
  `CREATE INDEX IF NOT EXISTS entrepreneurs_fiche_test_idx ON entrepreneurs (id) WHERE fiche_test`,
  // SMS of a package that a person corrected.
  `CREATE INDEX IF NOT EXISTS sms_mouvements_corrections_idx ON sms_mouvements (package_id) WHERE nature = 'correction'`,
  // SMS credits held back.
  `CREATE INDEX IF NOT EXISTS sms_envois_reserves_idx
     ON sms_envois (statut) INCLUDE (credits) WHERE type_contact = 'sms' AND statut IN ('programme', 'incertain')`,
  // A version, as each layout that came to send it compiled it (docs/adr/0016).
  `CREATE UNIQUE INDEX IF NOT EXISTS sms_versions_modele_moteur_uq
     ON sms_versions_modele (modele_id, numero, ((contenu -> 'message' ->> 'moteur')::int))`,
  // The reports of operators.
  `CREATE INDEX IF NOT EXISTS sms_envois_reference_idx
     ON sms_envois (reference) WHERE type_contact = 'sms' AND reference IS NOT NULL`,
  // The account of an evening; lines come in the order of their evenings, so that a few pages tell where it stands.
  `CREATE INDEX IF NOT EXISTS sms_envois_prevu_idx
     ON sms_envois USING brin (prevu_le) WITH (pages_per_range = 16, autosummarize = on)`,
  // The files of one send, that the purge of deposits leaves.
  `CREATE INDEX IF NOT EXISTS sms_envois_pieces_idx ON sms_envois (id) WHERE pieces_jointes IS NOT NULL`,
  // What a gestionnaire has to settle, counted on the home page.
  `CREATE INDEX IF NOT EXISTS sms_envois_incertains_idx ON sms_envois (id) WHERE statut = 'incertain'`,
  // Those that an operator may be asked about.
  `CREATE INDEX IF NOT EXISTS sms_envois_incertains_sms_idx
     ON sms_envois (termine_le) WHERE statut = 'incertain' AND type_contact = 'sms'`,
  // The occurrences of an evening that deserve a recap (docs/adr/0011).
  `CREATE INDEX IF NOT EXISTS sms_envois_recap_idx
     ON sms_envois (envoi_automatique_id, prevu_le, action_id, action_date)
     WHERE modalite = 'envoi_automatique' AND starts_with(cle, 'a:')`,
  `CREATE INDEX IF NOT EXISTS sms_avis_stock_idx ON sms_avis (cle) WHERE genre = 'stock_sms'`,
  // Whom a rule has already written to for an action.
  `CREATE INDEX IF NOT EXISTS sms_envois_regle_idx
     ON sms_envois (envoi_automatique_id, action_id, destinataire_id) WHERE envoi_automatique_id IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS entrepreneurs_cmps_telephones_idx
     ON entrepreneurs_cmps (cmp_id) WHERE field = 'telephones'`,
  `CREATE INDEX IF NOT EXISTS entrepreneurs_cmps_emails_idx
     ON entrepreneurs_cmps (cmp_id) WHERE field = 'emails'`,
  // Who bears a number, and to whom it was last written.
  `CREATE INDEX IF NOT EXISTS contacts_individuels_cmps_telephones_idx
     ON contacts_individuels_cmps (cmp_id) WHERE field = 'telephones'`,
  `CREATE INDEX IF NOT EXISTS contacts_partenaires_cmps_telephones_idx
     ON contacts_partenaires_cmps (cmp_id) WHERE field = 'telephones'`,
  // What one person has sent from fiches today, against their limit.
  `CREATE INDEX IF NOT EXISTS sms_envois_plafond_idx
     ON sms_envois (auteur_id, created_at) WHERE modalite IN ('fiche_action', 'fiche_entrepreneur')`,
  // To whom a STOP answers.
  `CREATE INDEX IF NOT EXISTS sms_envois_numero_idx
     ON sms_envois (adresse) WHERE type_contact = 'sms' AND adresse IS NOT NULL`,
  // What was written to a contact of a partner, when that contact is erased.
  `CREATE INDEX IF NOT EXISTS sms_envois_contact_idx
     ON sms_envois (contact_id) WHERE type_destinataire = 'entreprise_partenaire' AND contact_id IS NOT NULL`,
  // Decision G1: an opposition names a person, an address, or both, once in each portée.
  `CREATE UNIQUE INDEX IF NOT EXISTS sms_oppositions_sujet_uq
     ON sms_oppositions (coalesce(empreinte, ''), coalesce(personne_type, ''), coalesce(personne_id, 0), portee)`,
  ...listGardes(TABLES_CALCULEES),
  ...listNoms(NOMMEES),
  // Their columns `recherche` were once computed as the coordonnées are.
  ...['actions', 'entrepreneurs', 'entreprises_partenaires'].map(
    (table) => `DROP FUNCTION IF EXISTS sms_garde_${table}() CASCADE`
  ),
  // Decision C9: one row of « mes derniers filtres » per user and type, names unique for each of them.
  `CREATE UNIQUE INDEX IF NOT EXISTS sms_filtres_derniers_uq
     ON sms_filtres (utilisateur_id, type_destinataire) WHERE nom IS NULL`,
  `CREATE UNIQUE INDEX IF NOT EXISTS sms_filtres_nom_uq
     ON sms_filtres (utilisateur_id, type_destinataire, lower(nom)) WHERE nom IS NOT NULL`,
  check('sms_envois', 'sms_envois_motif_chk', `statut <> 'exclu' OR motif IS NOT NULL`),
  check('sms_envois', 'sms_envois_credits_chk', `credits >= 0 AND tentatives >= 0`),
  check('sms_packages', 'sms_packages_chk', `achetes >= 0 AND consommes >= 0`),
  check('sms_envois_automatiques', 'sms_envois_auto_delai_chk', `delai BETWEEN -60 AND 365`),
];

function check(table: string, name: string, condition: string): string {
  return `DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '${name}') THEN
      ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${condition});
    END IF;
  END $$`;
}
