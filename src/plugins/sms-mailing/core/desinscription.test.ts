import { describe, expect, it } from 'vitest';
import { describeEtat, listChoix, porteesOf } from './desinscription';

describe('la page d’une désinscription', () => {
  it('ne propose que ce qui change quelque chose', () => {
    expect(listChoix({ opposees: [], accepteSms: true })).toEqual([
      ...['promotions', 'promotions_et_sms', 'tout'],
    ]);
    expect(listChoix({ opposees: [], accepteSms: false })).toEqual(['promotions', 'tout']);
    expect(listChoix({ opposees: ['newsletter'], accepteSms: true })).toEqual([
      ...['promotions_et_sms', 'tout'],
    ]);
    expect(listChoix({ opposees: ['newsletter', 'sms'], accepteSms: true })).toEqual(['tout']);
    expect(listChoix({ opposees: ['newsletter', 'tout'], accepteSms: true })).toEqual([]);
  });

  it('chaque choix écrit les portées qu’il nomme', () => {
    expect(porteesOf('promotions')).toEqual(['newsletter']);
    expect(porteesOf('promotions_et_sms')).toEqual(['newsletter', 'sms']);
    expect(porteesOf('tout')).toEqual(['tout']);
  });

  it('dit ce qui arrive encore', () => {
    const promotions = describeEtat({ opposees: ['newsletter'], accepteSms: true });
    expect(promotions.arretes).toEqual(['les newsletters et les promotions par e-mail']);
    expect(promotions.restent).toEqual([expect.stringMatching(/convocations.*et par SMS$/)]);
    const sms = describeEtat({ opposees: ['sms'], accepteSms: true });
    expect(sms.restent).toEqual([
      'les newsletters et les promotions par e-mail',
      expect.stringMatching(/par e-mail$/),
    ]);
    expect(describeEtat({ opposees: ['tout'], accepteSms: true }).restent).toEqual([]);
  });
});
