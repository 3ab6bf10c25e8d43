import type { UserConfig } from 'vite';
import { speakFrench } from './mots-en-dur';

/** Strapi's settings, and its own words in French where it has no translation for them. */
export default (config: UserConfig): UserConfig => ({
  ...config,
  plugins: [...(config.plugins ?? []), { name: 'parle-francais', transform: speakFrench }],
});
