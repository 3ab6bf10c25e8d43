import type { Knex } from 'knex';
import type { Rubrique } from '../../../../../core/dossier';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { toColonne } from '../calculs/marque';
import { sqlFiches, TABLES_CONTACT } from '../destinataires/fiches';
import { fromJson } from '../modeles/modeles';
import { query } from '../query';

/** What a row holds for the machine. */
const TECHNIQUES = new Set([
  ...['id', 'document_id', 'created_at', 'updated_at', 'published_at', 'created_by_id'],
  ...['updated_by_id', 'locale', 'libelle', 'recherche', 'empreinte', 'empreinte_courriel'],
  ...['calcule_selon', 'etat', 'etat_courriel', 'mobile', 'numero_e164'],
]);

const UIDS: Readonly<Record<TypeDestinataire, string>> = {
  entrepreneur: 'content_types::api::entrepreneur.entrepreneur',
  contact_individuel: 'content_types::api::contact-individuel.contact-individuel',
  entreprise_partenaire: 'content_types::api::contact-partenaire.contact-partenaire',
};

interface Source {
  titre: string;
  /** Whose labels. */
  uid: string;
  /** Rows `t`, of the person :id. */
  de: string;
}

const composants = (type: TypeDestinataire, champ: string, titre: string): Source => ({
  titre,
  uid: `components::coordonnees.${champ.slice(0, -1)}`,
  de: `SELECT c.* FROM ${TABLES_CONTACT[type]}_cmps x JOIN components_coordonnees_${champ} c ON c.id = x.cmp_id
        WHERE x.entity_id = :id AND x.field = '${champ}' ORDER BY x."order"`,
});

const liee = (table: string, uid: string, titre: string): Source => ({
  titre,
  uid: `content_types::api::${uid}.${uid}`,
  de: `SELECT r.* FROM ${table} r JOIN ${table}_entrepreneur_lnk l ON l.${uid.replace('-', '_')}_id = r.id
        WHERE l.entrepreneur_id = :id ORDER BY r.id`,
});

/** What an action was, and not only that there was one. */
const PARTICIPATIONS: Source = {
  titre: 'Participations aux actions',
  uid: 'content_types::api::participation.participation',
  de: `SELECT a.objet AS action, a.date, r.statut, r.presence, r.confirme
         FROM participations r JOIN participations_entrepreneur_lnk l ON l.participation_id = r.id
         LEFT JOIN participations_action_lnk la ON la.participation_id = r.id LEFT JOIN actions a ON a.id = la.action_id
        WHERE l.entrepreneur_id = :id ORDER BY a.date, r.id`,
};

function listSources(type: TypeDestinataire): Source[] {
  const fiche: Source = {
    titre: 'Fiche',
    uid: UIDS[type],
    de: `SELECT f.* FROM ${TABLES_CONTACT[type]} f WHERE f.id = :id`,
  };
  const telephones = composants(type, 'telephones', 'Numéros de téléphone');
  return type === 'entrepreneur'
    ? [
        ...[fiche, composants(type, 'emails', 'E-mails'), telephones],
        composants(type, 'adresses', 'Adresses'),
        liee('situations', 'situation', 'Situations'),
        liee('projets', 'projet', 'Projets'),
        liee('parcours', 'parcours', 'Parcours'),
        PARTICIPATIONS,
      ]
    : [fiche, telephones];
}

type Metas = Readonly<Record<string, { edit?: { label?: string } }>>;

/** As the form of the fiche calls its fields; a field that it does not show keeps its own name. */
async function readLibelles(knex: Knex, uid: string): Promise<Map<string, string>> {
  const [ligne] = await query<{ value: string }>(
    knex,
    'SELECT value FROM strapi_core_store_settings WHERE key = :cle',
    { cle: `plugin_content_manager_configuration_${uid}` }
  );
  const { metadatas = {} } = fromJson<{ metadatas?: Metas }>(ligne?.value ?? '{}');
  return new Map(
    Object.entries(metadatas).map(([nom, { edit }]) => [toColonne(nom), edit?.label ?? nom])
  );
}

function toValeur(valeur: unknown): string {
  if (typeof valeur === 'boolean') {
    return valeur ? 'oui' : 'non';
  }
  return typeof valeur === 'string' ? valeur : JSON.stringify(valeur);
}

async function readRubrique(knex: Knex, { titre, uid, de }: Source, id: number): Promise<Rubrique> {
  const libelles = await readLibelles(knex, uid);
  const lignes = await query<{ ligne: unknown }>(
    knex,
    `SELECT to_jsonb(t) AS ligne FROM (${de}) t`,
    { id }
  );
  const fiches = lignes.map(({ ligne }) =>
    Object.entries(fromJson<Record<string, unknown>>(ligne))
      .filter(([nom, valeur]) => !TECHNIQUES.has(nom) && valeur !== null && valeur !== '')
      .map(([nom, valeur]) => [libelles.get(nom) ?? nom, toValeur(valeur)] as const)
  );
  return { titre, fiches };
}

/** All that the CRM holds of the person really written to; null: no such fiche, or nobody to write to there. */
export async function readRubriques(
  knex: Knex,
  type: TypeDestinataire,
  documentId: string
): Promise<Rubrique[] | null> {
  const [lue] = await query<{ id: number | null }>(
    knex,
    `SELECT f.contact_id AS id FROM (${sqlFiches(type)}) f WHERE f.document_id = :documentId LIMIT 1`,
    { documentId }
  );
  const id = lue?.id ?? null;
  if (id === null) {
    return null;
  }
  const rubriques: Rubrique[] = [];
  for (const source of listSources(type)) {
    rubriques.push(await readRubrique(knex, source, id));
  }
  return rubriques;
}
