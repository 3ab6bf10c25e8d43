import type { Fenetre } from '../ports/transports';

interface Attente {
  n: number;
  resolve: () => void;
}

export function createFenetre(taille: number): Fenetre {
  let dedans = 0;
  let borne = taille;
  const file: Attente[] = [];

  /** The bound that a crash relies on is asserted, not hoped for: no time-out lets anyone in. */
  function enter(n: number): void {
    dedans += n;
    if (dedans > taille || dedans < 0) {
      throw new RangeError(`${String(dedans)} in a window of ${String(taille)}`);
    }
  }

  /** Alone, a group enters a window that was narrowed below it; `taille` bounds it all the same. */
  function isLarge(n: number): boolean {
    return dedans + n <= borne || dedans === 0;
  }

  function wake(): void {
    for (;;) {
      const premiere = file[0];
      if (premiere === undefined || !isLarge(premiere.n)) {
        return;
      }
      file.shift();
      enter(premiere.n);
      premiere.resolve();
    }
  }

  const fenetre: Fenetre = {
    async acquire(n) {
      if (n > taille) {
        throw new RangeError(`${String(n)} do not fit in a window of ${String(taille)}`);
      }
      if (file.length === 0 && isLarge(n)) {
        enter(n);
        return;
      }
      await new Promise<void>((resolve) => {
        file.push({ n, resolve });
      });
    },

    release(n) {
      enter(-n);
      wake();
    },
    resize(nouvelle) {
      borne = Math.min(taille, nouvelle);
      wake();
    },
    async drain() {
      await fenetre.acquire(taille);
      fenetre.release(taille);
    },
  };
  return fenetre;
}
