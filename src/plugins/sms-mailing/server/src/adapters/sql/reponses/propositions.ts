import type { Knex } from 'knex';
import type { EtatAvantProposition } from '../../../../../core/proposition';
import type { CleRegle } from '../../../../../core/regle';
import type { Remplissage } from '../../../../../core/remplissage';
import type { Perimetre } from '../../../../../core/perimetre';
import { noteActe } from '../actes/note-acte';
import { sqlRemplissage, sqlTenues } from '../cibles/remplissage';
import { sqlFiches } from '../destinataires/fiches';
import { sqlPerimetre } from '../destinataires/perimetre';
import { execute, query } from '../query';

export interface PlaceOuverte {
  actionDocumentId: string;
  entrepreneurDocumentId: string;
  /** documentIds of modèles. */
  convocations: readonly string[];
  auteurId: number;
  confirmation: string;
  heures: number;
  now: Date;
  /** Whether it may be proposed, and until when; judged while nobody else takes a place of that action. */
  decide: (
    etat: Omit<EtatAvantProposition, 'porte'> & {
      action: { date: string; heureDebut: string | null; annulee: boolean };
    }
  ) => { refus: CleRegle } | { expireLe: Date; limite: string };
}

interface ActionTenue extends Remplissage {
  id: number;
  date: string;
  heureDebut: string | null;
  annulee: boolean;
  tenues: number;
}

const VERROU = 'SELECT 1 FROM actions WHERE document_id = :actionDocumentId FOR UPDATE';

const ACTION = `
  SELECT a.id, to_char(a.date, 'YYYY-MM-DD') AS date, to_char(a.heure_debut, 'HH24:MI') AS "heureDebut",
         a.statut IS NOT DISTINCT FROM 'Annulée' AS annulee, a.capacite, a.surbooking, r.inscrits, r.surbookes,
         ${sqlTenues()} AS tenues
    FROM actions a CROSS JOIN LATERAL ${sqlRemplissage()} r WHERE a.document_id = :actionDocumentId LIMIT 1`;

const PARTICIPATION = `
  SELECT p.id, p.statut = 'Liste d''attente' AS "enAttente"
    FROM participations p
    JOIN participations_action_lnk la ON la.participation_id = p.id
    JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
    JOIN entrepreneurs e ON e.id = le.entrepreneur_id
   WHERE la.action_id = :actionId::int AND e.document_id = :entrepreneurDocumentId
   ORDER BY p.statut IS NOT DISTINCT FROM 'Liste d''attente' DESC, p.id LIMIT 1`;

/** What nobody answered in time, or what no longer has a sense. */
const PERIMEES = `
  UPDATE sms_propositions t
     SET statut = CASE WHEN p.statut = 'Liste d''attente' THEN 'expiree' ELSE 'caduque' END, close_le = least(t.expire_le, :now::timestamp)
    FROM participations p
   WHERE p.id = t.participation_id AND t.participation_id = :participationId::int AND t.statut = 'ouverte'
     AND (t.expire_le <= :now::timestamp OR p.statut IS DISTINCT FROM 'Liste d''attente')`;

const INSERT = `
  INSERT INTO sms_propositions (action_id, participation_id, proposee_le, expire_le, limite, auteur_id, confirmation, convocations)
  VALUES (:actionId::int, :participationId::int, :now::timestamp, :expireLe::timestamp, :limite, :auteurId::int, :confirmation::uuid,
          :convocations::jsonb)
  ON CONFLICT DO NOTHING RETURNING id`;

type Ouverture = { refus: CleRegle } | { id: number; neuve: boolean; expireLe: Date };

