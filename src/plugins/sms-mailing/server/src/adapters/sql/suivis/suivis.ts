import type { Knex } from 'knex';
import type { SuiviSms } from '../../../services/ports/sms';
import type { Incertain, SuiviStore } from '../../../services/ports/suivis';
import { toReglagesRendu } from '../envois/reglages-rendu';
import { REFERENCE_MAX } from '../envois/write-issues';
import { fromJson } from '../modeles/modeles';
import type { Empreinteur } from '../../../services/ports/calculs';
import { createOppositions } from '../oppositions/oppositions';
import { debitPackages } from '../packages-sms/debit-packages';
import { execute, query } from '../query';
import { keepNouveauxStops } from './stops';

/** Operators number their SMS as they like: an old envoi of another account may bear the same reference. */
const ANCIENNETE = `interval '7 days'`;
const PATIENCE = `interval '2 days'`;

interface Suivi {
  reference: string;
  cle: string;
  statut: SuiviSms['statut'];
  code: string | null;
  opposition: boolean;
}

/**
 * From accepted to delivered or failed, and out of doubt, whatever the order of the reports. « Remis » is said by
 * the phone: it is final, and outdoes the « échec » that the operator's patience had written; nothing outdoes it.
 * A reference that another envoi bears settles no doubt: it is that one's. `connu`: its outcome is written, this
 * report has been heard.
 */
const APPLY = `
  WITH i AS (
    SELECT * FROM jsonb_to_recordset(:suivis::jsonb)
           AS s(reference text, cle text, statut text, code text, opposition boolean)
  ), cibles AS (
    SELECT i.*, e.id FROM i JOIN sms_envois e ON e.cle = i.cle WHERE i.cle <> ''
     UNION
    SELECT i.*, e.id FROM i JOIN sms_envois e ON e.type_contact = 'sms' AND e.reference = i.reference
     WHERE i.reference <> '' AND e.created_at > :now::timestamp - ${ANCIENNETE}
  ), tenus AS (
    SELECT id, statut AS avant, motif AS pourquoi, credits FROM sms_envois
     WHERE id IN (SELECT id FROM cibles) AND type_contact = 'sms' ORDER BY id FOR UPDATE
  ), vises AS (
    SELECT DISTINCT ON (t.id) t.*, c.statut, c.code, c.opposition, c.reference, c.cle
      FROM tenus t JOIN cibles c ON c.id = t.id
     ORDER BY t.id, CASE c.statut WHEN 'remis' THEN 0 WHEN 'echec' THEN 1 ELSE 2 END
  ), u AS (
    UPDATE sms_envois e
       SET statut = v.statut, reference = coalesce(nullif(v.reference, ''), e.reference),
           motif = CASE WHEN v.opposition THEN 'opposition' WHEN v.statut = 'echec' THEN 'non_remis' END,
           detail = CASE WHEN v.statut = 'echec' THEN 'L’opérateur n’a pas pu remettre le SMS (' || coalesce(v.code, 'sans code') || ').' END,
           envoye_le = coalesce(e.envoye_le, :now), termine_le = :now, updated_at = :now
      FROM vises v
     WHERE e.id = v.id
       AND (v.avant = 'incertain' OR (v.avant = 'envoye' AND v.statut <> 'envoye')
            OR (v.avant = 'echec' AND v.pourquoi = 'non_remis' AND v.statut = 'remis'))
       AND (v.reference = '' OR NOT EXISTS (
             SELECT 1 FROM sms_envois o
              WHERE o.type_contact = 'sms' AND o.reference = v.reference AND o.id <> v.id
                AND o.created_at > :now::timestamp - ${ANCIENNETE}))
    RETURNING e.id)
  SELECT v.id, v.avant, v.opposition, v.reference, v.cle, v.credits,
         v.id IN (SELECT id FROM u) AS change, v.avant <> 'programme' AS connu
    FROM vises v`;

interface Applique {
  id: number;
  avant: string;
  opposition: boolean;
  reference: string;
  cle: string;
  credits: number;
  change: boolean;
  connu: boolean;
}

const KEEP = `
  INSERT INTO sms_suivis (reference, cle, statut, code, opposition, recu_le)
  SELECT s.reference, s.cle, s.statut, s.code, s.opposition, :now
    FROM jsonb_to_recordset(:suivis::jsonb)
         AS s(reference text, cle text, statut text, code text, opposition boolean)
  ON CONFLICT DO NOTHING`;

interface Ecoute {
  /** Its envoi has an outcome: nothing more to wait for. */
  isConnu: (suivi: Suivi) => boolean;
  /** It speaks of an envoi of ours. */
  isNotre: (suivi: Suivi) => boolean;
}

const isOf = (lignes: readonly Applique[]) => (suivi: Suivi) =>
  lignes.some(({ reference, cle }) => reference === suivi.reference && cle === suivi.cle);

async function apply(
  trx: Knex.Transaction,
  empreinteur: Empreinteur,
  suivis: readonly Suivi[],
  now: Date
): Promise<Ecoute> {
  const lignes = await query<Applique>(trx, APPLY, { suivis: JSON.stringify(suivis), now });
  // Held back while incertain, its credits are used now that the operator speaks of it.
  const sortis = lignes.filter(({ change, avant }) => change && avant === 'incertain');
  if (sortis.length > 0) {
    await debitPackages(trx, sortis, now);
  }
  const oppositions = createOppositions(trx, empreinteur);
  for (const { id } of lignes.filter(({ opposition }) => opposition)) {
    await oppositions.addStop(id, now);
  }
  return { isConnu: isOf(lignes.filter(({ connu }) => connu)), isNotre: isOf(lignes) };
}

