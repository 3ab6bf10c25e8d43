import { isPromotionParEmail, phraseRetenue, RETENU } from '../../core/suspension';
import { transportOf, type But } from '../../core/vocabulaire';
import {
  type DepartEnvoi,
  type EnvoiPris,
  type LedgerStore,
  type Lot,
  type OuvrierStore,
  type Position,
  type Voie,
} from '../../server/src/services/ports/envois';
import { isRecevable, settle, takeOver, type EnvoiMemoire } from './envoi-memoire';

export interface LedgerMemoire extends LedgerStore, OuvrierStore {
  readonly envois: EnvoiMemoire[];
  readonly alertes: Map<string, string | null>;
  add(envoi: Partial<EnvoiMemoire> & { lot: Lot }): EnvoiMemoire;
  /** As if this worker had not been heard of for so long. */
  age(ouvrier: string, ms: number): void;
  versions: Map<number, number>;
  /** But of the modeles by id; suivi when none is said. */
  buts: Map<number, But>;
  /** SMS left in the packages; null: none is entered. */
  reste: number | null;
  /** Something changed that what is about to leave must obey. */
  change(): void;
}

/** Nothing here leaves at a click but from a fiche Action. */
const voieOf = ({ modalite }: Lot): Voie => (modalite === 'fiche_action' ? 'immediate' : 'soir');
const LOT_CLES = ['modeleId', 'typeContact', 'typeDestinataire', 'modalite'] as const;
const isLot = (a: Lot, b: Lot): boolean => LOT_CLES.every((cle) => a[cle] === b[cle]);
const order = (a: Position, b: Position): number =>
  a.disponibleLe.getTime() - b.disponibleLe.getTime() || a.id - b.id;

