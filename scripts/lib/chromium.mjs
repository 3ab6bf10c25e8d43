import { existsSync } from 'node:fs';

const INSTALLES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** No sandbox: scripts may run as root. Nothing of the browser's own calls out. */
const OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** For `chromium.launch`: `CHROMIUM_PATH`, else an installed browser, else the one inside an npm package. */
export async function findChromium() {
  const installe = process.env.CHROMIUM_PATH ?? INSTALLES.find((chemin) => existsSync(chemin));
  if (installe !== undefined) {
    return { executablePath: installe, args: OPTIONS };
  }
  const { default: embarque } = await import('@sparticuz/chromium');
  return { executablePath: await embarque.executablePath(), args: [...embarque.args, ...OPTIONS] };
}
