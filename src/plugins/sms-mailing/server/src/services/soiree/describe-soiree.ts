import { localDate, nextEnvoiDuSoir, phraseDepart } from '../../../../core/horaire';
import type { MotifExclusion } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import type { LigneSoiree, Soiree } from '../../../../core/soiree';
import type { TypeContact } from '../../../../core/vocabulaire';
import type { ComptesRegle } from '../../../../core/api/envois-automatiques';
import { isActive } from '../envois-automatiques/list-envois-automatiques';
import type { AttenteStore, LigneAttente } from '../ports/attente';
import type { Candidat, RegleEnregistree, RegleStore } from '../ports/envois-automatiques';
import type { Moteur } from '../ports/moteur';
import { compileRendre } from '../rendre/compile-rendre';
import { readReglagesRendu } from '../rendre/reglages-rendu';

export interface SoireeDeps {
  regles: RegleStore;
  moteur: Moteur;
  attente: AttenteStore;
}

/** A worker says it is alive every few seconds; silent for a minute, nobody delivers. */
const SILENCE_MS = 60_000;
/** Read to say why, or what it costs; the counts themselves have no limit. */
const CANDIDATS = 10_000;

type Exclus = Map<MotifExclusion, number>;

function note(exclus: Exclus, motif: MotifExclusion, nombre: number): void {
  exclus.set(motif, (exclus.get(motif) ?? 0) + nombre);
}

const sum = (lignes: readonly LigneSoiree[], quoi: 'personnes' | 'credits'): number =>
  lignes.reduce((somme, ligne) => somme + ligne[quoi], 0);

interface Regard {
  soir: string;
  perimetre: Perimetre;
  reglages: ReglagesRendu;
}

type CandidatCompte = Candidat & { credits: number };

/** Whom one rule would reach; the motif of a text that cannot leave included. */
async function listCandidats(
  { regles, moteur }: SoireeDeps,
  regle: RegleEnregistree,
  { reglages, ...regard }: Regard
): Promise<CandidatCompte[]> {
  const version = await moteur.versions.loadCourante(regle.modeleId);
  const donnees = version?.contenu.donnees ?? [];
  const candidats = await regles.candidats(regle, { ...regard, donnees, limite: CANDIDATS });
  const rendre = version === null ? null : compileRendre(version, reglages);
  return candidats
    .filter(({ statutExistant }) => statutExistant === null)
    .map((candidat) => {
      const rendu = candidat.motif === null ? rendre?.(candidat.valeurs) : undefined;
      return {
        ...candidat,
        motif: candidat.motif ?? rendu?.motif ?? null,
        credits: rendu?.motif === null ? rendu.credits : 0,
      };
    });
}

/** One line per rule that reaches someone, and what keeps the others back. */
async function describeRegle(
  deps: SoireeDeps,
  { regle, comptes, exclus }: { regle: RegleEnregistree; comptes: ComptesRegle; exclus: Exclus },
  regard: Regard
): Promise<LigneSoiree> {
  const { modeleDocumentId, typeContact } = regle.regle;
  let personnes = comptes.recevront;
  let credits = 0;
  if (comptes.recevront + comptes.exclus > 0) {
    const candidats = await listCandidats(deps, regle, regard);
    const partants = candidats.filter(({ motif }) => motif === null);
    if (candidats.length < CANDIDATS) {
      personnes = partants.length;
    }
    credits = partants.reduce((somme, candidat) => somme + candidat.credits, 0);
    candidats.forEach(({ motif }) => {
      if (motif !== null) {
        note(exclus, motif, 1);
      }
    });
  }
  const modele = regle.modeleNom;
  return {
    modeleDocumentId,
    modele,
    typeContact,
    modalite: 'envoi_automatique',
    personnes,
    credits,
  };
}

