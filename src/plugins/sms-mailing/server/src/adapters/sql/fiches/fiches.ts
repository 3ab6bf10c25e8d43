import type { Knex } from 'knex';
import type { Perimetre } from '../../../../../core/perimetre';
import type {
  ApercuOptions,
  DestinatairePrevu,
  FicheStore,
  ModeleAEnvoyer,
} from '../../../services/ports/fiches';
import { sqlVient } from '../cibles/occurrence';
import type { ActionVisee } from '../cibles/part';
import { sqlContexte } from '../contexte/valeurs';
import { sqlDestinataires } from '../destinataires/destination';
import { sqlFiches } from '../destinataires/fiches';
import { sqlActionVisible, sqlPerimetre } from '../destinataires/perimetre';
import { fromJson } from '../modeles/modeles';
import { query } from '../query';
import { sqlNomPersonne } from '../noms/affiches';

type LigneModele = Omit<ModeleAEnvoyer, 'destinataires' | 'modalites'> & {
  destinataires: unknown;
  modalites: unknown;
};

async function readModeles(knex: Knex, documentIds: readonly string[]): Promise<ModeleAEnvoyer[]> {
  const lignes = await query<LigneModele>(
    knex,
    `SELECT id, document_id AS "documentId", nom, type_contact AS "typeContact", but, coalesce(inactif, false) AS inactif,
            destinataires, coalesce(modalites, '[]'::jsonb) AS modalites, coalesce(version, 0) AS version
       FROM sms_modeles WHERE document_id = ANY(:documentIds)`,
    { documentIds: [...documentIds] }
  );
  return documentIds.flatMap((documentId) =>
    lignes
      .filter((ligne) => ligne.documentId === documentId)
      .map((ligne) => ({
        ...ligne,
        destinataires: fromJson<ModeleAEnvoyer['destinataires']>(ligne.destinataires),
        modalites: fromJson<ModeleAEnvoyer['modalites']>(ligne.modalites),
      }))
  );
}

async function readAction(knex: Knex, documentId: string): Promise<ActionVisee | null> {
  const [action] = await query<ActionVisee>(
    knex,
    `SELECT id, document_id AS "documentId", objet, to_char(date, 'YYYY-MM-DD') AS date,
            to_char(heure_debut, 'HH24:MI') AS "heureDebut", coalesce(statut, '') = 'Annulée' AS annulee
       FROM actions WHERE document_id = :documentId LIMIT 1`,
    { documentId }
  );
  return action ?? null;
}

export async function canReachAction(
  knex: Knex,
  documentId: string,
  perimetre: Perimetre
): Promise<boolean> {
  const visible = sqlActionVisible(perimetre);
  const lignes = await query(
    knex,
    `SELECT 1 FROM actions a WHERE a.document_id = :documentId AND ${visible.sql} LIMIT 1`,
    { ...visible.params, documentId }
  );
  return lignes.length === 1;
}

/** The persons (`documentIds`), or the participants of the action, or both at once. */
function sqlVises(options: ApercuOptions): string {
  if (options.actionDocumentId === null) {
    return `SELECT f.id AS destinataire_id, NULL::int AS action_id, NULL::int AS participation_id
              FROM (${sqlFiches(options.typeDestinataire)}) f
             WHERE f.document_id = ANY(:documentIds)`;
  }
  return `SELECT DISTINCT ON (le.entrepreneur_id) le.entrepreneur_id AS destinataire_id, a.id AS action_id, p.id AS participation_id
            FROM actions a
            JOIN participations_action_lnk la ON la.action_id = a.id
            JOIN participations p ON p.id = la.participation_id
            JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
            JOIN entrepreneurs e ON e.id = le.entrepreneur_id
           WHERE a.document_id = :actionDocumentId
             AND (${sqlVient('p')} OR (:inclureListeAttente AND p.statut <> 'Annulé'))
             AND (:tous OR e.document_id = ANY(:documentIds))
           ORDER BY le.entrepreneur_id, p.id`;
}

async function listPrevus(
  knex: Knex,
  options: ApercuOptions & { promotionSansConsentement: boolean }
): Promise<DestinatairePrevu[]> {
  const perimetre = sqlPerimetre(options.perimetre);
  const contexte = sqlContexte(options.donnees, options.typeDestinataire);
  return query<DestinatairePrevu>(
    knex,
    `SELECT d.document_id AS "documentId", ${sqlNomPersonne('d')} AS nom,
            d.adresse, d.motif, ${contexte.valeurs} AS valeurs
       FROM (${sqlVises(options)}) u
       JOIN LATERAL (SELECT * FROM (${sqlDestinataires(options)}) z WHERE z.id = u.destinataire_id LIMIT 1) d ON true
       ${contexte.jointures}
      WHERE ${perimetre.sql}
      ORDER BY nom, d.id LIMIT :limite`,
    {
      ...perimetre.params,
      actionDocumentId: options.actionDocumentId,
      documentIds: [...(options.documentIds ?? [])],
      tous: options.documentIds === null,
      inclureListeAttente: options.inclureListeAttente,
      limite: options.limite,
    }
  );
}

export function createFiches(
  knex: Knex,
  promotionSansConsentement: () => Promise<boolean>
): FicheStore {
  return {
    readModeles: (documentIds) => readModeles(knex, documentIds),
    readAction: (documentId) => readAction(knex, documentId),
    canReachAction: (documentId, perimetre) => canReachAction(knex, documentId, perimetre),

    async canReach(type, documentId, perimetre): Promise<boolean> {
      const condition = sqlPerimetre(perimetre);
      const lignes = await query(
        knex,
        `SELECT 1 FROM (${sqlFiches(type)}) d WHERE d.document_id = :documentId AND ${condition.sql} LIMIT 1`,
        { ...condition.params, documentId }
      );
      return lignes.length === 1;
    },

    apercu: async (options) =>
      listPrevus(knex, {
        ...options,
        promotionSansConsentement: await promotionSansConsentement(),
      }),
  };
}
