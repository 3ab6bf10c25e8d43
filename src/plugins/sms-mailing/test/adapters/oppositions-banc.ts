import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { TypeContact, TypeDestinataire } from '../../core/vocabulaire';
import { sqlDestinataires } from '../../server/src/adapters/sql/destinataires/destination';
import {
  createDesinscriptions,
  type Desinscriptions,
} from '../../server/src/adapters/sql/oppositions/desinscriptions';
import {
  createOppositions,
  type OppositionStore,
} from '../../server/src/adapters/sql/oppositions/oppositions';
import { createPersonnes } from '../../server/src/adapters/sql/personnes/personnes';
import type { Geste, PersonneStore } from '../../server/src/services/ports/personnes';
import { EMPREINTEUR, NOW, openBase, type Base } from './campagnes-base';

export const MOBILE = '06 39 98 00 01';
export const E164 = '+33639980001';

interface Banc {
  base: Base;
  oppositions: OppositionStore;
  desinscriptions: Desinscriptions;
  personnes: PersonneStore;
}

/** A base of its own for the file, empty at each test. */
export function useBancOppositions(): Banc {
  const banc = {} as Banc;
  beforeAll(async () => {
    const base = await openBase();
    banc.base = base;
    banc.oppositions = createOppositions(base.knex, EMPREINTEUR);
    banc.desinscriptions = createDesinscriptions(base.knex, EMPREINTEUR);
    banc.personnes = createPersonnes(base.knex, EMPREINTEUR);
  });
  beforeEach(async () => {
    await banc.base.knex.raw(
      'TRUNCATE sms_oppositions, sms_oppositions_journal, sms_envois, sms_file, entrepreneurs, entrepreneurs_cmps, components_coordonnees_emails, components_coordonnees_telephones, contacts_partenaires, entreprises_partenaires, contacts_partenaires_entreprise_lnk CASCADE'
    );
  });
  afterAll(() => banc.base.close());
  return banc;
}

export const geste = (portee: Geste['portee']): Geste => ({
  portee,
  raison: 'demande_orale',
  auteurId: 1,
  now: NOW,
});

export async function motif(
  base: Base,
  id: number,
  typeContact: TypeContact,
  typeDestinataire: TypeDestinataire = 'entrepreneur'
): Promise<string | null> {
  const choix = {
    typeDestinataire,
    typeContact,
    but: 'suivi',
    promotionSansConsentement: true,
  } as const;
  const { rows } = await base.knex.raw<{ rows: { motif: string | null }[] }>(
    `SELECT motif FROM (${sqlDestinataires(choix)}) d WHERE id = ?`,
    [id]
  );
  return rows[0]!.motif;
}

export const addPersonne = (base: Base, nom: string, telephone: string) =>
  base.addEntrepreneur(nom, { accepte_sms: true }, { telephone });

/** An SMS that left; answers its line. */
export function addEnvoi(
  base: Base,
  destinataire: number,
  champs: Record<string, unknown> = {}
): Promise<number> {
  return base.add('sms_envois', {
    cle: `t:${String(destinataire)}:${String(Math.random())}`,
    modalite: 'campagne',
    type_contact: 'sms',
    statut: 'envoye',
    modele_id: 1,
    type_destinataire: 'entrepreneur',
    destinataire_id: destinataire,
    adresse: E164,
    prevu_le: NOW,
    tentatives: 1,
    credits: 1,
    ...champs,
  });
}

export const replaceTelephone = async (base: Base, id: number, numero: string): Promise<void> => {
  await base.knex('entrepreneurs_cmps').where({ entity_id: id, field: 'telephones' }).delete();
  await base.addComposant('entrepreneurs', id, 'telephone', { numero, contact_possible: true });
};
