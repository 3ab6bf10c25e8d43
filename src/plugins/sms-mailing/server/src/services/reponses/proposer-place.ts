import { phraseMotif } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import {
  debutOf,
  limiteOf,
  refusProposition,
  sayLimite,
  type DemandeProposition,
  type PlaceProposee,
} from '../../../../core/proposition';
import { refuse, refuseFiche } from '../../../../core/regle';
import { porteOf } from '../../../../core/reponse';
import type { Places } from '../../adapters/sql/reponses/places';
import type { Demande } from '../programmer/demande';
import { prevoir } from '../programmer/prevoir';
import { programmer, type ProgrammerDeps } from '../programmer/programmer';

export interface ProposerDeps extends ProgrammerDeps {
  places: Pick<Places, 'open' | 'forget' | 'note'>;
}

export interface QuiPropose {
  actionDocumentId: string;
  perimetre: Perimetre;
  auteurId: number;
  /** Decision G5. */
  plafonne: boolean;
  now: Date;
}

function toDemande(demande: DemandeProposition, { actionDocumentId, ...qui }: QuiPropose): Demande {
  const { entrepreneurDocumentId, modeleDocumentIds, confirmation, creditsLus } = demande;
  return {
    cible: {
      genre: 'fiche_action',
      action: actionDocumentId,
      participants: [entrepreneurDocumentId],
      listeAttente: true,
    },
    ...{ ...qui, modeles: modeleDocumentIds, confirmation, creditsLus },
    // A place proposed once more is the same message again.
    ...{ typeContact: null, force: true, annuleeConfirmee: false, promotionConfirmee: false },
  };
}

/** The message carries the link by which she answers, and reaches her. */
async function checkMessage(deps: ProposerDeps, demande: Demande): Promise<void> {
  const parts = await prevoir(deps, demande, { lignes: 1, programmable: true });
  const muette = parts.find(({ lue }) => !lue.rendu.donnees.includes('action.lien_confirmation'));
  if (muette !== undefined) {
    refuse('place-sans-lien', { modele: muette.lue.modele.nom });
  }
  if (parts.every(({ recevront }) => recevront === 0)) {
    const motif = parts
      .flatMap(({ lignes }) => lignes)
      .find((ligne) => ligne.motif !== null)?.motif;
    refuse('place-injoignable', { raison: phraseMotif(motif ?? 'hors_perimetre') });
  }
}

/**
 * « Proposer la place » (decision G15): a place is kept for her until an instant, and the message that says so leaves.
 * One without the other is not left behind; two clicks on one window are one.
 */
export async function proposerPlace(
  deps: ProposerDeps,
  demande: DemandeProposition,
  qui: QuiPropose
): Promise<PlaceProposee> {
  const { actionDocumentId, perimetre, auteurId, now } = qui;
  if (!(await deps.fiches.canReachAction(actionDocumentId, perimetre))) {
    refuseFiche(perimetre, 'action-introuvable');
  }
  const envoi = toDemande(demande, qui);
  await checkMessage(deps, { ...envoi, placeHeures: demande.heures });
  const { convocationDocumentIds, heures, ...suite } = demande;
  const ouverture = await deps.places.open({
    ...{ actionDocumentId, auteurId, now, heures, convocations: convocationDocumentIds },
    ...{ entrepreneurDocumentId: suite.entrepreneurDocumentId, confirmation: suite.confirmation },
    decide: ({ action, ...etat }) => {
      const vue = { action, statut: "Liste d'attente", confirme: null, source: null };
      const porte = porteOf({ ...vue, placeJusquA: null }, now, deps.zone);
      const refus = refusProposition({ ...etat, porte });
      if (refus !== null) {
        return { refus };
      }
      const expireLe = limiteOf(now, heures, debutOf(action, deps.zone));
      return { expireLe, limite: sayLimite(expireLe, deps.zone) };
    },
  });
  if ('refus' in ouverture) {
    refuse(ouverture.refus);
  }
  try {
    await programmer(deps, envoi);
  } catch (erreur) {
    if (ouverture.neuve) {
      await deps.places.forget(ouverture.id);
    }
    throw erreur;
  }
  if (ouverture.neuve) {
    await deps.places.note(ouverture.id);
  }
  return { expireLe: ouverture.expireLe };
}
