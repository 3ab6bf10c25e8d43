import { formatDate, localDate, nextEnvoiDuSoir, phraseDepart } from '../../../../core/horaire';
import type { MotifExclusion } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import type { LigneSoiree, Soiree } from '../../../../core/soiree';
import { suspensionOf, type CleSuspension, type Suspensions } from '../../../../core/suspension';
import { isActive } from '../envois-automatiques/list-envois-automatiques';
import { prevoirSoir } from '../envois-automatiques/prevoir-soir';
import type { AttenteStore, LigneAttente } from '../ports/attente';
import type { RegleEnregistree, RegleStore } from '../ports/envois-automatiques';
import type { Moteur } from '../ports/moteur';
import type { ChaineDeps } from '../programmer/demande';
import type { PrevisionPart } from '../programmer/prevoir';

export interface SoireeDeps extends ChaineDeps {
  regles: RegleStore;
  moteur: Moteur;
  attente: AttenteStore;
}

/** A worker says it is alive every few seconds; silent for a minute, nobody delivers. */
const SILENCE_MS = 60_000;
type Exclus = Map<MotifExclusion, number>;
type Retenus = Record<CleSuspension, number>;

function note(exclus: Exclus, motif: MotifExclusion, nombre: number): void {
  exclus.set(motif, (exclus.get(motif) ?? 0) + nombre);
}

const sum = (lignes: readonly LigneSoiree[], quoi: 'personnes' | 'credits'): number =>
  lignes.reduce((somme, ligne) => somme + ligne[quoi], 0);

/** One line per rule that reaches someone, and what keeps the others back. */
function toLigne(regle: RegleEnregistree, prevision: PrevisionPart, exclus: Exclus): LigneSoiree {
  for (const [motif, nombre] of Object.entries(prevision.motifs)) {
    note(exclus, motif as MotifExclusion, nombre);
  }
  const { modeleNom: modele, but } = regle;
  const { modeleDocumentId, typeContact } = regle.regle;
  return {
    ...{ modeleDocumentId, modele, typeContact, but, modalite: 'envoi_automatique' },
    personnes: prevision.recevront,
    credits: prevision.credits,
  };
}

/** The next evening of the active rules; fills `exclus`. */
async function describeAutomatiques(
  deps: SoireeDeps,
  perimetre: Perimetre,
  exclus: Exclus
): Promise<LigneSoiree[]> {
  const { zone, heure, regles } = deps;
  const now = deps.moteur.clock();
  const soir = localDate(nextEnvoiDuSoir(now, zone, heure), zone);
  const actives = (await regles.list()).filter(isActive);
  const previsions = await prevoirSoir(deps, actives, { soir, perimetre, now });
  return actives.flatMap((regle) => {
    const prevision = previsions.get(regle.id);
    return prevision === undefined ? [] : [toLigne(regle, prevision, exclus)];
  });
}

/** SMS credits that the envois automatiques of the next evening will take. */
export async function countCreditsAutomatiques(
  deps: SoireeDeps,
  perimetre: Perimetre
): Promise<number> {
  return sum(await describeAutomatiques(deps, perimetre, new Map()), 'credits');
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

/** Those that leave; fills `retenus` with the others (docs/adr/0013). */
function keepPartantes(
  lignes: readonly LigneSoiree[],
  suspensions: Suspensions,
  retenus: Retenus
): LigneSoiree[] {
  return lignes.filter((ligne) => {
    const cle = suspensionOf(suspensions, ligne);
    if (cle !== null) {
      retenus[cle] += ligne.personnes;
    }
    return cle === null;
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

/** Rules of the last evening that could not be planned, until they are (or their evening is over). */
async function describeEcartees({ moteur, regles }: SoireeDeps): Promise<string[]> {
  const soiree = await moteur.soirees.lastSoiree();
  if (soiree === null || soiree.ecartees.length === 0) {
    return [];
  }
  const noms = new Map((await regles.listActives()).map(({ id, modeleNom }) => [id, modeleNom]));
  return soiree.ecartees.flatMap(({ regleId }) => {
    const nom = noms.get(regleId);
    return nom === undefined
      ? []
      : [
          `Un envoi automatique du ${formatDate(soiree.soir)} (modèle « ${nom} ») n’a pas pu être programmé : ouvrez-le, vérifiez ses critères et enregistrez-le ; il est essayé à nouveau jusqu’à 21h.`,
        ];
  });
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
  const retenus: Retenus = { mail: 0, promotion: 0, sms: 0 };
  const keep = (lignes: readonly LigneSoiree[]): LigneSoiree[] =>
    keepPartantes(lignes, moteur.suspensions, retenus);
  const automatiques = keep(await describeAutomatiques(deps, perimetre, exclus));
  const { lignes, incertains, alertes } = await attente.describe(prochainDepart, perimetre);
  const nonPlanifiees = await describeEcartees(deps);
  const programmees = keep(splitAttente(lignes, exclus));
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
    alertes: [...nonPlanifiees, ...alertes],
    suspensions: moteur.suspensions,
    retenus,
  };
}
