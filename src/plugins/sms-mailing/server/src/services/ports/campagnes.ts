import type { CampagneOuverte, ListeDestinataires } from '../../../../core/api/campagnes';
import type {
  BilanCampagne,
  DemandeRecherche,
  Onglet,
  OrigineCampagne,
  TriCampagnes,
  TriDestinataires,
} from '../../../../core/campagne';
import type { FiltresCampagne } from '../../../../core/filtres-campagne';
import type { Perimetre } from '../../../../core/perimetre';
import type { TypeContact, TypeDestinataire } from '../../../../core/vocabulaire';
import type { PartDe } from '../../adapters/sql/cibles/part';

export interface PageDestinataires {
  onglet: Onglet;
  tri: TriDestinataires;
  compte?: DemandeRecherche['compte'];
  page: number;
  pageSize: number;
}

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
  search(part: PartDe<'campagne'>, page: PageDestinataires): Promise<ListeDestinataires>;
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