const isNomme = ({ reference, cle }: Suivi): boolean => reference + cle !== '';

function toSuivi({ reference, cle, statut, code, opposition }: SuiviSms): Suivi {
  return {
    reference: reference.slice(0, REFERENCE_MAX),
    cle: (cle ?? '').slice(0, REFERENCE_MAX),
    statut,
    code: code?.slice(0, 80) ?? null,
    opposition,
  };
}

async function receive(
  trx: Knex.Transaction,
  empreinteur: Empreinteur,
  recus: readonly SuiviSms[],
  fait: { empreintes: readonly string[]; now: Date }
): Promise<void> {
  const { now } = fait;
  const gardes = await keepNouveauxStops(trx, recus, fait);
  const suivis = gardes.map((recu) => ({ recu, suivi: toSuivi(recu) }));
  const nommes = suivis.map(({ suivi }) => suivi).filter(isNomme);
  const { isConnu, isNotre } = await apply(trx, empreinteur, nommes, now);
  for (const { recu, suivi } of suivis) {
    if (recu.opposition && recu.numero !== null && !isNotre(suivi)) {
      await createOppositions(trx, empreinteur).addFromNumero(recu.numero, now);
    }
  }
  const restes = nommes.filter((suivi) => !isConnu(suivi));
  if (restes.length > 0) {
    await execute(trx, KEEP, { suivis: JSON.stringify(restes), now });
  }
}

/** Those whose envoi has its outcome by now; what speaks of no envoi of ours waits, and is in nobody's way. */
const MURS = `
  SELECT s.id, s.reference, s.cle, s.statut, s.code, s.opposition FROM sms_suivis s
   WHERE (s.cle <> '' AND EXISTS (SELECT 1 FROM sms_envois e WHERE e.cle = s.cle AND e.statut <> 'programme'))
      OR (s.reference <> '' AND EXISTS (
            SELECT 1 FROM sms_envois e
             WHERE e.type_contact = 'sms' AND e.reference = s.reference AND e.statut <> 'programme'
               AND e.created_at > :now::timestamp - ${ANCIENNETE}))
   ORDER BY s.id LIMIT 1000 FOR UPDATE OF s SKIP LOCKED`;

async function settleAttente(
  trx: Knex.Transaction,
  empreinteur: Empreinteur,
  now: Date
): Promise<number> {
  const suivis = await query<Suivi & { id: number }>(trx, MURS, { now });
  const connus =
    suivis.length === 0 ? [] : suivis.filter((await apply(trx, empreinteur, suivis, now)).isConnu);
  const ids = connus.map(({ id }) => id);
  await execute(
    trx,
    `DELETE FROM sms_suivis WHERE id = ANY(:ids) OR recu_le < :now::timestamp - ${PATIENCE}`,
    { ids, now }
  );
  return ids.length;
}

/** `updated_at` says when it was last asked about. */
const TAKE_INCERTAINS = `
  UPDATE sms_envois e SET updated_at = :now
    FROM (SELECT id FROM sms_envois
           WHERE statut = 'incertain' AND type_contact = 'sms' AND adresse IS NOT NULL
             AND valeurs IS NOT NULL AND version_id IS NOT NULL
             AND termine_le > :now::timestamp - interval '1 day'
             AND updated_at <= :now::timestamp - interval '2 minutes'
           ORDER BY updated_at LIMIT 10 FOR UPDATE SKIP LOCKED) q
   WHERE e.id = q.id
  RETURNING e.cle, e.adresse, e.version_id AS "versionId", e.valeurs,
            (SELECT r.contenu FROM sms_reglages_rendu r WHERE r.id = e.reglages_id) AS reglages,
            coalesce(e.reserve_le, e.created_at) AS depuis`;

type LigneIncertain = Omit<Incertain, 'valeurs' | 'reglages'> & {
  valeurs: unknown;
  reglages: unknown;
};

async function takeIncertains(knex: Knex, now: Date): Promise<Incertain[]> {
  const lignes = await query<LigneIncertain>(knex, TAKE_INCERTAINS, { now });
  return lignes.map((ligne) => ({
    ...ligne,
    valeurs: fromJson<(string | null)[]>(ligne.valeurs),
    reglages: toReglagesRendu(ligne.reglages),
  }));
}

const PRISE = `
  SELECT 1 FROM sms_envois
   WHERE type_contact = 'sms' AND reference = :reference AND cle <> :cle
     AND created_at > :now::timestamp - ${ANCIENNETE} LIMIT 1`;

export function createSuivis(knex: Knex, empreinteur: Empreinteur): SuiviStore {
  return {
    receive: (suivis, now, empreintes) =>
      knex.transaction((trx) => receive(trx, empreinteur, suivis, { empreintes, now })),
    takeIncertains: (now) => takeIncertains(knex, now),
    isPrise: async (reference, cle, now) =>
      (await query(knex, PRISE, { reference, cle, now })).length > 0,
    settleAttente: (now) => knex.transaction((trx) => settleAttente(trx, empreinteur, now)),
  };
}
