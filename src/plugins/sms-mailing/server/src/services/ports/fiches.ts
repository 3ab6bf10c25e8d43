import type {
  Desiste,
  Destinations,
  FicheAction,
  ModeleDeFiche,
  ParticipantDeFiche,
} from '../../../../core/api/fiches';
import type { LigneHistorique, PageHistorique, PageVagues } from '../../../../core/api/historique';
import type { Donnee } from '../../../../core/catalogue-signets';
import type { MotifExclusion } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import type {
  But,
  Modalite,
  StatutEnvoi,
  TypeContact,
  TypeDestinataire,
} from '../../../../core/vocabulaire';
import type { ActionVisee } from '../../adapters/sql/cibles/part';

/** What scheduling needs to know of a modele. */
export interface ModeleAEnvoyer {
  id: number;
  documentId: string;
  nom: string;
  typeContact: TypeContact;
  but: But;
  inactif: boolean;
  destinataires: TypeDestinataire[];
  modalites: Modalite[];
  version: number;
}

/** Who would receive, before the click (guide §8, §9): never a surprise. */
export interface DestinatairePrevu {
  documentId: string;
  nom: string;
  adresse: string | null;
  motif: MotifExclusion | null;
  valeurs: (string | null)[];
}

export interface ApercuOptions {
  typeDestinataire: TypeDestinataire;
  documentIds: readonly string[] | null;
  actionDocumentId: string | null;
  inclureListeAttente: boolean;
  typeContact: TypeContact;
  but: But;
  donnees: readonly Donnee[];
  perimetre: Perimetre;
  limite: number;
}

/** A modele as the fiches list it, with what says whether it may serve. */
export type ModeleListe = Omit<ModeleDeFiche, 'raison'> & {
  destinataires: TypeDestinataire[];
  modalites: Modalite[];
};

export type ActionDeFiche = Omit<
  FicheAction,
  | 'participants'
  | 'passee'
  | 'inscrits'
  | 'surbookes'
  | 'listeAttente'
  | 'smsDisponibles'
  | 'modeles'
>;

/** One person in one action. */
export interface ParticipationLue {
  nom: string;
  objet: string;
  /** Of the action, 'YYYY-MM-DD'. */
  date: string;
}

/** What became of an envoi. */
export interface EnvoiLu {
  id: number;
  statut: StatutEnvoi;
  motif: string | null;
  envoyeLe: Date | null;
  /** Kept long enough: what it said is no more (docs/adr/0024). */
  texteEfface: boolean;
}

/** What one participant has of one modèle that the fiche Action sent. */
export interface LigneDeroule {
  modeleId: number;
  modele: string;
  modeleDocumentId: string | null;
  typeContact: TypeContact;
  /** When it was last sent to anybody from there. */
  dernierLe: Date;
  documentId: string;
  nom: string;
  /** Null: she has none. */
  statut: StatutEnvoi | null;
  motif: string | null;
  envoyeLe: Date | null;
  /** It said a date, an heure or a lieu that are no longer so (decision G19). */
  ancien: boolean;
  /** Enrolled after it was first sent. */
  inscriteDepuis: boolean;
}

/** What the first screens of guide §8 and §9 show. */
export interface FicheLectureStore {
  /** The active modeles of every type of contact. */
  listModeles(): Promise<ModeleListe[]>;
  /** Null when it does not exist or lies outside the périmètre. */
  readEntrepreneur(
    documentId: string,
    perimetre: Perimetre
  ): Promise<{ nom: string; destinations: Destinations } | null>;
  readAction(documentId: string): Promise<ActionDeFiche | null>;
  /** Is the action there, and within the périmètre? */
  canReachAction(documentId: string, perimetre: Perimetre): Promise<boolean>;
  /** Those of the périmètre, cancelled participations left out. */
  listParticipants(actionDocumentId: string, perimetre: Perimetre): Promise<ParticipantDeFiche[]>;
  /** Who withdrew from it by her link. */
  listDesistes(actionDocumentId: string, perimetre: Perimetre): Promise<Desiste[]>;
  /** Null when the person is not in that action, or outside the périmètre. */
  readParticipation(
    quoi: { entrepreneurDocumentId: string; actionDocumentId: string },
    perimetre: Perimetre
  ): Promise<ParticipationLue | null>;
  readEnvois(ids: readonly number[]): Promise<EnvoiLu[]>;
  /** Who comes to the action, once per modèle that its fiche has sent, whoever received it. */
  listEnvoisDAction(actionDocumentId: string, perimetre: Perimetre): Promise<LigneDeroule[]>;
}

