import type { MotifExclusion } from './motif';
import type { Perimetre } from './perimetre';
import type { But, Modalite, TypeContact, TypeDestinataire } from './vocabulaire';

/** Whose fiche it is: what a périmètre is judged on. */
export interface Place {
  antenneId: number | null;
  equipeId: number | null;
  referentId: number | null;
}

/** Where the messages of one evening come from: a campagne, a rule, the fiches, and their modèle. */
export interface OrigineSoiree {
  modalite: Modalite;
  /** documentId of the rule, for an envoi automatique. */
  regle: string | null;
  campagneId: number | null;
  modeleDocumentId: string;
  modele: string;
  typeContact: TypeContact;
  but: But;
  typeDestinataire: TypeDestinataire;
}

/** Persons of one origine and one rattachement who meet the same fate on one evening. */
export interface LignePrevue extends OrigineSoiree, Place {
  /** Already a line of the queue; else the evening will write it. */
  enFile: boolean;
  /** Null: they would receive. */
  motif: MotifExclusion | null;
  personnes: number;
  /** SMS credits of those who would receive. */
  credits: number;
}

/** When a forecast was counted, ISO 8601; `perimee`: something was written since. Said wherever it may have aged. */
export interface AgePrevision {
  calculeeLe: string;
  perimee: boolean;
}

/** Who would receive more than one message that evening. */
export interface PersonneSollicitee extends Place {
  typeDestinataire: TypeDestinataire;
  documentId: string;
  nom: string;
  messages: number;
}

/** What an evening would send, all périmètres together (decision G13). */
export interface ContenuPrevision {
  /** 'YYYY-MM-DD' */
  soir: string;
  lignes: LignePrevue[];
  /** The most written to first; SOLLICITEES at most. */
  sollicitees: PersonneSollicitee[];
}

/** How many of them a forecast names. */
export const SOLLICITEES = 500;

/** The ledger holds this occurrence already: planned, sent, or cancelled by someone. */
const TENUES: readonly MotifExclusion[] = ['deja_programme', 'deja_envoye', 'envoi_annule'];

export function isTenue({ motif }: Pick<LignePrevue, 'motif'>): boolean {
  return motif !== null && TENUES.includes(motif);
}

/** The same rule as the périmètre in SQL: a list without the fiche's own does not see it. */
function isDansPerimetre(ligne: Place, perimetre: Perimetre): boolean {
  const inside = (ids: readonly number[], id: number | null): boolean =>
    id !== null && ids.includes(id);
  return (
    perimetre.genre === 'tout' ||
    inside(perimetre.antenneIds, ligne.antenneId) ||
    inside(perimetre.equipeIds, ligne.equipeId) ||
    inside(perimetre.intervenantIds, ligne.referentId)
  );
}

export function filterPrevision(
  { soir, lignes, sollicitees }: ContenuPrevision,
  perimetre: Perimetre
): ContenuPrevision {
  const keep = (ligne: Place): boolean => isDansPerimetre(ligne, perimetre);
  return { soir, lignes: lignes.filter(keep), sollicitees: sollicitees.filter(keep) };
}

export function sumPersonnes(lignes: readonly { personnes: number }[]): number {
  return lignes.reduce((somme, { personnes }) => somme + personnes, 0);
}

export function sumCredits(lignes: readonly { credits: number }[]): number {
  return lignes.reduce((somme, { credits }) => somme + credits, 0);
}
