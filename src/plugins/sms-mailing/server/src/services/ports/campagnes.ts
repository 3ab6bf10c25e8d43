import type {
  CampagneOuverte,
  LigneCampagne,
  ListeDestinataires,
} from '../../../../core/api/campagnes';
import type { DemandeRelations, Relations } from '../../../../core/api/filtres';
import type { PageHistorique } from '../../../../core/api/historique';
import type {
  DemandeHistorique,
  DemandeRecherche,
  Onglet,
  TriDestinataires,
} from '../../../../core/campagne';
import type { FiltresCampagne } from '../../../../core/filtres-campagne';
import type { GroupeEnvois } from '../../../../core/groupe-envois';
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
  /** Null, both: all of them. */
  envoiIds: readonly number[] | null;
  envoiDocumentIds: readonly string[] | null;
  perimetre: Perimetre;
  now: Date;
}

export type CampagneEnregistree = Omit<CampagneOuverte, 'lignesFiltres' | 'labels'> & {
  modeleId: number;
};

/** One line of guide §7.c, before the word that stands for it. */
export type CampagneListee = Omit<LigneCampagne, 'statut' | 'envois'>;

export interface PageCampagnes extends Omit<DemandeHistorique, 'du' | 'au'> {
  depuis: Date | null;
  /** Excluded. */
  avant: Date | null;
  perimetre: Perimetre;
  now: Date;
}

/** The envois of one campagne, one onglet, one page. */
export interface PageEnvois {
  campagneId: number;
  groupe: GroupeEnvois;
  recherche: string;
  page: number;
  pageSize: number;
  perimetre: Perimetre;
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
  list(page: PageCampagnes): Promise<{ total: number; lignes: CampagneListee[] }>;
  listEnvois(page: PageEnvois): Promise<PageHistorique>;
  /** documentIds of the échecs of a campagne. */
  listEchecs(campagneId: number, perimetre: Perimetre): Promise<string[]>;
  countByModele(
    typeContact: TypeContact,
    typeDestinataire: TypeDestinataire,
    perimetre: Perimetre
  ): Promise<ComptesModele[]>;
  /** Names of the fiches that the filters point at, by documentId. */
  loadLabels(
    filtres: readonly FiltresCampagne[],
    perimetre: Perimetre
  ): Promise<Record<string, string>>;
  /** What a filter that names fiches chooses among. */
  searchRelations(demande: DemandeRelations, perimetre: Perimetre): Promise<Relations>;
}
