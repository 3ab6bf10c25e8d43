import { noteFait } from '../../../../core/transport/fautes';
import {
  beginAnew,
  beginRemise,
  giveBackRemise,
  isOuverte,
  isTardive,
  MARCHE_LIBRE,
  type Marche,
} from '../../../../core/transport/marche';
import type { Chrono } from '../ports/chrono';
import type { RemiseEnCours } from '../ports/transports';

/** The machine of one transport, moved by what its hand-overs meet. */
export interface MarcheVivante {
  readonly courante: Marche;
  isOuvert(): boolean;
  begin(cle: string): RemiseEnCours;
  /** Resolves when no probe is on its way. */
  settled(): Promise<void>;
  /** The settings have changed; what was on its way says nothing of what comes. */
  beginAnew(): void;
}

/** Nothing may leave by it. */
const JAMAIS: RemiseEnCours = {
  isPermise: () => false,
  note: () => ({ sienne: false, retourMs: 0 }),
  giveBack: () => undefined,
};

/** `onMarche`: told each time it has moved. */
export function createMarcheVivante(
  chrono: Pick<Chrono, 'elapsed'>,
  onMarche: (marche: Marche) => void
): MarcheVivante {
  let marche: Marche = MARCHE_LIBRE;
  let attentes: (() => void)[] = [];

  function move(suivante: Marche): void {
    marche = suivante;
    onMarche(marche);
    if (marche.sonde !== 'en-route') {
      attentes.forEach((resolve) => resolve());
      attentes = [];
    }
  }

  return {
    get courante() {
      return marche;
    },
    isOuvert: () => isOuverte(marche, chrono.elapsed()),
    begin(cle) {
      const debutee = beginRemise(marche, cle, chrono.elapsed());
      if (debutee === null) {
        return JAMAIS;
      }
      const [suivante, remise] = debutee;
      move(suivante);
      return {
        isPermise: () => !isTardive(marche, remise),
        note(fait, raison) {
          const contexte = { raison, now: chrono.elapsed() };
          const [apres, verdict] = noteFait(marche, remise, fait, contexte);
          move(apres);
          return verdict;
        },
        giveBack: () => move(giveBackRemise(marche, remise)),
      };
    },
    async settled(): Promise<void> {
      if (marche.sonde === 'en-route') {
        await new Promise<void>((resolve) => attentes.push(resolve));
      }
    },
    beginAnew: () => move(beginAnew(marche)),
  };
}
