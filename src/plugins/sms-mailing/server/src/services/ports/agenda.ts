import type { ActionOuverte, Agenda, DemandeAgenda } from '../../../../core/api/agenda';
import type { Perimetre } from '../../../../core/perimetre';

export interface AgendaStore {
  list(demande: DemandeAgenda, utilisateurId: number): Promise<Agenda>;
  /** Its participants are those of the périmètre; null: no such action. */
  open(documentId: string, perimetre: Perimetre): Promise<ActionOuverte | null>;
}
