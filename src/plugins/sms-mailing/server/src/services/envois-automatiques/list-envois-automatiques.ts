import type {
  ApercuRegle,
  LigneEnvoiAutomatique,
  TableEnvoisAutomatiques,
} from '../../../../core/api/envois-automatiques';
import type { EnvoiAutomatique } from '../../../../core/envoi-automatique';
import { localDate, nextEnvoiDuSoir, phraseDepart, targetDate } from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import { listAvertissements } from '../../../../core/phrases-envoi-automatique';
import { refuse } from '../../../../core/regle';
import type { RegleEnregistree, RegleStore } from '../ports/envois-automatiques';
import type { ModeleStore } from '../ports/modeles';
import { createPhrases, relationsOf } from './describe-regles';

export interface TableDeps {
  regles: RegleStore;
  zone: string;
  heure: string;
}

/** Who looks, and when. */
export interface Regard {
  perimetre: Perimetre;
  now: Date;
}

export const isActive = ({ regle, modeleInactif }: RegleEnregistree): boolean =>
  !regle.inactif && !modeleInactif;

function pickNoms(
  regle: EnvoiAutomatique,
  noms: Readonly<Record<string, string>>
): Record<string, string> {
  return Object.fromEntries(
    relationsOf(regle.criteres).flatMap((id) => (noms[id] === undefined ? [] : [[id, noms[id]]]))
  );
}

/** Guide §6.a: the table, each rule also read as a sentence with tonight's count. */
export async function listEnvoisAutomatiques(
  { regles: store, zone, heure }: TableDeps,
  { perimetre, now }: Regard
): Promise<TableEnvoisAutomatiques> {
  const depart = nextEnvoiDuSoir(now, zone, heure);
  const soir = localDate(depart, zone);
  const regles = await store.list();
  const actives = regles.filter(isActive);
  const [phrases, comptes, conflits] = await Promise.all([
    createPhrases(store, regles, heure),
    store.countSoir(actives, soir, perimetre),
    store.listConflits(actives, soir, perimetre),
  ]);
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
      ceSoir: comptes.get(enregistree.id) ?? null,
    };
  });
  return {
    soir,
    aujourdhui: localDate(now, zone),
    heure,
    phraseDepart: phraseDepart(now, zone, depart),
    lignes,
    conflits,
  };
}

/** Guide §6.c, beside the popup: what the rule under the pen says, and whom it would reach tonight. */
export async function previewRegle(
  { regles: store, zone, heure, modeles }: TableDeps & { modeles: ModeleStore },
  regle: EnvoiAutomatique,
  { perimetre, now }: Regard
): Promise<ApercuRegle> {
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
  };
  const [phrases, comptes] = await Promise.all([
    createPhrases(store, [enregistree], heure),
    store.countSoir([enregistree], soir, perimetre),
  ]);
  return {
    phrase: phrases.phraseOf(enregistree),
    avertissements: listAvertissements(regle),
    soir,
    dateActions: targetDate(soir, regle.delai),
    ceSoir: comptes.get(0) ?? { recevront: 0, exclus: 0, dejaPrevus: 0 },
  };
}
