import type { EnvoiPris, Issue } from '../../server/src/services/ports/envois';

export const OUVRIERS = ['a', 'b', 'c'] as const;
export type Nom = (typeof OUVRIERS)[number];
export type Sortie = 'envoye' | 'incertain' | 'echec' | 'transitoire' | 'rendu';
export type Annulation = 'campagne' | 'modele' | 'fiche' | 'sql' | 'effacement';

/** What a worker has in its memory, lost when it dies. */
export interface Memoire {
  epoque: string;
  reserves: EnvoiPris[];
  /** Marked, their fate not said yet. */
  surLeFil: number[];
  /** Marked before it froze: whatever it is by now, it sends them no more. */
  douteux: number[];
  /** The last outcome it said, that it may say again. */
  derniere: Issue | null;
  vivant: boolean;
}

/** What the world knows of one envoi, whatever the tables say. */
export interface Verite {
  /** A mark whose outcome nobody has written: by whom. */
  marque: Nom | null;
  /** Its final dot has left, and nobody has asked to send it again since. */
  parti: boolean;
}
