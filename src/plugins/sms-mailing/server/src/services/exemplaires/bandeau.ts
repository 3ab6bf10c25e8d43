import { escapeHtml } from '../../../../core/entites-html';
import type { MessageCompile, MorceauCompile } from '../ports/mise-en-page';

/** Whom an exemplaire is addressed to: a name would enter the address book of whoever tries a modèle. */
export const A_VOUS = '(vous)';

const BODY = /<body\b[^>]*>/i;

const STYLE =
  'margin:0;padding:12px 16px;font-family:Arial,Helvetica,sans-serif;font-size:14px;color:#1f1f2e;background-color:#fff4c2';

/** The band goes into the literal where the document's body begins. */
function withBande(morceaux: readonly MorceauCompile[], bande: string): MorceauCompile[] {
  const rang = morceaux.findIndex((morceau) => typeof morceau === 'string' && BODY.test(morceau));
  return morceaux.map((morceau, i) =>
    i === rang && typeof morceau === 'string'
      ? morceau.replace(BODY, (body) => `${body}${bande}`)
      : morceau
  );
}

/** Decision G12: an exemplaire says in its body whom it imitates, and nowhere else. */
export function withBandeau(message: MessageCompile, nom: string): MessageCompile {
  const phrase = `Exemplaire, arrivé à vous seul : voici le message tel qu’il est pour ${nom}.`;
  return {
    ...message,
    html: withBande(message.html, `<p style="${STYLE}">${escapeHtml(phrase)}</p>`),
    texte: [`${phrase}\n\n`, ...message.texte],
  };
}
