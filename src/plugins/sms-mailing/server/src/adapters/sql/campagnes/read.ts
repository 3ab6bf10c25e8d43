import type { Knex } from 'knex';
import type { FiltresCampagne, RelationFiltre } from '../../../../../core/filtres-campagne';
import {
  filtresCampagneSchema,
  RELATIONS_FILTRES,
  relationsOf,
} from '../../../../../core/filtres-campagne';
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
            c.type_contact, c.filtres::text AS filtres, c.prevu_le, c.annulee_le
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
        filtres: filtresCampagneSchema.parse(JSON.parse(ligne.filtres)),
        prevuLe: ligne.prevu_le,
        annuleeLe: ligne.annulee_le,
      };
}

const NOMS: Readonly<Record<RelationFiltre, string>> = {
  antenne: 'r.nom',
  referent: `btrim(concat_ws(' ', r.prenom, upper(r.nom)))`,
  ods: 'r.nom',
  etape: 'r.nom',
  ressource: 'r.nom',
  typeAction: 'r.nom',
  lieuAction: 'r.nom',
};

/** Names of the fiches that the filters point at; one that no longer exists has none. */
export async function loadLabels(
  knex: Knex,
  filtres: readonly FiltresCampagne[]
): Promise<Record<string, string>> {
  const nommees: Partial<Record<RelationFiltre, string[]>> = {};
  for (const [relation, ids] of filtres.flatMap((f) => Object.entries(relationsOf(f)))) {
    const cle = relation as RelationFiltre;
    nommees[cle] = [...(nommees[cle] ?? []), ...ids];
  }
  const relations = Object.keys(nommees) as RelationFiltre[];
  if (relations.length === 0) {
    return {};
  }
  const lignes = await query<{ document_id: string; nom: string | null }>(
    knex,
    relations
      .map(
        (
          relation
        ) => `SELECT r.document_id, ${NOMS[relation]} AS nom FROM ${RELATIONS_FILTRES[relation]} r
          WHERE r.document_id = ANY(:${relation}::text[])`
      )
      .join(' UNION ALL '),
    nommees
  );
  return Object.fromEntries(lignes.map((l) => [l.document_id, l.nom ?? '']));
}
