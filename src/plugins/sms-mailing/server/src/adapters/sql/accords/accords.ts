import type { Knex } from 'knex';
import type { LigneAccord } from '../../../../../core/accord';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { readAuteur } from '../actes/auteur';
import { forget } from '../actes/forget-actes';
import { PERSONNES, sqlFiches } from '../destinataires/fiches';
import { execute, query } from '../query';

const SIGNE = `
  SELECT set_config('sms_mailing.auteur_id', :id, true), set_config('sms_mailing.auteur', :nom, true),
         set_config('sms_mailing.ecran', :ecran, true)`;

/** For the triggers that note each tick: who writes in this transaction, and on which screen. */
export async function signAccords(trx: Knex, ecran: string): Promise<void> {
  const auteur = readAuteur();
  await execute(trx, SIGNE, {
    id: auteur?.id === null || auteur === null ? '' : String(auteur.id),
    nom: auteur?.nom ?? 'Le module',
    ecran,
  });
}

const LIGNES_MAX = 200;

const LISTE = (type: TypeDestinataire): string => `
  SELECT a.id::text, a.survenu_le AS "survenuLe", a.quoi, a.valeur, a.coordonnee, a.auteur, a.ecran, a.libelle
    FROM sms_accords a
   WHERE a.personne_type = '${PERSONNES[type]}'
     AND a.personne_id = (SELECT f.contact_id FROM (${sqlFiches(type)}) f WHERE f.document_id = :documentId LIMIT 1)
   ORDER BY a.id DESC LIMIT ${String(LIGNES_MAX)}`;

/** Of the person really written to, the latest first. */
export function listAccords(
  knex: Knex,
  type: TypeDestinataire,
  documentId: string
): Promise<LigneAccord[]> {
  return query<LigneAccord>(knex, LISTE(type), { documentId });
}

const OUBLIE = `
  UPDATE sms_accords SET personne_type = NULL, personne_id = NULL, coordonnee = NULL
   WHERE personne_type = :type AND personne_id = ANY(:ids::int[])`;

/** That somebody agreed remains; who, and to what address, does not. */
export async function forgetAccords(
  trx: Knex,
  type: string,
  ids: readonly number[]
): Promise<void> {
  await forget(trx, () => execute(trx, OUBLIE, { type, ids: [...ids] }));
}
