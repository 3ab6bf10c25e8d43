import type { Knex } from 'knex';
import {
  envoiAutomatiqueSchema,
  type EnvoiAutomatique,
} from '../../../../../core/envoi-automatique';
import { targetDate } from '../../../../../core/horaire';
import type {
  Candidat,
  OptionsCandidats,
  RegleEnregistree,
  RegleStore,
  SauvegardeRegle,
} from '../../../services/ports/envois-automatiques';
import type { MotifExclusion } from '../../../../../core/motif';
import type { But, StatutEnvoi, TypeContact } from '../../../../../core/vocabulaire';
import { sqlContexte } from '../contexte/valeurs';
import { sqlDestinataires } from '../destinataires/destination';
import { sqlPerimetre } from '../destinataires/perimetre';
import { fromJson } from '../modeles/modeles';
import { query } from '../query';
import { sqlCandidats } from './candidats';
import { listFaits } from './faits';
import { countSoir, listConflits, SQL_OCCURRENCE, sqlUniques, type ReglagesSoir } from './soir';

export interface LigneSql {
  id: number;
  document_id: string;
  version: number;
  modele_id: number;
  type_contact: TypeContact;
  delai: number;
  criteres: unknown;
  inactif: boolean;
  rattrapage: boolean;
  prevenir_si_date_change: boolean;
  inclure_liste_attente: boolean;
  recap_intervenant: boolean;
  modele_document_id: string;
  modele_nom: string;
  modele_inactif: boolean;
  but: But;
}

/** `r` the rule, `m` its modele. */
export const COLONNES_REGLE = `
  r.id, r.document_id, coalesce(r.version, 0) AS version, r.modele_id, r.type_contact, r.delai, r.criteres, coalesce(r.inactif, false) AS inactif,
  coalesce(r.rattrapage, false) AS rattrapage, coalesce(r.prevenir_si_date_change, true) AS prevenir_si_date_change,
  coalesce(r.inclure_liste_attente, false) AS inclure_liste_attente, coalesce(r.recap_intervenant, false) AS recap_intervenant,
  m.document_id AS modele_document_id, m.nom AS modele_nom, coalesce(m.inactif, false) AS modele_inactif, m.but`;

const REGLES = `SELECT ${COLONNES_REGLE} FROM sms_envois_automatiques r JOIN sms_modeles m ON m.id = r.modele_id`;

export function toRegle(ligne: LigneSql): EnvoiAutomatique {
  return envoiAutomatiqueSchema.parse({
    typeContact: ligne.type_contact,
    modeleDocumentId: ligne.modele_document_id,
    delai: ligne.delai,
    criteres: fromJson(ligne.criteres),
    inactif: ligne.inactif,
    rattrapage: ligne.rattrapage,
    prevenirSiDateChange: ligne.prevenir_si_date_change,
    inclureListeAttente: ligne.inclure_liste_attente,
    recapIntervenant: ligne.recap_intervenant,
  });
}

function toEnregistree(ligne: LigneSql): RegleEnregistree {
  return {
    id: ligne.id,
    documentId: ligne.document_id,
    version: ligne.version,
    regle: toRegle(ligne),
    modeleId: ligne.modele_id,
    modeleNom: ligne.modele_nom,
    modeleInactif: ligne.modele_inactif,
    but: ligne.but,
  };
}

function toColonnes({ regle, modeleId, now }: SauvegardeRegle): Record<string, unknown> {
  return {
    type_contact: regle.typeContact,
    modele_id: modeleId,
    delai: regle.delai,
    criteres: JSON.stringify(regle.criteres),
    inactif: regle.inactif,
    rattrapage: regle.rattrapage,
    prevenir_si_date_change: regle.prevenirSiDateChange,
    inclure_liste_attente: regle.inclureListeAttente,
    recap_intervenant: regle.recapIntervenant,
    updated_at: now,
  };
}

async function saveRegle(knex: Knex, sauvegarde: SauvegardeRegle): Promise<string | null> {
  const { lue, now } = sauvegarde;
  const colonnes = toColonnes(sauvegarde);
  const table = knex('sms_envois_automatiques');
  const ecriture =
    lue === null
      ? table.insert({
          ...colonnes,
          version: 1,
          document_id: knex.raw(`translate(gen_random_uuid()::text, '-', '')`),
          created_at: now,
          published_at: now,
        })
      : table
          .where({ document_id: lue.documentId })
          .whereRaw('coalesce(version, 0) = ?', [lue.version])
          .update({ ...colonnes, version: knex.raw('coalesce(version, 0) + 1') });
  const [ligne] = await ecriture.returning<{ document_id: string }[]>('document_id');
  return ligne?.document_id ?? null;
}

