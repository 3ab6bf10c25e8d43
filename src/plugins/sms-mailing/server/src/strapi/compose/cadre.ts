import { createEmpreintes } from '../../adapters/jetons/empreintes';
import { createParametres } from '../../adapters/sql/parametres/parametres';
import type { ParametresStore } from '../../services/ports/moteur';
import type { ReglagesEnregistres } from '../../services/ports/parametres';
import type { ReglagesDeps } from '../../services/ports/parametres';
import { resolveReglages } from '../../services/parametres/resolve-reglages';
import { listClesDe, openReseau, type Hote } from './hote';
import { isBaseReelle, toEnvironnement } from './reglages-module';
import type { OptionsSms } from './sms';

function toOptionsSms(hote: Hote): OptionsSms {
  const { reglages, clock } = hote;
  const { publicUrl, sms } = reglages;
  return {
    journal: isBaseReelle(reglages) ? null : sms.journal,
    urlBase: sms.urlBase,
    // Operators call nobody in clear, and cannot reach a local address.
    urlPublique: publicUrl.startsWith('https://') ? publicUrl : null,
    cles: listClesDe(hote, 'suivi'),
    reseau: hote.reseau ?? openReseau(reglages),
    now: clock,
  };
}

/** Re-read at each use: a lot under way obeys them too. */
export function readSouvent(parametres: ParametresStore) {
  return {
    promotionSansConsentement: async () =>
      (await parametres.read()).promotionSansConsentement === true,
    autoriserDepassement: async () => (await parametres.read()).autoriserDepassement,
  };
}

export interface Cadre extends Omit<ReglagesDeps, 'reglages' | 'dns' | 'urlSuivi' | 'urlRetours'> {
  parametres: ParametresStore;
  optionsSms: OptionsSms;
}

/** The settings in force, and what reads them again. */
export function createCadre(hote: Hote, enregistres: ReglagesEnregistres): Cadre {
  const empreintes = createEmpreintes(listClesDe(hote, 'verification'));
  const environnement = toEnvironnement(hote.reglages);
  const optionsSms = toOptionsSms(hote);
  return {
    enregistres,
    environnement,
    empreintes,
    effectifs: resolveReglages(enregistres, environnement, empreintes),
    parametres: createParametres(hote.knex),
    reseau: optionsSms.reseau,
    optionsSms,
  };
}
