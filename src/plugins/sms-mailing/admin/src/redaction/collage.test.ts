import { describe, expect, it } from 'vitest';
import { cleanPaste } from './collage';
import { toEditeurColle } from './message-html';

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal { margin:0 }</style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=FR>
<!--StartFragment--><p class=MsoNormal style='margin-bottom:8pt;font-family:"Calibri"'>Bonjour <b>Jack</b>,<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>une pièce d’identité</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>o </span><!--[endif]-->recto</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]>·<![endif]>un justificatif</p>
<p class=MsoNormal style='text-align:center'><span style='color:red'>À bientôt</span></p><!--EndFragment--></body></html>`;

describe('ce qui est collé depuis Word ou Outlook', () => {
  const propre = cleanPaste(WORD);

  it('perd les styles, les commentaires et les balises de bureautique', () => {
    expect(propre).not.toMatch(/mso|Mso|o:p|style='|<style|<xml|<!|class=/);
    expect(propre).not.toMatch(/Calibri|Symbol|color/);
  });

  it('garde le texte, le gras et l’alignement', () => {
    expect(propre).toContain('<p>Bonjour <b>Jack</b>,</p>');
    expect(propre).toContain('<p style="text-align:center"><span>À bientôt</span></p>');
  });

  it('retrouve ses listes, imbriquées comme elles l’étaient', () => {
    expect(propre.replace(/>\s+</g, '><')).toContain(
      '<ul><li>une pièce d’identité<ul><li>recto</li></ul></li><li>un justificatif</li></ul>'
    );
  });

  it('ne garde pas les paragraphes vides', () => {
    expect(propre).not.toMatch(/<p>(&nbsp;|\s)*<\/p>/);
  });

  it('fait une liste numérotée d’une liste numérotée', () => {
    const item = (numero: string): string =>
      `<p style='mso-list:l1 level1 lfo2'><![if !supportLists]>${numero}<![endif]>étape</p>`;
    expect(cleanPaste(item('1.') + item('2.'))).toBe('<ol><li>étape</li><li>étape</li></ol>');
  });

  it('ferme une liste avant le texte qui la suit', () => {
    const point = "<p style='mso-list:l0 level1 lfo1'>·a</p>";
    expect(cleanPaste(`${point}<p>texte</p>${point}`)).toBe(
      '<ul><li>·a</li></ul><p>texte</p><ul><li>·a</li></ul>'
    );
  });

  it('garde un lien, sans ses autres attributs', () => {
    expect(cleanPaste('<a href="https://bge.fr" target="_blank" onclick="x()">site</a>')).toBe(
      '<a href="https://bge.fr">site</a>'
    );
  });

  it('ne garde d’image que celle qui est en ligne', () => {
    expect(cleanPaste('<img src="file:///C:/logo.png"><img src="data:image/png;base64,x">')).toBe(
      ''
    );
    expect(cleanPaste('<img src="https://bge.fr/x.png" border=0>')).toBe(
      '<img src="https://bge.fr/x.png">'
    );
  });

  it('laisse tel quel ce qui vient de l’éditeur lui-même', () => {
    const notre = '<p data-pm-slice="1 1 []" style="color: red">x</p>';
    expect(cleanPaste(notre)).toBe(notre);
  });

  it('rend un signet que Word avait coupé', () => {
    const colle = '<p class=MsoNormal>\\$<span lang=EN>{personne/</span>personne_prenom}</p>';
    expect(toEditeurColle(cleanPaste(colle))).toContain(
      'data-signet="${personne/personne_prenom}"'
    );
  });

  it('reste rapide sur un long document', () => {
    const paragraphe = WORD.slice(WORD.indexOf('<p class'), WORD.indexOf('<!--EndFragment'));
    // Less than a second; each letter against each other would take minutes, and the time-out.
    expect(cleanPaste(paragraphe.repeat(4_000))).toContain('<b>Jack</b>');
    cleanPaste('<p style="mso-list:'.repeat(100_000));
  });
});
