import type { DemandeApercuRegle, Pourquoi } from '../../../../core/api/envois-automatiques';
import type { Perimetre } from '../../../../core/perimetre';
import type { Stores } from '../ports/stores';
import { createChaine } from '../programmer/chaine';
import {
  deleteEnvoiAutomatique,
  duplicateEnvoiAutomatique,
  inactivateEnvoiAutomatique,
  type InactivationRegle,
} from './duplicate-envoi-automatique';
import { describeDeroule } from './describe-deroule';
import { explainEnvoiAutomatique } from './explain-envoi';
import { listEnvoisAutomatiques, type LirePrevision } from './list-envois-automatiques';
import { previewRegle } from './preview-regle';
import { executeRegle, sendTests, type Clic } from './run-regles';
import {
  checkChoisi,
  saveEnvoiAutomatique,
  type RegleLue,
  type SaveEnvoiAutomatiqueDemande,
} from './save-envoi-automatique';
import { withdrawPersonnes } from './withdraw-personnes';
import { simulateSoir, type DemandeSimulation } from './simulate-soir';

/** Guide §6: the use cases of the envois automatiques. */
export function bindEnvoisAutomatiques(stores: Stores, lirePrevision: LirePrevision) {
  const { regles, moteur, modeles, lecture, perimetres } = stores;
  const deps = { ...createChaine(stores), regles, modeles, lecture, perimetres, lirePrevision };
  const regard = (perimetre: Perimetre) => ({ perimetre, now: moteur.clock() });
  return {
    listEnvoisAutomatiques: (perimetre: Perimetre) =>
      listEnvoisAutomatiques(deps, regard(perimetre)),
    previewRegle: async (demande: DemandeApercuRegle, perimetre: Perimetre) => {
      await checkChoisi(perimetres, demande.perimetre, perimetre);
      const sienne = { ...demande, perimetre: demande.perimetre ?? perimetre };
      return previewRegle(deps, sienne, regard(perimetre));
    },
    saveEnvoiAutomatique: async (demande: SaveEnvoiAutomatiqueDemande) => {
      await checkChoisi(perimetres, demande.choisi, demande.perimetre);
      return saveEnvoiAutomatique(regles, modeles, demande);
    },
    duplicateEnvoiAutomatique: (lue: RegleLue, perimetre: Perimetre) =>
      duplicateEnvoiAutomatique(regles, lue, regard(perimetre)),
    deleteEnvoiAutomatique: (documentId: string, perimetre: Perimetre) =>
      deleteEnvoiAutomatique(regles, documentId, perimetre),
    inactivateEnvoiAutomatique: (demande: InactivationRegle) =>
      inactivateEnvoiAutomatique(regles, modeles, demande),
    simulateSoir: (demande: DemandeSimulation) => simulateSoir(deps, demande),
    explainEnvoiAutomatique: (demande: Pourquoi, perimetre: Perimetre) =>
      explainEnvoiAutomatique(deps, demande, regard(perimetre)),
    describeDeroule: (demande: Parameters<typeof describeDeroule>[1]) =>
      describeDeroule(deps, demande),
    sendTests: (regleDocumentIds: readonly string[], clic: Omit<Clic, 'confirmation'>) =>
      sendTests(deps, regleDocumentIds, clic),
    withdrawPersonnes: (retrait: Parameters<typeof withdrawPersonnes>[1]) =>
      withdrawPersonnes(deps, retrait),
    executeRegle: (documentId: string, clic: Clic) => executeRegle(deps, documentId, clic),
  };
}
