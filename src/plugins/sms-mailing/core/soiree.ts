import type { MotifExclusion } from './motif';
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

/**
 * What the next evening will send, for the panel's first page (guide §2.a: « envoi tous les jours le soir à
 * 19h »). Within the périmètre of who asks; who cannot be written to is counted in `exclus` alone, what is held
 * back in `retenus` alone.
 */
export interface Soiree {
  /** « Partira ce soir à 19h00 ». */
  phrase: string;
  /** ISO 8601. */
  prochainDepart: string;
  /** Envois already in the queue for that evening, all types of contact. */
  programmes: number;
  parType: { email: number; newsletter: number; sms: number };
  /** Persons whom the envois automatiques will reach that evening. */
  automatiquesCeSoir: number;
  /** Persons who will not receive, by reason, the most frequent first (`phraseMotif` says each). */
  exclus: { motif: MotifExclusion; nombre: number }[];
  /** SMS that the evening will cost. */
  creditsCeSoir: number;
  /** The largest first. */
  lignes: LigneSoiree[];
  /** No instance delivers (SMS_MAILING_SCHEDULER, SMS_MAILING_ROLE): nothing will leave. */
  planificateurArrete: boolean;
  /** Envois whose fate only a human can settle (docs/adr/0005). */
  incertains: number;
  /** Why a transport waits, in sentences: said by the workers, by « Prêt à envoyer ? ». */
  alertes: string[];
  /** What waits, and why: the whole of it, whether or not it holds anything back tonight. */
  suspensions: Suspensions;
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
