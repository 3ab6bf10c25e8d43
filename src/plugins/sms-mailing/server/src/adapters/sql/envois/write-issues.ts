import type { Knex } from 'knex';
import type { Issue } from '../../../services/ports/envois';
import type { Empreinteur } from '../../../services/ports/calculs';
import { createOppositions } from '../oppositions/oppositions';
import { debitPackages } from '../packages-sms/debit-packages';
import { query } from '../query';

interface Ligne {
  id: number;
  ouvrier: string;
  statut: Issue['statut'];
  motif: string | null;
  detail: string | null;
  adresse: string | null;
  reference: string | null;
  credits: number | null;
  disponible_le: Date | null;
  compte: boolean;
}

/** One outcome, and the worker that says it. */
export interface IssueDite {
  ouvrier: string;
  issue: Issue;
}

const VIDE = {
  motif: null,
  detail: null,
  adresse: null,
  reference: null,
  credits: null,
  disponible_le: null,
  compte: true,
} as const;

/** Servers may answer anything: what jsonb refuses would hold back the whole group. */
function clean(texte: string): string {
  return texte.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');
}

function toLigne({ ouvrier, issue }: IssueDite): Ligne {
  const base = { ...VIDE, ouvrier, id: issue.id, statut: issue.statut };
  switch (issue.statut) {
    case 'envoye': {
      const reference = issue.reference === null ? null : clean(issue.reference);
      return { ...base, reference, credits: issue.credits };
    }
    case 'exclu':
      return { ...base, motif: issue.motif, detail: issue.detail, credits: 0, compte: false };
    case 'echec': {
      const { motif, adresse } = issue;
      return { ...base, motif, detail: clean(issue.detail), adresse, credits: 0 };
    }
    case 'incertain':
      return { ...base, detail: clean(issue.detail) };
    case 'programme': {
      const detail = issue.detail === null ? null : clean(issue.detail);
      return { ...base, detail, disponible_le: issue.disponibleLe, compte: issue.compte };
    }
  }
}

/**
 * Only who holds an envoi settles it: what a worker taken for dead says of an envoi in other hands is
 * ignored. Except that it left: that is true whoever says it, and keeps it from leaving again. An outcome
 * that comes late may so settle an envoi incertain, never the reverse (docs/adr/0005).
 */
const WRITE = `
  UPDATE sms_envois e
     SET statut = i.statut, motif = i.motif, detail = left(i.detail, 2000),
         adresse = coalesce(i.adresse, e.adresse), reference = coalesce(i.reference, e.reference),
         credits = coalesce(i.credits, e.credits),
         valeurs = CASE WHEN i.statut IN ('envoye', 'incertain') THEN e.valeurs END,
         disponible_le = coalesce(i.disponible_le, e.disponible_le),
         tentatives = e.tentatives + CASE WHEN i.compte THEN 1 ELSE 0 END,
         ouvrier = CASE WHEN i.statut = 'programme' THEN NULL ELSE i.ouvrier END,
         envoye_le = CASE WHEN i.statut = 'envoye' THEN :now ELSE e.envoye_le END,
         termine_le = CASE WHEN i.statut = 'programme' THEN NULL ELSE :now::timestamp END,
         updated_at = :now
    FROM jsonb_to_recordset(:lignes::jsonb) AS i(id int, ouvrier text, statut text, motif text, detail text,
           adresse text, reference text, credits int, disponible_le timestamp, compte boolean)
   WHERE e.id = i.id
     AND ((e.ouvrier = i.ouvrier
           AND (e.statut IN ('reserve', 'en_cours') OR (e.statut = 'incertain' AND i.statut = 'echec')))
          OR (i.statut = 'envoye' AND e.statut IN ('programme', 'reserve', 'en_cours', 'incertain', 'annule')))
  RETURNING e.id, e.statut, e.motif, e.type_contact, e.credits`;

interface Ecrite {
  id: number;
  statut: string;
  motif: string | null;
  type_contact: string;
  credits: number;
}

/** Outcomes, debits and oppositions in one transaction: written twice, they count once. */
export async function writeIssues(
  knex: Knex,
  empreinteur: Empreinteur,
  issues: readonly IssueDite[],
  now: Date
): Promise<void> {
  const lignes = JSON.stringify(issues.map(toLigne));
  await knex.transaction(async (trx) => {
    const ecrites = await query<Ecrite>(trx, WRITE, { lignes, now });
    const sms = ecrites.filter(({ type_contact: type }) => type === 'sms');
    const partis = sms.filter(({ statut, credits }) => statut === 'envoye' && credits > 0);
    if (partis.length > 0) {
      await debitPackages(trx, partis, now);
    }
    const oppositions = createOppositions(trx, empreinteur);
    for (const { id } of sms.filter(({ motif }) => motif === 'opposition')) {
      await oppositions.addFromEnvoi('stop', id, now);
    }
  });
}
