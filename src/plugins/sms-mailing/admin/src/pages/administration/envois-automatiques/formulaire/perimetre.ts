import type { ChoixPerimetre } from '../../../../../../core/api/envois-automatiques';
import { perimetreParmi, TOUT, type Perimetre } from '../../../../../../core/perimetre';

const idsOf = (nommes: readonly { id: number }[]): number[] => nommes.map(({ id }) => id);

/** All that its author holds: what a new rule reaches. */
export function wholeOf({ tout, antennes, equipes, intervenants }: ChoixPerimetre): Perimetre {
  return tout
    ? TOUT
    : perimetreParmi({
        antenneIds: idsOf(antennes),
        equipeIds: idsOf(equipes),
        intervenantIds: idsOf(intervenants),
      });
}

/** « antenne Arras, équipe Création », as the list says it; null: everybody. */
export function namePerimetre(perimetre: Perimetre, choix: ChoixPerimetre): string | null {
  if (perimetre.genre === 'tout') {
    return null;
  }
  const noms = (
    quoi: string,
    connus: readonly { id: number; nom: string }[],
    ids: readonly number[]
  ): string[] => connus.flatMap(({ id, nom }) => (ids.includes(id) ? [`${quoi} ${nom}`] : []));
  return [
    ...noms('antenne', choix.antennes, perimetre.antenneIds),
    ...noms('équipe', choix.equipes, perimetre.equipeIds),
    ...noms('référent', choix.intervenants, perimetre.intervenantIds),
  ].join(', ');
}
