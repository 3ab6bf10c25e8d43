import type { ProgrammationResultat } from '../../../../core/api/fiches';
import type { Perimetre } from '../../../../core/perimetre';
import { openPieceDEnvoi, showMessage } from '../historiques/show-message';
import { readResteDuClic } from '../livrer/permis';
import type { Stores } from '../ports/stores';
import { createChaine } from '../programmer/chaine';
import type { Demande, ProgrammationModele } from '../programmer/demande';
import { countPartants } from '../programmer/inscrire';
import { programmer } from '../programmer/programmer';
import { relancer, type DemandeRelance } from '../programmer/relancer';
import { describeAvantEnvoi } from './avant-envoi';
import { openFicheAction, openFicheEntrepreneur, type DemandeFiche } from './open-fiche';

interface Clic {
  now: Date;
  repentirMs: number;
}

/** Of what leaves by itself in a moment; the evening is waited for, and taken back from the history. */
function secondesPour(depart: Date, { now, repentirMs }: Clic): number {
  const attente = depart.getTime() - now.getTime();
  return attente > repentirMs ? 0 : Math.max(0, Math.floor(attente / 1000));
}

function toResultat(ecrit: ProgrammationModele, clic: Clic): ProgrammationResultat {
  return {
    modele: ecrit.modele,
    programmes: ecrit.programmes,
    messages: countPartants(ecrit),
    dejaProgrammes: ecrit.vus - ecrit.programmes,
    credits: ecrit.credits,
    depart: ecrit.depart,
    repentirSecondes: secondesPour(ecrit.depart, clic),
    envoiDocumentIds: ecrit.documentIds,
  };
}

/** Guide §8 and §9: the use cases of the fiches. */
export function bindFiches(stores: Stores) {
  const { moteur, lecture, credits, historique } = stores;
  const { zone, heure, repentirMs } = moteur.reglages;
  const toResultats = (ecrits: readonly ProgrammationModele[], now: Date) =>
    ecrits.map((ecrit) => toResultat(ecrit, { now, repentirMs }));
  const chaine = createChaine(stores);
  const deps = { lecture, credits, zone, heure };
  const readResteHeure = () => readResteDuClic(moteur, 'mail');
  return {
    openFicheEntrepreneur: (demande: DemandeFiche) => openFicheEntrepreneur(deps, demande),
    openFicheAction: (demande: DemandeFiche) => openFicheAction(deps, demande),
    canReach: (entrepreneur: string, perimetre: Perimetre) =>
      stores.fiches.canReach('entrepreneur', entrepreneur, perimetre),
    foreseeFiche: (demande: Demande) =>
      describeAvantEnvoi({ ...chaine, readResteHeure, personnes: stores.personnes }, demande),
    programmerFiche: async (demande: Demande): Promise<ProgrammationResultat[]> =>
      toResultats((await programmer(chaine, demande)).modeles, demande.now),
    relancer: async (demande: DemandeRelance): Promise<ProgrammationResultat[]> =>
      toResultats(await relancer(chaine, demande), demande.now),
    showMessage: (envoiDocumentId: string, perimetre: Perimetre) =>
      showMessage({ historique, moteur }, envoiDocumentId, perimetre),
    openPieceDEnvoi: (piece: { envoiDocumentId: string; id: number }, perimetre: Perimetre) =>
      openPieceDEnvoi({ historique, moteur }, piece, perimetre),
  };
}
