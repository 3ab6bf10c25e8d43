import { describe, expect, it } from 'vitest';
import { createMoteurFictif } from '../../../../test/fakes/moteur-fictif';
import { handOverNow } from './hand-over-now';

describe('un exemplaire ou une vérification', () => {
  it('passe par les places du clic, devant la soirée, et attend comme elle quand elles sont prises', async () => {
    const { transports } = createMoteurFictif({ mail: { parallele: 5 } });
    const faits: string[] = [];
    let finir = (): void => undefined;
    const premier = handOverNow(transports.mail, async ({ prioritaire, enAvance }) => {
      faits.push(`premier ${String(prioritaire)} ${String(enAvance)}`);
      await new Promise<void>((resolve) => {
        finir = resolve;
      });
    });
    const second = handOverNow(transports.mail, async () => void faits.push('second'));
    await new Promise((suite) => setImmediate(suite));
    expect(faits).toEqual(['premier true false']);
    finir();
    await Promise.all([premier, second]);
    expect(faits).toEqual(['premier true false', 'second']);
  });

  it('rend sa place quand le serveur refuse, et s’essaie même quand le transport est suspendu', async () => {
    const { transports } = createMoteurFictif({ mail: { parallele: 5 } });
    transports.mail.begin('e1').note({ genre: 'compte' }, 'Mot de passe refusé.');
    expect(transports.mail.isOuvert()).toBe(false);
    const refus = handOverNow(transports.mail, () => Promise.reject(new Error('refus')));
    await expect(refus).rejects.toThrow('refus');
    expect(await handOverNow(transports.mail, () => Promise.resolve('parti'))).toBe('parti');
  });
});
