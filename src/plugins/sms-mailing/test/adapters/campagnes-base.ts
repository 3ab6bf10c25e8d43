import knex, { type Knex } from 'knex';
import { freshDatabase } from '../../../../../test/strapi/harness';
import type { FiltresCampagne } from '../../core/filtres-campagne';
import { TOUT } from '../../core/perimetre';
import {
  openCampagnes,
  type CritereDestinataires,
  type ModelePourCampagne,
} from './campagnes-chaine';
import { deriveCle } from '../../server/src/adapters/jetons/cles';
import { createEmpreinteur } from '../../server/src/adapters/jetons/empreinteur';
import { createCalculs } from '../../server/src/adapters/sql/calculs/calculs';

export const EMPREINTEUR = createEmpreinteur(deriveCle('maitre', 'coordonnees'));
export const NOW = new Date('2022-03-03T10:00:00Z');
export const SOIR = new Date('2022-03-03T18:00:00Z');

type Champs = Readonly<Record<string, unknown>>;

export interface Base {
  knex: Knex;
  url: string;
  campagnes: ReturnType<typeof openCampagnes>;
  close(): Promise<void>;
  /** A row of the CRM; answers its id. */
  add(table: string, champs?: Champs): Promise<number>;
  link(table: string, champs: Champs): Promise<void>;
  documentId(table: string, id: number): Promise<string>;
  /** The same, in a table that has computed columns: `champs` are those one types. */
  addCalculee(table: string, champs: Champs): Promise<number>;
  /** A coordonnée of this fiche; `order`: its place. */
  addComposant(
    table: string,
    id: number,
    genre: 'email' | 'telephone',
    champs: Champs
  ): Promise<void>;
  addEntrepreneur(nom: string, champs?: Champs, liens?: LiensEntrepreneur): Promise<number>;
  addContact(nom: string, champs?: Champs): Promise<number>;
  /** A company and its référent. */
  addEntreprise(raisonSociale: string, referent: Champs | null): Promise<number>;
  addModele(champs?: Partial<ModelePourCampagne>): Promise<ModelePourCampagne>;
}

export interface LiensEntrepreneur {
  antenne?: number;
  referent?: number;
  /** Null: no e-mail at all. */
  email?: string | null;
  telephone?: string;
}

const CHAMPS_MODELE = {
  typeContact: 'email' as const,
  but: 'suivi' as const,
  destinataires: ['entrepreneur' as const],
  modalites: ['campagne'] as const,
  inactif: false,
};

/** A database with the application's tables, and short ways to write a hand-made CRM in it. */
export async function openBase(): Promise<Base> {
  const fresh = await freshDatabase();
  const db = knex({
    client: 'pg',
    connection: fresh.url,
    pool: { min: 0, max: 8 },
    // A connection cut on purpose is not news.
    log: { warn: () => undefined },
  });
  const insert = async (table: string, champs: Champs): Promise<number> => {
    const lignes = await db<{ id: number }>(table).insert(champs).returning('id');
    return lignes[0]!.id;
  };
  const add = (table: string, champs: Champs = {}): Promise<number> =>
    insert(table, {
      document_id: db.raw(`translate(gen_random_uuid()::text, '-', '')`),
      created_at: NOW,
      updated_at: NOW,
      published_at: NOW,
      ...champs,
    });
  const link = async (table: string, champs: Champs): Promise<void> => {
    await db(table).insert(champs);
  };
  const calculs = createCalculs(db, EMPREINTEUR);
  const addCalculee = async (table: string, champs: Champs): Promise<number> => {
    const id = await add(table, champs);
    await calculs.refresh();
    return id;
  };
  const addComposant: Base['addComposant'] = async (table, id, genre, { order = 1, ...champs }) => {
    const composant = await insert(`components_coordonnees_${genre}s`, champs);
    await link(`${table}_cmps`, {
      entity_id: id,
      cmp_id: composant,
      component_type: `coordonnees.${genre}`,
      field: `${genre}s`,
      order,
    });
    await calculs.refresh();
  };

  return {
    knex: db,
    url: fresh.url,
    campagnes: openCampagnes(db),
    add,
    addCalculee,
    addComposant,
    link,
    async close() {
      await db.destroy();
      await fresh.drop();
    },
    async documentId(table, id) {
      const ligne = await db(table).where({ id }).first<{ document_id: string }>('document_id');
      return ligne.document_id;
    },
    async addEntrepreneur(nom, champs = {}, liens = {}) {
      const id = await add('entrepreneurs', { nom, prenom: 'Camille', ...champs });
      const { antenne, referent, email = `${nom.toLowerCase()}@courriel.test`, telephone } = liens;
      if (antenne !== undefined) {
        await link('entrepreneurs_antenne_lnk', { entrepreneur_id: id, antenne_id: antenne });
      }
      if (referent !== undefined) {
        await link('entrepreneurs_referent_lnk', { entrepreneur_id: id, intervenant_id: referent });
      }
      if (email !== null) {
        const accepte = { adresse: email, reference: true, accepte: true };
        await addComposant('entrepreneurs', id, 'email', accepte);
      }
      if (telephone !== undefined) {
        await addComposant('entrepreneurs', id, 'telephone', {
          numero: telephone,
          principal: true,
          contact_possible: true,
        });
      }
      return id;
    },
    addContact: (nom, champs = {}) =>
      addCalculee('contacts_individuels', {
        nom,
        courriel_pro: `${nom.toLowerCase()}@pro.fr`,
        accepte_courriel: true,
        ...champs,
      }),
    async addEntreprise(raisonSociale, referent) {
      const id = await add('entreprises_partenaires', { raison_sociale: raisonSociale });
      if (referent !== null) {
        const contact = await addCalculee('contacts_partenaires', {
          est_referent: true,
          accepte_courriel: true,
          ...referent,
        });
        await link('contacts_partenaires_entreprise_lnk', {
          contact_partenaire_id: contact,
          entreprise_partenaire_id: id,
        });
      }
      return id;
    },
    async addModele(champs = {}) {
      const complet = { ...CHAMPS_MODELE, nom: 'Rappel', ...champs };
      const id = await add('sms_modeles', {
        nom: complet.nom,
        type_contact: complet.typeContact,
        but: complet.but,
        inactif: complet.inactif,
        destinataires: JSON.stringify(complet.destinataires),
      });
      const ligne = await db('sms_modeles').where({ id }).first<{ document_id: string }>();
      return { versionId: 1, ...complet, id, documentId: ligne.document_id };
    },
  };
}

export function critereOf(
  modele: ModelePourCampagne,
  filtres: FiltresCampagne = { typeDestinataire: 'entrepreneur' },
  autres: Partial<CritereDestinataires> = {}
): CritereDestinataires {
  return {
    modele,
    filtres,
    recherche: '',
    perimetre: TOUT,
    campagneId: null,
    soir: SOIR,
    dateEnvoi: '2022-03-03',
    promotionSansConsentement: false,
    now: NOW,
    ...autres,
  };
}

/** Names found, in the order of the list. */
export async function nomsOf(base: Base, critere: CritereDestinataires): Promise<string[]> {
  const { lignes } = await base.campagnes.search(critere, {
    onglet: 'non_faits',
    tri: { cle: 'nom', sens: 'asc' },
    page: 1,
    pageSize: 100,
  });
  return lignes.map((ligne) => ligne.nom);
}