/** One proposition of an action after the other; the same click twice is one. */
export function openProposition(knex: Knex, place: PlaceOuverte): Promise<Ouverture> {
  const { actionDocumentId, entrepreneurDocumentId, convocations, decide, ...suite } = place;
  const { now, confirmation, auteurId } = suite;
  return knex.transaction(async (trx): Promise<Ouverture> => {
    await query(trx, VERROU, { actionDocumentId });
    const [meme] = await query<{ id: number; expireLe: Date; auteurId: number | null }>(
      trx,
      'SELECT id, expire_le AS "expireLe", auteur_id AS "auteurId" FROM sms_propositions WHERE confirmation = :confirmation::uuid',
      { confirmation }
    );
    if (meme !== undefined) {
      return meme.auteurId === auteurId
        ? { ...meme, neuve: false }
        : { refus: 'confirmation-inconnue' };
    }
    const [action] = await query<ActionTenue>(trx, ACTION, { actionDocumentId, now });
    if (action === undefined) {
      return { refus: 'action-introuvable' };
    }
    const { id: actionId, date, heureDebut, annulee, tenues, ...remplissage } = action;
    const [lue] = await query<{ id: number; enAttente: boolean }>(trx, PARTICIPATION, {
      ...{ actionId, entrepreneurDocumentId },
    });
    const participationId = lue?.id ?? 0;
    await execute(trx, PERIMEES, { participationId, now });
    const ouvertes = await query(
      trx,
      `SELECT 1 FROM sms_propositions WHERE participation_id = :participationId AND statut = 'ouverte'`,
      { participationId }
    );
    const decision = decide({
      ...{ action: { date, heureDebut, annulee }, remplissage, tenues },
      enAttente: lue?.enAttente ?? false,
      dejaProposee: ouvertes.length > 0,
    });
    if ('refus' in decision) {
      return decision;
    }
    const { expireLe, limite } = decision;
    const [ecrite] = await query<{ id: number }>(trx, INSERT, {
      ...{ actionId, participationId, now, expireLe, limite, auteurId, confirmation },
      convocations: JSON.stringify(convocations),
    });
    if (ecrite === undefined) {
      return { refus: 'place-deja-proposee' };
    }
    return { id: ecrite.id, neuve: true, expireLe };
  });
}

const ANNONCEE = `
  SELECT a.objet, e.document_id AS entrepreneur
    FROM sms_propositions t
    JOIN actions a ON a.id = t.action_id
    JOIN participations_entrepreneur_lnk le ON le.participation_id = t.participation_id
    JOIN entrepreneurs e ON e.id = le.entrepreneur_id
   WHERE t.id = :id::int LIMIT 1`;

/** Once its message is programmed: one that could not be leaves no act. */
export async function noteProposition(knex: Knex, id: number): Promise<void> {
  const [annoncee] = await query<{ objet: string; entrepreneur: string }>(knex, ANNONCEE, { id });
  if (annoncee !== undefined) {
    const { objet, entrepreneur } = annoncee;
    await noteActe(knex, 'place-proposee', { action: objet }, { entrepreneur });
  }
}

const REPRISE = (portee: string): string => `
  UPDATE sms_propositions t SET statut = 'retiree', close_le = :now
    FROM actions a, participations_entrepreneur_lnk le
    JOIN (${sqlFiches('entrepreneur')}) d ON d.id = le.entrepreneur_id
   WHERE t.id = :id::int AND t.statut = 'ouverte' AND a.id = t.action_id AND a.document_id = :documentId
     AND le.participation_id = t.participation_id AND ${portee}
  RETURNING a.objet, d.document_id AS entrepreneur`;

/** « Reprendre la place »: false when she has answered meanwhile, or is out of reach. */
export function takeBackPlace(
  knex: Knex,
  { perimetre, ...quoi }: { documentId: string; id: number; perimetre: Perimetre; now: Date }
): Promise<boolean> {
  const portee = sqlPerimetre(perimetre);
  return knex.transaction(async (trx) => {
    // She may be taking it.
    await query(trx, VERROU, { actionDocumentId: quoi.documentId });
    const [reprise] = await query<{ objet: string; entrepreneur: string }>(
      trx,
      REPRISE(portee.sql),
      { ...portee.params, ...quoi }
    );
    if (reprise === undefined) {
      return false;
    }
    const { objet, entrepreneur } = reprise;
    await noteActe(trx, 'place-reprise', { action: objet }, { entrepreneur });
    return true;
  });
}
