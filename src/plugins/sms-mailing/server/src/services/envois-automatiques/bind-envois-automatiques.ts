import type { Pourquoi } from '../../../../core/api/envois-automatiques';
import type { EnvoiAutomatique } from '../../../../core/envoi-automatique';
import type { Perimetre } from '../../../../core/perimetre';
import { countCaracteresStop } from '../modeles/render-texte';
import type { Stores } from '../ports/stores';
import {
  duplicateEnvoiAutomatique,
  inactivateEnvoiAutomatique,
  type InactivationRegle,
} from './duplicate-envoi-automatique';
import { executeMaintenant } from './execute-maintenant';
import { explainEnvoiAutomatique } from './explain-envoi';
import { listEnvoisAutomatiques, previewRegle } from './list-envois-automatiques';
import {
  saveEnvoiAutomatique,
  type RegleLue,
  type SaveEnvoiAutomatiqueDemande,
} from './save-envoi-automatique';
import { sendTests } from './send-tests';
import { testEnvoisAutomatiques, type EssaiDemande } from './test-envois-automatiques';

/** Guide §6: the use cases of the envois automatiques. */
export function bindEnvoisAutomatiques(stores: Stores) {
  const { regles, moteur, modeles, fiches, attente } = stores;
  const { zone, heure } = moteur.reglages;
  const { soirees, versions, parametres } = moteur;
  const reglages = { zone, heure, caracteresStop: countCaracteresStop(moteur.sms) };
  const deps = { regles, fiches, modeles, versions, parametres, soirees, ...reglages };
  const regard = (perimetre: Perimetre) => ({ perimetre, now: moteur.clock() });
  return {
    listEnvoisAutomatiques: (perimetre: Perimetre) =>
      listEnvoisAutomatiques(deps, regard(perimetre)),
    previewRegle: (regle: EnvoiAutomatique, perimetre: Perimetre) =>
      previewRegle(deps, regle, regard(perimetre)),
    saveEnvoiAutomatique: (demande: SaveEnvoiAutomatiqueDemande) =>
      saveEnvoiAutomatique(regles, modeles, demande),
    duplicateEnvoiAutomatique: (lue: RegleLue) =>
      duplicateEnvoiAutomatique(regles, lue, moteur.clock()),
    inactivateEnvoiAutomatique: (demande: InactivationRegle) =>
      inactivateEnvoiAutomatique(regles, modeles, demande),
    testEnvoisAutomatiques: (demande: EssaiDemande) => testEnvoisAutomatiques(deps, demande),
    explainEnvoiAutomatique: (demande: Pourquoi, perimetre: Perimetre) =>
      explainEnvoiAutomatique(deps, demande, regard(perimetre)),
    sendTests: (regleDocumentIds: readonly string[]) =>
      sendTests(deps, regleDocumentIds, moteur.clock()),
    async executeMaintenant(documentId: string): Promise<number> {
      const envois = await executeMaintenant(deps, documentId, moteur.clock());
      await attente.wake();
      return envois;
    },
  };
}
