import type { Chrono } from '../ports/chrono';
import type { LedgerStore, Lot, LotEnFile, Position, RechercheLots } from '../ports/envois';

/** What came meanwhile, or was given back behind, is seen again so often; not sooner, so that a turn never spins. */
const RELECTURE_MS = 5_000;

interface Deps {
  ledger: Pick<LedgerStore, 'listLots'>;
  chrono: Pick<Chrono, 'elapsed'>;
  /** As of now. */
  recherche: () => RechercheLots;
}

/** Tells one lot from another. */
export const cleOf = ({ modeleId, typeContact, typeDestinataire, modalite }: Lot): string =>
  [modeleId, typeContact, typeDestinataire, modalite].join('|');

/** A lot, and the last envoi that this worker took of it. */
export type LotEntame = LotEnFile & { apres: Position | null };

/** The lots of one turn, each from where this worker stands in it: what it took is never read again. */
export interface Lots {
  /** The one that has waited longest among those that `permis` allows; null when none is left. */
  next(permis: (lot: Lot) => boolean): Promise<LotEntame | null>;
  /** What a claim took of it: less than asked for, it is done. */
  advance(lot: LotEntame, pris: readonly Position[], limite: number): void;
  /** Left alone until the end of this turn: it never blocks the others. */
  setAside(lot: Lot): void;
}

export function createLots({ ledger, chrono, recherche }: Deps): Lots {
  let lots: LotEntame[] = [];
  let relireA = Number.NEGATIVE_INFINITY;
  const ecartes = new Set<string>();

  async function read(): Promise<void> {
    const tous = await ledger.listLots(recherche());
    lots = tous.filter((lot) => !ecartes.has(cleOf(lot))).map((lot) => ({ ...lot, apres: null }));
    relireA = chrono.elapsed() + RELECTURE_MS;
  }

  function first(permis: (lot: Lot) => boolean): LotEntame | null {
    const attendent = lots.filter(permis);
    attendent.sort((a, b) => a.disponibleLe.getTime() - b.disponibleLe.getTime() || a.id - b.id);
    return attendent[0] ?? null;
  }

  function remove(lot: Lot): void {
    lots = lots.filter((autre) => cleOf(autre) !== cleOf(lot));
  }

  return {
    async next(permis) {
      if (chrono.elapsed() >= relireA) {
        await read();
      }
      return first(permis);
    },

    advance(lot, pris, limite): void {
      const dernier = pris.at(-1);
      remove(lot);
      if (dernier !== undefined && pris.length >= limite) {
        const { disponibleLe, id } = dernier;
        lots.push({ ...lot, disponibleLe, id, apres: { disponibleLe, id } });
      }
    },

    setAside(lot): void {
      ecartes.add(cleOf(lot));
      remove(lot);
    },
  };
}
