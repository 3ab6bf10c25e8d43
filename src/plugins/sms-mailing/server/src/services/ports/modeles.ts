import type { DemandeModeles, LigneCobaye, PieceJointeDeposee } from '../../../../core/api/modeles';
import type { Changement } from '../../../../core/acte';
import type { Donnee } from '../../../../core/catalogue-signets';
import type { LigneModele, Modele, UsageModele } from '../../../../core/modele';
import type { Perimetre } from '../../../../core/perimetre';
import type { But, TypeContact, TypeDestinataire } from '../../../../core/vocabulaire';
import type { MessageCompile, SourceMessage } from './mise-en-page';

export interface ModeleEnregistre extends Modele {
  id: number;
  documentId: string;
  version: number;
}

/** What a modele was when it was saved, compiled: immutable, it serves the archive of its messages (docs/adr/0007). */
export interface ContenuVersion {
  message: MessageCompile;
  donnees: Donnee[];
  piecesJointes: PieceJointeDeposee[];
  /** Images of the message, which travel inside it (decision F6); absent from the first versions. */
  images?: number[];
}

export interface VersionCourante {
  versionId: number;
  modeleId: number;
  modeleNom: string;
  numero: number;
  typeContact: TypeContact;
  but: But;
  contenu: ContenuVersion;
}

export interface SauvegardeModele {
  documentId: string | null;
  /** The version that was read; null: a new modele. */
  version: number | null;
  modele: Modele;
  contenu: ContenuVersion;
  /** What the save comes to, for the Journal. */
  acte: `modele-${Changement}`;
  /** Decision B9: the envois programmed with it are cancelled with it. */
  annuler: boolean;
  auteurId: number | null;
  now: Date;
}

export interface InactivationModele {
  documentId: string;
  annuler: boolean;
  auteurId: number | null;
  now: Date;
}

export interface ModeleSauve {
  documentId: string;
  version: number;
  /** Envois cancelled with it. */
  annules: number;
}

export interface ModeleStore {
  list(demande: DemandeModeles): Promise<LigneModele[]>;
  read(documentId: string): Promise<ModeleEnregistre | null>;
  usage(documentId: string): Promise<UsageModele>;
  /** Row and new immutable version in one transaction; null when someone saved another version meanwhile. */
  save(sauvegarde: SauvegardeModele): Promise<ModeleSauve | null>;
  /** A version of its own, of the same content, so that a form opened before does not make it active again. */
  inactivate(modele: InactivationModele): Promise<Omit<ModeleSauve, 'documentId'>>;
  /** Those that the périmètre does not hold. */
  countProgrammesHors(documentId: string, perimetre: Perimetre): Promise<number>;
  delete(documentId: string): Promise<void>;
}

export interface VersionStore {
  /** The version that leaves tonight (decision B8); null when the modele was never saved whole. */
  loadCourante(modeleId: number): Promise<VersionCourante | null>;
  load(versionId: number): Promise<VersionCourante | null>;
}

/** The versions as they were compiled, and what it takes to compile one again. */
export interface VersionsCompilees extends VersionStore {
  /** What the gestionnaire typed; null when another version was saved since. */
  readSource(version: VersionCourante): Promise<SourceMessage | null>;
  /** The same version as a newer layout compiles it, beside the former, which the archive needs. */
  addCompilation(version: VersionCourante, contenu: ContenuVersion): Promise<void>;
}

/** What a file was deposited for: a modèle, which whoever reads modèles opens; or one send, its author's until then. */
export type UsagePiece = { genre: 'modele' } | { genre: 'envoi'; auteurId: number | null };

export interface PieceJointeStore {
  /** Bytes of attachments, by id; throws TransportError `refuse` when one is missing. */
  read(
    ids: readonly number[]
  ): Promise<{ id: number; nom: string; typeMime: string; contenu: Uint8Array }[]>;
  /** In order; those that do not exist, or not for that, are left out. */
  describe(ids: readonly number[], usage?: UsagePiece): Promise<PieceJointeDeposee[]>;
  /** One, to be opened by its name (decision F8). */
  open(
    id: number,
    usage?: UsagePiece
  ): Promise<{ nom: string; typeMime: string; contenu: Uint8Array } | null>;
  add(
    piece: { nom: string; typeMime: string; contenu: Uint8Array },
    depot: { usage: UsagePiece['genre']; auteurId: number | null; now: Date }
  ): Promise<PieceJointeDeposee>;
  /** Forgets what was deposited before that and is in no modèle, version nor envoi; answers how many. */
  purge(avant: Date): Promise<number>;
}

/** Throws TransportError `refuse` with a French sentence; answers the MIME types, in order. */
export type CheckFichiers = (
  fichiers: readonly { nom: string; contenu: Uint8Array; cid: null }[]
) => string[];

/** The person at the screen. */
export interface TesteurStore {
  /** The number of the intervenant linked to this user of the panel, as typed. */
  readNumero(utilisateurId: number): Promise<string | null>;
}

/** Persons drawn to measure a text on. */
export interface Echantillon {
  typeDestinataire: TypeDestinataire;
  typeContact: TypeContact;
  but: But;
  /** Among the participants of actions, for the modeles that read one. */
  parAction: boolean;
  donnees: readonly Donnee[];
  perimetre: Perimetre;
  limite: number;
}

/** Whom a modele may be shown on, within the périmètre; what is typed narrows the list. */
export interface CobayeStore {
  listFiches(
    type: TypeDestinataire,
    recherche: string,
    perimetre: Perimetre
  ): Promise<LigneCobaye[]>;
  /** `jour`: the participations nearest to it come first. */
  listParticipations(
    recherche: string,
    perimetre: Perimetre,
    options: { jour: string; annulees: boolean }
  ): Promise<LigneCobaye[]>;
  /** Signet values of those among the persons drawn (`tires`) who can be written to. */
  drawValeurs(echantillon: Echantillon): Promise<{ tires: number; valeurs: (string | null)[][] }>;
}
