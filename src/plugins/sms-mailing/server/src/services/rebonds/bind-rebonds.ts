import type { DemandeAdresses, RetablirAdresse } from '../../../../core/api/adresses';
import { localDate } from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import { refuseFiche } from '../../../../core/regle';
import type { Stores } from '../ports/stores';
import { readRebonds } from './read-rebonds';
import { testBoite } from './test-boite';

/** Docs/adr/0031: what comes back, and the addresses to mend. */
export function bindRebonds({ rebondsDeps, reglagesDeps, moteur }: Stores) {
  const { rebonds } = rebondsDeps;
  return {
    readRebonds: () => readRebonds(rebondsDeps),
    readEtatRebonds: () => rebonds.readEtat(),
    testBoite: () => testBoite(rebondsDeps, reglagesDeps.enregistres),
    listAdresses: (demande: DemandeAdresses, perimetre: Perimetre) => {
      const aujourdhui = localDate(moteur.clock(), moteur.reglages.zone);
      return rebonds.listAdresses(demande, { perimetre, aujourdhui });
    },
    retablirAdresse: async (demande: RetablirAdresse, perimetre: Perimetre) => {
      if (!(await rebonds.retablir(demande, { perimetre, now: moteur.clock() }))) {
        refuseFiche(perimetre);
      }
    },
  };
}
