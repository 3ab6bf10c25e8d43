import { contraste, encreSur } from '../../../../core/couleur';
import { escapeHtml } from '../../../../core/entites-html';

/** Who the page speaks for (Paramètres). */
export interface Identite {
  nom: string;
  /** Where one can write to it. */
  courriel: string;
  adressePostale: string;
  /** « #rrggbb » */
  couleur: string;
}

export interface PagePublique {
  titre: string;
  /** HTML: whatever comes from the base is escaped by who writes it. */
  corps: string;
  /** What has just been done: the first thing read, and heard. */
  fait?: boolean;
}

/** A title on white must be read: a pale colour stays in the band and on the button. */
function toVariables({ couleur }: Identite): string {
  const titre = contraste(couleur, '#ffffff') >= 4.5 ? couleur : '#12181f';
  return `--couleur:${couleur};--encre:${encreSur(couleur)};--titre:${titre}`;
}

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f3f5f8;color:#1f2933;font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;overflow-wrap:anywhere}
header{background:var(--couleur);color:var(--encre);padding:1.1rem 1rem}
header p,main,footer{max-width:34rem;margin:0 auto}
header p{font-weight:700;letter-spacing:.01em}
main{background:#fff;padding:1.6rem 1.25rem 1.9rem;box-shadow:0 1px 3px rgb(18 24 31/.14)}
h1{margin:0 0 .9rem;font-size:1.5rem;line-height:1.25;color:var(--titre)}
h1:focus{outline:none}
h2{margin:1.4rem 0 .3rem;font-size:1.0625rem;line-height:1.35}
p{margin:.6rem 0}
ul{margin:.3rem 0;padding-left:1.2rem}
a{color:inherit}
dl{margin:1.1rem 0 1.4rem;padding:.9rem 1rem;background:#f3f5f8;border-radius:.6rem;border-left:.3rem solid var(--couleur)}
dt{font-size:.875rem;color:#52606d}
dd{margin:0 0 .6rem;font-weight:600}
dd:last-child{margin-bottom:0}
form{display:grid;gap:.75rem;margin-top:1.3rem}
fieldset{border:0;margin:0;padding:0;display:grid;gap:.5rem}
legend{padding:0;margin-bottom:.5rem;font-weight:600}
label{display:flex;gap:.7rem;align-items:flex-start;padding:.75rem .9rem;border:1px solid #9aa5b1;border-radius:.6rem;cursor:pointer}
label:has(:checked){border-color:var(--titre);box-shadow:inset 0 0 0 1px var(--titre)}
input[type=radio]{margin:.3rem 0 0;width:1.1rem;height:1.1rem;accent-color:var(--titre);flex:none}
label small{display:block;font-size:.9rem;color:#52606d}
button{font:inherit;font-weight:600;min-height:3.1rem;padding:.6rem 1rem;border-radius:.6rem;border:2px solid #52606d;background:#fff;color:#1f2933;cursor:pointer}
button.principal{background:var(--couleur);border-color:var(--couleur);color:var(--encre)}
button:hover{filter:brightness(.95)}
:focus-visible{outline:3px solid #12181f;outline-offset:3px}
.fait{display:flex;gap:.7rem;align-items:center}
.fait::before{content:"✓";content:"✓" / "";flex:none;display:grid;place-items:center;width:2.1rem;height:2.1rem;border-radius:50%;background:#0b6b3a;color:#fff;font-size:1.2rem}
.note{color:#52606d;font-size:.95rem}
footer{padding:1.1rem 1.25rem 2rem;font-size:.875rem;color:#52606d;white-space:pre-line}
@media (min-width:36rem){main{margin-top:1.6rem;border-radius:.8rem;padding:2rem 2.2rem 2.3rem}footer{padding-inline:2.2rem}.deux{grid-template-columns:1fr 1fr}}
`;

/** No line begins with a sign that French keeps with the word before it. */
function keepSigns(texte: string): string {
  return texte.replace(/ (?=[?!:;»])/g, '\u00a0').replace(/« /g, '«\u00a0');
}

/** One file, no script, nothing asked of another server: it opens on any phone, and says nothing to anybody. */
export function writePage(
  identite: Identite,
  { titre, corps, fait = false }: PagePublique
): string {
  const nom = escapeHtml(identite.nom);
  const dit = keepSigns(escapeHtml(titre));
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${dit} – ${nom}</title>
<style>:root{${toVariables(identite)}}${STYLE}</style></head>
<body><header><p>${nom}</p></header>
<main>${fait ? `<div role="status"><h1 class="fait">${dit}</h1></div>` : `<h1>${dit}</h1>`}
${keepSigns(corps)}</main>
<footer>${escapeHtml(identite.adressePostale)}</footer></body></html>`;
}
