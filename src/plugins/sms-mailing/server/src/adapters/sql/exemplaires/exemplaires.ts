import type { Knex } from 'knex';
import { debutQuota, findQuotaAtteint, QUOTAS, type Periode } from '../../../../../core/exemplaire';
import { verificationSchema, type Verification } from '../../../../../core/verification';
import type { Transport } from '../../../../../core/vocabulaire';
import type { ExemplaireStore, LigneExemplaire } from '../../../services/ports/exemplaires';
import { noteActe } from '../actes/note-acte';
import { fromJson } from '../modeles/modeles';
import { execute, query } from '../query';
import { listExemplaires } from './list-exemplaires';

const INSERT = `
  INSERT INTO sms_exemplaires (utilisateur_id, genre, transport, vers, empreinte, modele_document_id, modele_nom,
                               type_destinataire, destinataire_document_id, action_document_id, demande_le)
  VALUES (:utilisateurId, :genre, :transport, :vers, :empreinte, :modele::jsonb ->> 'documentId',
          :modele::jsonb ->> 'nom', :personne::jsonb ->> 'typeDestinataire',
          :personne::jsonb ->> 'documentId', :personne::jsonb ->> 'actionDocumentId', :now)
  RETURNING id`;

/** One request of a user at a time, on every instance. */
function lockUtilisateur(trx: Knex.Transaction, utilisateurId: number): Promise<number> {
  return execute(
    trx,
    `SELECT pg_advisory_xact_lock(hashtext('sms-mailing.exemplaires'), :utilisateurId::int)`,
    { utilisateurId }
  );
}

async function readDemandes(
  trx: Knex.Transaction,
  { utilisateurId, genre }: LigneExemplaire,
  now: Date
): Promise<Date[]> {
  const lignes = await query<{ demande_le: Date }>(
    trx,
    `SELECT demande_le FROM sms_exemplaires
      WHERE utilisateur_id = :utilisateurId AND genre = :genre AND demande_le > :debut`,
    { utilisateurId, genre, debut: debutQuota(now) }
  );
  return lignes.map(({ demande_le }) => demande_le);
}

async function open(
  trx: Knex.Transaction,
  ligne: LigneExemplaire,
  now: Date
): Promise<{ id: number } | { atteint: Periode }> {
  await lockUtilisateur(trx, ligne.utilisateurId);
  const atteint = findQuotaAtteint(QUOTAS[ligne.genre], await readDemandes(trx, ligne, now), now);
  if (atteint !== null) {
    return { atteint };
  }
  const [creee] = await query<{ id: number }>(trx, INSERT, {
    ...ligne,
    modele: JSON.stringify(ligne.modele),
    personne: JSON.stringify(ligne.personne),
    now,
  });
  const { transport, genre, modele } = ligne;
  await (genre === 'code'
    ? noteActe(trx, 'code-demande', { transport })
    : noteActe(trx, 'exemplaire-demande', { transport, modele: modele?.nom ?? '' }));
  return { id: creee?.id ?? 0 };
}

async function readPreuve(
  knex: Knex,
  utilisateurId: number,
  transport: Transport
): Promise<Verification> {
  const [ligne] = await query<{ verification: unknown }>(
    knex,
    `SELECT verification FROM sms_preuves
      WHERE utilisateur_id = :utilisateurId AND transport = :transport`,
    { utilisateurId, transport }
  );
  return verificationSchema.parse(fromJson(ligne?.verification ?? {}));
}

const WRITE_PREUVE = `
  INSERT INTO sms_preuves (utilisateur_id, transport, verification)
  VALUES (:utilisateurId, :transport, :verification::jsonb)
  ON CONFLICT (utilisateur_id, transport) DO UPDATE SET verification = excluded.verification`;

export function createExemplaires(knex: Knex): ExemplaireStore {
  return {
    open: (ligne, now) => knex.transaction((trx) => open(trx, ligne, now)),

    async close(id, issue, detail): Promise<void> {
      await execute(
        knex,
        'UPDATE sms_exemplaires SET issue = :issue, detail = :detail WHERE id = :id',
        { id, issue, detail }
      );
    },

    list: (demande, perimetre) => listExemplaires(knex, demande, perimetre),

    readPreuve: (utilisateurId, transport) => readPreuve(knex, utilisateurId, transport),

    changePreuve({ utilisateurId, transport }, change) {
      return knex.transaction(async (trx) => {
        await lockUtilisateur(trx, utilisateurId);
        const { verification, resultat } = change(await readPreuve(trx, utilisateurId, transport));
        await execute(trx, WRITE_PREUVE, {
          utilisateurId,
          transport,
          verification: JSON.stringify(verification),
        });
        return resultat;
      });
    },
  };
}
