import type { Knex } from 'knex';
import type { Issue } from '../../../services/ports/envois';
import type { Empreinteur } from '../../../services/ports/calculs';
import { canonCourriel } from '../../../../../core/courriel';
import type { Retour } from '../../../../../core/rebonds/rebond';
import { createOppositions } from '../oppositions/oppositions';
import { debitPackages } from '../packages-sms/debit-packages';
import { queryPrepared } from '../query';
import { noteRebond } from '../rebonds/note-rebond';
import { RENDU } from './file';

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
  /** What this try adds to those of the envoi. */
  essais: 0 | 1;
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
  essais: 1,
} as const;

/** Of its column: longer, what has left could not be written. Delivery reports are cut alike. */
export const REFERENCE_MAX = 255;

/** Servers may answer anything: what jsonb refuses would hold back the whole group. */
function clean(texte: string): string {
  return texte.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');
}

function cleanReference(reference: string | null): string | null {
  return reference === null ? null : clean(reference).slice(0, REFERENCE_MAX);
}

function toLigne({ ouvrier, issue }: IssueDite): Ligne {
  const base = { ...VIDE, ouvrier, id: issue.id, statut: issue.statut };
  switch (issue.statut) {
    case 'envoye':
      return { ...base, reference: cleanReference(issue.reference), credits: issue.credits };
    case 'exclu':
      return { ...base, motif: issue.motif, detail: issue.detail, credits: 0, essais: 0 };
    case 'echec': {
      const { motif, adresse } = issue;
      return { ...base, motif, detail: clean(issue.detail), adresse, credits: 0 };
    }
    case 'incertain':
      return { ...base, detail: clean(issue.detail) };
    case 'programme': {
      const detail = issue.detail === null ? null : clean(issue.detail);
      return { ...base, detail, disponible_le: issue.disponibleLe, essais: issue.compte ? 1 : 0 };
    }
  }
}

/**
 * Only who holds an envoi settles it: what a worker taken for dead says of an envoi in other hands is
 * ignored. Except that it left: that is true whoever says it, and keeps it from leaving again.
 */
const TENUS = `
  f AS (
    SELECT f.envoi_id, f.version_id, f.reglages_id, f.reserve_le, f.contact_id, f.message_id, f.valeurs,
           f.adresse AS remise, f.tentatives, i.*
      FROM sms_file f JOIN i ON i.id = f.envoi_id
     WHERE i.statut = 'envoye' OR (f.ouvrier = i.ouvrier AND f.etat <> 'attente')
     ORDER BY f.envoi_id FOR UPDATE OF f
  )`;

/** The row of the queue goes with a final outcome… */
const SORTIS = `
  sortis AS (
    DELETE FROM sms_file q USING f WHERE q.envoi_id = f.envoi_id AND f.statut <> 'programme'
  )`;

/** … and what was archived there when it was marked comes to the line. */
const FINISSENT = `
  UPDATE sms_envois e
     SET statut = f.statut, motif = f.motif, detail = left(f.detail, 2000), ouvrier = f.ouvrier,
         adresse = coalesce(f.adresse, f.remise, e.adresse), reference = coalesce(f.reference, e.reference),
         credits = coalesce(f.credits, e.credits), contact_id = coalesce(f.contact_id, e.contact_id),
         version_id = coalesce(f.version_id, e.version_id), reglages_id = coalesce(f.reglages_id, e.reglages_id),
         reserve_le = coalesce(f.reserve_le, e.reserve_le), message_id = coalesce(f.message_id, e.message_id),
         valeurs = CASE WHEN f.statut IN ('envoye', 'incertain') THEN coalesce(f.valeurs, e.valeurs) END,
         tentatives = f.tentatives + f.essais,
         envoye_le = CASE WHEN f.statut = 'envoye' THEN :now ELSE e.envoye_le END,
         termine_le = :now::timestamp, updated_at = :now
    FROM f
   WHERE e.id = f.envoi_id AND f.statut <> 'programme'
     AND (e.statut = 'programme' OR (f.statut = 'envoye' AND e.statut IN ('incertain', 'annule')))`;

