import { findDatesPassees } from '../../../../core/dates-passees';
import { addDays } from '../../../../core/horaire';
import { compareHabitude, type Oddite } from '../../../../core/oddite';
import type { Perimetre } from '../../../../core/perimetre';
import { filterPrevision, sumPersonnes, type LignePrevue } from '../../../../core/prevision';
import type { SoireesDuSoir } from '../../adapters/sql/soirees/soirees-du-soir';
import { isActive } from '../envois-automatiques/list-envois-automatiques';
import type { RegleEnregistree } from '../ports/envois-automatiques';
import { findSoir, type SoireeDeps } from './describe-soiree';
import { readPrevision } from './prevoir-soiree';

export interface OdditesDeps extends SoireeDeps {
  duSoir: SoireesDuSoir;
}

/** Eight weeks: the same day of the week stands eight times in them. */
const JOURS_LUS = 56;
const SEMAINE = 7;

async function findHabitudes(
  { duSoir }: OdditesDeps,
  soir: string,
  regles: readonly RegleEnregistree[],
  lignes: readonly LignePrevue[]
): Promise<Oddite[]> {
  const passes = await duSoir.countParRegle(addDays(soir, -JOURS_LUS), soir);
  const memesJours = new Set(
    Array.from({ length: JOURS_LUS / SEMAINE }, (_, rang) => addDays(soir, -SEMAINE * (rang + 1)))
  );
  return regles.flatMap(({ documentId, modeleNom: nom }): Oddite[] => {
    const siens = passes.filter(({ regle }) => regle === documentId);
    // Cancelled ones are of the number: someone has decided, nothing is odd.
    const nombre = sumPersonnes(lignes.filter(({ regle }) => regle === documentId));
    const ecart = compareHabitude(nombre, {
      soirs: siens.map((passe) => passe.nombre),
      memeJour: siens.filter((passe) => memesJours.has(passe.soir)).map((passe) => passe.nombre),
    });
    if (ecart === null) {
      return [];
    }
    const { genre, habituel } = ecart;
    return genre === 'aucun'
      ? [{ genre, regle: documentId, nom, habituel }]
      : [{ genre, regle: documentId, nom, nombre, habituel }];
  });
}

/** Of the modèles that leave that evening. */
async function findTextesPerimes(
  { fiches, versions }: OdditesDeps,
  soir: string,
  lignes: readonly LignePrevue[]
): Promise<Oddite[]> {
  const partants = new Set(
    lignes.filter(({ motif }) => motif === null).map(({ modeleDocumentId }) => modeleDocumentId)
  );
  const oddites: Oddite[] = [];
  for (const { id, documentId, nom } of await fiches.readModeles([...partants])) {
    const version = await versions.loadCourante(id);
    const { objet, texte } = version?.contenu.message ?? { objet: [], texte: [] };
    const ecrit = [...objet, ' ', ...texte].map((m) => (typeof m === 'string' ? m : ' ')).join('');
    const dates = findDatesPassees(ecrit, soir);
    if (dates.length > 0) {
      oddites.push({ genre: 'date_passee', modele: documentId, nom, dates });
    }
  }
  return oddites;
}

/** What is to be looked at first: rules that will not leave, conflicts, unusual numbers, texts left from last time. */
export async function listOddites(
  deps: OdditesDeps,
  { perimetre, soir: demande }: { perimetre: Perimetre; soir: string | null }
): Promise<Oddite[]> {
  const { soir } = findSoir(deps, demande);
  const { contenu } = await readPrevision(deps, soir, 'gardee');
  const { lignes } = filterPrevision(contenu, perimetre);
  const toutes = await deps.regles.list();
  const actives = toutes.filter(isActive);
  const rouges = toutes.filter(({ regle, modeleInactif }) => !regle.inactif && modeleInactif);
  const conflits = await deps.regles.listConflits(actives, soir, perimetre);
  return [
    ...rouges.map(({ documentId, regle, modeleNom }): Oddite => {
      const { modeleDocumentId: modele } = regle;
      return { genre: 'modele_inactif', modele, nom: modeleNom, regle: documentId };
    }),
    ...conflits.map(({ action: { documentId, objet, date }, personnes }): Oddite => {
      return { genre: 'conflit', action: documentId, objet, date, personnes };
    }),
    ...(await findTextesPerimes(deps, soir, lignes)),
    ...(await findHabitudes(deps, soir, actives, lignes)),
  ];
}
