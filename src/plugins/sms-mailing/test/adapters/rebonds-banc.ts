import { beforeAll, beforeEach } from 'vitest';
import type { RaisonRebond } from '../../core/rebonds/rebond';
import { createRebonds } from '../../server/src/adapters/sql/rebonds/rebonds';
import { query } from '../../server/src/adapters/sql/query';
import type { IssueRetour, RebondStore } from '../../server/src/services/ports/rebonds';
import { EMPREINTEUR, NOW, type Base } from './campagnes-base';
import { addEnvoi, useBancOppositions } from './oppositions-banc';

export const ADRESSE = 'julie@fournisseur.test';

interface Dit {
  destinataires?: readonly string[] | null;
  now?: Date;
}

interface BancRebonds {
  readonly base: Base;
  readonly rebonds: RebondStore;
  addJulie: (nom?: string, email?: string) => Promise<number>;
  readEpoque: () => Promise<string>;
  /** An e-mail that left; answers its line. */
  addMail: (destinataire: number, champs?: Record<string, unknown>) => Promise<number>;
  note: (envoiId: number, raison: RaisonRebond, dit?: Dit) => Promise<IssueRetour>;
}

/** A base where e-mails have left, and nothing has come back yet. */
export function useBancRebonds(): BancRebonds {
  const banc = useBancOppositions();
  let rebonds: RebondStore;
  beforeAll(() => {
    rebonds = createRebonds(banc.base.knex, EMPREINTEUR);
  });
  beforeEach(() => banc.base.knex.raw('TRUNCATE sms_rebonds, sms_boite_rebonds'));
  return {
    get base() {
      return banc.base;
    },
    get rebonds() {
      return rebonds;
    },
    addJulie: (nom = 'JULIE', email = ADRESSE) => banc.base.addEntrepreneur(nom, {}, { email }),
    async readEpoque() {
      const [ligne] = await query<{ numero: string }>(
        banc.base.knex,
        'SELECT numero::text AS numero FROM sms_epoque'
      );
      return ligne!.numero;
    },
    addMail: (destinataire, champs = {}) =>
      addEnvoi(banc.base, destinataire, { type_contact: 'email', adresse: ADRESSE, ...champs }),
    note: (envoiId, raison, { destinataires = null, now = NOW } = {}) =>
      rebonds.note({ envoiId, raison, par: 'mx.test', code: '5.1.1', destinataires }, now),
  };
}
