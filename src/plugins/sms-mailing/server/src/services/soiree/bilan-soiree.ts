import {
  STATUTS_BILAN,
  type BilanSoiree,
  type ComptesBilan,
  type LigneBilan,
  type StatutBilan,
} from '../../../../core/api/soiree';
import { instantOf, localDate } from '../../../../core/horaire';
import type { MotifExclusion } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { LigneEcrite } from '../../adapters/sql/soirees/bilan';
import type { SoireesDuSoir } from '../../adapters/sql/soirees/soirees-du-soir';
import type { Moteur } from '../ports/moteur';

export interface BilanDeps {
  moteur: Moteur;
  duSoir: SoireesDuSoir;
}

const isStatutBilan = (statut: string): statut is StatutBilan =>
  (STATUTS_BILAN as readonly string[]).includes(statut);

const emptyComptes = (): ComptesBilan => ({
  ...{ envoye: 0, echec: 0, incertain: 0, exclu: 0, annule: 0, programme: 0 },
});

function addComptes(comptes: ComptesBilan, { statut, nombre }: LigneEcrite): void {
  if (isStatutBilan(statut)) {
    comptes[statut] += nombre;
  }
}

const total = ({ comptes }: LigneBilan): number =>
  STATUTS_BILAN.reduce((somme, statut) => somme + comptes[statut], 0);

/** One line per campagne, rule or modèle of the fiches; the largest first. */
function groupLignes(ecrites: readonly LigneEcrite[]): LigneBilan[] {
  const parCle = new Map<string, LigneBilan>();
  for (const ecrite of ecrites) {
    const { modalite, regle, campagneId, modeleDocumentId, modele } = ecrite;
    const { typeContact, but, typeDestinataire } = ecrite;
    const origine = { modalite, regle, campagneId, modeleDocumentId, typeDestinataire };
    const cle = Object.values(origine).join('|');
    const ligne = parCle.get(cle) ?? {
      ...{ ...origine, modele, typeContact, but, comptes: emptyComptes(), credits: 0 },
    };
    addComptes(ligne.comptes, ecrite);
    ligne.credits += ecrite.credits;
    parCle.set(cle, ligne);
  }
  return [...parCle.values()].sort(
    (a, b) => total(b) - total(a) || a.modele.localeCompare(b.modele, 'fr')
  );
}

function groupExclus(ecrites: readonly LigneEcrite[]): BilanSoiree['exclus'] {
  const parMotif = new Map<MotifExclusion, number>();
  for (const { motif, nombre } of ecrites) {
    if (motif !== null) {
      parMotif.set(motif, (parMotif.get(motif) ?? 0) + nombre);
    }
  }
  return [...parMotif]
    .map(([motif, nombre]) => ({ motif, nombre }))
    .sort((a, b) => b.nombre - a.nombre || a.motif.localeCompare(b.motif));
}

function findBorne(
  ecrites: readonly LigneEcrite[],
  quand: (ligne: LigneEcrite) => Date | null,
  choisir: (...instants: number[]) => number
): string | null {
  const instants = ecrites.flatMap((ligne) => quand(ligne)?.getTime() ?? []);
  return instants.length === 0 ? null : new Date(choisir(...instants)).toISOString();
}

/** The evening whose account is asked for: by default the last one, tonight's once its hour has come. */
async function findPassee(
  { duSoir, moteur }: BilanDeps,
  soir: string | null
): Promise<string | null> {
  const { zone, heure } = moteur.reglages;
  const now = moteur.clock();
  const today = localDate(now, zone);
  const sonnee = now >= instantOf(today, heure, zone);
  if (soir === null) {
    return sonnee ? today : ((await duSoir.readPassee(today))?.soir ?? null);
  }
  if (soir > today) {
    refuse('soir-a-venir');
  }
  return soir;
}

/** What an evening became, from its lines: live while it leaves, the same ever after. Null: none has been yet. */
export async function readBilanSoiree(
  deps: BilanDeps,
  { soir: demande, perimetre }: { soir: string | null; perimetre: Perimetre }
): Promise<BilanSoiree | null> {
  const soir = await findPassee(deps, demande);
  if (soir === null) {
    return null;
  }
  const ecrites = await deps.duSoir.readBilan({ soir, perimetre });
  const comptes = emptyComptes();
  for (const ecrite of ecrites) {
    addComptes(comptes, ecrite);
  }
  const { clock, reglages } = deps.moteur;
  return {
    soir,
    aujourdhui: localDate(clock(), reglages.zone),
    enCours: comptes.programme > 0,
    comptes,
    enVol: ecrites.reduce((somme, { enVol }) => somme + enVol, 0),
    credits: ecrites.reduce((somme, { credits }) => somme + credits, 0),
    premierLe: findBorne(ecrites, ({ premierLe }) => premierLe, Math.min),
    dernierLe: findBorne(ecrites, ({ dernierLe }) => dernierLe, Math.max),
    lignes: groupLignes(ecrites),
    exclus: groupExclus(ecrites),
    nonProgrammees: await deps.duSoir.listNonProgrammees(soir),
  };
}
