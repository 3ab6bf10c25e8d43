import { afterAll, beforeAll, beforeEach } from 'vitest';
import { sqlStatut } from '../../server/src/adapters/sql/envois/file';
import { createLedger } from '../../server/src/adapters/sql/envois/ledger';
import { createOuvriers } from '../../server/src/adapters/sql/envois/ouvriers';
import { repairFile } from '../../server/src/adapters/sql/envois/repair-file';
import { query } from '../../server/src/adapters/sql/query';
import type {
  ClaimOptions,
  DepartEnvoi,
  EnvoiPris,
  EnvoiReserve,
  LedgerStore,
  Lot,
  LotEnFile,
  Marquage,
  OuvrierStore,
} from '../../server/src/services/ports/envois';
import type { But } from '../../core/vocabulaire';
import type { EnvoiMemoire } from '../fakes/envoi-memoire';
import { createLedgerMemoire } from '../fakes/ledger-memoire';
import { EMPREINTEUR, openBase, type Base } from './campagnes-base';

export const SOIR = new Date('2022-03-03T18:00:00Z');
const BAIL_MS = 30_000;

/** What the suites look at, whichever ledger holds it. */
export interface EnvoiVu {
  statut: string;
  ouvrier: string | null;
  motif: string | null;
  detail: string | null;
  adresse: string | null;
  messageId: string | null;
  reference: string | null;
  tentatives: number;
  credits: number;
  disponibleLe: Date;
  valeurs: unknown;
}

export type Prise = Omit<ClaimOptions, 'epoque' | 'apres' | 'heure'> & Partial<ClaimOptions>;

