/** One mailbox. `nom` may be empty; `adresse` is a single ASCII addr-spec. */
export interface AdresseMail {
  readonly nom: string;
  readonly adresse: string;
}

/** Guide §5.a: 2 × 1024² bytes in all for a modèle. `cid` makes it an image of the HTML (F6). */
export interface PieceJointe {
  readonly nom: string;
  readonly contenu: Uint8Array;
  readonly cid: string | null;
}

/** What every recipient of one version of a modèle shares. */
export interface VersionMail {
  /** Key of the version; the MIME boundaries come from it. */
  readonly cle: string;
  readonly expediteur: AdresseMail;
  readonly repondreA: AdresseMail | null;
  /** Right-hand side of the Message-ID. */
  readonly domaine: string;
  /** `Auto-Submitted: auto-generated`, for envois automatiques. */
  readonly automatique: boolean;
  /** Newsletter or promotion: List-ID `nom <id>`, Precedence, List-Unsubscribe. `id` like `lettre.bge.example`. */
  readonly liste: { readonly id: string; readonly nom: string } | null;
  readonly piecesJointes: readonly PieceJointe[];
}

/** What is one recipient's own. */
export interface EnvoiMail {
  /** Unique key of the envoi: the Message-ID derives from it, so a second copy is recognisable. */
  readonly cle: string;
  readonly destinataire: AdresseMail;
  /** Who follows the person (decision G17), when not the version's `repondreA`. */
  readonly repondreA: AdresseMail | null;
  readonly objet: string;
  readonly html: string;
  readonly texte: string;
  readonly date: Date;
  /** https URL answering the one-click POST (RFC 8058); ignored without `liste`. */
  readonly lienDesinscription: string | null;
  /** Left out: nothing that comes back is followed (a code, an exemplaire, a notice). */
  readonly retour?: RetourMail;
}

/** How a message that comes back is recognised. */
export interface RetourMail {
  /** Signed, it names the envoi: in the Message-ID. */
  readonly jeton: string;
  /** Envelope sender; null: that of the From header. */
  readonly adresse: string | null;
  /** Given back by the provider with what it says of the message. ASCII. */
  readonly entetes?: Readonly<Record<string, string>>;
}

/** The message in pieces, for a provider that does not take raw MIME. Header values are not encoded. */
export interface PartiesMail {
  readonly expediteur: AdresseMail;
  readonly destinataire: AdresseMail;
  readonly repondreA: AdresseMail | null;
  readonly objet: string;
  readonly html: string;
  readonly texte: string;
  readonly entetes: Readonly<Record<string, string>>;
  readonly piecesJointes: readonly (PieceJointe & { readonly typeMime: string })[];
}

export interface MessagePret {
  readonly enveloppe: { readonly de: string; readonly vers: string };
  /** With its angle brackets, as it stands in the header. */
  readonly messageId: string;
  /** The RFC 5322 bytes, in order; the attachments are one chunk shared by the whole version. */
  readonly brut: readonly Uint8Array[];
  readonly parties: PartiesMail;
}

/**
 * Once per version. Throws TransportError `refuse` when an attachment is too big or of a type not allowed.
 */
export type CompileMail = (version: VersionMail) => AssembleMail;

/** Per recipient, before the envoi is marked en_cours. Throws TransportError `refuse` on an unsafe header. */
export type AssembleMail = (envoi: EnvoiMail) => MessagePret;

/** What whoever hands a message over says of its leaving. */
export interface Depart {
  /**
   * Asked right before the first byte of the message, however long its envelope waited: false, and nothing of
   * it leaves.
   */
  readonly isPermis: () => boolean;
  /** May its envelope travel while the message before it waits for its answer? It is no hand-over. */
  readonly enAvance: boolean;
  /** Someone waits for it: it goes before what waits for a connection. */
  readonly prioritaire: boolean;
  /** Once aborted, what has not begun is given back at once. */
  readonly signal: AbortSignal | null;
}

export interface MailSender {
  /**
   * Checks and signs, before the envoi is marked en_cours: what may not reach the wire is a TransportError
   * `refuse`. Absent where nothing is to be done; `send` does it for whoever did not ask.
   */
  readonly seal?: (message: MessagePret) => Promise<MessagePret>;
  /**
   * Resolves once the server has accepted; null when nothing left and nobody is at fault: given back. Throws
   * TransportError, always.
   */
  send(message: MessagePret, depart?: Depart): Promise<{ reference: string } | null>;
  /** Connects and authenticates, sends nothing. Throws as `send` does. Absent where nothing can be asked. */
  readonly verify?: () => Promise<void>;
  /** Waits for the messages under way, then lets the connections go. */
  close(): Promise<void>;
}
