import juice from 'juice';
import { escapeHtml } from '../../../../../core/entites-html';
import type { OptionsMiseEnPage } from '../../../services/ports/mise-en-page';

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
.contenu a, .pied a { color: #0b57a4; text-decoration: underline; }
.pied { padding: 16px 24px; font-family: Arial, Helvetica, sans-serif; font-size: 13px;
  line-height: 1.5; text-align: left; color: #55556a; background-color: #ffffff;
  border-top: 1px solid #d9d9e3; }
.pied p { margin: 0 0 8px; }
@media (prefers-color-scheme: dark) {
  .page, .cadre { background-color: #16161d !important; color: #ececf1 !important; }
  .feuille, .contenu, .pied { background-color: #22222b !important; color: #ececf1 !important; }
  .contenu a, .pied a { color: #8ab4f8 !important; }
}`;

/** Newsletters, and any message whose « but » is promotion, can be stopped by their reader (D6, F7). */
function isDesinscriptible({ typeContact, but }: OptionsMiseEnPage): boolean {
  return typeContact === 'newsletter' || but === 'promotion';
}

/** The whole document around a cleaned content, its styles inlined. `lien`: where to unsubscribe. */
export function layOut(contenu: string, options: OptionsMiseEnPage, lien: string): string {
  const document = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(options.expediteur.nom)}</title>
<style>${STYLES}
</style>
</head>
<body class="page">
<table role="presentation" class="cadre" cellpadding="0" cellspacing="0"><tr><td class="marge" align="center">
<table role="presentation" class="feuille" width="600" cellpadding="0" cellspacing="0">
<tr><td class="contenu">${contenu}</td></tr>
<tr><td class="pied">${pied(options, lien)}</td></tr>
</table>
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
function pied(options: OptionsMiseEnPage, lien: string): string {
  const { nom, adressePostale } = options.expediteur;
  const identite = [nom, adressePostale ?? ''].filter((ligne) => ligne !== '').map(escapeHtml);
  const paragraphes = [identite.join('<br>')];
  if (isDesinscriptible(options)) {
    const raison = options.raison ?? `votre adresse figure parmi les contacts de ${nom}`;
    paragraphes.push(
      `Vous recevez ce message car ${escapeHtml(raison)}.`,
      `<a href="${lien}">Se désinscrire</a>`
    );
  }
  return paragraphes.map((paragraphe) => `<p>${paragraphe}</p>`).join('\n');
}
