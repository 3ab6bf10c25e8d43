import type { Donnee } from '../../../../core/catalogue-signets';
import type { MotifExclusion } from '../../../../core/motif';
import type { Modalite, TypeContact, TypeDestinataire } from '../../../../core/vocabulaire';

/** Envois that one statement claims together: same modele, same kind of destinataire, same origine. */
export interface Lot {
  modeleId: number;
  typeContact: TypeContact;
  typeDestinataire: TypeDestinataire;
  modalite: Modalite;
}

/** A claimed envoi with all that its message needs: no further query per destinataire. */
export interface EnvoiReserve {
  id: number;
  cle: string;
  nom: string;
  /** The address or number that will really be used; null when `motif` says why there is none. */
  adresse: string | null;
  motif: MotifExclusion | null;
  /** Raw signet values, in the order of the version's `donnees`. */
  valeurs: readonly (string | null)[];
  tentatives: number;
}

export interface ClaimOptions {
  ouvrier: string;
  limite: number;
  now: Date;
  versionId: number;
  /** Data keys that the signets of this version read. */
  donnees: readonly Donnee[];
}

export type Issue =
  | {
      statut: 'envoye';
      id: number;
      adresse: string;
      messageId: string | null;
      reference: string | null;
      credits: number;
      valeurs: readonly (string | null)[];
    }
  | { statut: 'exclu'; id: number; motif: MotifExclusion; detail: string | null }
  | { statut: 'echec'; id: number; motif: string; detail: string; adresse: string }
  | { statut: 'incertain'; id: number; detail: string; adresse: string; messageId: string | null }
  /** `compte`: this try is one of those an envoi has; a fault of the account is not. */
  | { statut: 'programme'; id: number; disponibleLe: Date; detail: string; compte: boolean };

/** The envois table: ledger and queue at once (docs/adr/0003). */
export interface LedgerStore {
  /** The lot that has waited longest among these types, skipping what another worker holds. */
  nextLot(now: Date, types: readonly TypeContact[]): Promise<Lot | null>;
  /** Takes up to `limite` due envois of the lot; nobody else can take them until they are given back. */
  claim(lot: Lot, options: ClaimOptions): Promise<EnvoiReserve[]>;
  /** Fenced and committed before the wire is touched; answers the ids that may really leave. */
  markEnCours(
    ouvrier: string,
    envois: readonly { id: number; credits: number }[],
    now: Date
  ): Promise<number[]>;
  /** Resolves once the outcome is committed; outcomes are written in groups. */
  record(issue: Issue, now: Date): Promise<void>;
  /** Claimed but not handed over: back to the queue, available from `disponibleLe`. */
  giveBack(ouvrier: string, disponibleLe: Date | null): Promise<number>;
}

export interface OuvrierStore {
  /** Says « alive », on the database's clock. */
  beat(ouvrier: string): Promise<void>;
  leave(ouvrier: string): Promise<void>;
  /** Envois of workers silent for `silenceMs`: reserve back to programme, en_cours to incertain. */
  sweep(silenceMs: number, now: Date): Promise<{ rendus: number; incertains: number }>;
}
