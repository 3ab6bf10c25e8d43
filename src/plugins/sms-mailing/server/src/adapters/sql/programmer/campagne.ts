import type { Knex } from 'knex';
import { SQL_HISTORIQUE } from '../archives/historique';
import type { Part, PartDe } from '../cibles/part';
import { execute, query } from '../query';

/** Two clicks, or two instances, on one modele follow each other: the second sees what the first wrote. */
export async function lockModele(trx: Knex, modeleId: number): Promise<void> {
  await execute(trx, `SELECT pg_advisory_xact_lock(hashtext('sms-mailing.campagne'), :modeleId)`, {
    modeleId,
  });
}

function paramsOf({ cible, modele, depart, now }: PartDe<'campagne'>): Record<string, unknown> {
  return {
    modeleId: modele.id,
    typeContact: modele.typeContact,
    typeDestinataire: cible.filtres.typeDestinataire,
    filtres: JSON.stringify(cible.filtres),
    soir: depart,
    libelle: cible.libelle ?? '',
    auteurId: cible.auteurId,
    now,
  };
}

/** The same modele, filters, evening and author again is the same campagne: a double click makes one. */
async function findJumelle(trx: Knex, part: PartDe<'campagne'>): Promise<number | null> {
  const [jumelle] = await query<{ id: number }>(
    trx,
    `SELECT c.id FROM sms_campagnes c
      WHERE c.modele_id = :modeleId AND c.prevu_le = :soir::timestamp AND c.annulee_le IS NULL
        AND c.type_destinataire = :typeDestinataire AND c.filtres::jsonb = :filtres::jsonb
        AND c.created_by_id IS NOT DISTINCT FROM :auteurId::int AND coalesce(c.libelle, '') = :libelle
      ORDER BY c.id LIMIT 1`,
    paramsOf(part)
  );
  return jumelle?.id ?? null;
}

async function createCampagne(trx: Knex, part: PartDe<'campagne'>): Promise<number> {
  const campagnes = await query<{ id: number }>(
    trx,
    `INSERT INTO sms_campagnes (document_id, modele_id, type_contact, type_destinataire, filtres, libelle, prevu_le,
         created_at, updated_at, published_at, created_by_id, updated_by_id)
     VALUES (translate(gen_random_uuid()::text, '-', ''), :modeleId, :typeContact, :typeDestinataire,
             :filtres::jsonb, :libelle, :soir::timestamp, :now::timestamp, :now::timestamp, :now::timestamp,
             :auteurId::int, :auteurId::int)
     RETURNING id`,
    paramsOf(part)
  );
  return Number(campagnes[0]?.id);
}

/** A part of a campagne, its number known; the others as they are. */
export async function openPart(trx: Knex, part: Part): Promise<Part> {
  const { cible, modele } = part;
  if (cible.genre !== 'campagne') {
    return part;
  }
  await lockModele(trx, modele.id);
  const campagne = { ...part, cible };
  const campagneId =
    cible.campagneId ?? (await findJumelle(trx, campagne)) ?? (await createCampagne(trx, campagne));
  return { ...part, cible: { ...cible, campagneId } };
}

/**
 * A campagne that someone joined leaves on its new evening; one without any envoi says nothing, and leaves no
 * line in the history. Answers its number, null when it is no campagne or is forgotten.
 */
export async function closePart(trx: Knex, part: Part, inseres: number): Promise<number | null> {
  const { cible, depart, now } = part;
  if (cible.genre !== 'campagne') {
    return null;
  }
  const { campagneId } = cible;
  if (inseres > 0) {
    await execute(
      trx,
      `UPDATE sms_campagnes SET prevu_le = :depart::timestamp, updated_at = :now::timestamp
        WHERE id = :campagneId AND prevu_le <> :depart::timestamp`,
      { campagneId, depart, now }
    );
    return campagneId;
  }
  const oubliee = await execute(
    trx,
    `DELETE FROM sms_campagnes c WHERE c.id = :campagneId
        AND NOT EXISTS (SELECT 1 FROM ${SQL_HISTORIQUE} v WHERE v.campagne_id = c.id)`,
    { campagneId }
  );
  return oubliee > 0 ? null : campagneId;
}
