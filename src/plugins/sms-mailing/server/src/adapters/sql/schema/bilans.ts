import { SQL_HISTORIQUE } from '../archives/historique';
import { listOf, NEUF, PLACES, PORTEES, sqlDate, sqlGroupe, sqlTranche } from '../bilans/groupe';
import { TOUTES_TRANCHES } from '../bilans/tranches';
import { sqlChangees, sqlTrigger } from './trigger';

/** What a bilan depends on. « remis » counts with « envoye »; a test is no statistic. */
const DECISIFS = `
  id, CASE statut WHEN 'remis' THEN 'envoye' ELSE statut END, modele_id, type_contact, type_destinataire, modalite,
  campagne_id, prevu_le, envoye_le, destinataire_id, starts_with(cle, 't:'), ${PORTEES.join(', ')}`;

const sqlMarque = (lignes: string): string => `
  WITH q AS MATERIALIZED (
    SELECT DISTINCT ${sqlGroupe('v')}, ${sqlTranche('v.prevu_le')} AS tranche FROM ${lignes} v WHERE v.modele_id IS NOT NULL
  ), t AS (
    INSERT INTO sms_bilans_tranches_modifiees SELECT DISTINCT q.tranche FROM q WHERE q.tranche IS NOT NULL
  )
  INSERT INTO sms_bilans_modifies SELECT DISTINCT ${listOf('q')} FROM q;`;

const sqlFonction = (nom: string, corps: string): string => `
  CREATE OR REPLACE FUNCTION ${nom}() RETURNS trigger LANGUAGE plpgsql AS $marque$ BEGIN
    ${corps}
    RETURN NULL;
  END $marque$`;

const MOUVEMENTS = (lignes: string, signe: 1 | -1): string => `
  INSERT INTO sms_mouvements_cumules AS c (package_id, tranche, nature, credits, nombre)
  SELECT m.package_id, ${sqlTranche('m.survenu_le')}, m.nature, ${String(signe)} * sum(m.credits), ${String(signe)} * count(*)
    FROM ${lignes} m GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (package_id, tranche, nature)
  DO UPDATE SET credits = c.credits + excluded.credits, nombre = c.nombre + excluded.nombre;`;

/** Few and narrow: added up at once. */
const TOUS_MOUVEMENTS = MOUVEMENTS('sms_mouvements', 1);

/** Of a table emptied whole, which shows nobody its lines: all that is kept. */
const TOUT_MARQUER = `
  INSERT INTO sms_bilans_modifies SELECT ${listOf('b')} FROM sms_bilans b;
  INSERT INTO sms_bilans_tranches_modifiees SELECT DISTINCT b.tranche FROM sms_bilans_tranches b;`;

interface Evenement {
  evenement: 'INSERT' | 'UPDATE' | 'DELETE' | 'TRUNCATE';
  tables: string | null;
  corps: string;
}

const AVANT = 'OLD TABLE AS avant';
const APRES = 'NEW TABLE AS apres';

const sqlEvenements = (
  table: string,
  prefixe: string,
  corps: { apres: string; avant: string; change: string; vide: string }
): string[] => {
  const evenements: Evenement[] = [
    { evenement: 'INSERT', tables: APRES, corps: corps.apres },
    { evenement: 'UPDATE', tables: `${AVANT} ${APRES}`, corps: corps.change },
    { evenement: 'DELETE', tables: AVANT, corps: corps.avant },
    { evenement: 'TRUNCATE', tables: null, corps: corps.vide },
  ];
  return evenements.flatMap(({ evenement, tables, corps: fait }) => {
    const nom = `${prefixe}_${evenement.toLowerCase()}`;
    return [
      sqlFonction(nom, fait),
      sqlTrigger(
        { nom, table },
        {
          quand: `AFTER ${evenement}`,
          suite: `${tables === null ? '' : `REFERENCING ${tables}`} FOR EACH STATEMENT EXECUTE FUNCTION ${nom}()`,
        }
      ),
    ];
  });
};

const SANS_TRIGGER = `
  NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'sms_bilans_insert' AND tgrelid = 'sms_envois'::regclass)`;

/**
 * Once, when the tables are born: every group of an older ledger is named, as if it had just changed, for a first count
 * (bilans/premier-compte). Writers wait for this one reading, so that no line falls between the names and the marks.
 */
