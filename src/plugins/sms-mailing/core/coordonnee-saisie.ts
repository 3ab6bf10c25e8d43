import type { Juge } from './judge-courriel';
import { normaliseTelephone } from './telephone';

export const judgeTelephone: Juge = (saisie) =>
  normaliseTelephone(saisie) === null
    ? `« ${saisie} » n’est pas un numéro de téléphone : donnez ses 10 chiffres, ou son indicatif (+32…) pour l’étranger.`
    : null;
