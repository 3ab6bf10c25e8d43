/** At most `taille` envois between « en cours » and their committed outcome. */
export interface Fenetre {
  /** Waits until `n` more fit. */
  acquire(n: number): Promise<void>;
  release(n: number): void;
  /** Waits until nothing is left inside. */
  drain(): Promise<void>;
}

interface Attente {
  n: number;
  resolve: () => void;
}

export function createFenetre(taille: number): Fenetre {
  let dedans = 0;
  const file: Attente[] = [];

  function wake(): void {
    for (;;) {
      const premiere = file[0];
      if (premiere === undefined || dedans + premiere.n > taille) {
        return;
      }
      file.shift();
      dedans += premiere.n;
      premiere.resolve();
    }
  }

  return {
    acquire(n) {
      if (n > taille) {
        throw new RangeError(`${String(n)} do not fit in a window of ${String(taille)}`);
      }
      return new Promise((resolve) => {
        file.push({ n, resolve });
        wake();
      });
    },

    release(n) {
      dedans -= n;
      if (dedans < 0) {
        throw new RangeError('Released more than was acquired');
      }
      wake();
    },

    async drain() {
      await this.acquire(taille);
      this.release(taille);
    },
  };
}
