import type { Knex } from 'knex';
import type { Issue } from '../../../services/ports/envois';
import { query } from '../query';
import { debitPackages } from '../packages-sms/debit-packages';

/** Outcomes are committed together, at most this long after they are known, or as soon as this many wait. */
const DELAI_MS = 20;
const TAILLE = 25;

interface Ligne {
  id: number;
  statut: Issue['statut'];
  motif: string | null;
  detail: string | null;
  adresse: string | null;
  message_id: string | null;
  reference: string | null;
  credits: number | null;
  valeurs: readonly (string | null)[] | null;
  disponible_le: Date | null;
  compte: boolean;
}

const VIDE = {
  motif: null,
  detail: null,
  adresse: null,
  message_id: null,
  reference: null,
  credits: null,
  valeurs: null,
  disponible_le: null,
  compte: true,
} as const;

function toLigne(issue: Issue): Ligne {
  const base = { ...VIDE, id: issue.id, statut: issue.statut };
  switch (issue.statut) {
    case 'envoye':
      return {
        ...base,
        adresse: issue.adresse,
        message_id: issue.messageId,
        reference: issue.reference,
        credits: issue.credits,
        valeurs: issue.valeurs,
      };
    case 'exclu':
      return { ...base, motif: issue.motif, detail: issue.detail, credits: 0, compte: false };
    case 'echec':
      return {
        ...base,
        motif: issue.motif,
        detail: issue.detail,
        adresse: issue.adresse,
        credits: 0,
      };
    case 'incertain':
      return { ...base, detail: issue.detail, adresse: issue.adresse, message_id: issue.messageId };
    case 'programme':
      return {
        ...base,
        detail: issue.detail,
        disponible_le: issue.disponibleLe,
        compte: issue.compte,
      };
  }
}

/** An outcome that comes late may settle an envoi incertain, never the reverse (docs/adr/0005). */
const WRITE = `
  UPDATE sms_envois e
     SET statut = i.statut, motif = i.motif, detail = left(i.detail, 2000),
         adresse = coalesce(i.adresse, e.adresse), message_id = coalesce(i.message_id, e.message_id),
         reference = coalesce(i.reference, e.reference), credits = coalesce(i.credits, e.credits),
         valeurs = coalesce(i.valeurs, e.valeurs),
         disponible_le = coalesce(i.disponible_le, e.disponible_le),
         tentatives = e.tentatives + CASE WHEN i.compte THEN 1 ELSE 0 END,
         ouvrier = CASE WHEN i.statut = 'programme' THEN NULL ELSE e.ouvrier END,
         envoye_le = CASE WHEN i.statut = 'envoye' THEN :now ELSE e.envoye_le END,
         termine_le = CASE WHEN i.statut = 'programme' THEN NULL ELSE :now::timestamp END,
         updated_at = :now
    FROM jsonb_to_recordset(:lignes::jsonb) AS i(id int, statut text, motif text, detail text, adresse text,
           message_id text, reference text, credits int, valeurs jsonb, disponible_le timestamp, compte boolean)
   WHERE e.id = i.id
     AND (e.statut IN ('reserve', 'en_cours') OR (e.statut = 'incertain' AND i.statut IN ('envoye', 'echec')))
  RETURNING e.id, e.statut, e.type_contact, e.credits`;

interface Ecrite {
  statut: string;
  type_contact: string;
  credits: number;
}

async function writeIssues(knex: Knex, issues: readonly Issue[], now: Date): Promise<void> {
  const lignes = JSON.stringify(issues.map(toLigne));
  await knex.transaction(async (trx) => {
    const rows = await query<Ecrite>(trx, WRITE, { lignes, now });
    const credits = rows
      .filter((row) => row.statut === 'envoye' && row.type_contact === 'sms')
      .reduce((total, row) => total + row.credits, 0);
    if (credits > 0) {
      await debitPackages(trx, credits, now);
    }
  });
}

interface Attente {
  issue: Issue;
  now: Date;
  resolve: () => void;
  reject: (erreur: unknown) => void;
}

/** Groups outcomes: `record` resolves once its own is committed. */
export function createIssueWriter(knex: Knex): (issue: Issue, now: Date) => Promise<void> {
  let attentes: Attente[] = [];
  let minuterie: NodeJS.Timeout | null = null;

  function flush(): void {
    if (minuterie !== null) {
      clearTimeout(minuterie);
      minuterie = null;
    }
    const groupe = attentes;
    attentes = [];
    const dernier = groupe.at(-1);
    if (dernier === undefined) {
      return;
    }
    writeIssues(
      knex,
      groupe.map(({ issue }) => issue),
      dernier.now
    ).then(
      () => {
        groupe.forEach(({ resolve }) => {
          resolve();
        });
      },
      (erreur: unknown) => {
        groupe.forEach(({ reject }) => {
          reject(erreur);
        });
      }
    );
  }

  return (issue, now) =>
    new Promise((resolve, reject) => {
      attentes.push({ issue, now, resolve, reject });
      if (attentes.length >= TAILLE) {
        flush();
      } else {
        minuterie ??= setTimeout(flush, DELAI_MS);
      }
    });
}
