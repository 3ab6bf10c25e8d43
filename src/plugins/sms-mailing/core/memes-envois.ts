import type { Criteres, EnvoiAutomatique } from './envoi-automatique';
import type { Listes, Perimetre } from './perimetre';

/** An empty criterion lets everything pass (decision E7). */
function meets<V>(a: readonly V[], b: readonly V[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((valeur) => b.includes(valeur));
}

function criteresMeet(a: Criteres, b: Criteres): boolean {
  const listes = [
    'natures',
    'typesAction',
    'ods',
    'etapes',
    'modesIntervention',
    'presences',
  ] as const;
  const opposes = a.confirme !== 'indifferent' && b.confirme !== 'indifferent';
  return (
    listes.every((liste) => meets<string>(a[liste], b[liste])) &&
    !(opposes && a.confirme !== b.confirme)
  );
}

const isParAntennes = ({ equipeIds, intervenantIds }: Listes): boolean =>
  equipeIds.length + intervenantIds.length === 0;

/** Antennes tell two périmètres apart; of an équipe or a référent nobody knows here whose fiches are whose. */
function perimetresMeet(a: Perimetre, b: Perimetre): boolean {
  return !(
    a.genre === 'parmi' &&
    b.genre === 'parmi' &&
    isParAntennes(a) &&
    isParAntennes(b) &&
    !a.antenneIds.some((id) => b.antenneIds.includes(id))
  );
}

export interface Porte {
  regle: EnvoiAutomatique;
  perimetre: Perimetre;
}

/** Whether some evening two rules may write to one person about one action: said before either is saved. */
export function canMeet(a: Porte, b: Porte): boolean {
  return (
    a.regle.delai === b.regle.delai &&
    criteresMeet(a.regle.criteres, b.regle.criteres) &&
    perimetresMeet(a.perimetre, b.perimetre)
  );
}
