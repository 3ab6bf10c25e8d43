import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonCourriel, cleanCourriel, etatCourriel } from './courriel';

const long = (n: number): string => 'a'.repeat(n);
/** 190 characters. */
const LONG_DOMAINE = `a.${`${long(61)}.`.repeat(3)}fr`;

describe('l’état d’un courriel', () => {
  it.each([
    'palmer@courriel.test',
    'jean-luc.o_connor+bge@sous.domaine.gouv.fr',
    "d'artagnan@mousquetaires.fr",
    'A@B.CO',
    `${long(64)}@bge.fr`,
    `a@${long(63)}.fr`,
    `${long(63)}@${LONG_DOMAINE}`,
    'contact@xn--caf-dma.fr',
    'x@y.xn--p1ai',
    'test@bge.fr',
    'x@contest.fr',
    'x@noemail.bge.fr',
    'contact@épicerie-noémie.fr',
    'contact@почта.рф',
  ])('%s est valide', (adresse) => {
    expect(etatCourriel(adresse)).toBe('valide');
  });

  it.each([
    ['absente', null],
    ['vide', ''],
    ['sans arobase', 'palmer.bge.fr'],
    ['deux arobases', 'a@b@bge.fr'],
    ['un domaine derrière un autre', 'a@bge.fr@x.fr'],
    ['sans domaine', 'palmer@'],
    ['sans nom', '@bge.fr'],
    ['sans extension', 'palmer@localhost'],
    ['extension d’une lettre', 'palmer@bge.f'],
    ['adresse IP', 'palmer@192.168.1.10'],
    ['points qui se suivent', 'jean..luc@bge.fr'],
    ['point en tête', '.jean@bge.fr'],
    ['point à la fin du nom', 'jean.@bge.fr'],
    ['point à la fin du domaine', 'jean@bge.fr.'],
    ['tiret en tête de domaine', 'jean@-bge.fr'],
    ['espace au bout', 'jean@bge.fr '],
    ['espace insécable', 'jean\u00a0@bge.fr'],
    ['accent avant l’arobase', 'hélène@bge.fr'],
    ['domaine accentué de plus de 63 signes', `a@é${long(62)}.fr`],
    ['domaine accentué derrière un port', 'a@bgé.fr:25'],
    ['domaine accentué derrière un autre', 'a@bgé.fr/evil.fr'],
    ['point pleine chasse, qui ferait deux domaines', 'a@bgé\uff0efr'],
    ['nom affiché', 'Jean <jean@bge.fr>'],
    ['deux adresses', 'jean@bge.fr,evil@x.fr'],
    ['point-virgule', 'jean@bge.fr;evil@x.fr'],
    ['saut de ligne', 'jean@bge.fr\r\nBcc: evil@x.fr'],
    ['saut de ligne final', 'jean@bge.fr\n'],
    ['caractère nul', 'jean\0@bge.fr'],
    ['guillemets', '"jean luc"@bge.fr'],
    ['nom de 65 lettres', `${long(65)}@bge.fr`],
    ['étiquette de 64 lettres', `a@${long(64)}.fr`],
    ['255 caractères', `${long(64)}@${LONG_DOMAINE}`],
  ])('%s : invalide', (_cas, adresse) => {
    expect(etatCourriel(adresse)).toBe('invalide');
  });

  it.each([
    'nn@noemail.com',
    'NN@NoEmail.COM',
    'x@nomail.fr',
    'x@mail.fictif',
    'x@example.com',
    'x@example.org',
    'x@a.b.example.net',
    'x@exemple.fr',
    'x@test.fr',
    'x@test.com',
    'x@bge.invalid',
    'x@pasdemail.fr',
    'x@pas-de-mail.fr',
    'x@pasdemel.fr',
    'x@pasdadresse.com',
    'x@sansmail.fr',
    'x@sans-mail.fr',
    'x@sansemail.fr',
    'x@no-email.com',
    'x@no-mail.com',
    'x@bge.example',
    'x@bge.localhost',
  ])('%s est fictive', (adresse) => {
    expect(etatCourriel(adresse)).toBe('fictive');
  });

  it('ce qui pourrait ajouter un destinataire ou un en-tête n’est jamais valide', () => {
    const dangereux = fc.constantFrom(
      ',',
      ';',
      ' ',
      '\r',
      '\n',
      '\0',
      '<',
      '>',
      '(',
      '"',
      ':',
      '\\'
    );
    fc.assert(
      fc.property(fc.string(), dangereux, fc.string(), (avant, signe, apres) => {
        expect(etatCourriel(`${avant}${signe}${apres}@bge.fr`)).toBe('invalide');
        expect(etatCourriel(`a@${avant}${signe}${apres}.fr`)).toBe('invalide');
        expect(etatCourriel(`a@é${avant}${signe}${apres}.fr`)).toBe('invalide');
      }),
      { numRuns: 10_000 }
    );
  });

  it('une adresse très longue se juge aussitôt', () => {
    expect(etatCourriel(`${'a-'.repeat(500_000)}@${'b-'.repeat(500_000)}.fr`)).toBe('invalide');
  });
});

