const COLONNES_JOINTURE = [
  ['entity_id', 'integer'],
  ['cmp_id', 'integer'],
  ['component_type', 'text'],
  ['field', 'text'],
  ['order', 'float8'],
];

function orDefault(valeur, defaut) {
  return valeur === undefined ? defaut : valeur;
}

/**
 * Holds rows in memory, column by column, until `flush` hands them to `write(table, columns, values)`.
 * `add` reads like a Strapi document: scalars, relations (the references `add` returned) and components.
 * Identifiers are chosen here: `firstId(table)` says where to start.
 */
export function createBase({ modele, firstId, documentId, horodatage, write }) {
  const tampons = new Map();
  const compteurs = new Map();
  const rangs = new Map();

  const nextId = (table) => {
    const id = compteurs.get(table) ?? firstId(table);
    compteurs.set(table, id + 1);
    return id;
  };

  const nextRang = (table, cible) => {
    if (!rangs.has(table)) rangs.set(table, new Map());
    const parCible = rangs.get(table);
    const rang = (parCible.get(cible) ?? 0) + 1;
    parCible.set(cible, rang);
    return rang;
  };

  const push = (table, colonnes, ligne) => {
    let tampon = tampons.get(table);
    if (tampon === undefined) {
      tampon = { colonnes, valeurs: colonnes.map(() => []) };
      tampons.set(table, tampon);
    }
    for (let i = 0; i < ligne.length; i += 1) tampon.valeurs[i].push(ligne[i]);
  };

  const addLien = (lien, id, valeur) => {
    const cibles = lien.plusieurs ? valeur : [valeur];
    cibles.forEach((cible, i) => {
      const rang = lien.plusieurs ? i + 1 : lien.avecRang && nextRang(lien.table, cible.id);
      push(lien.table, lien.colonnes, lien.avecRang ? [id, cible.id, rang] : [id, cible.id]);
    });
  };

  const addComposants = (type, composant, id, lignes) => {
    lignes.forEach((ligne, i) => {
      const cmpId = nextId(composant.table);
      const valeurs = composant.scalaires.map(({ nom, defaut }) => orDefault(ligne[nom], defaut));
      push(composant.table, composant.colonnes, [cmpId, ...valeurs]);
      push(type.jointure, COLONNES_JOINTURE, [id, cmpId, composant.uid, composant.nom, i + 1]);
    });
  };

  const add = (nomType, donnees, creeLe = horodatage) => {
    const type = modele[nomType];
    const reference = { id: nextId(type.table), documentId: documentId() };
    const valeurs = type.scalaires.map(({ nom, defaut }) => orDefault(donnees[nom], defaut));
    const { id } = reference;
    push(type.table, type.colonnes, [id, reference.documentId, creeLe, creeLe, creeLe, ...valeurs]);
    for (const lien of type.liens) {
      if (donnees[lien.nom]) addLien(lien, id, donnees[lien.nom]);
    }
    for (const composant of type.composants) {
      addComposants(type, composant, id, donnees[composant.nom] ?? []);
    }
    return reference;
  };

  const flush = async () => {
    // Link tables last: their foreign keys look at the others.
    const tables = [...tampons.keys()].sort((a, b) => weight(a) - weight(b));
    for (const table of tables) {
      const { colonnes, valeurs } = tampons.get(table);
      await write(table, colonnes, valeurs);
      tampons.delete(table);
    }
  };

  const count = (nomType) => {
    const { table } = modele[nomType];
    return compteurs.has(table) ? compteurs.get(table) - firstId(table) : 0;
  };

  return { add, flush, count };
}

function weight(table) {
  return /_(lnk|cmps)$/.test(table) ? 1 : 0;
}
