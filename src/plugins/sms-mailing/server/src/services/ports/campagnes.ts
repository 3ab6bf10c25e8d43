import type {
  CampagneOuverte,
  CampagneProgrammee,
  ComptesDestinataires,
  CoutSms,
  ListeDestinataires,
} from '../../../../core/api/campagnes';
import type {
  BilanCampagne,
  Onglet,
  OrigineCampagne,
  Selection,
  TriCampagnes,
  TriDestinataires,
} from '../../../../core/campagne';
import type { FiltresCampagne } from '../../../../core/filtres-campagne';
import type { Donnee } from '../../../../core/catalogue-signets';
import type { Perimetre } from '../../../../core/perimetre';
import type { But, Modalite, TypeContact, TypeDestinataire } from '../../../../core/vocabulaire';

/** What a campagne needs to know of a modele. `versionId` is null while it was never saved whole. */
export interface ModelePourCampagne {
  id: number;
  documentId: string;
  nom: string;
  typeContact: TypeContact;
  but: But;
  destinataires: readonly TypeDestinataire[];
  modalites: readonly Modalite[];
  inactif: boolean;
  versionId: number | null;
}

export interface ModeleDeCampagneStore {
  read(documentId: string): Promise<ModelePourCampagne | null>;
}

/**
 * SMS credits held back by what was scheduled at `now` (guide §10); e-mails and newsletters never ask. Answers
 * how many; short of them, takes these envois back and throws the rule.
 */
export interface CreditsDeCampagne {
  estimateCredits(campagneId: number, now: Date): Promise<number>;
}

/** What the SMS of a campagne would cost, before anything is scheduled; null for the other types of contact. */
export interface CoutDeCampagne {
  estimate(
    critere: CritereDestinataires,
    selection: Selection,
    joignables: number
  ): Promise<CoutSms | null>;
}

/** Who is in question: the filters, within the périmètre, for one modele and one evening. */
export interface CritereDestinataires {
  modele: Pick<ModelePourCampagne, 'id' | 'typeContact' | 'but'>;
  filtres: FiltresCampagne;
  recherche: string;
  perimetre: Perimetre;
  campagneId: number | null;
  /** When the envois would leave. */
  soir: Date;
  /** The same evening as 'YYYY-MM-DD' local: what a relative date of action counts from. */
  dateEnvoi: string;
  promotionSansConsentement: boolean;
  now: Date;
}

export interface PageDestinataires {
  onglet: Onglet;
  tri: TriDestinataires;
  page: number;
  pageSize: number;
}

export interface Programmation {
  selection: Selection;
  modele: ModelePourCampagne;
  auteurId: number | null;
}

export type ResultatProgrammation = Omit<CampagneProgrammee, 'depart' | 'phraseDepart' | 'credits'>;

export interface Annulation {
  campagneId: number;
  /** Null: all of them. */
  envoiIds: readonly number[] | null;
  perimetre: Perimetre;
  now: Date;
}

export type CampagneEnregistree = Omit<CampagneOuverte, 'lignesFiltres' | 'labels'> & {
  modeleId: number;
};

/** One line of guide §7.c: a campagne, or what the fiches Entrepreneur asked of one modele for one evening. */
export interface LigneCampagne {
  origine: OrigineCampagne;
  campagneId: number | null;
  modeleId: number;
  modeleNom: string;
  typeContact: TypeContact;
  typeDestinataire: TypeDestinataire;
  prevuLe: Date;
  bilan: BilanCampagne;
}

export interface PageCampagnes {
  typeContact: TypeContact | null;
  typeDestinataire: TypeDestinataire | null;
  modeleDocumentId: string | null;
  recherche: string;
  tri: TriCampagnes;
  page: number;
  pageSize: number;
  perimetre: Perimetre;
  now: Date;
}

/** Guide §7.b, the columns of the list of modeles. */
export interface ComptesModele {
  modeleDocumentId: string;
  campagnes: number;
  programmes: number;
  effectues: number;
}

/** The périmètre given holds for every line, count and write: nothing outside it is seen or touched. */
export interface CampagneStore {
  search(critere: CritereDestinataires, page: PageDestinataires): Promise<ListeDestinataires>;
  /** Signet values of some of the selected who will receive, drawn alike. */
  drawValeurs(
    critere: CritereDestinataires,
    selection: Selection,
    options: { donnees: readonly Donnee[]; limite: number }
  ): Promise<(string | null)[][]>;
  count(critere: CritereDestinataires, selection: Selection): Promise<ComptesDestinataires>;
  /** One transaction; the same click twice schedules once, whatever the number of instances. */
  schedule(
    critere: CritereDestinataires,
    programmation: Programmation
  ): Promise<ResultatProgrammation>;
  /** The campagne goes if it holds no envoi: none of what was asked could be scheduled. */
  forgetIfEmpty(campagneId: number): Promise<void>;
  /** `dejaPris`: too late for these, a worker has taken them or they have left. */
  cancel(annulation: Annulation): Promise<{ annules: number; dejaPris: number }>;
  /** Null when it does not exist or reaches nobody of the périmètre. */
  read(campagneId: number, perimetre: Perimetre): Promise<CampagneEnregistree | null>;
  list(page: PageCampagnes): Promise<{ total: number; lignes: LigneCampagne[] }>;
  countByModele(
    typeContact: TypeContact,
    typeDestinataire: TypeDestinataire,
    perimetre: Perimetre
  ): Promise<ComptesModele[]>;
  /** Names of the fiches that the filters point at, by documentId. */
  loadLabels(filtres: readonly FiltresCampagne[]): Promise<Record<string, string>>;
}
