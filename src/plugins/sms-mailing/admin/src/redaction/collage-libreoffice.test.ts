import { describe, expect, it } from 'vitest';
import { cleanPaste } from './collage';
import { toEditeur } from './message-html';

/*
 * Written by LibreOffice 7.4.7 itself (Debian 12, libreoffice-writer-nogui and libreoffice-calc-nogui), which puts
 * into the clipboard what these same filters write: `soffice --convert-to "html:HTML (StarWriter)"` (`StarCalc`)
 * on a text of ours. Only the rules of its own sheet of styles are shortened.
 */
const tete = (style: string): string => `<!DOCTYPE html>
<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
	<meta name="created" content="00:00:00"/>
	<style type="text/css">
		${style}
	</style>
</head>
`;

const WRITER = `${tete('p { line-height: 115%; margin-bottom: 0.1in; background: transparent }')}<body lang="en-US" link="#000080" vlink="#800000" dir="ltr"><h1 class="western">
Atelier</h1>
<h4 class="western">Détail</h4>
<p align="center" style="line-height: 100%; margin-bottom: 0in">
<font color="#c9211e"><font face="Times New Roman"><font size="4" style="font-size: 14pt"><b>Convocation</b></font></font></font></p>
<p style="line-height: 100%; margin-bottom: 0in">Bonjour
\${<font color="#c9211e"><font face="Times New Roman"><font size="4" style="font-size: 14pt"><b>personne/personne_prenom</b></font></font></font>},<br/>
à
demain !</p>
<ol type="a" start="3">
	<li><p style="line-height: 100%; margin-bottom: 0in">pièce
	d’identité</p>
	<li><p style="line-height: 100%; margin-bottom: 0in">relevé</p>
	<ol type="i">
		<li><p style="line-height: 100%; margin-bottom: 0in">un</p>
	</ol>
</ol>
<p style="line-height: 100%; margin-bottom: 0in"><br/>

</p>
<p><a href="https://bge.example/x">Fin</a></p>
</body>
</html>`;

const TABLEAU_WRITER = `<table width="158" cellpadding="2" cellspacing="1">
	<col width="92"/>

	<col width="53"/>

	<tr>
		<td width="92" style="border-top: 1px double #808080; padding: 0.02in"><p>
			Date</p>
		</td>
		<td width="53" style="border-top: 1px double #808080; padding: 0.02in"><p>
			Heure</p>
		</td>
	</tr>
	<tr>
		<td width="92" style="border-top: none; padding-top: 0in"><p>
			05/03/2022</p>
		</td>
		<td width="53" style="border-top: none; padding-top: 0in"><p>
			9h30</p>
		</td>
	</tr>
</table>`;

const CALC = `${tete('body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"DejaVu Sans"; font-size:x-small }')}
<body>
<table cellspacing="0" border="0">
	<colgroup width="86"></colgroup>
	<colgroup width="52"></colgroup>
	<colgroup width="82"></colgroup>
	<tr>
		<td height="17" align="left">Date</td>
		<td align="left">Heure</td>
		<td align="left">Ville</td>
	</tr>
	<tr>
		<td height="17" align="left" sdnum="1033;0;@">05/03/2022</td>
		<td align="left">9h30</td>
		<td align="left">Arras</td>
	</tr>
	<tr>
		<td height="17" align="left"><br></td>
		<td align="left">14h</td>
		<td align="left">Béthune</td>
	</tr>
</table>
<!-- ************************************************************************** -->
</body>

</html>`;

/** What is read: the editor's own parser drops `html` and `body`, and closes the points of a list. */
const compact = (html: string): string =>
  cleanPaste(html)
    .replace(/<!DOCTYPE html>|<\/?(?:html|body)>/g, '')
    .replace(/(^|>)\s+|\s+(?=<|$)/g, '$1');

describe('ce qui est collé de LibreOffice', () => {
  it('d’un texte : titres, alignement, gras, listes avec leur début et leurs lettres, lien', () => {
    expect(compact(WRITER)).toBe(
      '<h2>Atelier</h2><h3>Détail</h3>' +
        '<p style="text-align:center"><b>Convocation</b></p>' +
        '<p>Bonjour ${<b>personne/personne_prenom</b>},<br>à demain !</p>' +
        '<ol start="3" type="a"><li><p>pièce d’identité</p><li><p>relevé</p>' +
        '<ol type="i"><li><p>un</p></ol></ol>' +
        '<p><a href="https://bge.example/x">Fin</a></p>'
    );
  });

  it('le signet que sa mise en forme avait coupé redevient une pièce', () => {
    expect(toEditeur(cleanPaste(WRITER))).toContain(
      '<span data-signet="${personne/personne_prenom}"></span>'
    );
  });

  it('un tableau de Writer ou de Calc donne une ligne par rangée, ses cases séparées', () => {
    expect(compact(TABLEAU_WRITER)).toBe('<p>Date | Heure</p><p>05/03/2022 | 9h30</p>');
    expect(compact(CALC)).toBe(
      '<p>Date | Heure | Ville</p><p>05/03/2022 | 9h30 | Arras</p><p>| 14h | Béthune</p>'
    );
  });

  it('un bloc aligné par un attribut le reste, un style dit avant lui l’emporte', () => {
    expect(compact('<p align="right">x</p>')).toBe('<p style="text-align:right">x</p>');
    expect(compact('<p align="right" style="text-align:center">x</p>')).toBe(
      '<p style="text-align:center">x</p>'
    );
    expect(compact('<p align="x:y;color:red">x</p>')).toBe('<p>x</p>');
  });
});
