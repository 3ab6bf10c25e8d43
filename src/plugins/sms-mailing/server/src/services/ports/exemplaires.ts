import type { Perimetre } from '../../../../core/perimetre';
import type { DemandeJournalExemplaires, PageExemplaires } from '../../../../core/api/exemplaires';
import type { GenreExemplaire, Periode } from '../../../../core/exemplaire';
import type { Verification } from '../../../../core/verification';
import type { Transport, TypeDestinataire } from '../../../../core/vocabulaire';

/** One line of the journal of what users have had sent to themselves. */
export interface LigneExemplaire {
  utilisateurId: number;
  genre: GenreExemplaire;
  transport: Transport;
  /** Masked. */
  vers: string;
  /** Keyed, of the address or number. */
  empreinte: string;
  /** Null for a code. */
  modele: { documentId: string | null; nom: string } | null;
  /** The person that it imitates; null when it is nobody. */
  personne: {
    typeDestinataire: TypeDestinataire;
    documentId: string;
    actionDocumentId: string | null;
  } | null;
}

export interface ExemplaireStore {
  /**
   * Writes the line unless the quota of its user is used up; two requests at once count for two. Answers its
   * id, or the period to wait for.
   */
  open(ligne: LigneExemplaire, now: Date): Promise<{ id: number } | { atteint: Periode }>;
  close(id: number, issue: 'parti' | 'refuse', detail: string | null): Promise<void>;
  list(demande: DemandeJournalExemplaires, perimetre: Perimetre): Promise<PageExemplaires>;
  readPreuve(utilisateurId: number, transport: Transport): Promise<Verification>;
  /** Read, changed and written under a lock: two tries of a code count for two. */
  changePreuve<T>(
    de: { utilisateurId: number; transport: Transport },
    change: (precedente: Verification) => { verification: Verification; resultat: T }
  ): Promise<T>;
}
