import type { Knex } from 'knex';
import type { But, Modalite, TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import type { GroupeEnAttente, VueAttente } from '../../../services/ports/attente';
import { sqlPourMoitie } from '../cibles/conditions';
import { sqlDestinataires } from '../destinataires/destination';
import { sqlFiches } from '../destinataires/fiches';
import { sqlReverification } from '../envois/claim';
import { query } from '../query';

/** Judged by one statement: the same conditions hold for all of it. */
interface Lot {
  typeDestinataire: TypeDestinataire;
  typeContact: TypeContact;
  but: But;
  modalite: Modalite;
}

const EN_ATTENTE = `f.etat = 'attente' AND f.disponible_le <= :jusqua::timestamp
  AND (:depuis::timestamp IS NULL OR f.disponible_le > :depuis::timestamp)`;
const FILE = `sms_file f JOIN sms_modeles m ON m.id = f.modele_id`;
const BUT = `CASE WHEN f.type_contact = 'newsletter' THEN 'promotion' ELSE m.but END`;

const LOTS = `
  SELECT DISTINCT f.type_destinataire AS "typeDestinataire", f.type_contact AS "typeContact", ${BUT} AS but, f.modalite
    FROM ${FILE} WHERE ${EN_ATTENTE}`;

/**
 * Lines that wait, for a WITH: `attente`, and `juges` with what would become of each if it left now. The
 * coordonnées are sorted once for all of them: a look-up a line cost half a minute at 50,000.
 */
export function sqlJuges(lot: Lot, promotionSansConsentement: boolean): string {
  const { motifs, jointures } = sqlReverification(lot.modalite);
  const choix = { ...lot, promotionSansConsentement };
  return `
  attente AS MATERIALIZED (
    SELECT e.id, e.document_id, e.cle, e.nom, e.modele_id, e.campagne_id, e.envoi_automatique_id, e.destinataire_id,
           e.action_id, e.action_date, e.participation_id, e.annulee_confirmee, e.antenne_id AS antenne_tenue,
           e.equipe_id AS equipe_tenue, e.referent_id AS referent_tenu, e.credits, e.modalite, e.auteur_id, e.prevu_le
      FROM ${FILE}
      JOIN sms_envois e ON e.id = f.envoi_id
     WHERE ${EN_ATTENTE} AND f.type_destinataire = :typeDestinataire AND f.type_contact = :typeContact
       AND f.modalite = :modalite AND ${sqlPourMoitie(`${BUT} = :but`)}
  ), vus AS MATERIALIZED (
    SELECT v.* FROM (${sqlFiches(lot.typeDestinataire)}) v
     WHERE v.id IN (SELECT t.destinataire_id FROM attente t)
  ), juges AS (
    SELECT u.*, d.document_id AS fiche_document, d.adresse,
           coalesce(d.antenne_id, u.antenne_tenue) AS antenne_id, coalesce(d.equipe_id, u.equipe_tenue) AS equipe_id,
           coalesce(d.referent_id, u.referent_tenu) AS referent_id,
           CASE WHEN d.id IS NULL THEN 'fiche_absente' ${motifs} ELSE d.motif END AS motif
      FROM attente u
      LEFT JOIN sms_modeles mo ON mo.id = u.modele_id
      LEFT JOIN (SELECT DISTINCT ON (z.id) z.* FROM (${sqlDestinataires(choix, { cibles: 'vus' })}) z ORDER BY z.id) d
        ON d.id = u.destinataire_id
      ${jointures})`;
}

async function groupLot(
  knex: Knex,
  lot: Lot,
  vue: VueAttente & { zone: string },
  promotionSansConsentement: boolean
): Promise<GroupeEnAttente[]> {
  const { typeDestinataire, typeContact, but, modalite } = lot;
  const lignes = await query<Omit<GroupeEnAttente, keyof Lot | 'enFile'>>(
    knex,
    `WITH ${sqlJuges(lot, promotionSansConsentement)}
     SELECT r2.document_id AS regle, j.campagne_id AS "campagneId", mo2.document_id AS "modeleDocumentId",
            mo2.nom AS modele, j.antenne_id AS "antenneId", j.equipe_id AS "equipeId", j.referent_id AS "referentId", j.motif,
            count(*)::int AS personnes,
            CASE WHEN j.motif IS NULL THEN coalesce(sum(j.credits), 0) ELSE 0 END::int AS credits,
            CASE WHEN j.motif IS NULL THEN array_agg(j.destinataire_id) ELSE '{}' END AS ids
       FROM juges j
       JOIN sms_modeles mo2 ON mo2.id = j.modele_id
       LEFT JOIN sms_envois_automatiques r2 ON r2.id = j.envoi_automatique_id
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`,
    { ...vue, typeDestinataire, typeContact, but, modalite }
  );
  return lignes.map((ligne) => ({
    ...ligne,
    ...{ typeDestinataire, typeContact, but, modalite, enFile: true },
  }));
}

/** What waits for one evening and would leave or not, by origine and rattachement. */
export async function groupAttente(
  knex: Knex,
  vue: VueAttente & { zone: string },
  promotionSansConsentement: boolean
): Promise<GroupeEnAttente[]> {
  const { depuis, jusqua } = vue;
  const lots = await query<Lot>(knex, LOTS, { depuis, jusqua });
  const groupes: GroupeEnAttente[] = [];
  for (const lot of lots) {
    groupes.push(...(await groupLot(knex, lot, vue, promotionSansConsentement)));
  }
  return groupes;
}
