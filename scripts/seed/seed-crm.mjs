import { withoutIndexes } from './allegement.mjs';
import { createBase } from './base.mjs';
import { generateCrm } from './generation.mjs';
import { createHasard } from './hasard.mjs';
import { finishTables, insertColonnes, readPremiersIds } from './insertion.mjs';
import { addJours } from './jours.mjs';
import { readModele } from './modele.mjs';

function listTables(modele) {
  const types = Object.values(modele);
  const composants = types.flatMap((type) => type.composants.map(({ table }) => table));
  const avecId = [...new Set([...types.map(({ table }) => table), ...composants])];
  const liens = types.flatMap((type) => [
    ...type.liens.map(({ table }) => table),
    ...(type.composants.length > 0 ? [type.jointure] : []),
  ]);
  return { avecId, toutes: [...avecId, ...liens] };
}

async function refuseIfFilled(client) {
  const { rows } = await client.query('SELECT EXISTS (SELECT FROM entrepreneurs) AS rempli');
  if (rows[0].rempli) {
    throw new Error(
      'La base contient déjà des entrepreneurs : le jeu de démonstration ne s’ajoute qu’à une base vide.'
    );
  }
}

async function fill(client, options) {
  await refuseIfFilled(client);
  const modele = readModele();
  const { avecId, toutes } = listTables(modele);
  const premiers = await readPremiersIds(client, avecId);
  const base = createBase({
    modele,
    firstId: (table) => premiers.get(table),
    documentId: createHasard('documents').documentId,
    // The day before: never in the future of whoever opens the panel early.
    horodatage: `${addJours(options.reference, -1)} 16:00:00`,
    write: (table, colonnes, valeurs) => insertColonnes(client, table, colonnes, valeurs),
  });
  const noms = await withoutIndexes(client, toutes, () => generateCrm(base, options));
  await finishTables(client, avecId, toutes);
  const comptes = Object.fromEntries(Object.keys(modele).map((nom) => [nom, base.count(nom)]));
  return { ...noms, comptes };
}

/**
 * Fills an empty CRM in one transaction, through a connected `pg` client, with what people type: the
 * application computes the rest (`calculs.refresh`, at its start or at its next turn). `reference` ('YYYY-MM-DD') is
 * the « today » of the seed: every date follows from it. `utilisateurs` gives intervenants, by name,
 * their account of the panel. Resolves to the guide's records by name (`{ id, documentId }`) and to the
 * number of rows by content type.
 */
export async function seedCrm(client, options) {
  if (!/^\d{4}-\d\d-\d\d$/.test(options.reference ?? '')) {
    throw new Error('La date de référence s’écrit AAAA-MM-JJ, par exemple 2022-03-03.');
  }
  await client.query('BEGIN');
  try {
    const resume = await fill(client, { entrepreneurs: 2000, actions: 300, ...options });
    await client.query('COMMIT');
    return resume;
  } catch (erreur) {
    await client.query('ROLLBACK');
    throw erreur;
  }
}
