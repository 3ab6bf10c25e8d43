import juice from 'juice';
import { escapeHtml } from '../../../../../core/entites-html';
import type { OptionsMiseEnPage, Special } from '../../../services/ports/mise-en-page';

/** Colours are set in pairs, text and background, so that neither theme hides the other. */
const STYLES = `
.page { margin: 0; padding: 0; background-color: #f4f4f6; color: #1f1f2e; }
.cadre { width: 100%; border-collapse: collapse; background-color: #f4f4f6; }
.marge { padding: 16px 8px; }
.feuille { width: 100%; max-width: 600px; border-collapse: collapse; background-color: #ffffff; }
.contenu { padding: 24px; font-family: Arial, Helvetica, sans-serif; font-size: 16px;
  line-height: 1.5; text-align: left; color: #1f1f2e; background-color: #ffffff; }
.contenu img { max-width: 100%; height: auto; border: 0; }
.contenu p { margin: 0 0 16px; }
.contenu li, .contenu li p { margin: 0 0 4px; }
.contenu h2 { margin: 0 0 12px; font-size: 24px; line-height: 1.25; }
.contenu h3 { margin: 0 0 10px; font-size: 18px; line-height: 1.3; }
.contenu a, .pied a { color: #0b57a4; text-decoration: underline; }
.pied { padding: 16px 24px; font-family: Arial, Helvetica, sans-serif; font-size: 13px;
  line-height: 1.5; text-align: left; color: #55556a; background-color: #ffffff;
  border-top: 1px solid #d9d9e3; }
.pied p { margin: 0 0 8px; }
@media (prefers-color-scheme: dark) {
  .page, .cadre { background-color: #16161d !important; color: #ececf1 !important; }
  .feuille, .contenu, .pied { background-color: #22222b !important; color: #ececf1 !important; }
  .contenu a, .pied a { color: #8ab4f8 !important; }
  /* A colour chosen for white paper would not be read. */
  .contenu span { color: inherit !important; }
  .entete, .entete a, .bouton a { color: #ffffff !important; }
}
@media (max-width: 480px) {
  .colonne { display: block !important; width: auto !important; padding: 0 !important; }
}`;

/** Outlook on Windows knows no max-width: it gets a table of that width around the sheet. */
const OUTLOOK_AVANT = `<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]-->`;
const OUTLOOK_APRES = '<!--[if mso]></td></tr></table><![endif]-->';

/** Newsletters, and any message whose « but » is promotion, can be stopped by their reader (D6, F7). */
function isDesinscriptible({ typeContact, but }: OptionsMiseEnPage): boolean {
  return typeContact === 'newsletter' || but === 'promotion';
}

/** Holds the place of what is filled at rendering. */
type WriteSpecial = (special: Special) => string;

/** The whole document around a cleaned content, its styles inlined. */
export function layOut(contenu: string, options: OptionsMiseEnPage, write: WriteSpecial): string {
  const document = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${write('expediteur')}</title>
<style>${STYLES}
</style>
</head>
<body class="page">
<table role="presentation" class="cadre" cellpadding="0" cellspacing="0"><tr><td class="marge" align="center">
${OUTLOOK_AVANT}
<table role="presentation" class="feuille" width="600" cellpadding="0" cellspacing="0">
<tr><td class="contenu">${contenu}</td></tr>
<tr><td class="pied">${pied(options, write)}</td></tr>
</table>
${OUTLOOK_APRES}
</td></tr></table>
</body>
</html>
`;
  return juice(document, {
    applyWidthAttributes: false,
    applyHeightAttributes: false,
    preserveMediaQueries: true,
  });
}

/** LCEN art. 20: who writes, from where, why, and how to make it stop. */
function pied(options: OptionsMiseEnPage, write: WriteSpecial): string {
  const paragraphes = [write('identite')];
  if (isDesinscriptible(options)) {
    const raison = options.raison ?? 'votre adresse figure parmi nos contacts';
    paragraphes.push(
      `Vous recevez ce message car ${escapeHtml(raison)}.`,
      `<a href="${write('lien_desinscription')}">Se désinscrire</a>`
    );
  }
  return paragraphes.map((paragraphe) => `<p>${paragraphe}</p>`).join('\n');
}
