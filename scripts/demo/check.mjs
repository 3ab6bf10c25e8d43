import { ensureBuilt } from '../lib/build.mjs';
import { say } from '../lib/console.mjs';
import { createDatabase, dropDatabase } from '../lib/databases.mjs';
import { startPostgres } from '../lib/postgres.mjs';
import { verify } from './verification/verify.mjs';

const ECARTS_MONTRES = 30;

/** `npm run demo -- --check`: on a database of its own, dropped at the end. The last line is the result. */
export async function checkDemo({ entrepreneurs, actions }) {
  await ensureBuilt({ panel: false });
  const postgres = await startPostgres({ name: 'tests', persistent: false });
  try {
    const { resultat, ecarts } = await verifyAside(postgres.url, { entrepreneurs, actions });
    for (const ecart of ecarts.slice(0, ECARTS_MONTRES)) {
      console.error(`✗ ${ecart}`);
    }
    if (ecarts.length > ECARTS_MONTRES) {
      console.error(`✗ … et ${ecarts.length - ECARTS_MONTRES} autres.`);
    }
    console.log(JSON.stringify(resultat));
    return resultat.ok ? 0 : 1;
  } catch (error) {
    console.error(error);
    console.log(JSON.stringify({ ok: false, erreur: error.message }));
    return 1;
  } finally {
    await postgres.stop();
  }
}

async function verifyAside(adminUrl, tailles) {
  // A name of the tests: one left behind by a killed run is dropped by a later one.
  const nom = `essai_${process.pid}_demo`;
  const databaseUrl = await createDatabase(adminUrl, nom);
  try {
    say(
      `Soirée du 3 mars 2022 : ${tailles.entrepreneurs} entrepreneurs, ${tailles.actions} actions.`
    );
    return await verify(databaseUrl, tailles);
  } finally {
    await dropDatabase(adminUrl, nom);
  }
}
