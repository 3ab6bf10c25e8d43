import type { Knex } from 'knex';
import type { Donnee } from '../../../../../core/catalogue-signets';
import { STATUTS_RESERVANT } from '../../../../../core/envoi';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import type { CreditStore } from '../../../services/ports/fiches';
import { sqlContexte } from '../contexte/valeurs';
import { sqlDestinataires } from '../destinataires/destination';
import { execute, query } from '../query';
import { debitPackages } from './debit-packages';
import { refundPackages } from './refund-packages';

const TYPES: readonly TypeDestinataire[] = [
  'entrepreneur',
  'contact_individuel',
  'entreprise_partenaire',
];

const WRITE = `
  UPDATE sms_envois e SET credits = q.credits
    FROM unnest(:ids::int[], :credits::int[]) AS q(id, credits)
   WHERE e.id = q.id AND e.statut = 'programme'`;

/** Decision E2: what is bought and not yet used, less what pending envois hold back. */
const DISPONIBLE = `
  SELECT (SELECT sum(achetes - consommes) FROM sms_packages)
         - coalesce((SELECT sum(credits) FROM sms_envois
                      WHERE type_contact = 'sms' AND statut = ANY(:statuts)), 0) AS disponible`;

interface SmsProgramme {
  id: number;
  adresse: string | null;
  valeurs: (string | null)[];
}

async function readProgrammes(
  knex: Knex,
  ids: readonly number[],
  donnees: readonly Donnee[]
): Promise<SmsProgramme[]> {
  const lots = await Promise.all(
    TYPES.map((typeDestinataire) => {
      const contexte = sqlContexte(donnees, typeDestinataire);
      const choix = {
        typeDestinataire,
        typeContact: 'sms',
        but: 'suivi',
        promotionSansConsentement: true,
      } as const;
      return query<SmsProgramme>(
        knex,
        `SELECT u.id, d.adresse, ${contexte.valeurs} AS valeurs FROM sms_envois u
           JOIN LATERAL (SELECT * FROM (${sqlDestinataires(choix)}) z WHERE z.id = u.destinataire_id LIMIT 1) d ON true
           ${contexte.jointures}
          WHERE u.id = ANY(:ids) AND u.type_destinataire = :typeDestinataire AND u.statut = 'programme'`,
        { ids: [...ids], typeDestinataire }
      );
    })
  );
  return lots.flat();
}

export function createCredits(knex: Knex): CreditStore {
  return {
    readProgrammes: (ids, donnees) => readProgrammes(knex, ids, donnees),

    async writeCredits(credits): Promise<void> {
      await execute(knex, WRITE, {
        ids: credits.map(({ id }) => id),
        credits: credits.map((ligne) => ligne.credits),
      });
    },

    async disponible(): Promise<number | null> {
      const [ligne] = await query<{ disponible: string | null }>(knex, DISPONIBLE, {
        statuts: [...STATUTS_RESERVANT],
      });
      const disponible = ligne?.disponible ?? null;
      return disponible === null ? null : Number(disponible);
    },

    async listCampagne(campagneId): Promise<{ modeleId: number; ids: number[] }> {
      const lignes = await query<{ id: number; modele_id: number }>(
        knex,
        `SELECT id, modele_id FROM sms_envois
          WHERE campagne_id = :campagneId AND statut = 'programme' AND type_contact = 'sms' ORDER BY id`,
        { campagneId }
      );
      return { modeleId: lignes[0]?.modele_id ?? 0, ids: lignes.map(({ id }) => id) };
    },

    debit: (credits, now) =>
      knex.transaction((trx) => debitPackages(trx, [{ id: null, credits }], now)),

    refund: (envoiId, now) => refundPackages(knex, envoiId, now),

    async deleteProgrammes(ids): Promise<void> {
      await execute(knex, `DELETE FROM sms_envois WHERE id = ANY(:ids) AND statut = 'programme'`, {
        ids: [...ids],
      });
    },
  };
}
