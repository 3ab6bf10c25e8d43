import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Knex } from 'knex';

/** A fiche that belongs to others for good: link table of each relation, the table it leads to. */
interface Tenue {
  /** Of the link's column that says which fiche, and of what PostgreSQL calls its refusal. */
  nom: string;
  table: string;
  proprietaires: readonly { relation: string; table: string }[];
  phrase: string;
}

const ENTREPRENEUR = { relation: 'entrepreneur', table: 'entrepreneurs' };

function ofPersonne(nom: string, table: string, phrase: string): Tenue {
  return { nom, table, proprietaires: [ENTREPRENEUR], phrase };
}

const TENUES: readonly Tenue[] = [
  {
    nom: 'participation',
    table: 'participations',
    proprietaires: [{ relation: 'action', table: 'actions' }, ENTREPRENEUR],
    phrase:
      'Une participation garde son action et sa personne : passez son statut à « Annulé », puis créez-en une autre pour inscrire cette personne ailleurs ou quelqu’un d’autre ici.',
  },
  ofPersonne(
    'situation',
    'situations',
    'Une situation reste à sa personne : créez-en une autre sur la fiche de l’autre personne.'
  ),
  ofPersonne(
    'projet',
    'projets',
    'Un projet reste à sa personne : créez-en un autre sur la fiche de l’autre personne.'
  ),
  ofPersonne(
    'parcours',
    'parcours',
    'Un parcours reste à sa personne : créez-en un autre sur la fiche de l’autre personne.'
  ),
];

const contrainteOf = ({ nom }: Tenue): string => `${nom}_fixe`;

const FICHES = new Set<string>(
  ['action', 'entrepreneur', ...TENUES.map(({ nom }) => nom)].map((nom) => `api::${nom}.${nom}`)
);
const ECRITURES = new Set<string>(['create', 'update', 'clone', 'delete']);

/**
 * A link goes with its fiche or what it leads to; as long as both are there, it stays as it is. Judged as the
 * transaction ends: an import may take a link away and put it back. Made once: to make a trigger again would wait for
 * whoever writes, at each start.
 */
function listSql(tenue: Tenue): string[] {
  const contrainte = contrainteOf(tenue);
  const fiche = `${tenue.nom}_id`;
  return tenue.proprietaires.flatMap(({ relation, table }) => {
    const lien = `${tenue.table}_${relation}_lnk`;
    const autre = `${relation}_id`;
    return [
      `CREATE OR REPLACE FUNCTION ${lien}_fixe() RETURNS trigger LANGUAGE plpgsql AS $$
       DECLARE
         perdu boolean := false;
         double boolean := false;
       BEGIN
         IF TG_OP <> 'INSERT' THEN
           perdu := EXISTS (SELECT 1 FROM ${tenue.table} WHERE id = OLD.${fiche})
                AND EXISTS (SELECT 1 FROM ${table} WHERE id = OLD.${autre})
                AND NOT EXISTS (SELECT 1 FROM ${lien} WHERE ${fiche} = OLD.${fiche} AND ${autre} = OLD.${autre});
         END IF;
         IF TG_OP <> 'DELETE' THEN
           double := EXISTS (SELECT 1 FROM ${lien} WHERE ${fiche} = NEW.${fiche} AND ${autre} <> NEW.${autre});
         END IF;
         IF perdu OR double THEN
           RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = '${contrainte}', TABLE = TG_TABLE_NAME,
             MESSAGE = 'Une fiche garde ce à quoi elle appartient (${tenue.nom}).';
         END IF;
         RETURN NULL;
       END $$`,
      `DO $$ BEGIN
         IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = '${contrainte}' AND tgrelid = '${lien}'::regclass) THEN
           CREATE CONSTRAINT TRIGGER ${contrainte} AFTER INSERT OR UPDATE OR DELETE ON ${lien}
             DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ${lien}_fixe();
         END IF;
       END $$`,
    ];
  });
}

/**
 * Who takes part in what, and whose a situation is, decide who receives: one request on an action, moving the
 * participations of others to it, would choose. Held by the database, whatever the way in: the fiche, the other side
 * of the relation, a copy, the API, an import.
 */
export async function fixOwners({ db }: Core.Strapi): Promise<void> {
  const knex: Knex = db.connection;
  await knex.transaction(async (trx) => {
    await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('crm.participation-fixe'))`);
    for (const sql of TENUES.flatMap(listSql)) {
      await trx.raw(sql);
    }
  });
}

function findRefusee(erreur: unknown): Tenue | undefined {
  const { constraint } = (erreur ?? {}) as { constraint?: unknown };
  return TENUES.find((tenue) => contrainteOf(tenue) === constraint);
}

/**
 * What the database refuses, in French to whoever came by Strapi. Asked before the transaction ends: an error of its
 * own, in the middle, is hidden by what Strapi then tries to repair.
 */
export function explainOwners(strapi: Core.Strapi): void {
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
      const refusee = findRefusee(erreur);
      throw refusee ? new errors.ApplicationError(refusee.phrase) : erreur;
    }
  });
}
