import type { Knex } from 'knex';
import type { DemandeModeles } from '../../../../../core/api/modeles';
import type { LigneModele, UsageModele } from '../../../../../core/modele';
import { modeleSchema, raisonSuppressionImpossible } from '../../../../../core/modele';
import { TOUT } from '../../../../../core/perimetre';
import type { TypeContact } from '../../../../../core/vocabulaire';
import type { ModeleEnregistre, ModeleStore } from '../../../services/ports/modeles';
import { noteActe } from '../actes/note-acte';
import { SQL_HISTORIQUE } from '../archives/historique';
import { sqlUsages } from '../bilans/bilans';
import { sqlTotal } from '../bilans/groupe';
import { sqlNomCompte } from '../noms/affiches';
import { query } from '../query';
import { countProgrammesHors, inactivateModele } from './inactivation';
import { saveModele } from './save';

/** Of the modeles whose id `desquels` keeps (`g.modele_id`): the counts kept of their envois, whatever these are. */
const sqlSommes = (desquels = 'true'): string => `
  WITH ${sqlUsages(TOUT, desquels).sql}, sommes AS (
    SELECT u.modele_id, sum(${sqlTotal('u')})::int AS envois, sum(u.programmes)::int AS programmes,
           sum(u.envoyes)::int AS effectues
      FROM usages u GROUP BY 1)`;

const USAGE = `
  LEFT JOIN sommes ev ON ev.modele_id = m.id
  LEFT JOIN LATERAL (SELECT count(*)::int AS campagnes FROM sms_campagnes c WHERE c.modele_id = m.id) ca ON true
  LEFT JOIN LATERAL (SELECT count(*)::int AS regles FROM sms_envois_automatiques r WHERE r.modele_id = m.id) re ON true`;
const COMPTES_USAGE = `coalesce(ev.envois, 0) AS envois, coalesce(ev.programmes, 0) AS programmes,
         coalesce(ev.effectues, 0) AS effectues, ca.campagnes, re.regles`;

const LISTE = `
  ${sqlSommes()}
  SELECT m.document_id, m.nom, coalesce(m.objet, '') AS objet, m.type_contact, m.destinataires, m.modalites,
         m.but, coalesce(m.inactif, false) AS inactif,
         jsonb_array_length(coalesce(m.pieces_jointes, '[]'::jsonb)) AS pieces, m.created_at, m.updated_at,
         ${sqlNomCompte('c1')} AS cree_par, ${sqlNomCompte('c2')} AS modifie_par,
         ${COMPTES_USAGE}
    FROM sms_modeles m
    LEFT JOIN admin_users c1 ON c1.id = m.created_by_id
    LEFT JOIN admin_users c2 ON c2.id = m.updated_by_id
    ${USAGE}
   WHERE m.type_contact = :typeContact
     AND (:destinataire::text IS NULL OR m.destinataires @> to_jsonb(ARRAY[:destinataire::text]))
     AND (:modalite::text IS NULL OR m.modalites @> to_jsonb(ARRAY[:modalite::text]))
     AND (:inactif::boolean IS NULL OR coalesce(m.inactif, false) = :inactif::boolean)
   ORDER BY coalesce(m.inactif, false), m.updated_at DESC, m.id DESC`;

interface LigneListe extends LigneUsage {
  document_id: string;
  nom: string;
  objet: string;
  type_contact: TypeContact;
  destinataires: LigneModele['destinataires'];
  modalites: LigneModele['modalites'] | null;
  but: LigneModele['but'];
  inactif: boolean;
  pieces: number;
  created_at: Date;
  updated_at: Date;
  cree_par: string;
  modifie_par: string;
}

interface LigneUsage {
  envois: number;
  programmes: number;
  effectues: number;
  campagnes: number;
  regles: number;
}

