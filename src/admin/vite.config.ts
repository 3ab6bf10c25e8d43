import path from 'node:path';
import type { UserConfig } from 'vite';
import { speakFrench } from './mots-en-dur';

/** As JSX asks for it, or as Strapi's alias of `react` has already led it. */
const JSX = /(?:^|[\\/])react[\\/]jsx-runtime(?:\.js)?$/;
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
        JSX.test(source) && DESSINENT.test(importer ?? '') ? RUNTIME : null,
    },
  ],
});
