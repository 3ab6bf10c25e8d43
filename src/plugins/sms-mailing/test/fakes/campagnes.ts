import type {
  Annulation,
  CampagneEnregistree,
  CampagneStore,
  CampagneListee,
} from '../../server/src/services/ports/campagnes';

interface EnvoiFictif {
  campagneId: number;
  destinataireId: number;
  pris: boolean;
}

export interface CampagnesFictives extends Omit<
  CampagneStore,
  'search' | 'listEnvois' | 'listEchecs' | 'searchRelations'
> {
  envois: EnvoiFictif[];
  connues: Map<number, CampagneEnregistree>;
  historique: CampagneListee[];
  derniereAnnulation: Annulation | null;
}

/** A few campagnes in memory: what is written and searched is the base's affair. */
export function createCampagnesFictives(): CampagnesFictives {
  const envois: EnvoiFictif[] = [];
  const connues = new Map<number, CampagneEnregistree>();
  const store: CampagnesFictives = {
    envois,
    connues,
    historique: [],
    derniereAnnulation: null,
    async cancel(annulation) {
      store.derniereAnnulation = annulation;
      const vises = envois.filter(
        ({ campagneId, destinataireId }) =>
          campagneId === annulation.campagneId &&
          (annulation.envoiIds?.includes(destinataireId) ?? true)
      );
      const dejaPris = vises.filter(({ pris }) => pris).length;
      return { annules: vises.length - dejaPris, dejaPris };
    },
    async read(campagneId) {
      return connues.get(campagneId) ?? null;
    },
    async list() {
      return { total: store.historique.length, lignes: store.historique };
    },
    async countByModele() {
      return [];
    },
    async loadLabels(filtres) {
      const antennes = filtres.flatMap(({ antenne = [] }) => antenne);
      return Object.fromEntries(antennes.map((documentId) => [documentId, `Nom ${documentId}`]));
    },
  };
  return store;
}
