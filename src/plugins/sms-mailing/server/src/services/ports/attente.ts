import type { Perimetre } from '../../../../core/perimetre';
import type { LignePrevue, PersonneSollicitee } from '../../../../core/prevision';
import type { TypeDestinataire } from '../../../../core/vocabulaire';

/** What waits to leave after `depuis` (null: whatever is late too) and until `jusqua`, judged as of `now`. */
export interface VueAttente {
  depuis: Date | null;
  jusqua: Date;
  now: Date;
}

/** `ids`: those of the fiches that would receive. */
export interface GroupeEnAttente extends LignePrevue {
  ids: number[];
}

/** What waits for the evening. */
export interface AttenteStore {
  group(vue: VueAttente): Promise<GroupeEnAttente[]>;
  /** Who these fiches are. */
  listPersonnes(
    type: TypeDestinataire,
    ids: readonly number[]
  ): Promise<(Omit<PersonneSollicitee, 'messages'> & { id: number })[]>;
  countIncertains(perimetre: Perimetre): Promise<number>;
  /** Why nothing leaves by a transport, in sentences; from the workers alive. */
  listAlertes(): Promise<string[]>;
  /** Wakes the workers at once. */
  wake(): Promise<void>;
}
