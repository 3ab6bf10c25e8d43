import { describe, expect, it } from 'vitest';
import { awaitCode, checkCode, isVerifie, verificationSchema } from './verification';

const NOW = new Date('2022-03-03T14:00:00Z');
const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000);
const VIERGE = verificationSchema.parse({});
const ATTENDUE = awaitCode(VIERGE, { empreinte: 'e', vers: '+336••••••78' }, NOW);

describe('un code de vérification', () => {
  it('vaut trente minutes', () => {
    expect(checkCode(ATTENDUE, 'e', minutes(30))).toBe('juste');
    expect(checkCode(ATTENDUE, 'e', minutes(30.1))).toBe('expire');
  });

  it('ne se devine pas : cinq essais, juste compris', () => {
    const essais = (n: number) => ({ ...ATTENDUE, code: { ...ATTENDUE.code!, essais: n } });
    expect(checkCode(essais(4), 'autre', NOW)).toBe('faux');
    expect(checkCode(essais(4), 'e', NOW)).toBe('juste');
    expect(checkCode(essais(5), 'e', NOW)).toBe('expire');
  });

  it('n’est attendu qu’une fois demandé', () => {
    expect(checkCode(VIERGE, 'e', NOW)).toBe('aucun');
  });

  it('en demander un nouveau garde la preuve d’avant et remet les essais à zéro', () => {
    const prouvee = { ...ATTENDUE, empreinte: 'compte', verifieLe: NOW.toISOString() };
    const nouvelle = awaitCode(prouvee, { empreinte: 'f', vers: '' }, minutes(1));
    expect(nouvelle).toMatchObject({ empreinte: 'compte', code: { empreinte: 'f', essais: 0 } });
  });

  it('ne prouve que l’expéditeur et le compte d’alors', () => {
    expect(isVerifie({ ...VIERGE, empreinte: 'a' }, 'a')).toBe(true);
    expect(isVerifie({ ...VIERGE, empreinte: 'a' }, 'b')).toBe(false);
    expect(isVerifie(VIERGE, 'a')).toBe(false);
    expect(isVerifie(undefined, 'a')).toBe(false);
  });
});
