import type {
  EssaiRegle,
  LigneEcartee,
  LigneEssai,
} from '../../../../core/api/envois-automatiques';
import { matchParticipation } from '../../../../core/envoi-automatique';
import { targetDate } from '../../../../core/horaire';
import type { MotifExclusion } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import { phraseEcart } from '../../../../core/phrases-envoi-automatique';
import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import { refuse } from '../../../../core/regle';
import type { Candidat, RegleEnregistree, RegleStore } from '../ports/envois-automatiques';
import type { VersionStore } from '../ports/modeles';
import { compileRendre, type Rendu } from '../rendre/compile-rendre';
import { createPhrases, type Phrases } from './describe-regles';
import { faitsPour } from './faits-pour';

export interface EssaiDeps {
  regles: RegleStore;
  versions: VersionStore;
  zone: string;
  heure: string;
  readReglagesRendu: () => Promise<ReglagesRendu>;
}

export interface EssaiDemande {
  /** null: every active rule. */
  regleDocumentId: string | null;
  /** Evening looked at, 'YYYY-MM-DD'. */
  soir: string;
  perimetre: Perimetre;
  limite: number;
}

/** The occurrence that exists already is all there will be, cancelled or not. */
function motifExistant({ statutExistant }: Candidat): MotifExclusion | null {
  if (statutExistant === null) {
    return null;
  }
  return statutExistant === 'annule' ? 'envoi_annule' : 'deja_envoye';
}

type RenduTexte = Pick<Rendu, 'objet' | 'texte' | 'credits' | 'motif'>;

const VIDE: RenduTexte = { objet: '', texte: '', credits: 0, motif: null };

type Rendre = (brutes: readonly (string | null)[]) => RenduTexte;

function toLigne(candidat: Candidat, rendre: Rendre): LigneEssai {
  const rendu = rendre(candidat.valeurs);
  const motif = motifExistant(candidat) ?? candidat.motif ?? rendu.motif;
  return {
    entrepreneurDocumentId: candidat.entrepreneurDocumentId,
    actionDocumentId: candidat.actionDocumentId,
    nom: candidat.nom,
    action: candidat.actionObjet,
    actionDate: candidat.actionDate,
    adresse: motif === null ? candidat.adresse : null,
    motif,
    objet: rendu.objet,
    texte: rendu.texte,
    credits: motif === null ? rendu.credits : 0,
  };
}

/** Participants of the actions of that day whom the rule leaves aside, and by which criterion. */
async function listEcartes(
  { regles }: EssaiDeps,
  { id, regle }: RegleEnregistree,
  { soir, perimetre, limite }: EssaiDemande,
  phrases: Phrases
): Promise<LigneEcartee[]> {
  const active = { ...regle, inactif: false };
  const date = targetDate(soir, regle.delai);
  const faits = await regles.listFaits({ perimetre, limite, date });
  return faits.flatMap((ligne) => {
    const lus = faitsPour(ligne, id);
    const correspondance = matchParticipation(active, lus, soir);
    if (correspondance.ok || correspondance.critere === 'deja_prevenu') {
      return [];
    }
    const noms = { ...phrases.noms, ...ligne.noms };
    const contexte = { regle: active, faits: lus, today: soir, noms };
    return [
      {
        entrepreneurDocumentId: ligne.entrepreneurDocumentId,
        actionDocumentId: ligne.actionDocumentId,
        nom: ligne.nom,
        action: ligne.actionObjet,
        actionDate: ligne.faits.action.date,
        raison: phraseEcart(correspondance.critere, contexte),
      },
    ];
  });
}

async function testRegle(
  deps: EssaiDeps,
  regle: RegleEnregistree,
  demande: EssaiDemande,
  { phrases, reglages }: { phrases: Phrases; reglages: ReglagesRendu }
): Promise<EssaiRegle> {
  const version = await deps.versions.loadCourante(regle.modeleId);
  const candidats = await deps.regles.candidats(regle, {
    soir: demande.soir,
    donnees: version?.contenu.donnees ?? [],
    perimetre: demande.perimetre,
    limite: demande.limite,
  });
  const rendre = version === null ? () => VIDE : compileRendre(version, reglages);
  const lignes = candidats.map((candidat) => toLigne(candidat, rendre));
  const exclus = lignes.filter(({ motif }) => motif !== null).length;
  return {
    documentId: regle.documentId,
    modele: regle.modeleNom,
    phrase: phrases.phraseOf(regle),
    recevront: lignes.length - exclus,
    exclus,
    credits: lignes.reduce((somme, { credits }) => somme + credits, 0),
    lignes,
    ecartes:
      demande.regleDocumentId === null ? [] : await listEcartes(deps, regle, demande, phrases),
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
  const phrases = await createPhrases(deps.regles, choisies, deps.heure);
  const reglages = await deps.readReglagesRendu();
  const essais: EssaiRegle[] = [];
  for (const regle of choisies) {
    essais.push(await testRegle(deps, regle, demande, { phrases, reglages }));
  }
  return essais;
}