export interface BancLedger {
  ledger: LedgerStore;
  /** Under the epoch of now and from the first, unless said otherwise. */
  claim(lot: Lot, options: Prise): Promise<EnvoiPris[]>;
  mark(ouvrier: string, departs: readonly DepartEnvoi[]): Promise<Marquage>;
  listLots(voie?: 'soir' | 'immediate', promotions?: boolean): Promise<LotEnFile[]>;
  ouvriers: OuvrierStore;
  lot: Lot;
  /** An envoi of `lot` due this evening, to a person who can be written to; answers its id. */
  add(champs?: Partial<ChampsEnvoi>): Promise<number>;
  /** Another modèle, of e-mails; answers its id. */
  addModele(but: But): Promise<number>;
  read(id: number): Promise<EnvoiVu>;
  /** As if this worker had been silent for so long. */
  age(ouvrier: string, ms: number): Promise<void>;
  /** Something changes that what is about to leave must obey. */
  change(): Promise<unknown>;
  /** As on the first day. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export interface ChampsEnvoi {
  lot: Lot;
  statut: EnvoiMemoire['statut'];
  ouvrier: string;
  disponibleLe: Date;
}

/** How the suites speak to a ledger. */
function speakTo(ledger: LedgerStore): Pick<BancLedger, 'ledger' | 'claim' | 'mark' | 'listLots'> {
  return {
    ledger,
    claim: async (lot, options) =>
      ledger.claim(lot, {
        ...{ epoque: await ledger.readEpoque(), apres: null, heure: null },
        ...options,
      }),
    mark: async (ouvrier, departs) =>
      ledger.markEnCours({ ouvrier, departs, epoque: await ledger.readEpoque(), now: SOIR }),
    listLots: (voie = 'soir', promotions = true) =>
      ledger.listLots({ now: SOIR, voie, promotions }),
  };
}

async function openBancMemoire(): Promise<BancLedger> {
  const ledger = createLedgerMemoire(BAIL_MS);
  ledger.versions.set(1, 1);
  const lot: Lot = {
    modeleId: 1,
    typeContact: 'email',
    typeDestinataire: 'entrepreneur',
    modalite: 'campagne',
  };
  return {
    ...speakTo(ledger),
    ouvriers: ledger,
    lot,
    add: async (champs = {}) => ledger.add({ lot, disponibleLe: SOIR, ...champs }).id,
    async addModele(but) {
      const id = ledger.buts.size + 2;
      ledger.buts.set(id, but);
      ledger.versions.set(id, 1);
      return id;
    },
    read: async (id) => ledger.envois.find((envoi) => envoi.id === id)!,
    age: async (ouvrier, ms) => ledger.age(ouvrier, ms),
    change: async () => ledger.change(),
    reset: async () => void ledger.envois.splice(0),
    close: async () => undefined,
  };
}

/** The line and its row in the queue, as one. */
const VU = `
  SELECT ${sqlStatut('e')} AS statut, CASE WHEN e.statut = 'programme' THEN f.ouvrier ELSE e.ouvrier END AS ouvrier,
         e.motif, e.detail, coalesce(f.adresse, e.adresse) AS adresse, coalesce(f.message_id, e.message_id) AS "messageId",
         e.reference, coalesce(f.tentatives, e.tentatives) AS tentatives, e.credits, f.disponible_le AS "disponibleLe",
         coalesce(f.valeurs, e.valeurs) AS valeurs
    FROM sms_envois e LEFT JOIN sms_file f ON f.envoi_id = e.id WHERE e.id = :id`;

export interface BancSql extends BancLedger {
  base: Base;
}

/** The real ledger over a base of its own; `depassement` allows SMS beyond what is left. */
export async function openBancSql(depassement = false): Promise<BancSql> {
  const base = await openBase();
  const { knex } = base;
  const modele = await base.addModele();
  await knex('sms_modeles').where({ id: modele.id }).update({ version: 1 });
  const ouvriers = createOuvriers(knex);
  const lot: Lot = {
    modeleId: modele.id,
    typeContact: 'email',
    typeDestinataire: 'entrepreneur',
    modalite: 'campagne',
  };
  let rang = 0;
  return {
    base,
    lot,
    ouvriers,
    ...speakTo(
      createLedger(knex, {
        zone: 'Europe/Paris',
        bailMs: BAIL_MS,
        promotionSansConsentement: async () => false,
        autoriserDepassement: async () => depassement,
        empreinteur: EMPREINTEUR,
        signJeton: (brut) => brut,
      })
    ),
    async add({ lot: sien = lot, statut = 'programme', ouvrier, disponibleLe = SOIR } = {}) {
      rang += 1;
      const telephone = `06 ${String(10_000_000 + rang)}`;
      const personne = await base.addEntrepreneur(
        `NOM${String(rang)}`,
        { accepte_sms: true },
        { telephone }
      );
      const id = await base.add('sms_envois', {
        cle: `c:${String(rang)}`,
        modalite: sien.modalite,
        type_contact: sien.typeContact,
        statut,
        ouvrier: ouvrier ?? null,
        modele_id: sien.modeleId,
        type_destinataire: sien.typeDestinataire,
        destinataire_id: personne,
        nom: `NOM${String(rang)}`,
        prevu_le: disponibleLe,
        tentatives: 0,
        credits: 0,
      });
      await repairFile(knex);
      return id;
    },
    addModele: async (but) => (await base.addModele({ but })).id,
    async read(id) {
      const [vu] = await query<EnvoiVu>(knex, VU, { id });
      return vu!;
    },
    async age(ouvrier, ms) {
      await knex.raw(
        `UPDATE sms_ouvriers SET vu_le = (clock_timestamp() AT TIME ZONE 'UTC') - ? * interval '1 millisecond' WHERE nom = ?`,
        [ms, ouvrier]
      );
    },
    change: () => knex('sms_modeles').where({ id: modele.id }).update({ nom: 'Renommé' }),
    async reset() {
      const tables =
        'sms_envois, sms_file, sms_ouvriers, sms_packages, sms_mouvements, sms_oppositions';
      await knex.raw(`TRUNCATE ${tables} RESTART IDENTITY`);
    },
    close: () => base.close(),
  };
}

export const claimOptions = (ouvrier: string, limite = 500): Prise => ({
  ouvrier,
  voie: 'soir',
  limite,
  now: SOIR,
  ...{ versionId: 1, reglagesId: null },
  donnees: ['personne.nom'],
});

export function departOf(envoi: EnvoiReserve, credits = 0): DepartEnvoi {
  const { id, adresse, contactId, valeurs } = envoi;
  return {
    id,
    adresse: adresse ?? '',
    contactId,
    messageId: `<${String(id)}@bge.example>`,
    valeurs,
    credits,
  };
}

/** Claimed and marked by a worker that is alive; answers the ids. */
export async function depart(banc: BancLedger, ouvrier: string, credits = 0): Promise<number[]> {
  await banc.ouvriers.beat(ouvrier, null);
  const pris = await banc.claim(banc.lot, claimOptions(ouvrier));
  const departs = pris.map((envoi) => departOf(envoi, credits));
  const { partants } = await banc.mark(ouvrier, departs);
  return [...partants];
}

/** The two ledgers that one suite judges. */
export const BANCS: readonly [string, () => Promise<BancLedger>][] = [
  ['en mémoire', openBancMemoire],
  ['dans PostgreSQL', openBancSql],
];

/** Opened once for the suite, emptied before each test. */
export function useBanc(
  open: () => Promise<BancLedger>,
  onOuvert: (banc: BancLedger) => void
): void {
  let banc: BancLedger;
  beforeAll(async () => {
    banc = await open();
    onOuvert(banc);
  });
  beforeEach(() => banc.reset());
  afterAll(() => banc.close());
}
