import type {
  ContenuPrevision,
  LignePrevue,
  OrigineSoiree,
  PersonneSollicitee,
} from '../../../../../core/prevision';
import type { MotifExclusion } from '../../../../../core/motif';

type Origine = OrigineSoiree & Pick<LignePrevue, 'enFile'>;

/** Rank of its origine, antenne, équipe, référent, reason, persons, credits. */
type LigneGardee = [
  number,
  number | null,
  number | null,
  number | null,
  MotifExclusion | null,
  number,
  number,
];

/** As a forecast is kept: each origine once, its thousands of rattachements as numbers; a tenth of the bytes. */
export interface ContenuGarde {
  soir: string;
  origines: Origine[];
  lignes: LigneGardee[];
  sollicitees: PersonneSollicitee[];
}

export function pack({ soir, lignes, sollicitees }: ContenuPrevision): ContenuGarde {
  const rangs = new Map<string, number>();
  const origines: Origine[] = [];
  const gardees = lignes.map((ligne): LigneGardee => {
    const { antenneId, equipeId, referentId, motif, personnes, credits, ...origine } = ligne;
    const cle = JSON.stringify(origine);
    const rang = rangs.get(cle) ?? origines.push(origine) - 1;
    rangs.set(cle, rang);
    return [rang, antenneId, equipeId, referentId, motif, personnes, credits];
  });
  return { soir, origines, lignes: gardees, sollicitees };
}

export function unpack({ soir, origines, lignes, sollicitees }: ContenuGarde): ContenuPrevision {
  return {
    ...{ soir, sollicitees },
    lignes: lignes.map(([rang, antenneId, equipeId, referentId, motif, personnes, credits]) => ({
      ...(origines[rang] as Origine),
      ...{ antenneId, equipeId, referentId, motif, personnes, credits },
    })),
  };
}
