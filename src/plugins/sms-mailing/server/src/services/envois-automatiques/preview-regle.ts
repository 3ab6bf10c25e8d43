import type {
  ApercuRegle,
  DemandeApercuRegle,
  MemeSoir,
} from '../../../../core/api/envois-automatiques';
import { localDate, nextEnvoiDuSoir, targetDate } from '../../../../core/horaire';
import { canMeet } from '../../../../core/memes-envois';
import type { Perimetre } from '../../../../core/perimetre';
import { listAvertissements } from '../../../../core/phrases-envoi-automatique';
import { refuse } from '../../../../core/regle';
import type { RegleEnregistree, RegleStore } from '../ports/envois-automatiques';
import type { ModeleStore } from '../ports/modeles';
import type { ChaineDeps } from '../programmer/demande';
import { createPhrases } from './describe-regles';
import { isActive, toComptes, type Regard } from './list-envois-automatiques';
import { prevoirSoir } from './prevoir-soir';

interface ApercuDeps extends ChaineDeps {
  regles: RegleStore;
  modeles: Pick<ModeleStore, 'read'>;
}

/** Under the périmètre that it would have. */
interface RegleAVoir extends DemandeApercuRegle {
  perimetre: Perimetre;
}

/** Nothing has been sent by a rule that is not saved yet: no id, hence no occurrence. */
const A_ENREGISTRER = { id: 0, documentId: '', version: 0 };

async function readAEnregistrer(
  { modeles }: ApercuDeps,
  { regle, perimetre }: RegleAVoir
): Promise<RegleEnregistree> {
  const modele = await modeles.read(regle.modeleDocumentId);
  if (modele === null) {
    refuse('modele-introuvable');
  }
  return {
    ...A_ENREGISTRER,
    regle,
    modeleId: modele.id,
    modeleNom: modele.nom,
    modeleInactif: modele.inactif,
    but: modele.but,
    perimetre,
  };
}

/** Two envois of one evening to one person, told before the second rule exists. */
async function listMemeSoir(
  { regles: store }: ApercuDeps,
  enregistree: RegleEnregistree,
  { soir, remplacee, regard }: { soir: string; remplacee: string | null; regard: Regard }
): Promise<MemeSoir[]> {
  const autres = (await store.list()).filter(
    (regle) => isActive(regle) && regle.documentId !== remplacee
  );
  const conflits = (
    await store.listConflits([...autres, enregistree], soir, regard.perimetre)
  ).filter(({ regles }) => regles.includes(A_ENREGISTRER.documentId));
  return autres
    .map((autre) => ({
      autre,
      personnes: conflits
        .filter(({ regles }) => regles.includes(autre.documentId))
        .reduce((somme, { personnes }) => somme + personnes, 0),
    }))
    .filter(({ autre, personnes }) => personnes > 0 || canMeet(enregistree, autre))
    .sort((a, b) => b.personnes - a.personnes)
    .map(({ autre, personnes }) => ({
      documentId: autre.documentId,
      modele: autre.modeleNom,
      memeModele: autre.modeleId === enregistree.modeleId,
      personnes,
    }));
}

/** Guide §6.c, beside the popup: what the rule under the pen says, whom it would reach tonight, and who else does. */
export async function previewRegle(
  deps: ApercuDeps,
  demande: RegleAVoir,
  regard: Regard
): Promise<ApercuRegle> {
  const { regles: store, zone, heure } = deps;
  const { perimetre, now } = regard;
  const { regle, documentId: remplacee } = demande;
  const enregistree = await readAEnregistrer(deps, demande);
  const soir = localDate(nextEnvoiDuSoir(now, zone, heure), zone);
  const [phrases, previsions, memeSoir] = await Promise.all([
    createPhrases(store, [enregistree], heure),
    prevoirSoir(deps, [enregistree], { soir, perimetre, now }),
    listMemeSoir(deps, enregistree, { soir, remplacee, regard }),
  ]);
  const prevision = previsions.get(A_ENREGISTRER.id);
  return {
    phrase: phrases.phraseOf(enregistree),
    avertissements: listAvertissements(regle),
    soir,
    dateActions: targetDate(soir, regle.delai),
    ceSoir:
      prevision === undefined ? { recevront: 0, exclus: 0, dejaPrevus: 0 } : toComptes(prevision),
    memeSoir,
  };
}
