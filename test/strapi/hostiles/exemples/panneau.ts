import { CAMPAGNES } from './campagnes';
import { ENVOIS_AUTOMATIQUES } from './envois-automatiques';
import { FICHES } from './fiches';
import { JOURNAL } from './journal';
import { MODELES } from './modeles';
import { PROFILS } from './profils';
import { SOIREE_ET_REGLAGES } from './reglages';

/** As the module mounts them: one missing fails the test. */
export const EXEMPLES_PANNEAU = {
  ...MODELES,
  ...ENVOIS_AUTOMATIQUES,
  ...CAMPAGNES,
  ...FICHES,
  ...PROFILS,
  ...JOURNAL,
  ...SOIREE_ET_REGLAGES,
};
