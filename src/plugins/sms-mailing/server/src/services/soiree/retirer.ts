import type { ResultatRetrait, RetraitSoiree } from '../../../../core/api/soiree';
import { formatDate, instantOf } from '../../../../core/horaire';
import { TOUT, type Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { Atelier } from '../../adapters/sql/programmer/programmes';
import { lireRegle } from '../envois-automatiques/prevoir-soir';
import { checkTenue } from '../envois-automatiques/save-envoi-automatique';
import type { CampagneStore } from '../ports/campagnes';
import type { RegleEnregistree } from '../ports/envois-automatiques';
import type { PartLue } from '../programmer/demande';
import { countPartants, inscrire } from '../programmer/inscrire';
import { createLirePart } from '../programmer/prepare-demande';
import { findSoir } from './describe-soiree';
import type { PersonnesDeps } from './list-personnes';
import type { PlanDeps } from './plan-soiree';

export interface RetirerDeps extends PersonnesDeps, PlanDeps {
  campagneStore: Pick<CampagneStore, 'read' | 'cancel'>;
}

interface Qui {
  perimetre: Perimetre;
  auteurId: number | null;
}

/**
 * Not planned yet: written « annulé » under its occurrence's key; planned: taken out of the queue. Answers how
 * many would have left: who cannot be reached has a line too, and would have received nothing.
 */
async function cancelPart(atelier: Atelier, lue: PartLue, qui: Qui & { confirmation: string }) {
  const { auteurId, confirmation } = qui;
  const ecrits = await inscrire(atelier, lue, {
    ...{ auteurId, confirmation, retarde: false, annuleeConfirmee: false, statut: 'annule' },
  });
  return countPartants(ecrits) + (await atelier.cancelAttente(lue.part));
}

async function lire(
  deps: RetirerDeps,
  soir: string,
  {
    regle,
    perimetre,
    participation,
  }: {
    regle: RegleEnregistree;
    perimetre: Perimetre;
    participation?: { entrepreneur: string; action: string };
  }
): Promise<PartLue> {
  const lirePart = await createLirePart(deps);
  const vue = { soir, perimetre, now: deps.now() };
  const lue = await lireRegle(
    lirePart,
    regle,
    participation === undefined ? vue : { ...vue, participation }
  );
  return { ...lue, part: { ...lue.part, depart: instantOf(soir, deps.heure, deps.zone) } };
}

/** The rule plans nothing that evening, whoever joins meanwhile; those it reaches now have a line that says so. */
async function retireRegle(deps: RetirerDeps, documentId: string, soir: string, qui: Qui) {
  const regle = (await deps.regles.read(documentId)) ?? refuse('regle-introuvable');
  checkTenue(regle, qui.perimetre);
  const lue = await lire(deps, soir, { regle, perimetre: TOUT });
  const { auteurId } = qui;
  const now = deps.now();
  return deps.programmes.transaction(async (atelier) => {
    await atelier.retireRegle(soir, { regleId: regle.id, auteurId, now });
    const retires = await cancelPart(atelier, lue, { ...qui, confirmation: deps.drawNumero() });
    const { modeleNom: modele } = regle;
    await atelier.note('regle-retiree', { modele, soir: formatDate(soir), retires });
    return retires;
  });
}

async function retirePersonne(
  deps: RetirerDeps,
  { soir, ...qui }: Extract<RetraitSoiree, { genre: 'personne' }> & Qui
): Promise<number> {
  const regle = (await deps.regles.read(qui.regle)) ?? refuse('regle-introuvable');
  const { entrepreneurDocumentId: entrepreneur, actionDocumentId: action } = qui;
  const participation = { entrepreneur, action };
  const lue = await lire(deps, soir, { regle, perimetre: qui.perimetre, participation });
  return deps.programmes.transaction(async (atelier) => {
    const retires = await cancelPart(atelier, lue, { ...qui, confirmation: deps.drawNumero() });
    await atelier.note('participant-retire', { modele: regle.modeleNom, retires }, entrepreneur);
    return retires;
  });
}

/** Decision B11, from « Ce soir »: a line, a rule for one evening, a campagne. Says how many will not leave. */
export async function retirer(
  deps: RetirerDeps,
  retrait: RetraitSoiree,
  qui: Qui
): Promise<ResultatRetrait> {
  const now = deps.now();
  switch (retrait.genre) {
    case 'envois':
      return deps.duSoir.cancel(retrait.envois, { perimetre: qui.perimetre, now });
    case 'campagne': {
      const { campagneId } = retrait;
      const { perimetre } = qui;
      if ((await deps.campagneStore.read(campagneId, perimetre)) === null) {
        refuse('campagne-introuvable');
      }
      const { annules, dejaPris } = await deps.campagneStore.cancel({
        ...{ campagneId, envoiIds: null, envoiDocumentIds: null, perimetre, now },
      });
      return { retires: annules, dejaPris };
    }
    case 'regle': {
      const { soir } = findSoir(deps, retrait.soir);
      return { retires: await retireRegle(deps, retrait.regle, soir, qui), dejaPris: 0 };
    }
    case 'personne': {
      const { soir } = findSoir(deps, retrait.soir);
      return { retires: await retirePersonne(deps, { ...retrait, ...qui, soir }), dejaPris: 0 };
    }
  }
}
