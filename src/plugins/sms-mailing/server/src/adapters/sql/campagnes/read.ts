import type { Knex } from 'knex';
import { filtresCampagneSchema } from '../../../../../core/filtres-campagne';
import type { Perimetre } from '../../../../../core/perimetre';
import type { TypeContact } from '../../../../../core/vocabulaire';
import type { CampagneEnregistree } from '../../../services/ports/campagnes';
import { SQL_HISTORIQUE } from '../archives/historique';
import { query } from '../query';
import { sqlEnvoisVisibles } from './visibles';

interface Ligne {
  id: number;
  document_id: string;
  modele_id: number;
  modele_document_id: string | null;
  modele_nom: string | null;
  type_contact: TypeContact;
  libelle: string;
  filtres: string;
  prevu_le: Date;
  annulee_le: Date | null;
}

/** Guide §7.c « rouvrir la campagne ». The cast keeps jsonb text whatever the connection's parsers. */
export async function readCampagne(
  knex: Knex,
  campagneId: number,
  perimetre: Perimetre
): Promise<CampagneEnregistree | null> {
  const visibles = sqlEnvoisVisibles(perimetre);
  const [ligne] = await query<Ligne>(
    knex,
    `SELECT c.id, c.document_id, c.modele_id, m.document_id AS modele_document_id, m.nom AS modele_nom,
            c.type_contact, coalesce(c.libelle, '') AS libelle, c.filtres::text AS filtres, c.prevu_le, c.annulee_le
       FROM sms_campagnes c LEFT JOIN sms_modeles m ON m.id = c.modele_id
      WHERE c.id = :campagneId
        AND (${perimetre.genre === 'tout' ? 'true' : 'false'} OR EXISTS (
              SELECT 1 FROM ${SQL_HISTORIQUE} v WHERE v.campagne_id = c.id AND ${visibles.sql}))`,
    { ...visibles.params, campagneId }
  );
  return ligne === undefined
    ? null
    : {
        id: ligne.id,
        documentId: ligne.document_id,
        modeleId: ligne.modele_id,
        modeleDocumentId: ligne.modele_document_id,
        modeleNom: ligne.modele_nom,
        typeContact: ligne.type_contact,
        libelle: ligne.libelle,
        filtres: filtresCampagneSchema.parse(JSON.parse(ligne.filtres)),
        prevuLe: ligne.prevu_le,
        annuleeLe: ligne.annulee_le,
      };
}
