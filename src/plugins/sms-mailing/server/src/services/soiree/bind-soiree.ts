import type { CompteSoir, DemandePersonnes, RetraitSoiree } from '../../../../core/api/soiree';
import { addDays } from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { Stores } from '../ports/stores';
import { relancer } from '../programmer/relancer';
import { readBilanSoiree } from './bilan-soiree';
import { createSoireeDeps } from './create-plan-deps';
import { createSemaine } from './describe-semaine';
import { describeSoiree, findSoir, type SoireeDeps } from './describe-soiree';
import { listOddites } from './oddites';
import { listPersonnes } from './list-personnes';
import type { LecturePrevision } from './prevoir-soiree';
import { retirer } from './retirer';
import { runSoiree } from './run-soiree';
import { readStatistiques } from './statistiques';
import { reprendreSoiree, suspendreSoiree } from './suspendre';

const SOIRS = 8;

async function countSoir(
  deps: SoireeDeps,
  perimetre: Perimetre,
  soir: string
): Promise<CompteSoir> {
  const soiree = await describeSoiree(deps, { perimetre, soir, lecture: 'datee' });
  const { programmes, automatiquesCeSoir, creditsCeSoir, exclus, calculeeLe, perimee } = soiree;
  return {
    ...{ calculeeLe, perimee, credits: creditsCeSoir },
    personnes: programmes + automatiquesCeSoir,
    exclus: exclus.reduce((somme, { nombre }) => somme + nombre, 0),
  };
}

/** The next evening and the seven that follow. */
function listSoirs(deps: SoireeDeps): string[] {
  const premier = findSoir(deps, null).soir;
  return Array.from({ length: SOIRS }, (_, rang) => addDays(premier, rang));
}

/** « Ce soir »: what an evening will send, what it became, and who may change it. */
export function bindSoiree(stores: Stores) {
  const { moteur, duSoir, campagnes: campagneStore, attente, reglagesDeps } = stores;
  const deps = { ...createSoireeDeps(stores), duSoir, campagneStore };
  const describeSemaine = createSemaine(moteur.chrono);
  const suspension = { moteur, reglages: reglagesDeps.reglages, wake: () => attente.wake() };
  return {
    /** By default the next evening. */
    describeSoiree: (
      perimetre: Perimetre,
      soir: string | null = null,
      lecture: LecturePrevision = 'gardee'
    ) => describeSoiree(deps, { perimetre, soir, lecture }),
    describeSemaine: (perimetre: Perimetre) =>
      describeSemaine(listSoirs(deps), (soir) => countSoir(deps, perimetre, soir)),
    listOddites: (perimetre: Perimetre, soir: string | null) =>
      listOddites(deps, { perimetre, soir }),
    readBilanSoiree: (perimetre: Perimetre, soir: string | null) =>
      readBilanSoiree(deps, { perimetre, soir }),
    readStatistiques: (perimetre: Perimetre, jours: number) =>
      readStatistiques(deps, { perimetre, jours }),
    listPersonnesDuSoir: (demande: DemandePersonnes, perimetre: Perimetre) =>
      listPersonnes(deps, demande, perimetre),
    retirerDuSoir: (
      retrait: RetraitSoiree,
      qui: { perimetre: Perimetre; auteurId: number | null }
    ) => retirer(deps, retrait, qui),
    suspendreSoiree: (par: string, perimetre: Perimetre) =>
      suspendreSoiree(suspension, par, perimetre),
    reprendreSoiree: (perimetre: Perimetre) => reprendreSoiree(suspension, perimetre),
    /** « Renvoyer aux échecs » of one evening (decision G20). */
    async relancerSoiree(soir: string, perimetre: Perimetre, auteurId: number | null) {
      const echecs = await duSoir.listEchecs({ soir, perimetre });
      if (echecs.length === 0) {
        refuse('soir-sans-echec');
      }
      const envois = echecs.map(({ documentId }) => documentId);
      const ecrits = await relancer(deps, { envois, perimetre, auteurId, now: moteur.clock() });
      return { programmes: ecrits.reduce((somme, { programmes }) => somme + programmes, 0) };
    },
    runSoireeMaintenant: (perimetre: Perimetre) => runSoiree(deps, perimetre),
  };
}
