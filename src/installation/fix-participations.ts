import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Knex } from 'knex';

/** As PostgreSQL names what it refuses. */
const CONTRAINTE = 'participation_fixe';
const PHRASE =
  'Une participation garde son action et sa personne : passez son statut à « Annulé », puis créez-en une autre pour inscrire cette personne ailleurs ou quelqu’un d’autre ici.';

/** Link table of each relation, the table it leads to, and the column that says so. */
interface Lien {
  lien: string;
  table: string;
  colonne: string;
}

const LIENS: readonly Lien[] = [
  { lien: 'participations_action_lnk', table: 'actions', colonne: 'action_id' },
  { lien: 'participations_entrepreneur_lnk', table: 'entrepreneurs', colonne: 'entrepreneur_id' },
];

const FICHES = new Set<string>(
  ['participation', 'action', 'entrepreneur'].map((nom) => `api::${nom}.${nom}`)
);
const ECRITURES = new Set<string>(['create', 'update', 'clone', 'delete']);

/** A link goes with its participation or what it leads to; as long as both are there, it stays as it is. */
function sqlFonction({ lien, table, colonne }: Lien): string {
  return `
    CREATE OR REPLACE FUNCTION ${lien}_fixe() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      perdu boolean := false;
      double boolean := false;
    BEGIN
      IF TG_OP <> 'INSERT' THEN
        perdu := EXISTS (SELECT 1 FROM participations WHERE id = OLD.participation_id)
             AND EXISTS (SELECT 1 FROM ${table} WHERE id = OLD.${colonne})
             AND NOT EXISTS (SELECT 1 FROM ${lien}
                              WHERE participation_id = OLD.participation_id AND ${colonne} = OLD.${colonne});
      END IF;
      IF TG_OP <> 'DELETE' THEN
        double := EXISTS (SELECT 1 FROM ${lien}
                           WHERE participation_id = NEW.participation_id AND ${colonne} <> NEW.${colonne});
      END IF;
      IF perdu OR double THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = '${CONTRAINTE}', TABLE = TG_TABLE_NAME,
          MESSAGE = 'Une participation garde son action et sa personne.';
      END IF;
      RETURN NULL;
    END $$`;
}

/**
 * Judged as the transaction ends: an import may take a link away and put it back. Made once: to make a trigger again
 * would wait for whoever writes, at each start.
 */
function sqlTrigger({ lien }: Lien): string {
  return `
    DO $$ BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = '${CONTRAINTE}' AND tgrelid = '${lien}'::regclass) THEN
        CREATE CONSTRAINT TRIGGER ${CONTRAINTE} AFTER INSERT OR UPDATE OR DELETE ON ${lien}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ${lien}_fixe();
      END IF;
    END $$`;
}

/**
 * Who takes part in what decides who receives: one request on an action, moving the participations of others to it,
 * would choose. Held by the database, whatever the way in: the fiche, the other side of the relation, a copy, the
 * API, an import.
 */
export async function fixParticipations({ db }: Core.Strapi): Promise<void> {
  const knex: Knex = db.connection;
  await knex.transaction(async (trx) => {
    await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('crm.participation-fixe'))`);
    for (const lien of LIENS) {
      await trx.raw(sqlFonction(lien));
      await trx.raw(sqlTrigger(lien));
    }
  });
}

function isRefus(erreur: unknown): boolean {
  return (erreur as { constraint?: unknown } | null)?.constraint === CONTRAINTE;
}

/**
 * What the database refuses, in French to whoever came by Strapi. Asked before the transaction ends: an error of its
 * own, in the middle, is hidden by what Strapi then tries to repair.
 */
export function explainParticipations(strapi: Core.Strapi): void {
  strapi.documents.use(async ({ uid, action }, next) => {
    if (!FICHES.has(uid) || !ECRITURES.has(action)) {
      return next();
    }
    try {
      return await strapi.db.transaction(async ({ trx }: { trx: Knex.Transaction }) => {
        const resultat = await next();
        await trx.raw(`SET CONSTRAINTS ALL IMMEDIATE`);
        return resultat;
      });
    } catch (erreur) {
      throw isRefus(erreur) ? new errors.ApplicationError(PHRASE) : erreur;
    }
  });
}
