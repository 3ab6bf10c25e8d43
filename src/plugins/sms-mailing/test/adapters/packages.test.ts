import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCredits } from '../../server/src/adapters/sql/packages-sms/credits';
import { createPackages } from '../../server/src/adapters/sql/packages-sms/packages';
import type { CreditStore } from '../../server/src/services/ports/fiches';
import type { Lot } from '../../server/src/services/ports/envois';
import { depart, openBancSql, SOIR, type BancSql } from './envois-base';

let banc: BancSql;
let credits: CreditStore;
let lot: Lot;

const addSms = () => banc.add({ lot });
const addPackage = (achetes: number) =>
  banc.base.add('sms_packages', { date_achat: '2022-01-01', achetes, consommes: 0 });
const consommes = () => banc.base.knex('sms_packages').orderBy('date_achat').pluck('consommes');
const mouvements = () =>
  banc.base
    .knex('sms_mouvements')
    .orderBy('id')
    .select<Record<string, unknown>[]>('package_id', 'envoi_id', 'nature', 'credits');
const envoye = (id: number, n: number) =>
  banc.ledger.record('a', { statut: 'envoye', id, reference: 'r', credits: n }, SOIR);

/** Marked at so many credits each; answers the ids that may leave. */
const departSms = async (n: number) => depart({ ...banc, lot }, 'a', n);

beforeAll(async () => {
  banc = await openBancSql();
  const modele = await banc.base.addModele({ typeContact: 'sms' });
  lot = { ...banc.lot, modeleId: modele.id, typeContact: 'sms' };
  credits = createCredits(banc.base.knex);
});
beforeEach(() => banc.reset());
afterAll(() => banc.close());

describe('Décision G9 : la correction d’un décompte', () => {
  it('ce qu’une correction a déjà rendu n’est pas rendu deux fois', async () => {
    await addPackage(10);
    const id = await addSms();
    await departSms(3);
    await envoye(id, 3);
    const packages = createPackages(banc.base.knex);
    const [ouvert] = await packages.list();
    const correction = { credits: -2, raison: 'Relevé de l’opérateur', auteurId: 1 };
    await packages.change(
      ouvert!.documentId,
      (trouve) => ({ consommes: trouve.consommes - 2, correction }),
      SOIR
    );
    expect(await credits.refund(id, SOIR)).toBe(1);
    expect(await consommes()).toEqual([0]);
    expect(await mouvements()).toMatchObject([
      { nature: 'debit', credits: 3 },
      { nature: 'correction', credits: -2 },
      { nature: 'remboursement', credits: 1 },
    ]);
  });

  it('une correction et un débit à la fois comptent tous deux', async () => {
    await addPackage(100);
    for (let i = 0; i < 8; i += 1) await addSms();
    const ids = await departSms(2);
    expect(ids).toHaveLength(8);
    const packages = createPackages(banc.base.knex);
    const [ouvert] = await packages.list();
    const corrections = Array.from({ length: 4 }, () =>
      packages.change(
        ouvert!.documentId,
        (trouve) => ({
          consommes: trouve.consommes + 5,
          correction: { credits: 5, raison: 'Relevé', auteurId: 1 },
        }),
        SOIR
      )
    );
    await Promise.all([...corrections, ...ids.map((id) => envoye(id, 2))]);
    expect(await consommes()).toEqual([4 * 5 + 8 * 2]);
  });
});
