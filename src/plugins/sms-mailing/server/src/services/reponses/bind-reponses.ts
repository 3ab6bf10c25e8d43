import {
  changesRien,
  decideSuite,
  isDesistee,
  porteOf,
  type Porte,
  type Reponse,
} from '../../../../core/reponse';
import type { Moteur } from '../ports/moteur';
import type { InvitationLue, ReponseStore } from '../ports/reponses';
import type { Stores } from '../ports/stores';

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
    const suite = decideSuite(reponse, invitation, remplissage);
    return changesRien(suite, invitation) ? null : suite;
  });
}

/** Who a public page speaks for. */
async function readIdentite({ moteur }: ReponsesDeps): Promise<{
  nom: string;
  adressePostale: string;
  couleur: string;
}> {
  const { expediteurNom, adressePostale, couleur } = await moteur.parametres.read();
  const { nom, adresse } = moteur.reglages.expediteur;
  return { nom: expediteurNom || nom || adresse, adressePostale, couleur };
}

/** « Je confirme / Je ne pourrai pas venir » (decision G16). */
export function bindReponses(stores: Pick<Stores, 'moteur' | 'reponses'>) {
  return {
    openReponse: (participationId: number) => openReponse(stores, participationId),
    answerReponse: (participationId: number, reponse: Reponse) =>
      answerReponse(stores, participationId, reponse),
    readIdentite: () => readIdentite(stores),
  };
}
