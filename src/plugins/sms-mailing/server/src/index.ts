import { contentTypes } from './strapi/content-types/content-types';
import { adresse } from './strapi/controllers/adresse';
import { agenda } from './strapi/controllers/agenda';
import { campagne } from './strapi/controllers/campagne';
import { desinscription } from './strapi/controllers/desinscription';
import { envoiAutomatique } from './strapi/controllers/envoi-automatique';
import { exemplaire } from './strapi/controllers/exemplaire';
import { fiche } from './strapi/controllers/fiche';
import { place } from './strapi/controllers/place';
import { filtre } from './strapi/controllers/filtre';
import { journal } from './strapi/controllers/journal';
import { modele } from './strapi/controllers/modele';
import { packageSms } from './strapi/controllers/package-sms';
import { parametres } from './strapi/controllers/parametres';
import { perimetre } from './strapi/controllers/perimetre';
import { personne } from './strapi/controllers/personne';
import { pieceJointe } from './strapi/controllers/piece-jointe';
import { profil } from './strapi/controllers/profil';
import { reference } from './strapi/controllers/reference';
import { repertoire } from './strapi/controllers/repertoire';
import { reponse } from './strapi/controllers/reponse';
import { suivi } from './strapi/controllers/suivi';
import { soiree } from './strapi/controllers/soiree';
import { bootstrap, destroy, installation, register } from './strapi/lifecycle';
import { routes } from './strapi/routes';

export default {
  register,
  bootstrap,
  destroy,
  contentTypes,
  routes,
  controllers: {
    adresse,
    agenda,
    journal,
    modele,
    'piece-jointe': pieceJointe,
    exemplaire,
    'envoi-automatique': envoiAutomatique,
    campagne,
    filtre,
    desinscription,
    reponse,
    fiche,
    place,
    perimetre,
    personne,
    profil,
    soiree,
    suivi,
    reference,
    repertoire,
    'package-sms': packageSms,
    parametres,
  },
  services: { installation },
};
