import { instantOf, localDate } from './horaire';
import { statutDArrivee, type Remplissage, type StatutDArrivee } from './remplissage';

/** What a participant answers to « Viendrez-vous ? ». */
export const REPONSES = ['oui', 'non'] as const;
export type Reponse = (typeof REPONSES)[number];

/** How it was heard (decision G16). */
export const SOURCES_REPONSE = ['Lien', 'Téléphone', 'Sur place'] as const;
export type SourceReponse = (typeof SOURCES_REPONSE)[number];

/** What the base says of a participation and its action when its link is opened. */
export interface Invitation {
  action: {
    /** 'YYYY-MM-DD' */
    date: string;
    /** 'HH:mm' */
    heureDebut: string | null;
    annulee: boolean;
  };
  statut: string;
  /** Null: no answer. */
  confirme: boolean | null;
  source: SourceReponse | null;
}

/** `ouverte`: an answer is heard. The others say why it no longer is. */
export type Porte = 'ouverte' | 'passee' | 'action_annulee' | 'participation_annulee';

/** She said that she could not come, and may still change her mind. */
export function isDesistee({ statut, confirme, source }: Omit<Invitation, 'action'>): boolean {
  return statut === 'Annulé' && confirme === false && source === 'Lien';
}

/** The link lives as long as the action is ahead: its hour, or its day when it has none. */
export function porteOf(invitation: Invitation, now: Date, zone: string): Porte {
  const { date, heureDebut, annulee } = invitation.action;
  if (annulee) {
    return 'action_annulee';
  }
  const passee =
    heureDebut === null
      ? date < localDate(now, zone)
      : instantOf(date, heureDebut, zone).getTime() <= now.getTime();
  if (passee) {
    return 'passee';
  }
  return invitation.statut === 'Annulé' && !isDesistee(invitation)
    ? 'participation_annulee'
    : 'ouverte';
}

/** What an answer makes of the participation. */
export interface Suite {
  statut: StatutDArrivee | 'Annulé';
  confirme: boolean;
}

/** Who gave her place away takes one again if there is one: `remplissage` counts without her. */
export function decideSuite(
  reponse: Reponse,
  invitation: Invitation,
  remplissage: Remplissage
): Suite {
  if (reponse === 'non') {
    return { statut: 'Annulé', confirme: false };
  }
  const { statut } = invitation;
  return {
    statut:
      statut === 'Inscrit' || statut === 'Surbooking' || statut === "Liste d'attente"
        ? statut
        : statutDArrivee(remplissage),
    confirme: true,
  };
}

/** An answer given twice is one answer. */
export function changesRien({ statut, confirme }: Suite, invitation: Invitation): boolean {
  return statut === invitation.statut && confirme === invitation.confirme;
}

export interface ComptesReponses {
  oui: number;
  non: number;
  sansReponse: number;
}

/** Of who comes: those on the liste d'attente are not asked. */
export function countReponses(
  participants: readonly { statut: string; confirme: boolean | null }[]
): ComptesReponses {
  const viennent = participants.filter(
    ({ statut }) => statut === 'Inscrit' || statut === 'Surbooking'
  );
  const count = (voulu: boolean | null): number =>
    viennent.filter(({ confirme }) => confirme === voulu).length;
  return { oui: count(true), non: count(false), sansReponse: count(null) };
}

const MOTS = { oui: 'Oui', non: 'Non', sansReponse: 'Sans réponse' } as const;

/** As every screen names it (decision G16). */
export function libelleReponse(confirme: boolean | null): string {
  if (confirme === null) {
    return MOTS.sansReponse;
  }
  return confirme ? MOTS.oui : MOTS.non;
}
