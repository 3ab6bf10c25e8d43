import type { ActionOuverte, Agenda, DemandeAgenda } from '../../../../core/api/agenda';
import type { Perimetre } from '../../../../core/perimetre';

export interface AgendaStore {
  list(
    demande: DemandeAgenda,
    qui: { utilisateurId: number; perimetre: Perimetre }
  ): Promise<Agenda>;
  /** Its participants are those of the périmètre; null: no such action there. */
  open(documentId: string, perimetre: Perimetre): Promise<ActionOuverte | null>;
}
