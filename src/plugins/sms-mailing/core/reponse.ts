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
  /** Until when a place is kept for her (« Proposer la place »); null: none was proposed. */
  placeJusquA: Date | null;
}

/** On the liste d'attente, with a place kept for her. */
export function isPlaceProposee(
  { statut, placeJusquA }: Pick<Invitation, 'statut' | 'placeJusquA'>,
  now: Date
): boolean {
  return statut === "Liste d'attente" && placeJusquA !== null && placeJusquA > now;
}

/** `ouverte`: an answer is heard. The others say why it no longer is. */
export type Porte = 'ouverte' | 'passee' | 'action_annulee' | 'participation_annulee';

/** She said that she could not come, and may still change her mind. */
export function isDesistee({
  statut,
  confirme,
  source,
}: Pick<Invitation, 'statut' | 'confirme' | 'source'>): boolean {
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

/** How full an action is without the person who answers. */
export interface RemplissageTenu extends Remplissage {
  /** Places kept for others, who have not answered yet. */
  tenues: number;
}

function statutDuOui(
  invitation: Invitation,
  { tenues, ...remplissage }: RemplissageTenu,
  now: Date
): StatutDArrivee {
  const { statut } = invitation;
  // Places kept for others are not counted against her own: two never wait for one another.
  if (isPlaceProposee(invitation, now)) {
    return statutDArrivee(remplissage);
  }
  return statut === 'Inscrit' || statut === 'Surbooking' || statut === "Liste d'attente"
    ? statut
    : statutDArrivee({ ...remplissage, inscrits: remplissage.inscrits + tenues });
}

/** Who gave her place away, or is proposed one, takes it if there is one: `remplissage` counts without her. */
export function decideSuite(
  reponse: Reponse,
  invitation: Invitation,
  remplissage: RemplissageTenu,
  now: Date
): Suite {
  return reponse === 'non'
    ? { statut: 'Annulé', confirme: false }
    : { statut: statutDuOui(invitation, remplissage, now), confirme: true };
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
