import type { Knex } from 'knex';
import type { Perimetre } from '../../../../../core/perimetre';
import type { But, TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import type { Attente, AttenteStore, LigneAttente } from '../../../services/ports/attente';
import { sqlDestinataires } from '../destinataires/destination';
import { sqlPerimetre } from '../destinataires/perimetre';
import { query } from '../query';

/** A worker says « alive » every few seconds: what it said a minute ago holds no more. */
const ALERTES = `
  SELECT DISTINCT alerte FROM sms_ouvriers
   WHERE alerte IS NOT NULL AND vu_le > (clock_timestamp() AT TIME ZONE 'UTC') - interval '1 minute'`;

interface Groupe {
  typeDestinataire: TypeDestinataire;
  typeContact: TypeContact;
  but: But;
}

const EN_ATTENTE = `f.etat = 'attente' AND f.disponible_le <= :jusqua`;
const FILE = `sms_file f JOIN sms_modeles m ON m.id = f.modele_id`;
const BUT = `CASE WHEN f.type_contact = 'newsletter' THEN 'promotion' ELSE m.but END`;

/** Destinataires that are judged alike stand in one statement. */
const GROUPES = `
  SELECT DISTINCT f.type_destinataire AS "typeDestinataire", f.type_contact AS "typeContact", ${BUT} AS but
    FROM ${FILE} WHERE ${EN_ATTENTE}`;

async function listLignes(
  knex: Knex,
  groupe: Groupe & { promotionSansConsentement: boolean },
  jusqua: Date,
  perimetre: Perimetre
): Promise<LigneAttente[]> {
  const portee = sqlPerimetre(perimetre, 'u');
  const lignes = await query<Omit<LigneAttente, 'but'>>(
    knex,
    `SELECT m.document_id AS "modeleDocumentId", m.nom AS modele, f.type_contact AS "typeContact", f.modalite,
            CASE WHEN d.id IS NULL THEN 'fiche_absente' ELSE d.motif END AS motif,
            count(*)::int AS personnes, coalesce(sum(u.credits), 0)::int AS credits
       FROM ${FILE}
       JOIN sms_envois u ON u.id = f.envoi_id
       LEFT JOIN LATERAL (
         SELECT * FROM (${sqlDestinataires(groupe)}) z WHERE z.id = u.destinataire_id LIMIT 1) d ON true
      WHERE ${EN_ATTENTE} AND f.type_destinataire = :typeDestinataire AND f.type_contact = :typeContact
        AND ${BUT} = :but AND ${portee.sql}
      GROUP BY 1, 2, 3, 4, 5`,
    { ...portee.params, ...groupe, jusqua }
  );
  return lignes.map((ligne) => ({ ...ligne, but: groupe.but }));
}

async function countIncertains(knex: Knex, perimetre: Perimetre): Promise<number> {
  const portee = sqlPerimetre(perimetre, 'u');
  const [ligne] = await query<{ nombre: number }>(
    knex,
    `SELECT count(*)::int AS nombre FROM sms_envois u WHERE u.statut = 'incertain' AND ${portee.sql}`,
    portee.params
  );
  return ligne?.nombre ?? 0;
}

/** What waits for the evening, for the panel's first page. */
async function describeAttente(
  knex: Knex,
  { jusqua, perimetre }: { jusqua: Date; perimetre: Perimetre },
  promotionSansConsentement: boolean
): Promise<Attente> {
  const groupes = await query<Groupe>(knex, GROUPES, { jusqua });
  const lignes: LigneAttente[] = [];
  for (const groupe of groupes) {
    const choix = { ...groupe, promotionSansConsentement };
    lignes.push(...(await listLignes(knex, choix, jusqua, perimetre)));
  }
  const alertes = await query<{ alerte: string }>(knex, ALERTES);
  return {
    lignes,
    incertains: await countIncertains(knex, perimetre),
    alertes: alertes.map(({ alerte }) => alerte),
  };
}

export function createAttente(
  knex: Knex,
  promotionSansConsentement: () => Promise<boolean>
): AttenteStore {
  return {
    describe: async (jusqua, perimetre) =>
      describeAttente(knex, { jusqua, perimetre }, await promotionSansConsentement()),
    async wake(): Promise<void> {
      await knex.raw(`SELECT pg_notify('sms_envois', '')`);
    },
  };
}
