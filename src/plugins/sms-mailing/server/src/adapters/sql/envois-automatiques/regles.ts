import type { Knex } from 'knex';
import {
  envoiAutomatiqueSchema,
  type EnvoiAutomatique,
} from '../../../../../core/envoi-automatique';
import type { RegleEnregistree, RegleStore } from '../../../services/ports/envois-automatiques';
import type { But, TypeContact } from '../../../../../core/vocabulaire';
import { fromJson } from '../modeles/modeles';
import { query } from '../query';
import { countVises } from './count-vises';
import { listCandidats } from './list-candidats';
import { listOptions } from './list-options';
import type { Reglages } from './vises';

export interface LigneSql {
  id: number;
  document_id: string;
  modele_id: number;
  type_contact: TypeContact;
  delai: number;
  criteres: unknown;
  inactif: boolean;
  rattrapage: boolean;
  prevenir_si_date_change: boolean;
  inclure_liste_attente: boolean;
  recap_intervenant: boolean;
  modele_document_id: string;
  modele_nom: string;
  modele_inactif: boolean;
  but: But;
}

/** `r` the rule, `m` its modele. */
export const COLONNES_REGLE = `
  r.id, r.document_id, r.modele_id, r.type_contact, r.delai, r.criteres, coalesce(r.inactif, false) AS inactif,
  coalesce(r.rattrapage, false) AS rattrapage, coalesce(r.prevenir_si_date_change, true) AS prevenir_si_date_change,
  coalesce(r.inclure_liste_attente, false) AS inclure_liste_attente, coalesce(r.recap_intervenant, false) AS recap_intervenant,
  m.document_id AS modele_document_id, m.nom AS modele_nom, coalesce(m.inactif, false) AS modele_inactif, m.but`;

const REGLES = `SELECT ${COLONNES_REGLE} FROM sms_envois_automatiques r JOIN sms_modeles m ON m.id = r.modele_id`;

export function toRegle(ligne: LigneSql): EnvoiAutomatique {
  return envoiAutomatiqueSchema.parse({
    typeContact: ligne.type_contact,
    modeleDocumentId: ligne.modele_document_id,
    delai: ligne.delai,
    criteres: fromJson(ligne.criteres),
    inactif: ligne.inactif,
    rattrapage: ligne.rattrapage,
    prevenirSiDateChange: ligne.prevenir_si_date_change,
    inclureListeAttente: ligne.inclure_liste_attente,
    recapIntervenant: ligne.recap_intervenant,
  });
}

function toEnregistree(ligne: LigneSql): RegleEnregistree {
  return {
    id: ligne.id,
    documentId: ligne.document_id,
    regle: toRegle(ligne),
    modeleId: ligne.modele_id,
    modeleNom: ligne.modele_nom,
    modeleInactif: ligne.modele_inactif,
    but: ligne.but,
  };
}

function toColonnes(regle: EnvoiAutomatique, modeleId: number, now: Date): Record<string, unknown> {
  return {
    type_contact: regle.typeContact,
    modele_id: modeleId,
    delai: regle.delai,
    criteres: JSON.stringify(regle.criteres),
    inactif: regle.inactif,
    rattrapage: regle.rattrapage,
    prevenir_si_date_change: regle.prevenirSiDateChange,
    inclure_liste_attente: regle.inclureListeAttente,
    recap_intervenant: regle.recapIntervenant,
    updated_at: now,
  };
}

export function createRegles(knex: Knex, reglages: Reglages): RegleStore {
  return {
    async list(): Promise<RegleEnregistree[]> {
      return (await query<LigneSql>(knex, `${REGLES} ORDER BY r.id`)).map(toEnregistree);
    },

    async read(documentId): Promise<RegleEnregistree | null> {
      const [ligne] = await query<LigneSql>(knex, `${REGLES} WHERE r.document_id = :documentId`, {
        documentId,
      });
      return ligne === undefined ? null : toEnregistree(ligne);
    },

    async save(documentId, regle, modeleId, now): Promise<string> {
      const colonnes = toColonnes(regle, modeleId, now);
      if (documentId !== null) {
        await knex('sms_envois_automatiques').where({ document_id: documentId }).update(colonnes);
        return documentId;
      }
      const [ligne] = await knex('sms_envois_automatiques')
        .insert({
          ...colonnes,
          document_id: knex.raw(`translate(gen_random_uuid()::text, '-', '')`),
          created_at: now,
          published_at: now,
        })
        .returning<{ document_id: string }[]>('document_id');
      return ligne?.document_id ?? '';
    },

    async delete(documentId): Promise<void> {
      await knex('sms_envois_automatiques').where({ document_id: documentId }).delete();
    },

    candidats: (regle, options) => listCandidats(knex, regle, options, reglages),
    count: (regles, options) => countVises(knex, regles, options, reglages),
    options: () => listOptions(knex),
  };
}
