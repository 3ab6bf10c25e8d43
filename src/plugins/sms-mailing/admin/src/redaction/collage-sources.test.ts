import { describe, expect, it } from 'vitest';
import { cleanPaste } from './collage';
import { toEditeur } from './message-html';

/*
 * Clipboards as the programs make them: their markup written anew from what public reports show of it, each
 * named beside its case.
 */

const compact = (html: string): string => cleanPaste(html).replace(/>\s+</g, '><').trim();

describe('un tableau collé donne une ligne par rangée, ses cases séparées', () => {
  it('d’Excel : des rangées sans leur table (fastmail/Squire#276, froala/wysiwyg-editor#2028)', () => {
    expect(
      compact(`<html><body><table width=128 style='border-collapse:collapse'>
<!--StartFragment-->
 <col width=64 span=2 style='width:48pt'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 width=64 style='height:15.0pt;width:48pt'>Date</td>
  <td class=xl65 width=64>Heure</td>
 </tr>
 <tr height=20><td class=xl66 align=right>05/03/2022</td><td class=xl66>9h30</td></tr>
 <tr height=20><td></td><td>14h</td></tr>
<!--EndFragment-->
</table></body></html>`)
    ).toBe('<p>Date | Heure</p><p>05/03/2022 | 9h30</p><p>14h</p>');
  });

  it('d’Excel, une seule rangée : des cases sans leur rangée (fastmail/Squire#276)', () => {
    expect(
      compact(
        '<table><tr><!--StartFragment--><td>Lundi</td><td>9h</td><!--EndFragment--></tr></table>'
      )
    ).toBe('<p>Lundi | 9h</p>');
  });

  it('de Google Sheets (revolist/revogrid#427, frappe/suite#139)', () => {
    expect(
      compact(`<google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid}--></style>
<table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr" border="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="overflow:hidden;" data-sheets-value="{&quot;1&quot;:2}">Atelier</td><td>Ville</td></tr><tr><td>Cartes en main</td><td>Arras</td></tr></tbody></table>`)
    ).toBe('<p>Atelier | Ville</p><p>Cartes en main | Arras</p>');
  });

  it('d’une page, avec ses titres, sa légende et une case vide au milieu', () => {
    expect(
      compact(
        '<table><caption>Horaires</caption><thead><tr><th>Jour</th><th>Matin</th><th>Soir</th></tr></thead><tbody><tr><td>Lundi</td><td>&nbsp;</td><td><b>18h</b></td></tr></tbody></table>'
      )
    ).toBe('<p>Horaires</p><p>Jour | Matin | Soir</p><p>Lundi |  | <b>18h</b></p>');
  });

  it('de Word : chaque case est un paragraphe', () => {
    expect(
      compact(
        '<table class=MsoTableGrid border=1><tr><td width=302 valign=top><p class=MsoNormal>Étape<o:p></o:p></p></td><td><p class=MsoNormal>Date</p></td></tr></table>'
      )
    ).toBe('<p>Étape | Date</p>');
  });

  it('d’une signature (Outlook) : les blocs restent des blocs, l’un sous l’autre', () => {
    expect(
      compact(
        '<table role="presentation"><tr><td><img src="cid:logo"></td><td><table><tr><td>Léna Martin</td></tr><tr><td>BGE Artois<br>03 20 00 00 00</td></tr></table></td></tr></table>'
      )
    ).toBe('<p>Léna Martin</p>BGE Artois<br>03 20 00 00 00');
  });

  it('et un modèle venu d’ailleurs s’ouvre sans rien coller, les blocs de l’éditeur intacts', () => {
    expect(toEditeur('<table><tr><td>Le ${action_date}</td><td>Arras</td></tr></table>')).toBe(
      '<p>Le <span data-signet="${action_date}"></span> | Arras</p>'
    );
    const bouton =
      '<table data-bouton="" role="presentation"><tbody><tr><td><a href="https://x.fr">x</a></td></tr></tbody></table>';
    expect(toEditeur(bouton)).toBe(bouton);
  });

  it('reste rapide sur un long tableau, même mal fermé', () => {
    expect(
      cleanPaste(`<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(20_000)}</table>`)
    ).toContain('a | b');
    cleanPaste('<tr><td>'.repeat(50_000));
  });
});

