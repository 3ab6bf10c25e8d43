import fs from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from '../lib/build.mjs';
import { say, ScriptError } from '../lib/console.mjs';
import { createDatabase, dropDatabase } from '../lib/databases.mjs';
import { startPostgres } from '../lib/postgres.mjs';
import { ROOT } from '../lib/root.mjs';
import { openJour } from './jour.mjs';
import { openPanneau } from './panneau.mjs';
import { VUES } from './vues.mjs';

const DOSSIER = path.join(ROOT, 'docs', 'guide', 'images');
/** A guide is read on slow lines too. */
const POIDS_MAX = 150_000;

/** Writes the pictures of those names, or all of them, on a database of its own, dropped at the end. */
export async function takeCaptures(noms) {
  const vues = choose(noms);
  await ensureBuilt({ panel: true });
  const postgres = await startPostgres({ name: 'tests', persistent: false });
  // A name of the tests: one left behind by a killed run is dropped by a later one.
  const base = `essai_${process.pid}_captures`;
  try {
    await shoot(await createDatabase(postgres.url, base), vues);
    return 0;
  } finally {
    await dropDatabase(postgres.url, base);
    await postgres.stop();
  }
}

function choose(noms) {
  const inconnus = noms.filter((nom) => !VUES.some((vue) => vue.nom === nom));
  if (inconnus.length > 0) {
    const connus = VUES.map(({ nom }) => nom).join(', ');
    throw new ScriptError(`Aucune image ne s’appelle ${inconnus.join(', ')}. Il y a : ${connus}.`);
  }
  return noms.length === 0 ? VUES : VUES.filter(({ nom }) => noms.includes(nom));
}

async function shoot(databaseUrl, vues) {
  say('Préparation de la base du guide, au 3 mars 2022.');
  const jour = await openJour(databaseUrl);
  const panneau = await openPanneau(jour);
  fs.mkdirSync(DOSSIER, { recursive: true });
  try {
    for (const vue of vues) {
      await keep(vue.nom, await panneau.capture(vue, jour), panneau.isMeme);
    }
  } finally {
    await panneau.close();
    await jour.close();
  }
}

/** A picture in which nothing has changed for the eye stays as it is: history keeps what changed. */
async function keep(nom, image, isMeme) {
  if (image.length > POIDS_MAX) {
    throw new ScriptError(`${nom}.png pèse ${image.length} octets : cadrez plus serré.`);
  }
  const fichier = path.join(DOSSIER, `${nom}.png`);
  const avant = fs.existsSync(fichier) ? fs.readFileSync(fichier) : null;
  if (avant !== null && (await isMeme(avant, image))) {
    say(`${nom}.png est inchangée.`);
    return;
  }
  fs.writeFileSync(fichier, image);
  say(`${nom}.png, ${Math.round(image.length / 1000)} ko.`);
}
