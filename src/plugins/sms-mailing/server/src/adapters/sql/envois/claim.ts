import type { Knex } from 'knex';
import type { Donnee } from '../../../../../core/catalogue-signets';
import type { MotifExclusion } from '../../../../../core/motif';
import { transportOf } from '../../../../../core/vocabulaire';
import type { ClaimOptions, EnvoiPris, Lot } from '../../../services/ports/envois';
import { sqlVient } from '../cibles/occurrence';
import { sqlContexte } from '../contexte/valeurs';
import { fromJson } from '../modeles/modeles';
import { queryPrepared } from '../query';
import { sqlDestinataires, type ChoixDestination } from '../destinataires/destination';
import { sqlFiches } from '../destinataires/fiches';

/**
 * What the rows of an envoi automatique must still satisfy when they leave (guide §6.b, decisions B5, F12,
 * F17, F19). The others keep an inactive modele: its author chose to let them go (decision B9). A test
 * (key `t:`) may try an inactive rule (decision F13).
 */
const MOTIF_AUTOMATIQUE = `
  WHEN mo.inactif THEN 'modele_inactif'
  WHEN r.id IS NULL OR (r.inactif AND NOT starts_with(u.cle, 't:')) THEN 'regle_inactive'
  WHEN a.id IS NULL OR a.statut = 'Annulée' THEN 'action_annulee'
  WHEN a.date <> u.action_date THEN 'action_modifiee'
  WHEN pa.id IS NULL OR pa.statut = 'Annulé' THEN 'participation_annulee'
  WHEN NOT ${sqlVient('pa')} AND NOT coalesce(r.inclure_liste_attente, false) THEN 'liste_attente'
  WHEN r.delai < 0 AND a.date + coalesce(a.heure_debut, '00:00') <= (:now::timestamp AT TIME ZONE 'UTC' AT TIME ZONE :zone)
    THEN 'trop_tard'`;

const JOINTURES_AUTOMATIQUE = `
  LEFT JOIN sms_envois_automatiques r ON r.id = u.envoi_automatique_id
  LEFT JOIN actions a ON a.id = u.action_id
  LEFT JOIN participations pa ON pa.id = u.participation_id`;

/** Since the click (guide §8) the action may have been cancelled, unless it was and the click said so, or the participation. */
const MOTIF_FICHE_ACTION = `
  WHEN a.id IS NULL OR (a.statut = 'Annulée' AND NOT coalesce(u.annulee_confirmee, false)) THEN 'action_annulee'
  WHEN pa.id IS NULL OR pa.statut = 'Annulé' THEN 'participation_annulee'`;
const JOINTURES_FICHE_ACTION = `
  LEFT JOIN actions a ON a.id = u.action_id
  LEFT JOIN participations pa ON pa.id = u.participation_id`;

/** Of the lines `u` of that modalité, the modèle `mo`; needs `:now` and `:zone`. */
export function sqlReverification(modalite: Lot['modalite']): {
  motifs: string;
  jointures: string;
} {
  switch (modalite) {
    case 'envoi_automatique':
      return { motifs: MOTIF_AUTOMATIQUE, jointures: JOINTURES_AUTOMATIQUE };
    case 'fiche_action':
      return { motifs: MOTIF_FICHE_ACTION, jointures: JOINTURES_FICHE_ACTION };
    case 'campagne':
    case 'fiche_entrepreneur':
      return { motifs: '', jointures: '' };
  }
}

/**
 * Claim, eligibility and signet values in one statement: rows locked by another worker are skipped, and a
 * destinataire costs no query of its own. Nothing is taken once the epoch has moved.
 */