export interface FicheStore {
  readModeles(documentIds: readonly string[]): Promise<ModeleAEnvoyer[]>;
  readAction(documentId: string): Promise<ActionVisee | null>;
  canReachAction(documentId: string, perimetre: Perimetre): Promise<boolean>;
  /** Is the fiche there, and within the périmètre? */
  canReach(type: TypeDestinataire, documentId: string, perimetre: Perimetre): Promise<boolean>;
  /** Fiches as the engine will see them: address, reason, signet values. */
  apercu(options: ApercuOptions): Promise<DestinatairePrevu[]>;
}

export interface HistoriqueOptions {
  perimetre: Perimetre;
  recherche: string;
  page: number;
  pageSize: number;
}

/** Decision C5: by default only what left from the fiche Action, else all that is linked to it. */
export interface EnvoisDAction {
  actionDocumentId: string;
  toutes: boolean;
}

/** What left: the version, the settings merged into it and the values of the destinataire. */
export interface EnvoiArchive {
  envoiId: number;
  versionId: number;
  /** Null: it left before they were kept. */
  reglages: ReglagesRendu | null;
  nom: string;
  adresse: string | null;
  valeurs: (string | null)[];
  /** Files of its own send. */
  piecesJointes: number[];
}

/** What one may take back, of one origine. */
export interface QuiAnnule {
  perimetre: Perimetre;
  origine: Modalite;
  now: Date;
}

export interface HistoriqueStore {
  /** Guide §8.c, a person a line; null `vague`: of all of them. */
  ofAction(
    quoi: EnvoisDAction & { vague: string | null },
    options: HistoriqueOptions
  ): Promise<PageHistorique>;
  /** The same, what left in one go a line. */
  vaguesOfAction(quoi: EnvoisDAction, options: HistoriqueOptions): Promise<PageVagues>;
  /** Guide §9.c: every origine. */
  ofPersonne(
    type: TypeDestinataire,
    documentId: string,
    options: HistoriqueOptions
  ): Promise<PageHistorique>;
  /** Guide §7.b: « pour chaque modèle l'historique des envois », whatever their origine. */
  ofModele(modeleDocumentId: string, options: HistoriqueOptions): Promise<PageHistorique>;
  /** It left, and what it said has been kept long enough (docs/adr/0024). */
  isTexteEfface(envoiDocumentId: string, perimetre: Perimetre): Promise<boolean>;
  /** Null when it has not left, was erased, or lies outside the périmètre. */
  readArchive(envoiDocumentId: string, perimetre: Perimetre): Promise<EnvoiArchive | null>;
  /** Decision B11: those of the ids still programmed become annules; answers how many. */
  cancel(envoiDocumentIds: readonly string[], qui: QuiAnnule): Promise<number>;
  listIncertains(perimetre: Perimetre): Promise<LigneHistorique[]>;
  /** A human decides: sent after all, or to be sent again (docs/adr/0005). */
  settleIncertain(
    envoiDocumentId: string,
    decision: 'envoye' | 'renvoyer',
    perimetre: Perimetre,
    now: Date
  ): Promise<boolean>;
}

export interface CreditStore {
  /** SMS left once the credits of every pending envoi are held back; null when no package is entered. */
  disponible(): Promise<number | null>;
  /** What left outside the ledger: an example. */
  debit(credits: number, now: Date): Promise<void>;
  /**
   * The operator did not send, after all, an SMS it had accepted: what it drew goes back to its packages.
   * Answers how many credits; a second call gives back nothing.
   */
  refund(envoiId: number, now: Date): Promise<number>;
}
