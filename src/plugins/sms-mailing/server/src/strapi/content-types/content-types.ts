import modele from './modele/schema.json';
import versionModele from './version-modele/schema.json';
import envoiAutomatique from './envoi-automatique/schema.json';
import campagne from './campagne/schema.json';
import envoi from './envoi/schema.json';
import packageSms from './package-sms/schema.json';
import mouvementSms from './mouvement-sms/schema.json';
import filtre from './filtre/schema.json';
import opposition from './opposition/schema.json';

/** Hidden from the Content Manager: the module's own pages are the only way in. */
export const contentTypes = {
  modele: { schema: modele },
  'version-modele': { schema: versionModele },
  'envoi-automatique': { schema: envoiAutomatique },
  campagne: { schema: campagne },
  envoi: { schema: envoi },
  'package-sms': { schema: packageSms },
  'mouvement-sms': { schema: mouvementSms },
  filtre: { schema: filtre },
  opposition: { schema: opposition },
};
