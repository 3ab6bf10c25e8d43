import { localDate } from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import type { Stores } from '../ports/stores';
import { lookAs } from './look-as';
import { explainPersonne, resolvePerimetre, type Demandeur } from './resolve-perimetre';

/** Guide §4: whose fiches an account sees. */
export function bindPerimetres(
  stores: Stores,
  countCeSoir: (perimetre: Perimetre) => Promise<number>
) {
  const { perimetres, moteur } = stores;
  const asked = (utilisateurId: number): Demandeur => ({
    utilisateurId,
    jour: localDate(moteur.clock(), moteur.reglages.zone),
  });
  return {
    perimetreOf: (utilisateurId: number, action: string) =>
      resolvePerimetre(perimetres, asked(utilisateurId), action),
    explainPersonne: (utilisateurId: number) => explainPersonne(perimetres, asked(utilisateurId)),
    /** The accounts that this one replaces today. */
    listRemplacees: (utilisateurId: number) =>
      perimetres.listRemplacees(utilisateurId, asked(utilisateurId).jour),
    lookAs: (utilisateurId: number, regardeurId: number) =>
      lookAs({ ...stores, countCeSoir }, asked(utilisateurId), asked(regardeurId)),
  };
}
