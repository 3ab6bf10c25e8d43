import type { CoutSms } from '../../../../core/api/campagnes';
import type { Selection } from '../../../../core/campagne';
import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import type { CampagneStore, CoutDeCampagne, CritereDestinataires } from '../ports/campagnes';
import type { CreditStore } from '../ports/fiches';
import type { VersionStore } from '../ports/modeles';
import { compileRendre } from '../rendre/compile-rendre';

export interface EstimateDeps {
  campagnes: CampagneStore;
  versions: VersionStore;
  credits: CreditStore;
  readReglagesRendu: () => Promise<ReglagesRendu>;
}

/** Beyond, the cost is extended from these: it is said to be an estimate, and scheduling counts each one. */
const PERSONNES = 1_000;

async function estimateSms(
  deps: EstimateDeps,
  critere: CritereDestinataires,
  selection: Selection,
  joignables: number
): Promise<CoutSms | null> {
  const { modele } = critere;
  if (modele.typeContact !== 'sms') {
    return null;
  }
  const disponible = await deps.credits.disponible();
  const version = await deps.versions.loadCourante(modele.id);
  if (version === null || joignables === 0) {
    return { credits: 0, estime: false, disponible };
  }
  const { donnees } = version.contenu;
  const rendre = compileRendre(version, await deps.readReglagesRendu());
  const valeurs = await deps.campagnes.drawValeurs(critere, selection, {
    donnees,
    limite: PERSONNES,
  });
  const mesures = valeurs.reduce((somme, brutes) => somme + rendre(brutes).credits, 0);
  const estime = joignables > valeurs.length;
  const credits = estime
    ? Math.round((mesures * joignables) / Math.max(1, valeurs.length))
    : mesures;
  return { credits, estime, disponible };
}

/** Guide §10, said before the click. */
export function createCout(deps: EstimateDeps): CoutDeCampagne {
  return {
    estimate: (critere, selection, joignables) => estimateSms(deps, critere, selection, joignables),
  };
}
