import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { say, ScriptError } from '../lib/console.mjs';
import { ROOT } from '../lib/root.mjs';

const FOIS = 10;
const AIDE = 'npm run epreuve -- kill [nombre de passes | graine=123456]';

/** How many passes, or the seed to play again. */
function readDemande([demande = String(FOIS), ...restes]) {
  const graine = /^graine=(\d+)$/.exec(demande)?.[1];
  const fois = graine === undefined ? Number(demande) : 1;
  if (restes.length > 0 || !Number.isInteger(fois) || fois < 1) {
    throw new ScriptError(
      `Cette commande ne se comprend pas : ${[demande, ...restes].join(' ')}\n${AIDE}`
    );
  }
  return Array.from({ length: fois }, () => graine ?? String(randomInt(1e9)));
}

/**
 * `npm run epreuve -- kill`: the evening in real processes (kills, freezes, stops, a base that cuts), again and again,
 * each time with other deaths. `GRAINE` of a pass that failed plays it again.
 */
export default async function playKill(args) {
  const graines = readDemande(args);
  const rouges = [];
  for (const [i, graine] of graines.entries()) {
    say(`Passe ${i + 1} sur ${graines.length}, graine ${graine}.`);
    if ((await playOnce(graine)) !== 0) rouges.push(graine);
  }
  const rejouer = rouges.map((graine) => `npm run epreuve -- kill graine=${graine}`);
  console.log(
    rouges.length === 0
      ? `${graines.length} passes, toutes vertes.`
      : `${graines.length} passes, ${rouges.length} rouges. Pour les rejouer : ${rejouer.join(' ; ')}`
  );
  return rouges.length === 0 ? 0 : 1;
}

function playOnce(graine) {
  const enfant = spawn(
    process.execPath,
    ['scripts/test.mjs', 'src/plugins/sms-mailing/test/processus'],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, GRAINE: graine } }
  );
  // The terminal sends Ctrl-C to both of us; a `kill` reaches us alone.
  process.once('SIGINT', () => {});
  process.once('SIGTERM', () => enfant.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    enfant.on('error', reject);
    enfant.on('close', (code) => resolve(code ?? 1));
  });
}
