import { describe, expect, it } from 'vitest';
import { findDemesure, LIMITES_MESSAGE, refuseDemesure } from './demesure';

const mail = (message: string) => findDemesure({ typeContact: 'email', message });
const { balises, profondeur, balise, caracteres, caracteresSms } = LIMITES_MESSAGE;

describe('la démesure d’un message', () => {
  it.each([
    [
      'le message d’un gestionnaire',
      '<p>Bonjour <strong>${personne/personne_prenom}</strong>,</p>',
    ],
    [
      'un long tableau',
      `<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(balises / 6 - 1)}</table>`,
    ],
    ['des paragraphes qu’on ne ferme pas', '<p>x<br>'.repeat(1_000)],
    ['des éléments de liste qu’on ne ferme pas', `<ul>${'<li>x'.repeat(1_000)}</ul>`],
    ['des tableaux dans des tableaux', '<table><tr><td>'.repeat(profondeur / 3)],
    ['un long lien', `<a href="https://x.fr/${'a'.repeat(2_000)}">x</a>`],
    ['des comparaisons', '1 < 2 '.repeat(1_000)],
  ])('laisse passer %s', (_, message) => {
    expect(mail(message)).toBeNull();
  });

  it.each([
    ['profondeur', '<ul><li>'.repeat(8_000).slice(0, 8 * 3_999)],
    ['profondeur', '<TABLE><tr><td>'.repeat(profondeur / 3 + 1)],
    ['profondeur', `${'<span>'.repeat(profondeur + 1)}x${'</span>'.repeat(profondeur + 1)}`],
    ['balises', '<ul><li>'.repeat(8_000)],
    ['balises', '<br>'.repeat(balises + 1)],
    ['balises', '<'.repeat(balises + 1)],
    ['balises', '<!--'.repeat(balises + 1)],
    ['balise', `<p style="${'color:red;'.repeat(balise / 10 + 1)}">x</p>`],
    ['balise', `<p ${'a="x" '.repeat(balise / 6 + 1)}>x</p>`],
    ['balise', `<a href="${'x'.repeat(balise)}`],
    ['caracteres', '&amp;'.repeat(caracteres / 5) + 'x'],
  ])('trouve : %s', (attendue, message) => {
    expect(mail(message)).toBe(attendue);
  });

  it('un SMS n’est mesuré qu’à sa longueur', () => {
    expect(findDemesure({ typeContact: 'sms', message: '<ul>'.repeat(1_000) })).toBeNull();
    const message = 'x'.repeat(caracteresSms + 1);
    expect(findDemesure({ typeContact: 'sms', message })).toBe('caracteresSms');
  });

  it('le refus dit quoi faire', () => {
    expect(() => {
      refuseDemesure({ typeContact: 'email', message: '<ul><li>'.repeat(1_000) });
    }).toThrow('message-demesure');
  });
});
