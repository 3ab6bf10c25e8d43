import type { MotifExclusion } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import type { LigneSoiree } from '../../../../core/soiree';

/** Envois in the queue, judged as they would be if they left now. */
export interface LigneAttente extends LigneSoiree {
  motif: MotifExclusion | null;
}

export interface Attente {
  lignes: LigneAttente[];
  incertains: number;
  /** Why nothing leaves by a transport, in sentences; from the workers alive. */
  alertes: string[];
}

/** What waits for the evening. */
export interface AttenteStore {
  describe(jusqua: Date, perimetre: Perimetre): Promise<Attente>;
  /** Wakes the workers at once. */
  wake(): Promise<void>;
}
