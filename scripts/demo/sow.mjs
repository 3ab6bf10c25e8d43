import pg from 'pg';
import { seedModule } from '../seed/module/seed-module.mjs';
import { seedCrm } from '../seed/seed-crm.mjs';
import { createComptes } from './comptes.mjs';
import { openSessions } from './sessions.mjs';

/**
 * Fills the empty database of a loaded application: the three accounts, the CRM, then the module through
 * their sessions. Resolves to `{ sessions, resume, modeles }`, documentIds by the seed's names.
 */
export async function sow({ strapi, module }, options) {
  const utilisateurs = await createComptes(strapi);
  const resume = await sowCrm({ ...options, utilisateurs });
  await module.calculs.refresh();
  const sessions = await openSessions(strapi);
  const addPieceJointe = async (piece) => {
    const { piecesJointes, clock } = module.moteur;
    return (await piecesJointes.add(piece, { usage: 'modele', auteurId: null, now: clock() })).id;
  };
  const modeles = await seedModule({ ...sessions, addPieceJointe, resume });
  return { sessions, resume, modeles };
}

async function sowCrm(options) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return await seedCrm(client, options);
  } finally {
    await client.end();
  }
}
