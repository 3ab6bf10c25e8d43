import type { FicheAction, FicheEntrepreneur, ModeleDeFiche } from '../../../../core/api/fiches';
import { localDate, nextEnvoiDuSoir, phraseDepart } from '../../../../core/horaire';
import { raisonHorsModalite } from '../../../../core/modele';
import type { Perimetre } from '../../../../core/perimetre';
import { phraseRegle, refuseFiche } from '../../../../core/regle';
import type { Modalite } from '../../../../core/vocabulaire';
import type { CreditStore, FicheLectureStore, ModeleListe } from '../ports/fiches';

export interface OpenFicheDeps {
  lecture: FicheLectureStore;
  credits: CreditStore;
  zone: string;
  heure: string;
}

/** Whose fiche, and what of it. */
export interface DemandeFiche {
  documentId: string;
  /** Also the modeles that cannot serve here. */
  tout: boolean;
  perimetre: Perimetre;
  now: Date;
}

function raisonOf(
  { nom, destinataires, modalites }: ModeleListe,
  modalite: Modalite
): string | null {
  if (!destinataires.includes('entrepreneur')) {
    return phraseRegle('destinataire-non-prevu', { modele: nom });
  }
  return modalites.includes(modalite)
    ? null
    : phraseRegle('modalite-impossible', { raison: raisonHorsModalite(nom, modalite) });
}

function offerModeles(
  modeles: readonly ModeleListe[],
  modalite: Modalite,
  tout: boolean
): ModeleDeFiche[] {
  return modeles
    .map(({ destinataires, modalites, ...modele }) => ({
      ...modele,
      raison: raisonOf({ ...modele, destinataires, modalites }, modalite),
    }))
    .filter(({ raison }) => tout || raison === null);
}

/** Guide §9.a, onglet « Email / Newsletter / SMS »: all that it first shows, in one answer. */
export async function openFicheEntrepreneur(
  { lecture, credits, zone, heure }: OpenFicheDeps,
  { documentId, tout, perimetre, now }: DemandeFiche
): Promise<FicheEntrepreneur> {
  const [entrepreneur, modeles, smsDisponibles] = await Promise.all([
    lecture.readEntrepreneur(documentId, perimetre),
    lecture.listModeles(),
    credits.disponible(),
  ]);
  if (entrepreneur === null) {
    refuseFiche(perimetre);
  }
  return {
    documentId,
    ...entrepreneur,
    phraseDepart: phraseDepart(now, zone, nextEnvoiDuSoir(now, zone, heure)),
    smsDisponibles,
    modeles: offerModeles(modeles, 'fiche_entrepreneur', tout),
  };
}

/** Guide §8.a, the same for the participants of an action. */
export async function openFicheAction(
  { lecture, credits, zone }: OpenFicheDeps,
  { documentId, tout, perimetre, now }: DemandeFiche
): Promise<FicheAction> {
  const [action, accessible, participants, desistes, modeles, smsDisponibles] = await Promise.all([
    lecture.readAction(documentId),
    lecture.canReachAction(documentId, perimetre),
    lecture.listParticipants(documentId, perimetre),
    lecture.listDesistes(documentId, perimetre),
    lecture.listModeles(),
    credits.disponible(),
  ]);
  if (action === null || !accessible) {
    refuseFiche(perimetre, 'action-introuvable');
  }
  const countStatut = (voulu: string): number =>
    participants.filter(({ statut }) => statut === voulu).length;
  return {
    ...action,
    passee: action.date < localDate(now, zone),
    participants,
    desistes,
    inscrits: countStatut('Inscrit'),
    surbookes: countStatut('Surbooking'),
    listeAttente: countStatut("Liste d'attente"),
    smsDisponibles,
    modeles: offerModeles(modeles, 'fiche_action', tout),
  };
}
