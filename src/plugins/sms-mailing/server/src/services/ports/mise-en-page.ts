import type { CibleEmplacement } from '../../../../core/emplacement';
import type { Signet } from '../../../../core/signet';
import type { But, TypeContact } from '../../../../core/vocabulaire';

/**
 * What a message says that no signet names: the name of who writes, the lines of who writes (name and postal
 * address), where this destinataire unsubscribes. Filled when the message is rendered (docs/adr/0016).
 */
export type Special = 'expediteur' | 'identite' | 'lien_desinscription';

/** Literal text, or what takes its place at rendering, made safe for where it stands. */
export type MorceauCompile =
  | string
  | { readonly signet: Signet; readonly cible: CibleEmplacement }
  | { readonly special: Special; readonly cible: CibleEmplacement };

/** A version of a modèle, sanitised, laid out and inlined (decision F4). JSON, archived with the version. */
export interface MessageCompile {
  /** The layout that made it: 1 for an SMS, which has none. */
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
  /** « Vous recevez ce message car … », without the full stop; null: a general reason. */
  readonly raison: string | null;
  /** Image references as written in the source → `cid:…` or `https://…` (F6). */
  readonly images: Readonly<Record<string, string>>;
}

export interface MiseEnPage {
  /** Grows with every change of the layout: what an older one compiled is compiled again before it leaves. */
  readonly moteur: number;
  /** Once per version of a modèle, some tens of milliseconds. */
  compileMessage(source: SourceMessage, options: OptionsMiseEnPage): MessageCompile;
}
