import type { Valeurs } from '../../../../core/rendu';
import type { Signet } from '../../../../core/signet';
import type { But, TypeContact } from '../../../../core/vocabulaire';

/**
 * Where a value lands, hence how it is made safe: `html` escapes it, `texte` leaves it as it is,
 * `attribut-url` is the beginning of a link (its scheme is checked), `chemin-url` a part of one before any
 * `?` or `#`, `composant-url` any other part (percent-encoded). The last three are HTML-escaped besides when
 * they stand in the HTML.
 */
export type CibleEmplacement = 'html' | 'texte' | 'attribut-url' | 'chemin-url' | 'composant-url';

/** Literal text, a signet, or a value that belongs to the envoi and not to the person. */
export type MorceauCompile =
  | string
  | { readonly signet: Signet; readonly cible: CibleEmplacement }
  | { readonly special: 'lien_desinscription'; readonly cible: CibleEmplacement };

/** A version of a modèle, sanitised, laid out and inlined (decision F4). JSON, archived with the version. */
export interface MessageCompile {
  /** Grows with every change of the layout or of the rendering; 2 today. */
  readonly moteur: number;
  readonly objet: readonly MorceauCompile[];
  readonly html: readonly MorceauCompile[];
  readonly texte: readonly MorceauCompile[];
}

/** What the gestionnaire typed, signets included. */
export interface SourceMessage {
  readonly objet: string;
  readonly html: string;
}

export interface OptionsMiseEnPage {
  readonly typeContact: Exclude<TypeContact, 'sms'>;
  /** A promotion carries the visible unsubscribe link, and so does every newsletter (D6, F7). */
  readonly but: But;
  readonly expediteur: { readonly nom: string; readonly adressePostale: string | null };
  /** « Vous recevez ce message car … », without the full stop; null: a general reason. */
  readonly raison: string | null;
  /** Image references as written in the source → `cid:…` or `https://…` (F6). */
  readonly images: Readonly<Record<string, string>>;
}

export interface ValeursSpeciales {
  /** Absolute https URL of this recipient; null when the message carries none. */
  readonly lienDesinscription: string | null;
}

export interface MessageRendu {
  readonly objet: string;
  readonly html: string;
  readonly texte: string;
}

/** Hot path: concatenates and escapes, nothing else. */
export type RenduMessage = (valeurs: Valeurs, speciales: ValeursSpeciales) => MessageRendu;

export interface MiseEnPage {
  /** Once per version of a modèle, some tens of milliseconds. */
  compileMessage(source: SourceMessage, options: OptionsMiseEnPage): MessageCompile;
  /** Once per run; `zone` is the IANA zone of the association. */
  compileRendu(message: MessageCompile, zone: string): RenduMessage;
}
