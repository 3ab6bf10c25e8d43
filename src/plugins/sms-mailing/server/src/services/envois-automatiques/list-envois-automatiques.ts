import type {
  ComptesRegle,
  LigneEnvoiAutomatique,
  TableEnvoisAutomatiques,
} from '../../../../core/api/envois-automatiques';
import { distinguishEnvois } from '../../../../core/distinction-envois';
import type { EnvoiAutomatique } from '../../../../core/envoi-automatique';
import { localDate, nextEnvoiDuSoir, phraseDepart } from '../../../../core/horaire';
import { covers, type Perimetre } from '../../../../core/perimetre';
import { listAvertissements } from '../../../../core/phrases-envoi-automatique';
import {
  filterPrevision,
  isTenue,
  sumPersonnes,
  type LignePrevue,
} from '../../../../core/prevision';
import type { RegleEnregistree, RegleStore } from '../ports/envois-automatiques';
import type { PerimetreStore } from '../ports/perimetres';
import type { PrevisionGardee } from '../ports/previsions';
import type { ChaineDeps } from '../programmer/demande';
import type { PrevisionPart } from '../programmer/prevoir';
import { createPhrases, relationsOf } from './describe-regles';

export interface TableDeps extends ChaineDeps {
  regles: RegleStore;
  perimetres: Pick<PerimetreStore, 'namePerimetre' | 'listChoix'>;
}

/** The forecast of an evening, the same as on every screen (decision G13). */
export type LirePrevision = (soir: string) => Promise<Pick<PrevisionGardee, 'contenu'>>;

/** Who looks, and when. */
export interface Regard {
  perimetre: Perimetre;
  now: Date;
}

export const isActive = ({ regle, modeleInactif }: RegleEnregistree): boolean =>
  !regle.inactif && !modeleInactif;

const sum = (comptes: Readonly<Record<string, number>>): number =>
  Object.values(comptes).reduce((somme, nombre) => somme + nombre, 0);

export function toComptes({ recevront, motifs, tenus }: PrevisionPart): ComptesRegle {
  return { recevront, exclus: sum(motifs), dejaPrevus: sum(tenus) };
}

/** What the forecast says of one rule, but for what it has planned already. */
function comptesOf(documentId: string, lignes: readonly LignePrevue[]): ComptesRegle {
  const siennes = lignes.filter(({ regle, enFile }) => regle === documentId && !enFile);
  const of = (garde: (ligne: LignePrevue) => boolean): number =>
    sumPersonnes(siennes.filter(garde));
  return {
    recevront: of(({ motif }) => motif === null),
    exclus: of((ligne) => ligne.motif !== null && !isTenue(ligne)),
    dejaPrevus: of(isTenue),
  };
}

/** The whole evening, of which the rules are a part. */
function toTotal(lignes: readonly LignePrevue[]): TableEnvoisAutomatiques['total'] {
  const partent = lignes.filter(({ motif }) => motif === null);
  const programmes = sumPersonnes(partent.filter(({ enFile }) => enFile));
  return { programmes, automatiques: sumPersonnes(partent) - programmes };
}

function pickNoms(
  regle: EnvoiAutomatique,
  noms: Readonly<Record<string, string>>
): Record<string, string> {
  return Object.fromEntries(
    relationsOf(regle.criteres).flatMap((id) => (noms[id] === undefined ? [] : [[id, noms[id]]]))
  );
}

/** Of the rules that do not reach everybody. */
async function namePerimetres(
  { perimetres }: TableDeps,
  regles: readonly RegleEnregistree[]
): Promise<Map<number, string>> {
  const noms = new Map<number, string>();
  for (const { id, perimetre } of regles) {
    if (perimetre.genre !== 'tout') {
      noms.set(id, await perimetres.namePerimetre(perimetre));
    }
  }
  return noms;
}

/** Guide §6.a: the table, each rule also read as a sentence with tonight's count. */
export async function listEnvoisAutomatiques(
  deps: TableDeps & { lirePrevision: LirePrevision },
  { perimetre, now }: Regard
): Promise<TableEnvoisAutomatiques> {
  const { regles: store, zone, heure } = deps;
  const depart = nextEnvoiDuSoir(now, zone, heure);
  const soir = localDate(depart, zone);
  const regles = await store.list();
  const actives = regles.filter(isActive);
  const [phrases, prevision, conflits] = await Promise.all([
    createPhrases(store, regles, heure),
    deps.lirePrevision(soir),
    store.listConflits(actives, soir, perimetre),
  ]);
  const limites = await namePerimetres(deps, regles);
  const prevues = filterPrevision(prevision.contenu, perimetre).lignes;
  const traits = regles.map(({ id, documentId, regle }) => {
    return { documentId, regle, noms: phrases.noms, perimetre: limites.get(id) ?? null };
  });
  const distinctions = distinguishEnvois(traits);
  const lignes = regles.map((enregistree): LigneEnvoiAutomatique => {
    const { documentId, version, regle, modeleNom, modeleInactif } = enregistree;
    return {
      documentId,
      version,
      regle,
      modele: { documentId: regle.modeleDocumentId, nom: modeleNom, inactif: modeleInactif },
      noms: pickNoms(regle, phrases.noms),
      phrase: phrases.phraseOf(enregistree),
      avertissements: listAvertissements(regle),
      distinction: distinctions.get(documentId) ?? null,
      perimetre: limites.get(enregistree.id) ?? null,
      limite: enregistree.perimetre,
      modifiable: covers(perimetre, enregistree.perimetre),
      ceSoir: isActive(enregistree) ? comptesOf(documentId, prevues) : null,
    };
  });
  return {
    soir,
    aujourdhui: localDate(now, zone),
    heure,
    phraseDepart: phraseDepart(now, zone, depart),
    lignes,
    total: toTotal(prevues),
    conflits,
    choixPerimetre: await deps.perimetres.listChoix(perimetre),
  };
}
