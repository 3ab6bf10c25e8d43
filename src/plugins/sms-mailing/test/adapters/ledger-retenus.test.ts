import { describe, expect, it } from 'vitest';
import { BANCS, depart, SOIR, useBanc, type BancLedger } from './envois-base';

const PLUS_TARD = new Date('2022-03-03T18:15:00Z');
const ilYA = (minutes: number): Date => new Date(SOIR.getTime() - minutes * 60_000);

describe.each(BANCS)('ce qui est retenu dans la file %s', (_, open) => {
  let banc: BancLedger;
  useBanc(open, (ouvert) => {
    banc = ouvert;
  });

  it('les promotions par e-mail retenues, le suivi se trouve, un SMS de promotion aussi', async () => {
    const promotion = await banc.addModele('promotion');
    const find = async (
      promotions: boolean,
      typeContact: 'email' | 'newsletter' | 'sms' = 'email'
    ) => {
      const lots = await banc.listLots('soir', promotions);
      return lots.find((trouve) => trouve.typeContact === typeContact) ?? null;
    };
    const lot = { ...banc.lot, modeleId: promotion };
    await banc.add({ lot, disponibleLe: ilYA(5) });
    await banc.add({ lot: { ...banc.lot, typeContact: 'newsletter' } });
    await banc.add({ lot: { ...lot, typeContact: 'sms' } });
    expect(await find(false)).toBeNull();
    expect(await find(false, 'newsletter')).toBeNull();
    expect(await find(false, 'sms')).toMatchObject({ typeContact: 'sms' });
    expect(await find(true)).toMatchObject(lot);
    await banc.add();
    expect(await find(false)).toMatchObject(banc.lot);
  });

  describe('dire pourquoi ce qui est dû attend', () => {
    const LIBRE = { mail: null, promotion: null, sms: null };
    const RETENUES = { ...LIBRE, mail: 'e-mail à vérifier.', promotion: 'lien mort.' };
    const detailOf = async (id: number) => (await banc.read(id)).detail;

    it('une fois, et seulement à ce qui est retenu', async () => {
      const id = await banc.add();
      const plusTard = await banc.add({ disponibleLe: PLUS_TARD });
      const sms = await banc.add({ lot: { ...banc.lot, typeContact: 'sms' } });
      const explain = () => banc.ledger.explainSuspensions(RETENUES, SOIR);
      expect(await explain()).toBe(1);
      expect(await detailOf(id)).toBe('Retenu : e-mail à vérifier.');
      expect(await explain()).toBe(0);
      expect([await detailOf(plusTard), await detailOf(sms)]).toEqual([null, null]);
    });

    it('les promotions par e-mail seules, le suivi non', async () => {
      const lot = { ...banc.lot, modeleId: await banc.addModele('promotion') };
      const suivi = await banc.add();
      const promotions = [
        await banc.add({ lot }),
        await banc.add({ lot: { ...banc.lot, typeContact: 'newsletter' } }),
      ];
      const seules = { ...LIBRE, promotion: 'lien mort.' };
      expect(await banc.ledger.explainSuspensions(seules, SOIR)).toBe(2);
      expect(await Promise.all(promotions.map(detailOf))).toEqual([
        'Retenu : lien mort.',
        'Retenu : lien mort.',
      ]);
      expect(await detailOf(suivi)).toBeNull();
    });

    it('la raison suit ce qui change, et se tait quand plus rien ne retient', async () => {
      const id = await banc.add();
      await banc.ledger.explainSuspensions(RETENUES, SOIR);
      await banc.ledger.explainSuspensions({ ...LIBRE, mail: 'adresse fausse.' }, ilYA(60));
      expect(await detailOf(id)).toBe('Retenu : adresse fausse.');
      await banc.ledger.explainSuspensions(LIBRE, SOIR);
      expect(await detailOf(id)).toBeNull();
    });

    it('ce qu’un serveur a répondu reste dit quand rien ne retient', async () => {
      const id = await banc.add();
      await depart(banc, 'a');
      const retour = { statut: 'programme', disponibleLe: null, compte: true } as const;
      await banc.ledger.record('a', { ...retour, id, detail: '451 plus tard' }, SOIR);
      await banc.ledger.explainSuspensions(LIBRE, SOIR);
      expect(await detailOf(id)).toBe('451 plus tard');
    });
  });
});
