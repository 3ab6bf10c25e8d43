import type { Knex } from 'knex';
import { canonCourriel } from '../../../../../core/courriel';
import {
  MOTIF_REVENU,
  natureOf,
  PASSAGERS_JOURS,
  PASSAGERS_MAX,
  phraseRetour,
} from '../../../../../core/rebonds/rebond';
import type { Empreinteur } from '../../../services/ports/calculs';
import type { IssueRetour, RetourConnu } from '../../../services/ports/rebonds';
import { createOppositions } from '../oppositions/oppositions';
import { execute, query } from '../query';

interface LigneEnvoi {
  adresse: string | null;
  statut: string;
}

/** Only what left by e-mail can come back; an erased person has no address any more. */
const ENVOI = `
  SELECT adresse, statut FROM sms_envois
   WHERE id = :envoiId AND type_contact <> 'sms' AND destinataire_id > 0 FOR UPDATE`;

const NOTE = `
  INSERT INTO sms_rebonds (envoi_id, empreinte, cle, nature, raison, par, code, recu_le, au_depart, refuse)
  VALUES (:envoiId, :empreinte, :cle, :nature, :raison, left(:par, 120), left(:code, 20), :now, :auDepart,
          :nature = 'definitif' OR (:nature = 'passager' AND :avant::int <= (
            SELECT count(*) FROM sms_rebonds r
             WHERE r.empreinte = :empreinte AND r.nature = 'passager' AND r.leve_le IS NULL
               AND r.recu_le > :now::timestamp - make_interval(days => ${String(PASSAGERS_JOURS)}))))
  ON CONFLICT (envoi_id, nature) DO NOTHING`;

/** « Envoyé » said that a server had taken it; it is said now that the person did not get it. */
const REVIENT = `
  UPDATE sms_envois
     SET statut = 'echec', motif = '${MOTIF_REVENU}', detail = :detail, termine_le = :now, updated_at = :now,
         envoye_le = coalesce(envoye_le, :now)
   WHERE id = :envoiId AND statut IN ('envoye', 'remis', 'incertain')`;

const isVise = (adresse: string, destinataires: RetourConnu['destinataires']): boolean =>
  destinataires === null ||
  destinataires.some((vise) => canonCourriel(vise) === canonCourriel(adresse));

/** Docs/adr/0031. What one returned message says of its envoi, of its address and of its person, together or not at all. */
export async function noteRebond(
  trx: Knex.Transaction,
  empreinteur: Empreinteur,
  retour: RetourConnu,
  now: Date
): Promise<IssueRetour> {
  const { envoiId, raison, par, code, auDepart = false } = retour;
  const [envoi] = await query<LigneEnvoi>(trx, ENVOI, { envoiId });
  if (envoi?.statut === 'programme') {
    return 'attend';
  }
  if (
    envoi === undefined ||
    envoi.adresse === null ||
    !isVise(envoi.adresse, retour.destinataires)
  ) {
    return 'etranger';
  }
  const nature = natureOf(raison);
  const empreinte = empreinteur.empreinte(canonCourriel(envoi.adresse));
  // Two of one address at the same time would each count one too few.
  await query(trx, `SELECT pg_advisory_xact_lock(hashtext(:empreinte))`, { empreinte });
  const qui = { envoiId, empreinte, cle: empreinteur.cle, now };
  const avant = PASSAGERS_MAX - 1;
  if ((await execute(trx, NOTE, { ...qui, nature, raison, par, code, auDepart, avant })) === 0) {
    return 'deja';
  }
  if (nature === 'plainte') {
    await createOppositions(trx, empreinteur).addPlainte(envoiId, now);
  } else {
    await execute(trx, REVIENT, { envoiId, detail: phraseRetour(retour), now });
  }
  return 'note';
}
