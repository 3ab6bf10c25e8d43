import type {
  ApercuRegle,
  ComptesRegle,
  LigneEnvoiAutomatique,
  TableEnvoisAutomatiques,
} from '../../../../core/api/envois-automatiques';
import type { EnvoiAutomatique } from '../../../../core/envoi-automatique';
import { localDate, nextEnvoiDuSoir, phraseDepart, targetDate } from '../../../../core/horaire';
import { covers, type Perimetre } from '../../../../core/perimetre';
import { listAvertissements } from '../../../../core/phrases-envoi-automatique';
import {
  filterPrevision,
  isTenue,
  sumPersonnes,
  type LignePrevue,
} from '../../../../core/prevision';
import { refuse } from '../../../../core/regle';
import type { RegleEnregistree, RegleStore } from '../ports/envois-automatiques';
import type { PerimetreStore } from '../ports/perimetres';
import type { ModeleStore } from '../ports/modeles';
import type { PrevisionGardee } from '../ports/previsions';
import type { ChaineDeps } from '../programmer/demande';
import type { PrevisionPart } from '../programmer/prevoir';
import { createPhrases, relationsOf } from './describe-regles';
import { prevoirSoir } from './prevoir-soir';

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

function toComptes({ recevront, motifs, tenus }: PrevisionPart): ComptesRegle {
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

/** Guide §6.c, beside the popup: what the rule under the pen says, and whom it would reach tonight. */
export async function previewRegle(
  deps: TableDeps & { modeles: ModeleStore },
  { regle, perimetre: sien }: Pick<RegleEnregistree, 'regle' | 'perimetre'>,
  { perimetre, now }: Regard
): Promise<ApercuRegle> {
  const { regles: store, zone, heure, modeles } = deps;
  const modele = await modeles.read(regle.modeleDocumentId);
  if (modele === null) {
    refuse('modele-introuvable');
  }
  const soir = localDate(nextEnvoiDuSoir(now, zone, heure), zone);
  // Nothing has been sent by a rule that is not saved yet: no id, hence no occurrence.
  const enregistree: RegleEnregistree = {
    id: 0,
    documentId: '',
    version: 0,
    regle,
    modeleId: modele.id,
    modeleNom: modele.nom,
    modeleInactif: modele.inactif,
    but: modele.but,
    perimetre: sien,
  };
  const [phrases, previsions] = await Promise.all([
    createPhrases(store, [enregistree], heure),
    prevoirSoir(deps, [enregistree], { soir, perimetre, now }),
  ]);
  const prevision = previsions.get(0);
  return {
    phrase: phrases.phraseOf(enregistree),
    avertissements: listAvertissements(regle),
    soir,
    dateActions: targetDate(soir, regle.delai),
    ceSoir:
      prevision === undefined ? { recevront: 0, exclus: 0, dejaPrevus: 0 } : toComptes(prevision),
  };
}
