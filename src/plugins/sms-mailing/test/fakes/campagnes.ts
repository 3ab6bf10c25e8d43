import type { ComptesDestinataires } from '../../core/api/campagnes';
import type { Selection } from '../../core/campagne';
import type { MotifExclusion } from '../../core/motif';
import type {
  Annulation,
  CampagneEnregistree,
  CampagneStore,
  CreditsDeCampagne,
  CritereDestinataires,
  LigneCampagne,
  ModeleDeCampagneStore,
  ModelePourCampagne,
} from '../../server/src/services/ports/campagnes';

export interface PersonneFictive {
  id: number;
  nom: string;
  motif: MotifExclusion | null;
}

interface EnvoiFictif {
  campagneId: number;
  destinataireId: number;
  pris: boolean;
}

export interface CampagnesFictives extends CampagneStore {
  envois: EnvoiFictif[];
  connues: Map<number, CampagneEnregistree>;
  historique: LigneCampagne[];
  /** What was asked last: filters, evening, périmètre. */
  dernierCritere: CritereDestinataires | null;
  derniereAnnulation: Annulation | null;
}

const isChoisie = (selection: Selection, { id }: PersonneFictive): boolean =>
  'ids' in selection ? selection.ids.includes(id) : !selection.saufIds.includes(id);

function countMotifs(
  personnes: readonly PersonneFictive[]
): Partial<Record<MotifExclusion, number>> {
  const motifs: Partial<Record<MotifExclusion, number>> = {};
  for (const { motif } of personnes) {
    if (motif !== null) {
      motifs[motif] = (motifs[motif] ?? 0) + 1;
    }
  }
  return motifs;
}

/** The campagnes of a few persons, in memory. Filters and périmètre are the base's affair: only recorded here. */
export function createCampagnesFictives(personnes: readonly PersonneFictive[]): CampagnesFictives {
  const envois: EnvoiFictif[] = [];
  const connues = new Map<number, CampagneEnregistree>();
  const envoisOf = (campagneId: number | null): EnvoiFictif[] =>
    envois.filter((envoi) => envoi.campagneId === campagneId);

  const store: CampagnesFictives = {
    envois,
    connues,
    historique: [],
    dernierCritere: null,
    derniereAnnulation: null,
    async search(critere, { page, pageSize }) {
      store.dernierCritere = critere;
      const debut = (page - 1) * pageSize;
      const lignes = personnes.slice(debut, debut + pageSize).map((personne) => ({
        ...personne,
        documentId: String(personne.id),
        civilite: null,
        prenom: null,
        raisonSociale: null,
        adresse: personne.motif === null ? `${personne.nom}@exemple.fr` : null,
        telephone: null,
        referent: null,
        dateSituation: null,
        ficheTest: false,
        envoi: null,
        dernierEnvoiLe: null,
      }));
      return { total: personnes.length, lignes };
    },
    async count(critere, selection): Promise<ComptesDestinataires> {
      store.dernierCritere = critere;
      const choisies = personnes.filter((personne) => isChoisie(selection, personne));
      const motifs = countMotifs(choisies);
      const joignables = choisies.filter(({ motif }) => motif === null).length;
      const nonFaits = { total: choisies.length, joignables, motifs, recents: 0 };
      return { effectues: 0, programmes: envoisOf(critere.campagneId).length, nonFaits };
    },
    async drawValeurs() {
      return [];
    },
    async schedule(critere, { selection, modele }) {
      store.dernierCritere = critere;
      const choisies = personnes.filter((personne) => isChoisie(selection, personne));
      const joignables = choisies.filter(({ motif }) => motif === null);
      const campagneId = critere.campagneId ?? connues.size + 1;
      const nouvelles = joignables.filter(
        ({ id }) => !envoisOf(campagneId).some((envoi) => envoi.destinataireId === id)
      );
      envois.push(...nouvelles.map(({ id }) => ({ campagneId, destinataireId: id, pris: false })));
      const bilan = {
        programmes: nouvelles.length,
        dejaProgrammes: joignables.length - nouvelles.length,
        dejaEnvoyes: 0,
        motifs: countMotifs(choisies),
      };
      if (nouvelles.length === 0) {
        return { campagneId: critere.campagneId, ...bilan };
      }
      connues.set(campagneId, toCampagne(campagneId, modele, critere));
      return { campagneId, ...bilan };
    },
    async forgetIfEmpty(campagneId) {
      if (envoisOf(campagneId).length === 0) {
        connues.delete(campagneId);
      }
    },
    async cancel(annulation) {
      store.derniereAnnulation = annulation;
      const vises = envoisOf(annulation.campagneId).filter(
        ({ destinataireId }) => annulation.envoiIds?.includes(destinataireId) ?? true
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

function toCampagne(
  id: number,
  modele: ModelePourCampagne,
  critere: CritereDestinataires
): CampagneEnregistree {
  return {
    id,
    documentId: `campagne-${String(id)}`,
    modeleId: modele.id,
    modeleDocumentId: modele.documentId,
    modeleNom: modele.nom,
    typeContact: modele.typeContact,
    filtres: critere.filtres,
    prevuLe: critere.soir,
    annuleeLe: null,
  };
}

export function createModelesFictifs(
  modeles: readonly ModelePourCampagne[]
): ModeleDeCampagneStore {
  return {
    async read(documentId) {
      return modeles.find((modele) => modele.documentId === documentId) ?? null;
    },
  };
}

/** Holds back what it is told to, or throws and takes the envois back, as the real one does. */
export function createCreditsFictifs(
  campagnes: CampagnesFictives,
  reponse: number | Error
): CreditsDeCampagne & { demandes: number[] } {
  const demandes: number[] = [];
  return {
    demandes,
    async estimateCredits(campagneId) {
      demandes.push(campagneId);
      if (typeof reponse === 'number') {
        return reponse;
      }
      campagnes.envois.length = 0;
      throw reponse;
    },
  };
}
