import type { Knex } from 'knex';
import { z } from 'zod';
import { changementOf, type Changement } from '../../../../../core/acte';
import {
  envoiAutomatiqueSchema,
  type EnvoiAutomatique,
} from '../../../../../core/envoi-automatique';
import { perimetreSchema, TOUT } from '../../../../../core/perimetre';
import type { But, TypeContact } from '../../../../../core/vocabulaire';
import type {
  RegleActive,
  RegleEnregistree,
  RegleStore,
  SauvegardeRegle,
} from '../../../services/ports/envois-automatiques';
import { noteActe } from '../actes/note-acte';
import type { Horloge } from '../cibles/part';
import { fromJson } from '../modeles/modeles';
import { query } from '../query';
import { listConflits } from './conflits';

interface LigneSql {
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
  perimetre: unknown;
}

/** `r` the rule, `m` its modele. */
const COLONNES_REGLE = `
  r.id, r.document_id, coalesce(r.version, 0) AS version, r.modele_id, r.type_contact, r.delai, r.criteres, coalesce(r.inactif, false) AS inactif,
  coalesce(r.rattrapage, false) AS rattrapage, coalesce(r.prevenir_si_date_change, true) AS prevenir_si_date_change,
  coalesce(r.inclure_liste_attente, false) AS inclure_liste_attente, coalesce(r.recap_intervenant, false) AS recap_intervenant,
  m.document_id AS modele_document_id, m.nom AS modele_nom, coalesce(m.inactif, false) AS modele_inactif, m.but,
  r.perimetre`;

const REGLES = `SELECT ${COLONNES_REGLE} FROM sms_envois_automatiques r JOIN sms_modeles m ON m.id = r.modele_id`;
const REGLES_ACTIVES = `${REGLES}
   WHERE NOT coalesce(r.inactif, false) AND NOT coalesce(m.inactif, false)
   ORDER BY r.id`;

function toRegle(ligne: LigneSql): EnvoiAutomatique {
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
    perimetre: ligne.perimetre === null ? TOUT : perimetreSchema.parse(fromJson(ligne.perimetre)),
  };
}

function toColonnes({ regle, modeleId, perimetre, now }: SauvegardeRegle): Record<string, unknown> {
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
    perimetre: JSON.stringify(perimetre),
    updated_at: now,
  };
}

/** A rule whose row can no longer be read costs the others nothing: it is named where it matters. */
function readRegle(ligne: LigneSql): RegleEnregistree | null {
  try {
    return toEnregistree(ligne);
  } catch (erreur) {
    if (erreur instanceof z.ZodError || erreur instanceof SyntaxError) {
      return null;
    }
    throw erreur;
  }
}

const AVANT = `
  SELECT coalesce(inactif, false) AS inactif FROM sms_envois_automatiques WHERE document_id = :documentId FOR UPDATE`;

async function readAvant(
  trx: Knex,
  { lue }: SauvegardeRegle
): Promise<{ inactif: boolean } | null> {
  const params = { documentId: lue?.documentId ?? null };
  const [avant] = await query<{ inactif: boolean }>(trx, AVANT, params);
  return lue === null ? null : (avant ?? null);
}

async function noteRegle(
  trx: Knex,
  changement: Changement | 'supprime',
  { modeleId, delai }: { modeleId: number; delai: number }
): Promise<void> {
  const [modele] = await trx('sms_modeles').where({ id: modeleId }).pluck<string[]>('nom');
  await noteActe(trx, `regle-${changement}`, { modele: modele ?? '', delai });
}

const saveRegle = (knex: Knex, sauvegarde: SauvegardeRegle): Promise<string | null> =>
  knex.transaction(async (trx) => {
    const avant = await readAvant(trx, sauvegarde);
    const documentId = await writeRegle(trx, sauvegarde);
    if (documentId !== null) {
      const { regle, modeleId } = sauvegarde;
      await noteRegle(trx, changementOf(avant, regle), { modeleId, delai: regle.delai });
    }
    return documentId;
  });

async function writeRegle(knex: Knex, sauvegarde: SauvegardeRegle): Promise<string | null> {
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

export function createRegles(knex: Knex, horloge: Horloge): RegleStore {
  return {
    async list(): Promise<RegleEnregistree[]> {
      const lignes = await query<LigneSql>(knex, `${REGLES} ORDER BY r.id`);
      return lignes.map(readRegle).filter((regle) => regle !== null);
    },

    async listActives(): Promise<RegleActive[]> {
      const lignes = await query<LigneSql>(knex, REGLES_ACTIVES);
      return lignes.map((ligne) => ({
        id: ligne.id,
        modeleNom: ligne.modele_nom,
        lue: readRegle(ligne),
      }));
    },

    async read(documentId): Promise<RegleEnregistree | null> {
      const [ligne] = await query<LigneSql>(knex, `${REGLES} WHERE r.document_id = :documentId`, {
        documentId,
      });
      return ligne === undefined ? null : toEnregistree(ligne);
    },

    save: (sauvegarde) => saveRegle(knex, sauvegarde),

    async delete(documentId): Promise<void> {
      await knex.transaction(async (trx) => {
        const [supprimee] = await trx('sms_envois_automatiques')
          .where({ document_id: documentId })
          .delete()
          .returning<{ modele_id: number; delai: number }[]>(['modele_id', 'delai']);
        if (supprimee !== undefined) {
          const { modele_id: modeleId, delai } = supprimee;
          await noteRegle(trx, 'supprime', { modeleId, delai });
        }
      });
    },

    loadNoms: (documentIds) => loadNoms(knex, documentIds),
    listConflits: (regles, soir, perimetre) =>
      listConflits(knex, regles, { soir, perimetre }, horloge),
  };
}
