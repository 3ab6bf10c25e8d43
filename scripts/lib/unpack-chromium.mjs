/** Run by `chromium.mjs` in a process of its own: the package unpacks its browser into the temporary folder, `TMPDIR`. */
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
