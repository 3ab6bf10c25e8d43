import fs from 'node:fs';
import path from 'node:path';
import { ScriptError } from '../lib/console.mjs';
import { isAlive } from '../lib/process.mjs';
import { TMP } from '../lib/root.mjs';

const MARQUE = path.join(TMP, 'demo', 'en-cours.json');

/** Refuses a second demo on the same database while the first one answers. */
export async function refuseIfRunning() {
  const marque = fs.existsSync(MARQUE) ? JSON.parse(fs.readFileSync(MARQUE, 'utf8')) : null;
  // The pid of a demo killed by force may since belong to anything: its page has to answer too.
  if (marque && isAlive(marque.pid) && (await answers(marque.url))) {
    throw new ScriptError(
      `La démonstration tourne déjà : ${marque.url}/admin (processus ${marque.pid}). Arrêtez-la d'abord par Ctrl-C.`
    );
  }
}

/** Says that this process is the demo at `url`; answers what takes it back. */
export function markRunning(url) {
  fs.mkdirSync(path.dirname(MARQUE), { recursive: true });
  fs.writeFileSync(MARQUE, JSON.stringify({ pid: process.pid, url }));
  return () => fs.rmSync(MARQUE, { force: true });
}

async function answers(url) {
  try {
    const { ok } = await fetch(`${url}/_health`, { signal: AbortSignal.timeout(2000) });
    return ok;
  } catch {
    return false;
  }
}
