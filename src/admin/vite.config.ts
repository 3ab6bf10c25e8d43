import path from 'node:path';
import type { UserConfig } from 'vite';
import { speakFrench } from './mots-en-dur';

const RUNTIME = path.resolve('src/admin/espaces-insecables.ts');
/** Who draws the module's sentences: its pages, and what Strapi makes of its titles and messages. */
const DESSINENT =
  /\/plugins\/sms-mailing\/admin\/src\/|\/@strapi\/admin\/.*\/(?:HeaderLayout|Notifications)\.mjs/;

/** Strapi's settings, its own words in French where it has no translation for them, and French spaces. */
export default (config: UserConfig): UserConfig => ({
  ...config,
  plugins: [
    ...(config.plugins ?? []),
    { name: 'parle-francais', transform: speakFrench },
    {
      name: 'espaces-insecables',
      enforce: 'pre',
      resolveId: (source, importer) =>
        source === 'react/jsx-runtime' && DESSINENT.test(importer ?? '') ? RUNTIME : null,
    },
  ],
});
