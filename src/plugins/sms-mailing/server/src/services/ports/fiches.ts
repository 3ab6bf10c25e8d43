import type {
  Destinations,
  EnvoiAnterieur,
  FicheAction,
  ModeleDeFiche,
  ParticipantDeFiche,
} from '../../../../core/api/fiches';
import type { LigneHistorique, PageHistorique } from '../../../../core/api/historique';
import type { Donnee } from '../../../../core/catalogue-signets';
import type { MotifExclusion } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import type { But, Modalite, TypeContact, TypeDestinataire } from '../../../../core/vocabulaire';

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

export interface ActionVisee {
  id: number;
  documentId: string;
  objet: string;
  /** 'YYYY-MM-DD' */
  date: string;
  annulee: boolean;
}

export interface ResultatProgrammation {
  /** Database ids of the envois created, for the credits of the SMS among them. */
  ids: number[];
  documentIds: string[];
  programmes: number;
  /** Already programmed or already received for the same occurrence: not created again (decision C6). */
  dejaProgrammes: number;
}

export interface ProgrammationAction {
  action: ActionVisee;
  modele: ModeleAEnvoyer;
  /** null: all the inscrits; else only these entrepreneurs among them. */
  entrepreneurDocumentIds: readonly string[] | null;
  inclureListeAttente: boolean;
  /** « Envoyer quand même ». */
  force: boolean;
  perimetre: Perimetre;
  depart: Date;
  auteurId: number | null;
  now: Date;
}

export interface ProgrammationEntrepreneur {
  entrepreneurDocumentId: string;
  modele: ModeleAEnvoyer;
  /** The evening, 'YYYY-MM-DD': same modele, same person, same evening is one envoi. */
  soir: string;
  force: boolean;
  perimetre: Perimetre;
  depart: Date;
  auteurId: number | null;
  now: Date;
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

export type ActionDeFiche = Pick<
  FicheAction,
  'documentId' | 'objet' | 'date' | 'heureDebut' | 'annulee' | 'capacite'
>;

/** Of whom, and for which occurrence, earlier envois are looked for. */
export interface ChoixAnterieurs {
  entrepreneurDocumentIds: readonly string[];
  /** Evening 'YYYY-MM-DD' and departure of each modele; the action when there is one. */
  modeles: readonly { id: number; soir: string; depart: Date }[];
  actionId: number | null;
  /** Since when having received it deserves a warning. */
  depuis: Date;
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
  /** Those of the périmètre, cancelled participations left out. */
  listParticipants(actionDocumentId: string, perimetre: Perimetre): Promise<ParticipantDeFiche[]>;
  listAnterieurs(choix: ChoixAnterieurs): Promise<EnvoiAnterieur[]>;
}

export interface FicheStore {
  readModeles(documentIds: readonly string[]): Promise<ModeleAEnvoyer[]>;
  readAction(documentId: string): Promise<ActionVisee | null>;
  /** Is the fiche there, and within the périmètre? */
  canReach(type: TypeDestinataire, documentId: string, perimetre: Perimetre): Promise<boolean>;
  scheduleAction(programmation: ProgrammationAction): Promise<ResultatProgrammation>;
  scheduleEntrepreneur(programmation: ProgrammationEntrepreneur): Promise<ResultatProgrammation>;
  /** Fiches as the engine will see them: address, reason, signet values. */
  apercu(options: ApercuOptions): Promise<DestinatairePrevu[]>;
}

export interface HistoriqueOptions {
  perimetre: Perimetre;
  recherche: string;
  page: number;
  pageSize: number;
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
}

export interface HistoriqueStore {
  /** Guide §8.c: by default only what left from the fiche Action (decision C5). */
  ofAction(
    actionDocumentId: string,
    toutes: boolean,
    options: HistoriqueOptions
  ): Promise<PageHistorique>;
  /** Guide §9.c: every origine. */
  ofEntrepreneur(documentId: string, options: HistoriqueOptions): Promise<PageHistorique>;
  /** Guide §7.b: « pour chaque modèle l'historique des envois », whatever their origine. */
  ofModele(modeleDocumentId: string, options: HistoriqueOptions): Promise<PageHistorique>;
  /** Null when it has not left, was erased, or lies outside the périmètre. */
  readArchive(envoiDocumentId: string, perimetre: Perimetre): Promise<EnvoiArchive | null>;
  /** Decision B11: those of the ids still programmed become annules; answers how many. */
  cancel(envoiDocumentIds: readonly string[], perimetre: Perimetre, now: Date): Promise<number>;
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
  /** Programmed SMS among `ids` with what their count needs. */
  readProgrammes(
    ids: readonly number[],
    donnees: readonly Donnee[]
  ): Promise<{ id: number; adresse: string | null; valeurs: (string | null)[] }[]>;
  writeCredits(credits: readonly { id: number; credits: number }[]): Promise<void>;
  /** SMS left once the credits of every pending envoi are held back; null when no package is entered. */
  disponible(): Promise<number | null>;
  /** The SMS of a campagne still programmed. */
  listCampagne(campagneId: number): Promise<{ modeleId: number; ids: number[] }>;
  /** What left outside the ledger: an example. */
  debit(credits: number, now: Date): Promise<void>;
  /**
   * The operator did not send, after all, an SMS it had accepted: what it drew goes back to its packages.
   * Answers how many credits; a second call gives back nothing.
   */
  refund(envoiId: number, now: Date): Promise<number>;
  /** Takes back envois just programmed and refused for lack of credit. */
  deleteProgrammes(ids: readonly number[]): Promise<void>;
}
