import type { Knex } from 'knex';
import { initialeDestinataire, prefixeCle } from '../../../../../core/envoi';
import type { MotifExclusion } from '../../../../../core/motif';
import type {
  CritereDestinataires,
  Programmation,
  ResultatProgrammation,
} from '../../../services/ports/campagnes';
import { execute, query } from '../query';
import { runLarge } from './large-query';
import { sqlMotifSelection, sqlSelectionJoignable } from './etat';

/** Two clicks, or two instances, on one modele follow each other: the second sees what the first wrote. */
async function lockModele(trx: Knex, modeleId: number): Promise<void> {
  await execute(trx, `SELECT pg_advisory_xact_lock(hashtext('sms-mailing.campagne'), :modeleId)`, {
    modeleId,
  });
}

/** The same modele, filters, evening and author again is the same campagne: a double click makes one. */
async function findJumelle(
  trx: Knex,
  critere: CritereDestinataires,
  auteurId: number | null
): Promise<number | null> {
  const [jumelle] = await query<{ id: number }>(
    trx,
    `SELECT c.id FROM sms_campagnes c
      WHERE c.modele_id = :modeleId AND c.prevu_le = :soir::timestamp AND c.annulee_le IS NULL
        AND c.type_destinataire = :typeDestinataire AND c.filtres::jsonb = :filtres::jsonb
        AND c.created_by_id IS NOT DISTINCT FROM :auteurId::int
      ORDER BY c.id LIMIT 1`,
    { ...paramsCampagne(critere), auteurId }
  );
  return jumelle?.id ?? null;
}

function paramsCampagne(critere: CritereDestinataires): Record<string, unknown> {
  return {
    modeleId: critere.modele.id,
    typeContact: critere.modele.typeContact,
    typeDestinataire: critere.filtres.typeDestinataire,
    filtres: JSON.stringify(critere.filtres),
    soir: critere.soir,
    now: critere.now,
  };
}

async function createCampagne(
  trx: Knex,
  critere: CritereDestinataires,
  auteurId: number | null
): Promise<number> {
  const campagnes = await query<{ id: number }>(
    trx,
    `INSERT INTO sms_campagnes (document_id, modele_id, type_contact, type_destinataire, filtres, prevu_le,
         created_at, updated_at, published_at, created_by_id, updated_by_id)
     VALUES (translate(gen_random_uuid()::text, '-', ''), :modeleId, :typeContact, :typeDestinataire,
             :filtres::jsonb, :soir::timestamp, :now::timestamp, :now::timestamp, :now::timestamp,
             :auteurId::int, :auteurId::int)
     RETURNING id`,
    { ...paramsCampagne(critere), auteurId }
  );
  return Number(campagnes[0]?.id);
}

interface Sort {
  sort: 'a_programmer' | 'deja_programme' | 'deja_envoye' | MotifExclusion;
  nombre: number;
  inseres: number;
}

/**
 * The whole selection in one statement. `essais` keys are taken by earlier tries that failed, were excluded
 * or cancelled; whoever awaits or has received is passed over, and the unique key is the last safeguard.
 */
