import type { Stores } from '../ports/stores';
import { readReglagesRendu } from '../rendre/reglages-rendu';
import type { ProgrammerDeps } from './programmer';

/** The chain under the settings of now. */
export function createChaine(stores: Stores): ProgrammerDeps {
  const { moteur, programmes, campagnes, fiches, regles } = stores;
  const { zone, heure, heuresPromotion, repentirMs } = moteur.reglages;
  return {
    ...{ programmes, campagnes, fiches, regles, zone, heure, heuresPromotion, repentirMs },
    versions: moteur.versions,
    parametres: moteur.parametres,
    piecesJointes: moteur.piecesJointes,
    suspensions: moteur.suspensions,
    readReglagesRendu: () => readReglagesRendu(moteur),
    drawNumero: moteur.drawNumero,
  };
}
