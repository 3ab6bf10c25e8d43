import type { Donnee } from '../../../../core/catalogue-signets';
import type { LigneModele, Modele, UsageModele } from '../../../../core/modele';
import type { But, TypeContact } from '../../../../core/vocabulaire';
import type { MessageCompile } from './mise-en-page';

export interface PieceJointeDeposee {
  id: number;
  nom: string;
  typeMime: string;
  taille: number;
}

export interface ModeleEnregistre extends Modele {
  id: number;
  documentId: string;
  version: number;
}

/** What a modele was when it was saved: immutable, the archive of the messages it produced (docs/adr/0007). */
export interface ContenuVersion {
  message: MessageCompile;
  donnees: Donnee[];
  piecesJointes: PieceJointeDeposee[];
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
  modele: Modele;
  contenu: ContenuVersion;
  auteurId: number | null;
  now: Date;
}

export interface ModeleStore {
  list(typeContact: TypeContact): Promise<LigneModele[]>;
  read(documentId: string): Promise<ModeleEnregistre | null>;
  usage(documentId: string): Promise<UsageModele>;
  /** Row and new immutable version in one transaction; answers the documentId. */
  save(sauvegarde: SauvegardeModele): Promise<string>;
  setInactif(
    documentId: string,
    inactif: boolean,
    auteurId: number | null,
    now: Date
  ): Promise<void>;
  /** Decision B9: the envois programmed with this modele, cancelled with it. */
  cancelProgrammes(documentId: string, now: Date): Promise<number>;
  delete(documentId: string): Promise<void>;
}

export interface VersionStore {
  /** The version that leaves tonight (decision B8); null when the modele was never saved whole. */
  loadCourante(modeleId: number): Promise<VersionCourante | null>;
  load(versionId: number): Promise<VersionCourante | null>;
}

export interface PieceJointeStore {
  /** Bytes of attachments, by id; throws when one is missing. */
  read(
    ids: readonly number[]
  ): Promise<{ id: number; nom: string; typeMime: string; contenu: Uint8Array }[]>;
  describe(ids: readonly number[]): Promise<PieceJointeDeposee[]>;
  add(
    piece: { nom: string; typeMime: string; contenu: Uint8Array },
    auteurId: number | null,
    now: Date
  ): Promise<PieceJointeDeposee>;
}
