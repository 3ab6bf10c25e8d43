import type { DemandePersonnes, LignePersonne, PagePersonnes } from '../../../../core/api/soiree';
import { instantOf } from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import { isTenue } from '../../../../core/prevision';
import { refuse } from '../../../../core/regle';
import type { Candidat } from '../../adapters/sql/cibles/read-candidats';
import type { SoireesDuSoir } from '../../adapters/sql/soirees/soirees-du-soir';
import { lireRegle } from '../envois-automatiques/prevoir-soir';
import { classer } from '../programmer/inscrire';
import { createLirePart } from '../programmer/prepare-demande';
import { findSoir, type SoireeDeps } from './describe-soiree';
import { findDebut } from './prevoir-soiree';

export interface PersonnesDeps extends SoireeDeps {
  duSoir: SoireesDuSoir;
}

function toLigne(
  candidat: Candidat,
  { motif, credits }: ReturnType<typeof classer>
): LignePersonne {
  const { actionDocumentId: documentId, actionObjet: objet, actionDate: date } = candidat;
  return {
    nom: candidat.nom,
    fiche: candidat.documentId,
    adresse: motif === null ? candidat.adresse : null,
    ...{ motif, credits, envoi: null },
    action: documentId === null ? null : { documentId, objet: objet ?? '', date: date ?? '' },
  };
}

/** Whom a rule has not planned yet, in the order in which the evening serves them. */
async function listDeRegle(
  deps: PersonnesDeps,
  { regle: documentId, soir, exclus }: DemandePersonnes,
  { perimetre, saut, limite }: { perimetre: Perimetre; saut: number; limite: number }
): Promise<PagePersonnes> {
  const regle = documentId === null ? null : await deps.regles.read(documentId);
  const retirees = await deps.programmes.listReglesRetirees(soir);
  if (regle === null || retirees.includes(regle.id)) {
    return { total: 0, lignes: [] };
  }
  const lire = await createLirePart(deps);
  const lue = await lireRegle(lire, regle, { soir, perimetre, now: deps.now() });
  const page: PagePersonnes = { total: 0, lignes: [] };
  await deps.programmes.read(lue.part, { donnees: lue.rendu.donnees }, (lot) => {
    for (const candidat of lot) {
      const classe = classer(lue, candidat);
      if ((classe.motif !== null) !== exclus || isTenue(classe)) {
        continue;
      }
      page.total += 1;
      if (page.total > saut && page.lignes.length < limite) {
        page.lignes.push(toLigne(candidat, classe));
      }
    }
    return true;
  });
  return page;
}

/** Behind one line of an evening: who waits in the queue, then whom the rule will add. Read now, never kept. */
export async function listPersonnes(
  deps: PersonnesDeps,
  demande: DemandePersonnes,
  perimetre: Perimetre
): Promise<PagePersonnes> {
  const { soir } = findSoir(deps, demande.soir);
  const modele =
    (await deps.duSoir.readModele(demande.modeleDocumentId)) ?? refuse('modele-introuvable');
  const now = deps.now();
  const vue = {
    ...{ depuis: findDebut(deps, soir, now), now },
    jusqua: instantOf(soir, deps.heure, deps.zone),
  };
  const limite = demande.pageSize;
  const saut = (demande.page - 1) * limite;
  const enFile = await deps.duSoir.listEnFile(
    { demande, modele, vue, perimetre },
    { saut, limite }
  );
  const suite = await listDeRegle(deps, demande, {
    perimetre,
    saut: Math.max(0, saut - enFile.total),
    limite: limite - enFile.lignes.length,
  });
  return { total: enFile.total + suite.total, lignes: [...enFile.lignes, ...suite.lignes] };
}
