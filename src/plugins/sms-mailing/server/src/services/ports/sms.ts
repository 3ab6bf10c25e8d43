import type { But } from '../../../../core/vocabulaire';

/** `TransportError.code` of an SMS refused because its recipient answered STOP: write an opposition. */
export const CODE_OPPOSITION = 'opposition';

export interface SmsAEnvoyer {
  /** E.164. */
  readonly vers: string;
  /** Folded (core/sms foldSms), signets replaced. */
  readonly texte: string;
  readonly encodage: 'gsm7' | 'ucs2';
  readonly but: But;
  /** Unique key of the envoi; becomes the operator's tag where there is one. */
  readonly cle: string;
}

/** Taken in charge by the operator. */
export interface SmsAccepte {
  /** The operator's own identifier. */
  readonly reference: string;
  /** Parts billed, when the operator says so. */
  readonly credits: number | null;
  readonly creditsRestants: number | null;
}

export interface SuiviSms {
  readonly reference: string;
  /** Our key, when the operator gives it back; settles an envoi incertain whose reference is unknown. */
  readonly cle: string | null;
  readonly statut: 'envoye' | 'remis' | 'echec';
  readonly code: string | null;
  /** The recipient answered STOP. */
  readonly opposition: boolean;
  /** E.164, when the operator repeats it. */
  readonly numero: string | null;
}

/** A delivery report as it came in. `url` is the full public URL, rebuilt from configuration. */
export interface RequeteSuivi {
  readonly methode: string;
  readonly url: string;
  readonly entetes: Readonly<Record<string, string | undefined>>;
  /** Of the query; an operator that signs its form does not sign them here. */
  readonly parametres: Readonly<Record<string, string>>;
  readonly corps: Readonly<Record<string, string>>;
  /** What an operator that signs nothing repeats in the path; '' when there is none. */
  readonly secret: string;
}

/** What is known of a report before its body is read. */
export type AnnonceSuivi = Pick<RequeteSuivi, 'methode' | 'entetes' | 'secret'>;

/** `refuse`: its proof is absent or false; `inconnu`: the operator never speaks by that method. */
export type AccueilSuivi = 'admis' | 'refuse' | 'inconnu';

/**
 * What became of a report. `refuse`: nothing proves that the operator speaks; `inconnu`: nobody is expected to speak so;
 * `attend`: to be said again a little later.
 */
export type IssueSuivi = 'recu' | 'refuse' | 'inconnu' | 'attend';

export interface SoldeSms {
  readonly montant: number;
  /** SMS credits, or money in ISO 4217. */
  readonly unite: string;
}

export interface CapacitesSms {
  /** The operator appends a STOP clause to promotions, `caracteresStop` long. */
  readonly stopAjoute: boolean;
  readonly caracteresStop: number;
  readonly partiesMax: number;
  readonly accuses: boolean;
}

/** Where to look for an SMS of unknown fate. */
export interface RechercheSms {
  /** It was handed over after that. */
  depuis: Date;
  /** Is this reference another envoi's? Then it is not of this SMS. */
  isPrise: (reference: string) => Promise<boolean>;
}

export interface SmsSender {
  readonly capacites: CapacitesSms;
  /**
   * Throws TransportError, always; `incertain` when the SMS may have left, `code` = CODE_OPPOSITION (issue
   * `refuse`) when the recipient opted out at the operator.
   */
  send(sms: SmsAEnvoyer): Promise<SmsAccepte>;
  /**
   * What is left at the operator, which also proves the credentials; null when it opens to them without
   * telling. Absent when nothing can be asked without sending. Sends nothing: throws as `send` does, never
   * `incertain`.
   */
  readonly balance?: () => Promise<SoldeSms | null>;
  /** Settles an envoi incertain: what the operator holds for it since `depuis`, null when nothing. */
  findByRef?(sms: SmsAEnvoyer, recherche: RechercheSms): Promise<SmsAccepte | null>;
  /** Whether the body is worth reading, from what comes before it; a proof that covers it is still to check. */
  admitStatus?(annonce: AnnonceSuivi): AccueilSuivi;
  /** null when nothing proves that the operator sent it: answer 403. */
  parseStatus?(requete: RequeteSuivi): readonly SuiviSms[] | null;
}
