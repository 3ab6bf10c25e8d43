import type { MotifExclusion } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import { compileRendu } from '../../../../core/rendu';
import { toMorceaux, toValeurs } from '../envois/prepare-envoi';
import type { Candidat, RegleEnregistree, RegleStore } from '../ports/envois-automatiques';
import type { VersionCourante, VersionStore } from '../ports/modeles';

export interface EssaiDeps {
  regles: RegleStore;
  versions: VersionStore;
  zone: string;
}

export interface EssaiDemande {
  /** null: every active rule. */
  regleDocumentId: string | null;
  /** Evening looked at, 'YYYY-MM-DD'. */
  soir: string;
  perimetre: Perimetre;
  limite: number;
}

/** One person of a dry run: what they would read, or why they would receive nothing. */
export interface LigneEssai {
  nom: string;
  action: string;
  actionDate: string;
  adresse: string | null;
  motif: MotifExclusion | null;
  texte: string;
}

export interface EssaiRegle {
  documentId: string;
  modele: string;
  recevront: number;
  exclus: number;
  lignes: LigneEssai[];
}

function createRendu(
  version: VersionCourante | null,
  zone: string
): (candidat: Candidat) => string {
  if (version === null) {
    return () => '';
  }
  const rendre = compileRendu(toMorceaux(version.contenu.message.texte), 'texte', zone);
  return (candidat) => rendre(toValeurs(version.contenu.donnees, candidat.valeurs));
}

function toLigne(candidat: Candidat, rendre: (candidat: Candidat) => string): LigneEssai {
  const motif = candidat.motif ?? (candidat.dejaEnvoye ? 'deja_envoye' : null);
  return {
    nom: candidat.nom,
    action: candidat.actionObjet,
    actionDate: candidat.actionDate,
    adresse: motif === null ? candidat.adresse : null,
    motif,
    texte: rendre(candidat),
  };
}

async function testRegle(
  deps: EssaiDeps,
  regle: RegleEnregistree,
  demande: EssaiDemande
): Promise<EssaiRegle> {
  const version = await deps.versions.loadCourante(regle.modeleId);
  const candidats = await deps.regles.candidats(regle, {
    soir: demande.soir,
    donnees: version?.contenu.donnees ?? [],
    perimetre: demande.perimetre,
    limite: demande.limite,
  });
  const rendre = createRendu(version, deps.zone);
  const lignes = candidats.map((candidat) => toLigne(candidat, rendre));
  const exclus = lignes.filter(({ motif }) => motif !== null).length;
  return {
    documentId: regle.documentId,
    modele: regle.modeleNom,
    recevront: lignes.length - exclus,
    exclus,
    lignes,
  };
}

/** Guide §6.d, decision E8: who would receive what on an evening, and why the others not. Nothing is sent. */
export async function testEnvoisAutomatiques(
  deps: EssaiDeps,
  demande: EssaiDemande
): Promise<EssaiRegle[]> {
  const toutes = await deps.regles.list();
  const choisies = toutes.filter((regle) =>
    demande.regleDocumentId === null
      ? !regle.regle.inactif && !regle.modeleInactif
      : regle.documentId === demande.regleDocumentId
  );
  if (demande.regleDocumentId !== null && choisies.length === 0) {
    refuse('regle-introuvable');
  }
  const essais: EssaiRegle[] = [];
  for (const regle of choisies) {
    essais.push(await testRegle(deps, regle, demande));
  }
  return essais;
}