/** The next evening of the active rules, those of one type of contact when it is given; fills `exclus`. */
async function describeAutomatiques(
  deps: SoireeDeps,
  perimetre: Perimetre,
  options: { typeContact: TypeContact | null; exclus: Exclus }
): Promise<LigneSoiree[]> {
  const { regles, moteur } = deps;
  const { zone, heure } = moteur.reglages;
  const { typeContact, exclus } = options;
  const soir = localDate(nextEnvoiDuSoir(moteur.clock(), zone, heure), zone);
  const reglages = await readReglagesRendu(moteur);
  const actives = (await regles.list()).filter(
    (regle) => isActive(regle) && (typeContact === null || regle.regle.typeContact === typeContact)
  );
  const parRegle = await regles.countSoir(actives, soir, perimetre);
  const lignes: LigneSoiree[] = [];
  for (const regle of actives) {
    const comptes = parRegle.get(regle.id) ?? { recevront: 0, exclus: 0, dejaPrevus: 0 };
    const regard = { soir, perimetre, reglages };
    lignes.push(await describeRegle(deps, { regle, comptes, exclus }, regard));
  }
  return lignes;
}

/** SMS credits that the envois automatiques of the next evening will take. */
export async function countCreditsAutomatiques(
  deps: SoireeDeps,
  perimetre: Perimetre
): Promise<number> {
  const options = { typeContact: 'sms' as const, exclus: new Map<MotifExclusion, number>() };
  return sum(await describeAutomatiques(deps, perimetre, options), 'credits');
}

function splitAttente(lignes: readonly LigneAttente[], exclus: Exclus): LigneSoiree[] {
  return lignes.flatMap(({ motif, ...ligne }) => {
    if (motif === null) {
      return [ligne];
    }
    note(exclus, motif, ligne.personnes);
    return [];
  });
}

/** Two rules of one modèle are one line. */
function mergeLignes(lignes: readonly LigneSoiree[]): LigneSoiree[] {
  const parCle = new Map<string, LigneSoiree>();
  for (const ligne of lignes) {
    const cle = `${ligne.modeleDocumentId}|${ligne.modalite}`;
    const connue = parCle.get(cle);
    parCle.set(
      cle,
      connue === undefined
        ? ligne
        : {
            ...ligne,
            personnes: connue.personnes + ligne.personnes,
            credits: connue.credits + ligne.credits,
          }
    );
  }
  return [...parCle.values()]
    .filter(({ personnes }) => personnes > 0)
    .sort((a, b) => b.personnes - a.personnes || a.modele.localeCompare(b.modele, 'fr'));
}

/** What leaves next evening, envois automatiques included; who does not, and why; what it costs. */
export async function describeSoiree(
  deps: SoireeDeps,
  perimetre: Perimetre
): Promise<Omit<Soiree, 'prochainDepart'> & { prochainDepart: Date }> {
  const { moteur, attente } = deps;
  const { zone, heure } = moteur.reglages;
  const now = moteur.clock();
  const prochainDepart = nextEnvoiDuSoir(now, zone, heure);
  const exclus: Exclus = new Map();
  const automatiques = await describeAutomatiques(deps, perimetre, { typeContact: null, exclus });
  const { lignes, incertains, alertes } = await attente.describe(prochainDepart, perimetre);
  const programmees = splitAttente(lignes, exclus);
  const deType = (type: LigneSoiree['typeContact']): number =>
    sum(
      programmees.filter(({ typeContact }) => typeContact === type),
      'personnes'
    );
  const toutes = [...programmees, ...automatiques];
  return {
    phrase: phraseDepart(now, zone, prochainDepart),
    prochainDepart,
    programmes: sum(programmees, 'personnes'),
    parType: { email: deType('email'), newsletter: deType('newsletter'), sms: deType('sms') },
    automatiquesCeSoir: sum(automatiques, 'personnes'),
    exclus: [...exclus]
      .map(([motif, nombre]) => ({ motif, nombre }))
      .sort((a, b) => b.nombre - a.nombre),
    creditsCeSoir: sum(toutes, 'credits'),
    lignes: mergeLignes(toutes),
    planificateurArrete: (await moteur.ouvriers.count(SILENCE_MS)) === 0,
    incertains,
    alertes,
    suspensions: moteur.suspensions,
  };
}