describe('un courriel saisi', () => {
  it.each([
    ['palmer@courriel.test\u200b', 'palmer@courriel.test'],
    ['pal\u00admer@courriel.test', 'palmer@courriel.test'],
    ['\ufeffpalmer@courriel.test\u00a0', 'palmer@courriel.test'],
    ['palmer@\u00a0courriel.test\r\n', 'palmer@courriel.test'],
    ['palmer @ courriel.test', 'palmer@courriel.test'],
    ['jean\u2011luc@bge.fr', 'jean-luc@bge.fr'],
    ['Élise Dupont <elise.dupont@x.fr>', 'elise.dupont@x.fr'],
    ['<elise.dupont@x.fr>', 'elise.dupont@x.fr'],
    ['mailto:elise.dupont@x.fr', 'elise.dupont@x.fr'],
    ['mailto:elise.dupont@x.fr?subject=STOP', 'elise.dupont@x.fr'],
    ['Élise <mailto:elise.dupont@x.fr>', 'elise.dupont@x.fr'],
    ['Contact@Épicerie-Noémie.fr', 'Contact@Épicerie-Noémie.fr'],
  ])('%j est gardé %j, et part', (saisie, garde) => {
    expect(cleanCourriel(saisie)).toBe(garde);
    expect(etatCourriel(cleanCourriel(saisie))).toBe('valide');
  });

  it.each(['', 'palmer@', 'a@x.fr, b@y.fr', 'Jean <a@x.fr> et <b@y.fr>', '@@@', 'jean luc@bge.fr'])(
    '%j reste ce qu’il est, invalide',
    (saisie) => {
      expect(cleanCourriel(saisie)).toBe(saisie);
      expect(etatCourriel(cleanCourriel(saisie))).toBe('invalide');
    }
  );

  it('propre, se relit tel quel, et n’ajoute jamais de destinataire', () => {
    const saisies = fc.string({
      unit: fc.constantFrom(...'ab@.<>, :\u200b\u00a0é?-'.split(''), 'mailto:'),
    });
    fc.assert(
      fc.property(saisies, (saisie) => {
        const garde = cleanCourriel(saisie);
        expect(garde.split('@').length).toBeLessThanOrEqual(saisie.split('@').length);
        if (etatCourriel(garde) === 'valide') {
          expect(cleanCourriel(garde)).toBe(garde);
          expect(saisie.split('@')).toHaveLength(2);
        }
      }),
      { numRuns: 10_000 }
    );
  });
});

it('une adresse se reconnaît quels que soient sa casse et l’alphabet de son domaine', () => {
  const formes = ['Contact@Épicerie-Noémie.FR', 'contact@xn--picerie-nomie-9gbk.fr'];
  expect(new Set(formes.map(canonCourriel))).toEqual(
    new Set(['contact@xn--picerie-nomie-9gbk.fr'])
  );
  expect(canonCourriel('Palmer@Courriel.TEST')).toBe('palmer@courriel.test');
  expect(canonCourriel('Pas une adresse')).toBe('pas une adresse');
});