describe('une liste numérotée garde son début, ses lettres et ses voisines', () => {
  const point = (puce: string, suite: string, liste = 'l0 level1 lfo1'): string =>
    `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:${liste}'><![if !supportLists]><span style='mso-list:Ignore'>${puce}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${suite}</p>`;

  it('de Word, qui commence à 3 (ckeditor/ckeditor5#11043)', () => {
    expect(compact(point('3.', 'trois') + point('4.', 'quatre'))).toBe(
      '<ol start="3"><li>trois</li><li>quatre</li></ol>'
    );
  });

  it('de Word, coupée par un paragraphe : elle continue (ckeditor/ckeditor5#11210)', () => {
    expect(compact(`${point('1.', 'un')}<p>Puis</p>${point('2.', 'deux')}`)).toBe(
      '<ol><li>un</li></ol><p>Puis</p><ol start="2"><li>deux</li></ol>'
    );
  });

  it('de Word, des lettres sous des chiffres (tinymce/tinymce#1489)', () => {
    const lettre = (puce: string, texte: string) => point(puce, texte, 'l0 level2 lfo1');
    expect(
      compact(point('1.', 'un') + lettre('a)', 'x') + lettre('b)', 'y') + point('2.', 'deux'))
    ).toBe('<ol><li>un<ol type="a"><li>x</li><li>y</li></ol></li><li>deux</li></ol>');
  });

  it('de Word, des chiffres romains et des lettres qui leur ressemblent', () => {
    expect(compact(['i.', 'ii.', 'v.'].map((puce) => point(puce, 'x')).join(''))).toBe(
      '<ol type="i"><li>x</li><li>x</li><li>x</li></ol>'
    );
    expect(compact(['h)', 'i)', 'j)'].map((puce) => point(puce, 'x')).join(''))).toBe(
      '<ol start="8" type="a"><li>x</li><li>x</li><li>x</li></ol>'
    );
    expect(compact(point('IV.', 'x'))).toBe('<ol start="4" type="I"><li>x</li></ol>');
  });

  it('de Word, deux listes à la suite restent deux (tinymce/tinymce#6515)', () => {
    expect(compact(point('1.', 'a') + point('2.', 'b') + point('1)', 'c', 'l1 level1 lfo2'))).toBe(
      '<ol><li>a</li><li>b</li></ol><ol><li>c</li></ol>'
    );
    expect(compact(point('1.', 'a') + point('1.', 'b'))).toBe(
      '<ol><li>a</li></ol><ol><li>b</li></ol>'
    );
  });

  it('d’une page ou de LibreOffice, écrite par ses attributs', () => {
    expect(compact('<ol start=5 type="a" class="x"><li><p>cinq</p></li></ol>')).toBe(
      '<ol start="5" type="a"><li><p>cinq</p></li></ol>'
    );
  });

  it('de Google Docs, écrite par un style, dans son gras qui n’en est pas un (facebookarchive/draft-js#393)', () => {
    expect(
      compact(
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><ol style="margin-top:0"><li dir="ltr" style="list-style-type:lower-alpha;font-size:11pt"><p dir="ltr" style="line-height:1.38"><span style="font-family:Arial;font-weight:700">gras</span></p></li></ol></b>'
      )
    ).toBe(
      '<b style="font-weight:normal"><ol type="a"><li><p><span style="font-weight:700">gras</span></p></li></ol></b>'
    );
  });
});

describe('ce que les autres programmes collent', () => {
  it('les titres deviennent les deux de l’éditeur', () => {
    expect(compact('<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4>')).toBe(
      '<h2>a</h2><h2>b</h2><h3>c</h3><h3>d</h3>'
    );
  });

  it('Gmail : des lignes dans des blocs', () => {
    expect(compact('<div dir="ltr">Bonjour,<div><br></div><div>À bientôt</div></div>')).toBe(
      '<div>Bonjour,<div><br></div><div>À bientôt</div></div>'
    );
  });

  it('Word en ligne : des paragraphes dans des blocs (ckeditor/ckeditor5#9005)', () => {
    expect(
      compact(
        '<div class="OutlineElement Ltr" style="margin:0px"><p class="Paragraph" xml:lang="FR-FR" style="font-weight:normal"><span data-contrast="auto" class="TextRun"><span class="NormalTextRun">Point 3</span></span><span class="EOP" data-ccp-props="{&quot;1&quot;:0}">&nbsp;</span></p></div>'
      )
    ).toBe(
      '<div><p style="font-weight:normal"><span><span>Point 3</span></span><span>&nbsp;</span></p></div>'
    );
  });
});
