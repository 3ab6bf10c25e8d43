import type { Knex } from 'knex';
import { addDays, instantOf } from '../../../../../core/horaire';
import type { MotifExclusion } from '../../../../../core/motif';
import type { Perimetre } from '../../../../../core/perimetre';
import type { OrigineSoiree } from '../../../../../core/prevision';
import type { StatutEnvoi } from '../../../../../core/vocabulaire';
import { sqlPerimetre } from '../destinataires/perimetre';
import { query } from '../query';

/** What one evening made of the envois of one origine; of those excluded, by motif. */
export interface LigneEcrite extends OrigineSoiree {
  statut: StatutEnvoi;
  motif: MotifExclusion | null;
  nombre: number;
  enVol: number;
  credits: number;
  premierLe: Date | null;
  dernierLe: Date | null;
}

export interface VueBilan {
  soir: string;
  perimetre: Perimetre;
}

/**
 * The envois `e` of an evening: what it planned or should have sent, tests and what left at a click apart. What was missed and planned
 * the next morning is the evening's before (decision B5). Bounds first, for the index.
 */
const DU_SOIR = `
  e.prevu_le >= :debut::timestamp AND e.prevu_le < :fin::timestamp
  AND e.modalite IN ('campagne', 'fiche_entrepreneur', 'envoi_automatique') AND NOT starts_with(e.cle, 't:')
  AND e.au_clic IS NOT TRUE
  AND ((e.prevu_le AT TIME ZONE 'UTC' AT TIME ZONE :zone)::date
       - CASE WHEN e.retarde AND (e.prevu_le AT TIME ZONE 'UTC' AT TIME ZONE :zone)::time < :heure::time
              THEN 1 ELSE 0 END) = :soir::date`;

interface Horloge {
  zone: string;
  /** 'HH:mm' of the evening run. */
  heure: string;
}

/** What `DU_SOIR` asks for. */
const paramsDuSoir = (soir: string, { zone, heure }: Horloge) => ({
  ...{ soir, zone, heure },
  debut: instantOf(soir, '00:00', zone),
  fin: instantOf(addDays(soir, 2), '00:00', zone),
});

const BILAN = `
  SELECT e.modalite, r.document_id AS regle, e.campagne_id AS "campagneId", m.document_id AS "modeleDocumentId",
         m.nom AS modele, e.type_contact AS "typeContact", e.type_destinataire AS "typeDestinataire",
         CASE WHEN e.type_contact = 'newsletter' THEN 'promotion' ELSE m.but END AS but,
         CASE e.statut WHEN 'remis' THEN 'envoye' ELSE e.statut END AS statut,
         CASE WHEN e.statut = 'exclu' THEN e.motif END AS motif,
         count(*)::int AS nombre, count(*) FILTER (WHERE f.etat = 'en_cours')::int AS "enVol",
         coalesce(sum(e.credits) FILTER (WHERE e.statut IN ('envoye', 'remis') AND e.type_contact = 'sms'), 0)::int AS credits,
         min(e.envoye_le) AS "premierLe", max(e.envoye_le) AS "dernierLe"
    FROM sms_envois e
    JOIN sms_modeles m ON m.id = e.modele_id
    LEFT JOIN sms_envois_automatiques r ON r.id = e.envoi_automatique_id
    LEFT JOIN sms_file f ON f.envoi_id = e.id`;

export function readBilan(
  knex: Knex,
  { soir, perimetre }: VueBilan,
  horloge: Horloge
): Promise<LigneEcrite[]> {
  const portee = sqlPerimetre(perimetre, 'e');
  return query<LigneEcrite>(
    knex,
    `${BILAN} WHERE ${DU_SOIR} AND ${portee.sql} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
    { ...portee.params, ...paramsDuSoir(soir, horloge) }
  );
}

/** The failed of one evening, for « Renvoyer aux échecs ». */
export function listEchecsDuSoir(
  knex: Knex,
  { soir, perimetre }: VueBilan,
  horloge: Horloge
): Promise<{ documentId: string }[]> {
  const portee = sqlPerimetre(perimetre, 'e');
  return query(
    knex,
    `SELECT e.document_id AS "documentId" FROM sms_envois e
      WHERE ${DU_SOIR} AND ${portee.sql} AND e.statut = 'echec' ORDER BY e.id`,
    { ...portee.params, ...paramsDuSoir(soir, horloge) }
  );
}

/** How many each rule planned, evening by evening, but for what someone took out. */
export function countParRegle(
  knex: Knex,
  vue: { depuis: string; avant: string; zone: string; heure: string }
): Promise<{ regle: string; soir: string; nombre: number }[]> {
  const { depuis, avant, zone } = vue;
  return query(
    knex,
    `SELECT r.document_id AS regle, count(*)::int AS nombre,
            to_char((e.prevu_le AT TIME ZONE 'UTC' AT TIME ZONE :zone)::date, 'YYYY-MM-DD') AS soir
       FROM sms_envois e JOIN sms_envois_automatiques r ON r.id = e.envoi_automatique_id
      WHERE e.prevu_le >= :debut::timestamp AND e.prevu_le < :fin::timestamp
        AND e.modalite = 'envoi_automatique' AND NOT starts_with(e.cle, 't:') AND e.statut <> 'annule'
      GROUP BY 1, 3`,
    { zone, debut: instantOf(depuis, '00:00', zone), fin: instantOf(avant, '00:00', zone) }
  );
}

/** The last evening opened until `avant` included. */
export async function readSoireePassee(
  knex: Knex,
  avant: string
): Promise<{ soir: string } | null> {
  const [ligne] = await query<{ soir: string | null }>(
    knex,
    `SELECT to_char(max(soir), 'YYYY-MM-DD') AS soir FROM sms_soirees WHERE soir <= :avant::date`,
    { avant }
  );
  const soir = ligne?.soir ?? null;
  return soir === null ? null : { soir };
}

/** The modèles of the rules that an evening left aside. */
export async function listNonProgrammees(knex: Knex, soir: string): Promise<string[]> {
  const lignes = await query<{ nom: string }>(
    knex,
    `SELECT DISTINCT coalesce(m.nom, 'envoi automatique supprimé') AS nom
       FROM sms_soirees s
       CROSS JOIN LATERAL jsonb_array_elements(s.ecartees) x
       LEFT JOIN sms_envois_automatiques r ON r.id = (x ->> 'regleId')::int
       LEFT JOIN sms_modeles m ON m.id = r.modele_id
      WHERE s.soir = :soir::date ORDER BY 1`,
    { soir }
  );
  return lignes.map(({ nom }) => nom);
}
