import type { FicheAction } from '../../../../../core/api/fiches';

/** Decision G15: within the capacité, then within the places accepted over it, then the liste d'attente. */
export function statutDArrivee(
  action: Pick<FicheAction, 'inscrits' | 'surbookes' | 'capacite' | 'surbooking'>
): string {
  const { inscrits, surbookes, capacite, surbooking } = action;
  if (capacite === null || inscrits < capacite) {
    return 'Inscrit';
  }
  return surbookes < (surbooking ?? 0) ? 'Surbooking' : "Liste d'attente";
}
