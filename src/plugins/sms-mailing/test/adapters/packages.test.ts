import { describe, expect, it } from 'vitest';
import { createPackages } from '../../server/src/adapters/sql/packages-sms/packages';
import {
  addSms,
  departSms,
  listConsommes,
  listMouvements,
  recordEnvoye,
  useBancCredits,
} from './credits-banc';
import { SOIR } from './envois-base';

const banc = useBancCredits();
const addPackage = (achetes: number) =>
  banc.base.add('sms_packages', { date_achat: '2022-01-01', achetes, consommes: 0 });

describe('Décision G9 : la correction d’un décompte', () => {
  it('ce qu’une correction a déjà rendu n’est pas rendu deux fois', async () => {
    await addPackage(10);
    const id = await addSms(banc);
    await departSms(banc, 3);
    await recordEnvoye(banc, id, 3);
    const packages = createPackages(banc.base.knex);
    const [ouvert] = await packages.list();
    const correction = { credits: -2, raison: 'Relevé de l’opérateur', auteurId: 1 };
    await packages.change(
      ouvert!.documentId,
      (trouve) => ({ consommes: trouve.consommes - 2, correction }),
      SOIR
    );
    expect(await banc.credits.refund(id, SOIR)).toBe(1);
    expect(await listConsommes(banc)).toEqual([0]);
    expect(await listMouvements(banc)).toMatchObject([
      { nature: 'debit', credits: 3 },
      { nature: 'correction', credits: -2 },
      { nature: 'remboursement', credits: 1 },
    ]);
  });

  it('une correction et un débit à la fois comptent tous deux', async () => {
    await addPackage(100);
    for (let i = 0; i < 8; i += 1) await addSms(banc);
    const ids = await departSms(banc, 2);
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
    await Promise.all([...corrections, ...ids.map((id) => recordEnvoye(banc, id, 2))]);
    expect(await listConsommes(banc)).toEqual([4 * 5 + 8 * 2]);
  });
});
