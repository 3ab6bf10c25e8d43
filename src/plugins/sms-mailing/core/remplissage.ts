/** How full an action is (decision G15). */
export interface Remplissage {
  inscrits: number;
  surbookes: number;
  /** Null: no limit. */
  capacite: number | null;
  /** Places accepted over the capacité. */
  surbooking: number | null;
}

export type StatutDArrivee = 'Inscrit' | 'Surbooking' | "Liste d'attente";

/** Places that the liste d'attente could take, those of the surbooking included; null: no limit. */
export function countLibres({
  inscrits,
  surbookes,
  capacite,
  surbooking,
}: Remplissage): number | null {
  return capacite === null
    ? null
    : Math.max(0, capacite - inscrits) + Math.max(0, (surbooking ?? 0) - surbookes);
}

/** Decision G15: within the capacité, then within the places accepted over it, then the liste d'attente. */
export function statutDArrivee(action: Remplissage): StatutDArrivee {
  const { inscrits, surbookes, capacite, surbooking } = action;
  if (capacite === null || inscrits < capacite) {
    return 'Inscrit';
  }
  return surbookes < (surbooking ?? 0) ? 'Surbooking' : "Liste d'attente";
}
