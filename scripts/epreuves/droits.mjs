import { spawn } from 'node:child_process';
import { ROOT } from '../lib/root.mjs';

/**
 * `npm run epreuve -- droits`: every route that Strapi mounts, asked by each profil, a token of the API and nobody,
 * answers as the reviewed table says (test/strapi/table-des-droits.txt); every fiche, opened under every périmètre; every
 * hostile value in every parameter that its route does not read like another, by each profil, limited or not. `npm test`
 * asks a sample of them. Half an hour: a path, or `-t <title>`, plays a part:
 * `npm run epreuve -- droits test/strapi/table-des-droits.test.ts`.
 */
const PARTIES = [
  'test/strapi/table-des-droits.test.ts',
  'test/strapi/perimetres',
  'test/strapi/hostiles',
];
/** Milliseconds: one test plays all the values of all the routes. */
const DELAI = 6 * 3_600_000;

export default function playDroits(args) {
  const chemins = args.some((arg) => arg.startsWith('test/')) ? [] : PARTIES;
  const enfant = spawn(
    process.execPath,
    ['scripts/test.mjs', ...chemins, ...args, `--testTimeout=${DELAI}`],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, DROITS: 'tout', HOSTILES: 'tout' } }
  );
  // The terminal sends Ctrl-C to both of us; a `kill` reaches us alone.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => enfant.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    enfant.on('error', reject);
    enfant.on('close', (code) => resolve(code ?? 1));
  });
}