/** Any outcomes. One that comes late may settle an envoi incertain, never the reverse (docs/adr/0005). */
const WRITE = `
  WITH i AS (
    SELECT * FROM jsonb_to_recordset(:lignes::jsonb) AS i(id int, ouvrier text, statut text, motif text, detail text,
           adresse text, reference text, credits int, disponible_le timestamp, essais int)
  ), ${TENUS}, ${SORTIS}, rendus AS (
    UPDATE sms_file q
       SET ${RENDU}, disponible_le = coalesce(f.disponible_le, q.disponible_le),
           tentatives = q.tentatives + f.essais
      FROM f WHERE q.envoi_id = f.envoi_id AND f.statut = 'programme'
  ), attendent AS (
    UPDATE sms_envois e
       SET detail = left(f.detail, 2000), tentatives = f.tentatives + f.essais, updated_at = :now
      FROM f WHERE e.id = f.envoi_id AND f.statut = 'programme' AND e.statut = 'programme'
        AND (f.essais > 0 OR e.detail IS DISTINCT FROM left(f.detail, 2000))
  ), finis AS (
    ${FINISSENT}
    RETURNING e.id, e.statut, e.motif, e.type_contact, e.credits
  ), tardifs AS (
    UPDATE sms_envois e
       SET statut = i.statut, motif = i.motif, ouvrier = i.ouvrier, credits = coalesce(i.credits, e.credits),
           -- An erased line (docs/adr/0012) learns nothing more of who it was for.
           detail = CASE WHEN e.destinataire_id > 0 THEN left(i.detail, 2000) END,
           adresse = CASE WHEN e.destinataire_id > 0 THEN coalesce(i.adresse, e.adresse) END,
           reference = CASE WHEN e.destinataire_id > 0 THEN coalesce(i.reference, e.reference) END,
           valeurs = CASE WHEN i.statut = 'envoye' THEN e.valeurs END,
           tentatives = e.tentatives + i.essais,
           envoye_le = CASE WHEN i.statut = 'envoye' THEN :now ELSE e.envoye_le END,
           termine_le = :now::timestamp, updated_at = :now
      FROM i
     WHERE e.id = i.id AND NOT EXISTS (SELECT 1 FROM f WHERE f.envoi_id = i.id)
       AND ((i.statut = 'envoye' AND e.statut IN ('programme', 'incertain', 'annule'))
            OR (i.statut = 'echec' AND e.statut = 'incertain' AND e.ouvrier = i.ouvrier))
    RETURNING e.id, e.statut, e.motif, e.type_contact, e.credits
  )
  SELECT * FROM finis UNION ALL SELECT * FROM tardifs`;

/** Nearly all outcomes of an evening: left, at no cost in credits. One statement, one commit. */
const WRITE_PARTIS = `
  WITH i AS (
    SELECT i.*, 'envoye'::text AS statut, NULL::text AS motif, NULL::text AS detail, NULL::text AS adresse, 0 AS credits,
           1 AS essais
      FROM json_to_recordset(:lignes::json) AS i(id int, reference text, ouvrier text)
  ), ${TENUS}, ${SORTIS} ${FINISSENT}
  RETURNING e.id`;

interface Ecrite {
  id: number;
  statut: string;
  motif: string | null;
  type_contact: string;
  credits: number;
}

type IssueParti = IssueDite & { readonly issue: Extract<Issue, { statut: 'envoye' }> };

function isPartiSimple(dite: IssueDite): dite is IssueParti {
  return dite.issue.statut === 'envoye' && dite.issue.credits === 0;
}

/** Answers those that came late: their row had left the queue. */
async function writePartis(
  knex: Knex,
  partis: readonly IssueParti[],
  now: Date
): Promise<IssueParti[]> {
  const lignes = JSON.stringify(
    partis.map(({ ouvrier, issue: { id, reference } }) => ({
      ...{ id, ouvrier },
      reference: cleanReference(reference),
    }))
  );
  const ecrits = await queryPrepared<{ id: number }>(knex, WRITE_PARTIS, { lignes, now });
  if (ecrits.length === partis.length) {
    return [];
  }
  const connus = new Set(ecrits.map(({ id }) => id));
  return partis.filter(({ issue }) => !connus.has(issue.id));
}

interface Refusee {
  envoiId: number;
  adresse: string;
  retour: Retour;
}

/** Of the outcomes just written, those that say something of an address; by address, so that two groups wait for none of each other. */
function listRefusees(issues: readonly IssueDite[], ecrites: readonly Ecrite[]): Refusee[] {
  const echoues = new Set(ecrites.flatMap(({ id, statut }) => (statut === 'echec' ? [id] : [])));
  return issues
    .flatMap(({ issue }) => {
      const { retour = null, adresse = null } = issue.statut === 'echec' ? issue : {};
      return retour === null || adresse === null || !echoues.has(issue.id)
        ? []
        : [{ envoiId: issue.id, adresse: canonCourriel(adresse), retour }];
    })
    .sort((a, b) => (a.adresse < b.adresse ? -1 : 1));
}

/** Outcomes, debits, addresses to mend and oppositions in one transaction. */
async function writeToutes(
  knex: Knex,
  empreinteur: Empreinteur,
  issues: readonly IssueDite[],
  now: Date
): Promise<void> {
  const lignes = JSON.stringify(issues.map(toLigne));
  await knex.transaction(async (trx) => {
    const ecrites = await queryPrepared<Ecrite>(trx, WRITE, { lignes, now });
    const sms = ecrites.filter(({ type_contact: type }) => type === 'sms');
    const partis = sms.filter(({ statut, credits }) => statut === 'envoye' && credits > 0);
    if (partis.length > 0) {
      await debitPackages(trx, partis, now);
    }
    for (const { envoiId, retour } of listRefusees(issues, ecrites)) {
      const dit = { ...retour, envoiId, destinataires: null, auDepart: true };
      await noteRebond(trx, empreinteur, dit, now);
    }
    const oppositions = createOppositions(trx, empreinteur);
    for (const { id } of sms.filter(({ motif }) => motif === 'opposition')) {
      await oppositions.addStop(id, now);
    }
  });
}

/** Written twice, outcomes count once. */
export async function writeIssues(
  knex: Knex,
  empreinteur: Empreinteur,
  issues: readonly IssueDite[],
  now: Date
): Promise<void> {
  const partis = issues.filter(isPartiSimple);
  const tardifs = partis.length === 0 ? [] : await writePartis(knex, partis, now);
  const autres = [...issues.filter((dite) => !isPartiSimple(dite)), ...tardifs];
  if (autres.length > 0) {
    await writeToutes(knex, empreinteur, autres, now);
  }
}