const NAISSANCE = `
  DO $$ BEGIN
    IF ${SANS_TRIGGER} THEN
      LOCK TABLE sms_envois, sms_envois_archives, sms_mouvements IN SHARE ROW EXCLUSIVE MODE;
      TRUNCATE sms_bilans, sms_bilans_portees, sms_bilans_modifies, sms_usages, sms_usages_portees, sms_mouvements_cumules;
      PERFORM set_config('work_mem', '128MB', true);
      INSERT INTO sms_bilans_modifies
      SELECT DISTINCT ${sqlGroupe('e')}, ${NEUF} FROM ${SQL_HISTORIQUE} e WHERE e.modele_id IS NOT NULL;
      ${TOUS_MOUVEMENTS}
    END IF;
  END $$`;

/** The same for the statistics, which came later, in one reading: a base whose ledger is not empty keeps some of them. */
const NAISSANCE_TRANCHES = `
  DO $$ BEGIN
    IF ${SANS_TRIGGER} OR NOT EXISTS (
      SELECT 1 FROM sms_bilans_tranches UNION ALL SELECT 1 FROM sms_bilans_tranches_modifiees
    ) THEN
      LOCK TABLE sms_envois IN SHARE ROW EXCLUSIVE MODE;
      TRUNCATE sms_bilans_tranches, sms_bilans_tranches_modifiees;
      ${TOUTES_TRANCHES};
    END IF;
  END $$`;

/** The lines of a modèle, the latest first; and those of an evening asked for from the fiches. */
const sqlIndex = (table: string): string[] => [
  `CREATE INDEX IF NOT EXISTS ${table}_modele_date_idx ON ${table} (modele_id, ${sqlDate(table)}, id)`,
  `CREATE INDEX IF NOT EXISTS ${table}_fiche_soir_idx
     ON ${table} (modele_id, prevu_le) WHERE modalite = 'fiche_entrepreneur'`,
];

const ENVOIS = {
  apres: sqlMarque('apres'),
  avant: sqlMarque('avant'),
  change: sqlMarque(sqlChangees(DECISIFS)),
  vide: TOUT_MARQUER,
};

/** Docs/adr/0023. A statement that writes the ledger, by whatever path, names the groups that it changed: one row each. */
export const BILANS: readonly string[] = [
  NAISSANCE,
  NAISSANCE_TRANCHES,
  ...['sms_envois', 'sms_envois_archives'].flatMap((table) =>
    sqlEvenements(table, 'sms_bilans', ENVOIS)
  ),
  ...sqlEvenements('sms_mouvements', 'sms_cumul', {
    apres: MOUVEMENTS('apres', 1),
    avant: MOUVEMENTS('avant', -1),
    change: `${MOUVEMENTS('avant', -1)} ${MOUVEMENTS('apres', 1)}`,
    vide: 'DELETE FROM sms_mouvements_cumules;',
  }),
  // SMS used were once counted from the ledger, which says nothing of corrections, codes and exemplaires.
  'DROP TABLE IF EXISTS sms_consommations, sms_consommations_modifiees',
  `CREATE INDEX IF NOT EXISTS sms_bilans_campagne_idx ON sms_bilans (campagne_id) WHERE campagne_id > 0`,
  `CREATE INDEX IF NOT EXISTS sms_bilans_fiches_idx ON sms_bilans (modele_id, periode) WHERE modalite = 'fiche_entrepreneur'`,
  `CREATE INDEX IF NOT EXISTS sms_bilans_modalite_idx ON sms_bilans (modalite, type_contact)`,
  // The groups of a narrower périmètre. Written by a hundred at most, read at once: no list of what is not indexed yet.
  `CREATE INDEX IF NOT EXISTS sms_bilans_places_idx ON sms_bilans USING gin (${PLACES.join(', ')}) WITH (fastupdate = off)`,
  `CREATE INDEX IF NOT EXISTS sms_bilans_portees_bilan_idx ON sms_bilans_portees (bilan_id)`,
  `CREATE INDEX IF NOT EXISTS sms_bilans_tranches_idx ON sms_bilans_tranches (tranche)`,
  ...['sms_envois', 'sms_envois_archives'].flatMap(sqlIndex),
];
