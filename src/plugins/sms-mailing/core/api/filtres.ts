import { z } from 'zod';
import {
  filtresCampagneSchema,
  RELATIONS_FILTRES,
  type FiltresCampagne,
  type RelationFiltre,
} from '../filtres-campagne';
import { nombreLuSchema } from '../identifiant';
import { versionLueSchema } from '../version-lue';
import { typeDestinataireSchema } from '../vocabulaire';

/** Guide §7: the filters that are kept, and what they choose among. */

const NOM_LONG = 'Le nom du filtre dépasse 80 caractères : raccourcissez-le.';

/** POST /filtres. Decision F15: private unless shared. */
export const saisieFiltreSchema = z.object({
  nom: z.string().trim().min(1, { error: 'Donnez un nom au filtre.' }).max(80, { error: NOM_LONG }),
  filtres: filtresCampagneSchema,
  partage: z.boolean().default(false),
  /** How many persons they find as they are kept; null: not counted. */
  nombre: nombreLuSchema.nullable().default(null),
});
export type SaisieFiltre = z.infer<typeof saisieFiltreSchema>;

/** PUT /filtres/:documentId */
export const modificationFiltreSchema = saisieFiltreSchema.extend({ version: versionLueSchema });

/** GET /filtres/relations: what a filter that names fiches chooses among. */
export const demandeRelationsSchema = z.object({
  relation: z.enum(Object.keys(RELATIONS_FILTRES) as [RelationFiltre, ...RelationFiltre[]]),
  recherche: z.string().trim().max(120).default(''),
});
export type DemandeRelations = z.infer<typeof demandeRelationsSchema>;

export interface LigneRelation {
  documentId: string;
  nom: string;
  /** What tells it from another of the same name: the ODS of an étape. */
  precision: string | null;
}

/** The first of them; `reste` when there are more: typing narrows. */
export interface Relations {
  lignes: LigneRelation[];
  reste: boolean;
}

export const demandeFiltresSchema = z.object({ typeDestinataire: typeDestinataireSchema });

/** What filters found when they were kept (ISO 8601). */
export interface FiltresVus {
  le: string;
  nombre: number | null;
}

export interface FiltreEnregistre {
  documentId: string;
  version: number;
  nom: string;
  filtres: FiltresCampagne;
  partage: boolean;
  /** False: shared by someone else, who alone may change it. */
  aMoi: boolean;
  auteur: string;
  vus: FiltresVus;
}

/** GET /filtres: decision C9, the page starts empty and offers these. */
export interface Filtres {
  /** « Reprendre mes derniers filtres » */
  derniers: FiltresCampagne | null;
  derniersVus?: FiltresVus;
  enregistres: FiltreEnregistre[];
  /** Names of the fiches that all these filters point at, by documentId. */
  noms: Record<string, string>;
}
