import type { MotifExclusion } from '../../../../core/motif';
import type { Place } from '../../../../core/prevision';

/** Persons of one rattachement who meet the same fate; `ids`: those of the fiches that would receive. */
export interface Groupe extends Place {
  motif: MotifExclusion | null;
  personnes: number;
  credits: number;
  ids: number[];
}

/** Counted one person after the other. */
export interface Groupes {
  add(qui: Place & { id: number }, motif: MotifExclusion | null, credits: number): void;
  list(): Groupe[];
}

const cleOf = ({ antenneId, equipeId, referentId }: Place): string =>
  `${String(antenneId)}|${String(equipeId)}|${String(referentId)}`;

export function createGroupes(): Groupes {
  const groupes = new Map<string, Groupe>();
  return {
    add({ id, antenneId, equipeId, referentId }, motif, credits): void {
      const rattachement = { antenneId, equipeId, referentId };
      const cle = `${cleOf(rattachement)}|${String(motif)}`;
      const groupe = groupes.get(cle) ?? {
        ...{ ...rattachement, motif, personnes: 0, credits: 0, ids: [] },
      };
      groupe.personnes += 1;
      groupe.credits += credits;
      if (motif === null) {
        groupe.ids.push(id);
      }
      groupes.set(cle, groupe);
    },
    list: () => [...groupes.values()],
  };
}
