/**
 * Run by `base.mjs` in a process of its own, on an empty database: boots the application, sows, and ends.
 * `node prepare.mjs <reference> <entrepreneurs> <actions>`, the rest through the environment.
 */
import pg from 'pg';
import { seedCrm } from '../seed/seed-crm.mjs';
import { loadApplication } from './application.mjs';
import { createComptes } from './comptes.mjs';

const [reference, entrepreneurs, actions] = process.argv.slice(2);
const { strapi, stop } = await loadApplication({});
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
const resume = await seedCrm(client, {
  reference,
  entrepreneurs: Number(entrepreneurs),
  actions: Number(actions),
});
await client.end();
await createComptes(strapi, resume);
await stop();
process.exit(0);
