import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** PostgreSQL type of a Strapi attribute; anything else is text. */
const TYPES_SQL = {
  boolean: 'boolean',
  integer: 'integer',
  date: 'date',
  datetime: 'timestamp',
  time: 'time',
};
const ENTETE = [
  ['id', 'integer'],
  ['document_id', 'text'],
  ['created_at', 'timestamp'],
  ['updated_at', 'timestamp'],
  ['published_at', 'timestamp'],
];

function snakeCase(nom) {
  return nom
    .replace(/-/g, '_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

function describeScalaires(attributes) {
  return Object.entries(attributes)
    .filter(([, attribut]) => attribut.type !== 'relation' && attribut.type !== 'component')
    .map(([nom, attribut]) => ({
      nom,
      colonne: attribut.columnName ?? snakeCase(nom),
      sql: TYPES_SQL[attribut.type] ?? 'text',
      defaut: attribut.default ?? null,
    }));
}

/** Strapi's link table of the owning side; null for an inverse side, which has none. */
function describeLien(type, [nom, attribut]) {
  if (attribut.type !== 'relation' || attribut.mappedBy) return null;
  const proprietaire = snakeCase(type.info.singularName);
  const cible = snakeCase(attribut.target.split('.').pop().split('::').pop());
  const plusieurs = attribut.relation === 'manyToMany';
  const rang = plusieurs ? `${cible}_ord` : attribut.inversedBy && `${proprietaire}_ord`;
  return {
    nom,
    plusieurs,
    avecRang: Boolean(rang),
    table: `${type.collectionName}_${snakeCase(nom)}_lnk`,
    colonnes: [
      [`${proprietaire}_id`, 'integer'],
      [`${cible}_id`, 'integer'],
      ...(rang ? [[rang, 'float8']] : []),
    ],
  };
}

function describeType(type, composants) {
  const attributs = Object.entries(type.attributes);
  const scalaires = describeScalaires(type.attributes);
  return {
    table: type.collectionName,
    scalaires,
    colonnes: [...ENTETE, ...scalaires.map(({ colonne, sql }) => [colonne, sql])],
    liens: attributs.map((attribut) => describeLien(type, attribut)).filter(Boolean),
    composants: attributs
      .filter(([, attribut]) => attribut.type === 'component')
      .map(([nom, attribut]) => ({ nom, ...composants[attribut.component] })),
    jointure: `${type.collectionName}_cmps`,
  };
}

function readComposant(categorie, fichier) {
  const uid = `${categorie}.${path.basename(fichier, '.json')}`;
  const chemin = path.join(SRC, 'components', categorie, fichier);
  const { collectionName, attributes } = JSON.parse(fs.readFileSync(chemin, 'utf8'));
  const scalaires = describeScalaires(attributes);
  const colonnes = [['id', 'integer'], ...scalaires.map(({ colonne, sql }) => [colonne, sql])];
  return [uid, { uid, table: collectionName, scalaires, colonnes }];
}

/** The CRM's tables as Strapi makes them, read from its schemas: the seed cannot drift from them. */
export function readModele() {
  const composants = Object.fromEntries(
    fs
      .readdirSync(path.join(SRC, 'components/coordonnees'))
      .map((f) => readComposant('coordonnees', f))
  );
  const types = {};
  for (const nom of fs.readdirSync(path.join(SRC, 'api'))) {
    const chemin = path.join(SRC, 'api', nom, 'content-types', nom, 'schema.json');
    types[nom] = describeType(JSON.parse(fs.readFileSync(chemin, 'utf8')), composants);
  }
  return types;
}