/** jsonb comes back as text from Strapi's connection, parsed from any other. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller wrote the column
export function fromJson<T>(valeur: unknown): T {
  return (typeof valeur === 'string' ? JSON.parse(valeur) : valeur) as T;
}

function toUsage(ligne: LigneUsage): UsageModele {
  const { envois, programmes, effectues, campagnes, regles } = ligne;
  return { envois, programmes, effectues, campagnes, envoisAutomatiques: regles };
}

function toLigneModele(ligne: LigneListe): LigneModele {
  const usage = toUsage(ligne);
  return {
    documentId: ligne.document_id,
    nom: ligne.nom,
    objet: ligne.objet,
    typeContact: ligne.type_contact,
    destinataires: fromJson(ligne.destinataires),
    modalites: fromJson<LigneModele['modalites'] | null>(ligne.modalites) ?? [],
    but: ligne.but,
    inactif: ligne.inactif,
    creePar: ligne.cree_par,
    creeLe: ligne.created_at.toISOString(),
    modifiePar: ligne.modifie_par,
    modifieLe: ligne.updated_at.toISOString(),
    piecesJointes: ligne.pieces,
    usage,
    raisonSuppressionImpossible: raisonSuppressionImpossible(usage),
  };
}

async function listModeles(knex: Knex, demande: DemandeModeles): Promise<LigneModele[]> {
  const { typeContact, typeDestinataire, modalite, inactif } = demande;
  const lignes = await query<LigneListe>(knex, LISTE, {
    typeContact,
    destinataire: typeDestinataire ?? null,
    modalite: modalite ?? null,
    inactif: inactif === undefined ? null : inactif === 'true',
  });
  return lignes.map(toLigneModele);
}

async function readModele(knex: Knex, documentId: string): Promise<ModeleEnregistre | null> {
  const ligne = await knex('sms_modeles')
    .where({ document_id: documentId })
    .first<Record<string, unknown> | undefined>();
  if (ligne === undefined) {
    return null;
  }
  const modele = modeleSchema.parse({
    typeContact: ligne.type_contact,
    nom: ligne.nom,
    objet: ligne.objet ?? '',
    message: ligne.message ?? '',
    destinataires: fromJson(ligne.destinataires),
    but: ligne.but,
    inactif: ligne.inactif ?? false,
    modalites: fromJson(ligne.modalites ?? null),
    piecesJointes: fromJson(ligne.pieces_jointes ?? []),
  });
  return { ...modele, id: Number(ligne.id), documentId, version: Number(ligne.version ?? 0) };
}

export function createModeles(knex: Knex): ModeleStore {
  return {
    list: (demande) => listModeles(knex, demande),

    read: (documentId) => readModele(knex, documentId),

    async usage(documentId): Promise<UsageModele> {
      const [ligne] = await query<LigneUsage>(
        knex,
        `${sqlSommes('g.modele_id = (SELECT id FROM sms_modeles WHERE document_id = :documentId)')}
         SELECT ${COMPTES_USAGE} FROM sms_modeles m ${USAGE} WHERE m.document_id = :documentId`,
        { documentId }
      );
      return toUsage(ligne ?? { envois: 0, programmes: 0, effectues: 0, campagnes: 0, regles: 0 });
    },

    save: (sauvegarde) => saveModele(knex, sauvegarde),

    inactivate: (modele) => inactivateModele(knex, modele),

    countProgrammesHors: (documentId, perimetre) =>
      countProgrammesHors(knex, documentId, perimetre),

    /** The guard is in the statement too: an envoi scheduled meanwhile keeps its modele. */
    async delete(documentId): Promise<void> {
      await knex.transaction(async (trx) => {
        const [ligne] = await query<{ id: number; nom: string }>(
          trx,
          `DELETE FROM sms_modeles m WHERE m.document_id = :documentId
              AND NOT EXISTS (SELECT 1 FROM ${SQL_HISTORIQUE} v WHERE v.modele_id = m.id)
              AND NOT EXISTS (SELECT 1 FROM sms_envois_automatiques r WHERE r.modele_id = m.id)
           RETURNING m.id, m.nom`,
          { documentId }
        );
        if (ligne !== undefined) {
          await trx('sms_versions_modele').where({ modele_id: ligne.id }).delete();
          await noteActe(trx, 'modele-supprime', { modele: ligne.nom });
        }
      });
    },
  };
}
