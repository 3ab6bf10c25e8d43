import { describe, expect, it } from 'vitest';
import { REGLAGES_RENDU } from '../../../../../test/fakes/reglages-rendu';
import { miseEnPage } from './mise-en-page';

const compile = (html: string): string =>
  JSON.stringify(
    miseEnPage.compileMessage(
      { objet: 'Objet', html },
      { typeContact: 'email', but: 'suivi', raison: null, images: {}, ...REGLAGES_RENDU }
    ).html
  );

describe('ce que d’autres logiciels écrivent dans un modèle', () => {
  it('un nom de police entre guillemets reste entier, et ce qui le suit aussi', () => {
    const style = 'font-family:&quot;Times New Roman&quot;,serif;color:#c00000';
    const html = compile(`<p style="${style}">Bonjour</p>`);
    expect(html).toContain("font-family: 'Times New Roman',serif");
    expect(html).toContain('color: #c00000');
  });
});
