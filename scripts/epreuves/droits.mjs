import { spawn } from 'node:child_process';
import { ROOT } from '../lib/root.mjs';

/**
 * `npm run epreuve -- droits`: every route that Strapi mounts, asked by each profil, a token of the API and nobody,
 * answers as the reviewed table says (test/strapi/table-des-droits.txt); and every fiche, opened under every périmètre.
 * `npm test` asks a sample of them.
 */
export default function playDroits(args) {
  const enfant = spawn(
    process.execPath,
    ['scripts/test.mjs', 'test/strapi/table-des-droits.test.ts', 'test/strapi/perimetres', ...args],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, DROITS: 'tout' } }
  );
  // The terminal sends Ctrl-C to both of us; a `kill` reaches us alone.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => enfant.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    enfant.on('error', reject);
    enfant.on('close', (code) => resolve(code ?? 1));
  });
}
