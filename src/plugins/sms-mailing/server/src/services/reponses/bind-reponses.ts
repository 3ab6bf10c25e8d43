import {
  changesRien,
  decideSuite,
  isDesistee,
  isPlaceProposee,
  porteOf,
  type Porte,
  type Reponse,
} from '../../../../core/reponse';
import { localDate } from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import type { DemandeProposition, PlacesDAction } from '../../../../core/proposition';
import { refuseFiche } from '../../../../core/regle';
import type { Moteur } from '../ports/moteur';
import type { InvitationLue, ReponseStore } from '../ports/reponses';
import type { Stores } from '../ports/stores';
import { createChaine } from '../programmer/chaine';
import { convoquer } from './convoquer';
import { proposerPlace, type QuiPropose } from './proposer-place';

export interface ReponsesDeps {
  reponses: ReponseStore;
  moteur: Pick<Moteur, 'clock' | 'parametres'> & {
    reglages: Pick<Moteur['reglages'], 'zone' | 'expediteur'>;
  };
}

/** What the page behind a link needs. */
export interface PageReponse {
  invitation: InvitationLue;
  porte: Porte;
  desistee: boolean;
  /** A place is kept for her: whether one is left, she alone knows once she takes it. */
  placeProposee: boolean;
  zone: string;
}

async function openReponse(
  { reponses, moteur }: ReponsesDeps,
  participationId: number
): Promise<PageReponse | null> {
  const invitation = await reponses.read(participationId);
  return invitation === null
    ? null
    : {
        invitation,
        porte: porteOf(invitation, moteur.clock(), moteur.reglages.zone),
        desistee: isDesistee(invitation),
        placeProposee: isPlaceProposee(invitation, moteur.clock()),
        zone: moteur.reglages.zone,
      };
}

/** An answer that comes too late, or says again what is known, changes nothing. */
async function answerReponse(
  { reponses, moteur }: ReponsesDeps,
  participationId: number,
  reponse: Reponse
): Promise<void> {
  const now = moteur.clock();
  const { zone } = moteur.reglages;
  await reponses.answer({ participationId, reponse, now }, (invitation, remplissage) => {
    if (porteOf(invitation, now, zone) !== 'ouverte') {
      return null;
    }
    const suite = decideSuite(reponse, invitation, remplissage, now);
    return changesRien(suite, invitation) ? null : suite;
  });
}

async function readPlaces(
  { places, fiches }: Pick<Stores, 'places' | 'fiches'>,
  documentId: string,
  lu: { perimetre: Perimetre; now: Date }
): Promise<PlacesDAction> {
  if (!(await fiches.canReachAction(documentId, lu.perimetre))) {
    refuseFiche(lu.perimetre, 'action-introuvable');
  }
  return places.read(documentId, lu);
}

/** Who a public page speaks for. */
async function readIdentite({ moteur }: ReponsesDeps): Promise<{
  nom: string;
  /** Where one can write to it. */
  courriel: string;
  adressePostale: string;
  couleur: string;
}> {
  const { expediteurNom, expediteurAdresse, adressePostale, couleur } =
    await moteur.parametres.read();
  const { nom, adresse } = moteur.reglages.expediteur;
  const courriel = expediteurAdresse || adresse;
  return { nom: expediteurNom || nom || courriel, courriel, adressePostale, couleur };
}

/** Her answer is kept whatever becomes of the convocation: the watch takes it up again. */
async function answerThenConvoquer(
  stores: Stores,
  participationId: number,
  reponse: Reponse
): Promise<void> {
  await answerReponse(stores, participationId, reponse);
  try {
    await convoquer({ ...createChaine(stores), ...stores });
  } catch (erreur) {
    stores.moteur.journal.error(
      `Convocation : ${erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur)}`
    );
  }
}

/** « Je confirme / Je ne pourrai pas venir » (decision G16), « Proposer la place » (decision G15). */
export function bindReponses(stores: Stores) {
  const { places, moteur } = stores;
  return {
    openReponse: (participationId: number) => openReponse(stores, participationId),
    answerReponse: (participationId: number, reponse: Reponse) =>
      answerThenConvoquer(stores, participationId, reponse),
    readPlaces: (documentId: string, lu: { perimetre: Perimetre; now: Date }) =>
      readPlaces(stores, documentId, lu),
    listLiberees: (lu: { perimetre: Perimetre; now: Date }) =>
      places.listLiberees({ ...lu, aujourdhui: localDate(lu.now, moteur.reglages.zone) }),
    proposerPlace: (demande: DemandeProposition, qui: QuiPropose) =>
      proposerPlace({ ...createChaine(stores), places }, demande, qui),
    takeBackPlace: (documentId: string, id: number, lu: { perimetre: Perimetre; now: Date }) =>
      places.takeBack(documentId, id, lu),
    readIdentite: () => readIdentite(stores),
  };
}
