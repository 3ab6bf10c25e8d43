import { expect, it } from 'vitest';
import type { MessageCompile } from '../ports/mise-en-page';
import { withBandeau } from './bandeau';

const MESSAGE: MessageCompile = {
  moteur: 2,
  objet: ['Bonjour'],
  html: ['<html><body class="page" style="margin:0"><p>', '</p><body></html>'],
  texte: ['Bonjour'],
};

it('le bandeau ouvre le corps, dit qui est imité, et n’ouvre aucune balise', () => {
  const { html, texte, objet } = withBandeau(MESSAGE, 'PALMER <b>& $& fils');
  expect(html[0]).toMatch(/^<html><body class="page" style="margin:0"><p style=/);
  expect(html[0]).toContain('PALMER &lt;b&gt;&amp; $&amp; fils');
  expect(html[1]).toBe(MESSAGE.html[1]);
  expect(texte[0]).toContain('pour PALMER <b>& $& fils.');
  expect(objet).toEqual(MESSAGE.objet);
});
