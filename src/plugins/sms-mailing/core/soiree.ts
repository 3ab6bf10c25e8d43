/** What the next evening will send, for the panel's first page (guide §2.a: « envoi tous les jours le soir à 19h »). */
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
  /** Envois whose fate only a human can settle (docs/adr/0005). */
  incertains: number;
}