interface LigneCandidat {
  participation_id: number;
  action_id: number;
  entrepreneur_id: number;
  entrepreneur: string;
  action: string;
  nom: string;
  objet: string;
  action_date: string;
  adresse: string | null;
  motif: MotifExclusion | null;
  statut_existant: StatutEnvoi | null;
  valeurs: (string | null)[];
}

async function listCandidats(
  knex: Knex,
  enregistree: RegleEnregistree,
  options: OptionsCandidats,
  reglages: ReglagesSoir
): Promise<Candidat[]> {
  const { regle, modeleId, id } = enregistree;
  const ligne = { id, modeleId, typeContact: regle.typeContact, regle };
  const soir = { soir: options.soir, cible: targetDate(options.soir, regle.delai), ...reglages };
  const candidats = sqlCandidats(ligne, soir);
  const perimetre = sqlPerimetre(options.perimetre);
  const contexte = sqlContexte(options.donnees, 'entrepreneur');
  const lignes = await query<LigneCandidat>(
    knex,
    `SELECT u.participation_id, u.action_id, u.destinataire_id AS entrepreneur_id, u.objet,
            to_char(u.action_date, 'YYYY-MM-DD') AS action_date,
            btrim(upper(u.nom) || ' ' || coalesce(u.prenom, '')) AS nom, d.adresse, d.motif,
            u.entrepreneur, u.action, e.statut AS statut_existant,
            ${contexte.valeurs} AS valeurs
       FROM (${sqlUniques(candidats.sql)}) u
       JOIN LATERAL (SELECT * FROM (${sqlDestinataires({
         typeDestinataire: 'entrepreneur',
         typeContact: regle.typeContact,
         but: enregistree.but,
         promotionSansConsentement: await reglages.promotionSansConsentement(),
       })}) z WHERE z.id = u.destinataire_id LIMIT 1) d ON true
       LEFT JOIN LATERAL (${SQL_OCCURRENCE(':regleId', 'u')} AND v.modele_id = :modeleId LIMIT 1) e ON true
       ${contexte.jointures}
      WHERE ${perimetre.sql}
      ORDER BY u.action_date, u.action_id, nom LIMIT :limite`,
    { ...candidats.params, ...perimetre.params, regleId: id, limite: options.limite }
  );
  return lignes.map((l) => ({
    participationId: l.participation_id,
    actionId: l.action_id,
    entrepreneurId: l.entrepreneur_id,
    entrepreneurDocumentId: l.entrepreneur,
    actionDocumentId: l.action,
    nom: l.nom,
    actionObjet: l.objet,
    actionDate: l.action_date,
    adresse: l.adresse,
    motif: l.motif,
    statutExistant: l.statut_existant,
    valeurs: l.valeurs,
  }));
}

async function loadNoms(
  knex: Knex,
  documentIds: readonly string[]
): Promise<Record<string, string>> {
  const sources = ['ods', 'etapes', 'types_action'].map(
    (table) => `SELECT r.document_id, r.nom FROM ${table} r WHERE r.document_id = ANY(:documentIds)`
  );
  const lignes = await query<{ document_id: string; nom: string }>(
    knex,
    sources.join(' UNION ALL '),
    { documentIds: [...documentIds] }
  );
  return Object.fromEntries(lignes.map(({ document_id: id, nom }) => [id, nom]));
}

export function createRegles(knex: Knex, reglages: ReglagesSoir): RegleStore {
  return {
    async list(): Promise<RegleEnregistree[]> {
      return (await query<LigneSql>(knex, `${REGLES} ORDER BY r.id`)).map(toEnregistree);
    },

    async read(documentId): Promise<RegleEnregistree | null> {
      const [ligne] = await query<LigneSql>(knex, `${REGLES} WHERE r.document_id = :documentId`, {
        documentId,
      });
      return ligne === undefined ? null : toEnregistree(ligne);
    },

    save: (sauvegarde) => saveRegle(knex, sauvegarde),

    async delete(documentId): Promise<void> {
      await knex('sms_envois_automatiques').where({ document_id: documentId }).delete();
    },

    loadNoms: (documentIds) => loadNoms(knex, documentIds),
    countSoir: (regles, soir, perimetre) => countSoir(knex, regles, { soir, perimetre }, reglages),
    listConflits: (regles, soir, perimetre) =>
      listConflits(knex, regles, { soir, perimetre }, reglages),
    candidats: (regle, options) => listCandidats(knex, regle, options, reglages),
    listFaits: (choix) => listFaits(knex, choix),
  };
}
