import type { ActionRepondue, ReponseRecue } from '../../../../core/avis-reponses';
import type {
  ComptesReponses,
  Invitation,
  RemplissageTenu,
  Reponse,
  Suite,
} from '../../../../core/reponse';

/** What the page behind a link shows: never more of the person than her prénom. */
export interface InvitationLue extends Invitation {
  participationId: number;
  prenom: string;
  objet: string;
  heureFin: string | null;
  /** As a message would write it. */
  lieu: string | null;
  aDistance: boolean;
  /** A place that she could have, those kept for others included. */
  placeLibre: boolean;
}

export interface AvisReponses {
  action: ActionRepondue;
  /** Of each person, what she said last. */
  recues: ReponseRecue[];
  comptes: ComptesReponses;
}

/** What participants answer by the link of a message (decision G16). */
export interface ReponseStore {
  /** Null: the participation, its person or its action is no longer there. */
  read(participationId: number): Promise<InvitationLue | null>;
  /**
   * One answer to an action after the other: `decide` sees the action as it is until it is written. Null: it
   * writes nothing. Who leads the action is told by an avis.
   */
  answer(
    quoi: { participationId: number; reponse: Reponse; now: Date },
    decide: (invitation: InvitationLue, remplissage: RemplissageTenu) => Suite | null
  ): Promise<void>;
}