async function insertEnvois(
  trx: Knex,
  critere: CritereDestinataires,
  { selection, modele, auteurId }: Programmation
): Promise<Sort[]> {
  const { sql, params } = sqlSelectionJoignable(critere, selection);
  const initiale = initialeDestinataire(critere.filtres.typeDestinataire);
  return query<Sort>(
    trx,
    `WITH ${sql},
     sorts AS MATERIALIZED (
       SELECT d.id, d.essais, btrim(upper(coalesce(d.nom, '')) || ' ' || coalesce(d.prenom, '')) AS nom,
              CASE d.onglet WHEN 'effectues' THEN 'deja_envoye' WHEN 'programmes' THEN 'deja_programme'
                   ELSE coalesce(${sqlMotifSelection(selection)}, 'a_programmer') END AS sort
         FROM joignables d),
     inseres AS (
       INSERT INTO sms_envois (document_id, cle, modalite, type_contact, statut, modele_id, version_id,
              campagne_id, type_destinataire, destinataire_id, nom, prevu_le, disponible_le, retarde,
              tentatives, credits, auteur_id, created_at, updated_at, published_at)
       SELECT translate(gen_random_uuid()::text, '-', ''),
              :prefixe::text || q.id || ':m' || :modeleId::int || ':' || q.essais,
              'campagne', :typeContact, 'programme', :modeleId::int, :versionId::int,
              :campagneId::int, :typeDestinataire, q.id, q.nom, :soir::timestamp, :soir::timestamp, false,
              0, 0, :auteurId::int, :now::timestamp, :now::timestamp, :now::timestamp
         FROM sorts q
        WHERE q.sort = 'a_programmer'
       ON CONFLICT (cle) DO NOTHING
       RETURNING 1)
     SELECT q.sort, count(*)::int AS nombre, (SELECT count(*)::int FROM inseres) AS inseres
       FROM sorts q GROUP BY 1`,
    {
      ...params,
      prefixe: `${prefixeCle('campagne')}:${String(critere.campagneId)}:${initiale}`,
      typeContact: modele.typeContact,
      versionId: modele.versionId,
      auteurId,
      now: critere.now,
    }
  );
}

function toResultat(campagneId: number, sorts: readonly Sort[]): ResultatProgrammation {
  const nombres: Partial<Record<Sort['sort'], number>> = Object.fromEntries(
    sorts.map(({ sort, nombre }) => [sort, nombre])
  );
  const {
    a_programmer: voulus = 0,
    deja_programme: attendent = 0,
    deja_envoye: dejaEnvoyes = 0,
    ...motifs
  } = nombres;
  const programmes = sorts[0]?.inseres ?? 0;
  return {
    campagneId,
    programmes,
    dejaProgrammes: attendent + voulus - programmes,
    dejaEnvoyes,
    motifs,
  };
}

/** A campagne without envoi says nothing: it leaves no line in the history. */
export async function forgetIfEmpty(knex: Knex, campagneId: number): Promise<void> {
  await execute(
    knex,
    `DELETE FROM sms_campagnes c WHERE c.id = :campagneId
        AND NOT EXISTS (SELECT 1 FROM sms_envois v WHERE v.campagne_id = c.id)`,
    { campagneId }
  );
}

/** A campagne opened again leaves on a new evening; one that nobody new joined keeps its date, or never was. */
async function settleCampagne(
  trx: Knex,
  critere: CritereDestinataires & { campagneId: number },
  resultat: ResultatProgrammation,
  nouvelle: boolean
): Promise<ResultatProgrammation> {
  const { programmes } = resultat;
  const { campagneId } = critere;
  if (programmes > 0 && !nouvelle) {
    await execute(
      trx,
      `UPDATE sms_campagnes SET prevu_le = :soir::timestamp, updated_at = :now::timestamp WHERE id = :campagneId`,
      { campagneId, soir: critere.soir, now: critere.now }
    );
  }
  if (programmes === 0 && nouvelle) {
    await forgetIfEmpty(trx, campagneId);
    return { ...resultat, campagneId: null };
  }
  return resultat;
}

/** Guide §7.b « Programmer l'envoi »: one transaction, the campagne and its envois, or nothing. */
export async function scheduleCampagne(
  knex: Knex,
  critere: CritereDestinataires,
  programmation: Programmation
): Promise<ResultatProgrammation> {
  return runLarge(knex, async (trx) => {
    await lockModele(trx, critere.modele.id);
    const { auteurId } = programmation;
    const connue = critere.campagneId ?? (await findJumelle(trx, critere, auteurId));
    const campagneId = connue ?? (await createCampagne(trx, critere, auteurId));
    const complet = { ...critere, campagneId };
    const sorts = await insertEnvois(trx, complet, programmation);
    return settleCampagne(trx, complet, toResultat(campagneId, sorts), connue === null);
  });
}