function sqlClaim(lot: Lot, choix: ChoixDestination, donnees: readonly Donnee[]): string {
  const { motifs, jointures } = sqlReverification(lot.modalite);
  const contexte = sqlContexte(donnees, lot.typeDestinataire);
  return `
  WITH c AS (
    SELECT envoi_id FROM sms_file
     WHERE voie = :voie AND transport = :transport AND modele_id = :modeleId AND type_contact = :typeContact
       AND type_destinataire = :typeDestinataire AND modalite = :modalite
       AND disponible_le <= :now AND (disponible_le, envoi_id) > (:depuis::timestamp, :depuisId::int)
       AND etat = 'attente' AND (SELECT numero FROM sms_epoque) = :epoque::bigint
     ORDER BY disponible_le, envoi_id LIMIT :limite
     FOR UPDATE SKIP LOCKED
  ), f AS (
    UPDATE sms_file f
       SET etat = 'reserve', ouvrier = :ouvrier, reserve_le = :now, version_id = :versionId, reglages_id = :reglagesId
     WHERE f.envoi_id = ANY(ARRAY(SELECT c.envoi_id FROM c))
    RETURNING f.envoi_id, f.tentatives, f.disponible_le
  ), u AS MATERIALIZED (
    SELECT e.id, e.cle, e.nom, e.destinataire_id, e.action_id, e.action_date, e.participation_id,
           e.envoi_automatique_id, e.annulee_confirmee, e.pieces_jointes, f.tentatives, f.disponible_le
      FROM f JOIN sms_envois e ON e.id = f.envoi_id
     WHERE e.id = ANY(ARRAY(SELECT f.envoi_id FROM f))
  ), vus AS MATERIALIZED (
    SELECT v.* FROM (${sqlFiches(lot.typeDestinataire)}) v WHERE v.id = ANY(ARRAY(SELECT u.destinataire_id FROM u))
  )
  SELECT u.id, u.cle, u.nom, u.tentatives, u.disponible_le AS "disponibleLe", d.adresse, d.contact_id AS "contactId",
         u.pieces_jointes AS "piecesJointes",
         CASE WHEN d.id IS NULL THEN 'fiche_absente'
              WHEN mo.id IS NULL THEN 'modele_inactif'
              ${motifs}
              ELSE d.motif END AS motif,
         ${contexte.valeurs} AS valeurs
    FROM u
    LEFT JOIN sms_modeles mo ON mo.id = :modeleId
    LEFT JOIN (${sqlDestinataires(choix, { cibles: 'vus' })}) d ON d.id = u.destinataire_id
    ${jointures}
    ${contexte.jointures}
   ORDER BY u.disponible_le, u.id`;
}

/** Before anything that waits. */
const DEBUT = new Date(0);

interface LigneClaim {
  id: number;
  cle: string;
  nom: string | null;
  tentatives: number;
  disponibleLe: Date;
  adresse: string | null;
  contactId: number | null;
  motif: MotifExclusion | null;
  valeurs: (string | null)[];
  piecesJointes: unknown;
}

export async function claimEnvois(
  knex: Knex,
  lot: Lot,
  options: ClaimOptions & {
    choix: ChoixDestination;
    zone: string;
    signJeton: (brut: string) => string;
  }
): Promise<EnvoiPris[]> {
  const rows = await queryPrepared<LigneClaim>(
    knex,
    sqlClaim(lot, options.choix, options.donnees),
    {
      now: options.now,
      zone: options.zone,
      ouvrier: options.ouvrier,
      limite: options.limite,
      versionId: options.versionId,
      reglagesId: options.reglagesId,
      epoque: options.epoque,
      depuis: options.apres?.disponibleLe ?? DEBUT,
      depuisId: options.apres?.id ?? 0,
      voie: options.voie,
      transport: transportOf(lot.typeContact),
      modeleId: lot.modeleId,
      typeDestinataire: lot.typeDestinataire,
      modalite: lot.modalite,
      typeContact: lot.typeContact,
    }
  );
  // One row per envoi, whatever a join of the CRM may have multiplied: a double here would be a double on the wire.
  const uniques = new Map(rows.map((row) => [row.id, row]));
  const lien = options.donnees.indexOf('action.lien_confirmation');
  return [...uniques.values()].map((row) => ({
    ...row,
    nom: row.nom ?? '',
    piecesJointes: fromJson<number[] | null>(row.piecesJointes) ?? [],
    valeurs: row.valeurs.map((valeur, rang) =>
      rang === lien && valeur !== null ? options.signJeton(valeur) : valeur
    ),
  }));
}
