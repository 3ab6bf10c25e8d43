import type {
  EssaiRegle,
  LigneEcartee,
  LigneEssai,
} from '../../../../core/api/envois-automatiques';
import { faitsSchema } from '../../../../core/envoi-automatique';
import { phraseEcart } from '../../../../core/phrases-envoi-automatique';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { RegleEnregistree, RegleStore } from '../ports/envois-automatiques';
import type { ChaineDeps } from '../programmer/demande';
import { createLirePart } from '../programmer/prepare-demande';
import type { LignePrevision, PrevisionPart } from '../programmer/prevoir';
import { createPhrases, type Phrases } from './describe-regles';
import { isActive } from './list-envois-automatiques';
import { lireRegle, prevoirSoir, type Vue } from './prevoir-soir';

export interface SimulationDeps extends ChaineDeps {
  regles: RegleStore;
}

export interface DemandeSimulation {
  /** null: every active rule. */
  regleDocumentId: string | null;
  /** Evening looked at, 'YYYY-MM-DD'. */
  soir: string;
  perimetre: Perimetre;
  now: Date;
  limite: number;
}

function toLigne(ligne: LignePrevision, { lue }: PrevisionPart): LigneEssai {
  const { motif, credits, nom } = ligne;
  const { objet, texte } = lue.rendu.rendre(ligne.valeurs);
  return {
    entrepreneurDocumentId: ligne.documentId,
    actionDocumentId: ligne.actionDocumentId ?? '',
    action: ligne.actionObjet ?? '',
    actionDate: ligne.actionDate ?? '',
    adresse: motif === null ? ligne.adresse : null,
    ...{ nom, motif, objet, texte, credits },
  };
}

/** Participants of the actions of that day whom the rule leaves aside, and by which criterion. */
async function listEcartes(
  deps: SimulationDeps,
  regle: RegleEnregistree,
  { soir, perimetre, now, limite }: DemandeSimulation,
  { noms }: Phrases
): Promise<LigneEcartee[]> {
  const vue: Vue = { soir, perimetre, now };
  const lire = await createLirePart(deps);
  const lue = await lireRegle(lire, regle, { ...vue, avecEcartes: true });
  const ecartes: LigneEcartee[] = [];
  await deps.programmes.read(lue.part, { donnees: [] }, (lot) => {
    for (const { ecart, faits, ...candidat } of lot) {
      if (ecart !== null && ecartes.length < limite) {
        const contexte = { regle: regle.regle, faits: faitsSchema.parse(faits), noms };
        ecartes.push({
          entrepreneurDocumentId: candidat.documentId,
          actionDocumentId: candidat.actionDocumentId ?? '',
          nom: candidat.nom,
          action: candidat.actionObjet ?? '',
          actionDate: candidat.actionDate ?? '',
          raison: phraseEcart(ecart, contexte),
        });
      }
    }
    return ecartes.length < limite;
  });
  return ecartes;
}

const sum = (comptes: Readonly<Record<string, number>>): number =>
  Object.values(comptes).reduce((somme, nombre) => somme + nombre, 0);

/** Guide §6.d, decision E8: who would receive what on an evening, and why the others not. Nothing is sent. */
export async function simulateSoir(
  deps: SimulationDeps,
  demande: DemandeSimulation
): Promise<EssaiRegle[]> {
  const { regleDocumentId, limite } = demande;
  const choisies = (await deps.regles.list()).filter((regle) =>
    regleDocumentId === null ? isActive(regle) : regle.documentId === regleDocumentId
  );
  if (regleDocumentId !== null && choisies.length === 0) {
    refuse('regle-introuvable');
  }
  const phrases = await createPhrases(deps.regles, choisies, deps.heure);
  const previsions = await prevoirSoir(deps, choisies, demande, limite);
  const essais: EssaiRegle[] = [];
  for (const regle of choisies) {
    const prevision = previsions.get(regle.id);
    if (prevision === undefined) {
      continue;
    }
    essais.push({
      documentId: regle.documentId,
      modele: regle.modeleNom,
      phrase: phrases.phraseOf(regle),
      recevront: prevision.recevront,
      exclus: sum(prevision.motifs) + sum(prevision.tenus),
      credits: prevision.credits,
      lignes: prevision.lignes.slice(0, limite).map((ligne) => toLigne(ligne, prevision)),
      ecartes: regleDocumentId === null ? [] : await listEcartes(deps, regle, demande, phrases),
    });
  }
  return essais;
}