/** The ledger and its workers in memory. `bailMs` as the real one: a worker silent for longer marks nothing. */
export function createLedgerMemoire(bailMs = 30_000): LedgerMemoire {
  const envois: EnvoiMemoire[] = [];
  let epoque = 0;
  const silences = new Map<string, number>();
  const alertes = new Map<string, string | null>();
  const isVivant = (ouvrier: string, ms: number): boolean =>
    (silences.get(ouvrier) ?? Number.POSITIVE_INFINITY) < ms;
  const find = (id: number): EnvoiMemoire => envois.find((envoi) => envoi.id === id)!;
  const butOf = ({ modeleId }: Lot): But => ledger.buts.get(modeleId) ?? 'suivi';
  const dus = (now: Date): EnvoiMemoire[] =>
    envois
      .filter(({ statut, disponibleLe }) => statut === 'programme' && disponibleLe <= now)
      .sort(order);

  function mark(depart: DepartEnvoi): 'partants' | 'exclus' {
    const envoi = find(depart.id);
    const tenus = envois
      .filter(({ statut }) => statut === 'en_cours' || statut === 'incertain')
      .reduce((somme, { credits }) => somme + credits, 0);
    if (ledger.reste !== null && depart.credits > ledger.reste - tenus) {
      Object.assign(envoi, { statut: 'exclu', motif: 'credit_sms_insuffisant', credits: 0 });
      return 'exclus';
    }
    Object.assign(envoi, { ...depart, statut: 'en_cours' });
    return 'partants';
  }

  const ledger: LedgerMemoire = {
    envois,
    alertes,
    versions: new Map(),
    buts: new Map(),
    reste: null,
    add(envoi) {
      const complet: EnvoiMemoire = {
        id: envois.length + 1,
        statut: 'programme',
        disponibleLe: new Date(0),
        ouvrier: null,
        tentatives: 0,
        motif: null,
        detail: null,
        adresse: null,
        messageId: null,
        valeurs: null,
        versionId: null,
        reglagesId: null,
        credits: 0,
        reference: null,
        envoyeLe: null,
        destination: { nom: 'PALMER Jack', adresse: 'jack@courriel.test', motif: null },
        ...envoi,
      };
      envois.push(complet);
      return complet;
    },
    age: (ouvrier, ms) => void silences.set(ouvrier, ms),

    change: () => void (epoque += 1),
    readEpoque: async () => String(epoque),

    async listLots({ now, voie, promotions }) {
      const visibles = dus(now).filter(
        ({ lot }) =>
          voieOf(lot) === voie && (promotions || !isPromotionParEmail({ ...lot, but: butOf(lot) }))
      );
      const premiers = visibles.filter(
        ({ lot }, i) => visibles.findIndex((autre) => isLot(autre.lot, lot)) === i
      );
      return premiers.map(({ id, lot, disponibleLe }) => ({
        ...{ ...lot, id, disponibleLe },
        version: ledger.versions.get(lot.modeleId) ?? null,
      }));
    },
    async claim(lot, options): Promise<EnvoiPris[]> {
      const { ouvrier, limite, now, versionId, reglagesId, apres } = options;
      const pris = dus(now)
        .filter((envoi) => isLot(envoi.lot, lot) && options.epoque === String(epoque))
        .filter((envoi) => apres === null || order(envoi, apres) > 0)
        .slice(0, limite);
      return pris.map((envoi) => {
        Object.assign(envoi, { statut: 'reserve', ouvrier, versionId, reglagesId });
        const { id, tentatives, destination, disponibleLe } = envoi;
        return {
          id,
          disponibleLe,
          cle: `c:${String(id)}`,
          tentatives,
          contactId: null,
          piecesJointes: envoi.piecesJointes ?? [],
          valeurs: [destination.nom],
          ...destination,
        };
      });
    },
    async markEnCours({ ouvrier, departs, epoque: sienne }) {
      const marquage = { partants: [] as number[], exclus: [] as number[] };
      for (const depart of departs) {
        const envoi = find(depart.id);
        const anous = envoi.statut === 'reserve' && envoi.ouvrier === ouvrier;
        const ajour = isVivant(ouvrier, bailMs) && sienne === String(epoque);
        if (anous && ajour) marquage[mark(depart)].push(depart.id);
      }
      return marquage;
    },
    async record(ouvrier, issue, now) {
      const envoi = find(issue.id);
      if (!isRecevable(envoi, ouvrier, issue)) return;
      settle(envoi, ouvrier, issue, now);
      if (issue.statut === 'envoye' && ledger.reste !== null) ledger.reste -= issue.credits;
    },
    async giveBack(ouvrier, ids) {
      const rendus = envois.filter(
        (envoi) =>
          envoi.statut === 'reserve' &&
          envoi.ouvrier === ouvrier &&
          (ids === null || ids.includes(envoi.id))
      );
      rendus.forEach((envoi) => Object.assign(envoi, { statut: 'programme', ouvrier: null }));
      return rendus.length;
    },
    async explainSuspensions(suspensions, now) {
      const raisonOf = (lot: Lot): string | null =>
        phraseRetenue(suspensions, { ...lot, but: butOf(lot) });
      for (const envoi of envois) {
        const dit = envoi.statut === 'programme' && envoi.detail?.startsWith(RETENU);
        if (dit === true) envoi.detail = raisonOf(envoi.lot);
      }
      const muets = dus(now).filter(({ lot, detail }) => ![null, detail].includes(raisonOf(lot)));
      muets.forEach((envoi) => Object.assign(envoi, { detail: raisonOf(envoi.lot) }));
      return muets.length;
    },
    repair: async () => ({ enfiles: 0, retires: 0 }),

    async countPartis(types, depuis) {
      const siens = envois.filter(({ lot }) => types.includes(lot.typeContact));
      const partis = siens.flatMap(({ envoyeLe }) =>
        envoyeLe !== null && envoyeLe > depuis ? [envoyeLe.getTime()] : []
      );
      const pris = siens.filter(({ statut }) => ['reserve', 'en_cours'].includes(statut));
      const premier = partis.length === 0 ? null : new Date(Math.min(...partis));
      return { nombre: partis.length + pris.length, premier };
    },

    async readParti(types, depuis, rang) {
      const partis = envois.flatMap(({ lot, envoyeLe }) =>
        types.includes(lot.typeContact) && envoyeLe !== null && envoyeLe > depuis ? [envoyeLe] : []
      );
      return partis.sort((a, b) => a.getTime() - b.getTime())[rang] ?? null;
    },

    async countClics(types, jusqua) {
      const clics = dus(jusqua).filter(({ lot }) => voieOf(lot) === 'immediate');
      return clics.filter(({ lot }) => types.includes(lot.typeContact)).length;
    },

    async countDus(transport, now) {
      return dus(now).filter(({ lot }) => transportOf(lot.typeContact) === transport).length;
    },

    async beat(ouvrier, alerte) {
      silences.set(ouvrier, 0);
      alertes.set(ouvrier, alerte);
    },
    async leave(ouvrier) {
      silences.delete(ouvrier);
    },
    async count(silenceMs) {
      return [...silences.values()].filter((ms) => ms < silenceMs).length;
    },
    async sweep(silenceMs) {
      return takeOver(envois, (ouvrier) => !isVivant(ouvrier, silenceMs));
    },
    async recover(moi) {
      return takeOver(envois, (ouvrier) => ouvrier === moi);
    },
  };
  return ledger;
}
