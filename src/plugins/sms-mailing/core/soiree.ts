import type { MotifExclusion } from './motif';
import type { OrigineSoiree, PersonneSollicitee } from './prevision';
import type { CleSuspension, Suspensions } from './suspension';
import type { But, Modalite, TypeContact } from './vocabulaire';

/** What leaves tonight of one modèle by one modalité. */
export interface LigneSoiree {
  modeleDocumentId: string;
  modele: string;
  typeContact: TypeContact;
  but: But;
  modalite: Modalite;
  personnes: number;
  /** SMS credits; 0 for an e-mail. */
  credits: number;
}

/** Persons who will not receive, and the reason that `phraseMotif` says. */
export interface CompteMotif {
  motif: MotifExclusion;
  nombre: number;
}

/** A campagne, a rule or the fiches: what leaves of one modèle, who will not receive it and why. */
export interface OriginePrevue extends OrigineSoiree {
  personnes: number;
  credits: number;
  exclus: CompteMotif[];
  /** Taken out by someone: the occurrence is written « annulé ». */
  annules: number;
  /** What holds all of it back; null: it leaves. */
  retenue: CleSuspension | null;
}

/** Someone holds the whole evening back, until someone resumes it. */
export interface SuspensionSoir {
  /** ISO 8601. */
  depuis: string;
  /** Who pressed; empty when their account is gone. */
  par: string;
}

/**
 * What an evening will send (guide §2.a: « envoi tous les jours le soir à 19h »), the one figure of every
 * screen (decision G13). Within the périmètre of who asks; who cannot be written to is counted in `exclus`
 * alone, what is held back in `retenus` alone.
 */
export interface Soiree {
  /** 'YYYY-MM-DD' */
  soir: string;
  /** « Partira ce soir à 19h00 ». */
  phrase: string;
  /** ISO 8601. */
  prochainDepart: string;
  /** When it was counted, ISO 8601; `perimee`: something was written since. */
  calculeeLe: string;
  perimee: boolean;
  /** Envois already in the queue for that evening, all types of contact. */
  programmes: number;
  parType: { email: number; newsletter: number; sms: number };
  /** Persons whom the envois automatiques will reach that evening. */
  automatiquesCeSoir: number;
  /** The most frequent reason first. */
  exclus: CompteMotif[];
  /** SMS that the evening will cost. */
  creditsCeSoir: number;
  /** SMS left once what is programmed and the envois automatiques of that evening are paid; null: not counted. */
  resteSms: number | null;
  /** The largest first. */
  lignes: LigneSoiree[];
  origines: OriginePrevue[];
  /** Who receives several messages, the most written to first; the first of them only. */
  sollicitees: PersonneSollicitee[];
  /** No instance delivers (SMS_MAILING_SCHEDULER, SMS_MAILING_ROLE): nothing will leave. */
  planificateurArrete: boolean;
  /** Envois whose fate only a human can settle (docs/adr/0005). */
  incertains: number;
  /** Why a transport waits, in sentences: said by the workers, by « Prêt à envoyer ? ». */
  alertes: string[];
  /** What waits, and why: the whole of it, whether or not it holds anything back tonight. */
  suspensions: Suspensions;
  /** Null: the evening leaves at its hour. */
  suspendue: SuspensionSoir | null;
  /** Messages that would leave tonight, or before, and are held back. */
  retenus: Readonly<Record<CleSuspension, number>>;
}

/** POST /soiree/executer: the figures of the first page at that moment. */
export interface ResultatSoireeExecutee {
  programmes: number;
  automatiques: number;
  /** Who will not receive: their line says why. */
  exclus: number;
  /** Modèles of the envois automatiques that could not be programmed; the others left. */
  nonProgrammees?: string[];
}
