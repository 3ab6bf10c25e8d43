import { escapeHtml } from '../../../../../core/entites-html';
import type { Valeurs } from '../../../../../core/rendu';
import { compileRendu as compileValeur } from '../../../../../core/rendu';
import type {
  CibleEmplacement,
  MessageCompile,
  MorceauCompile,
  RenduMessage,
  ValeursSpeciales,
} from '../../../services/ports/mise-en-page';

type Encodeur = (valeur: string) => string;
type Lecture = (valeurs: Valeurs, speciales: ValeursSpeciales) => string;

const SCHEMA_SUR = /^(https?:\/\/|mailto:|tel:)/i;
const DOMAINE_NU = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(?=[/?#]|$)/u;

/** Prepares the three parts of a version; each message is then concatenation and escaping. */
export function compileRendu(message: MessageCompile, zone: string): RenduMessage {
  const objet = compileMorceaux(message.objet, zone, false);
  const html = compileMorceaux(message.html, zone, true);
  const texte = compileMorceaux(message.texte, zone, false);
  return (valeurs, speciales) => ({
    // A line end in a value is a space in a subject: a header has one line.
    objet: objet(valeurs, speciales)
      .replace(/\p{Cc}+/gu, ' ')
      .trim(),
    html: html(valeurs, speciales),
    texte: texte(valeurs, speciales),
  });
}

function compileMorceaux(
  morceaux: readonly MorceauCompile[],
  zone: string,
  dansHtml: boolean
): Lecture {
  const lectures = morceaux.map((morceau) =>
    typeof morceau === 'string' ? morceau : compileEmplacement(morceau, zone, dansHtml)
  );
  return (valeurs, speciales) => {
    let sortie = '';
    for (const lecture of lectures) {
      sortie += typeof lecture === 'string' ? lecture : lecture(valeurs, speciales);
    }
    return sortie;
  };
}

function compileEmplacement(
  morceau: Exclude<MorceauCompile, string>,
  zone: string,
  dansHtml: boolean
): Lecture {
  const encode = encodeurOf(morceau.cible, dansHtml);
  if ('special' in morceau) {
    return (_, { lienDesinscription }) => encode(lienDesinscription ?? '');
  }
  const lire = compileValeur([morceau.signet], 'texte', zone);
  return (valeurs) => encode(lire(valeurs));
}

function encodeurOf(cible: CibleEmplacement, dansHtml: boolean): Encodeur {
  if (cible === 'texte') return (valeur) => valeur;
  if (cible === 'html') return escapeHtml;
  const encode = ENCODEURS_URL[cible];
  return dansHtml ? (valeur) => escapeHtml(encode(valeur)) : encode;
}

const ENCODEURS_URL: Readonly<Record<Exclude<CibleEmplacement, 'html' | 'texte'>, Encodeur>> = {
  'attribut-url': checkUrl,
  'chemin-url': (valeur) => encodeURI(toUnicode(valeur)),
  'composant-url': (valeur) => encodeURIComponent(toUnicode(valeur)),
};

/** A link made of a value needs an allowed scheme; a bare « meet.example/abc » is taken for a web address. */
function checkUrl(valeur: string): string {
  const url = valeur.trim();
  if (SCHEMA_SUR.test(url)) return url;
  return DOMAINE_NU.test(url) ? `https://${url}` : '#';
}

/** encodeURI throws on half a surrogate pair. */
function toUnicode(valeur: string): string {
  return valeur.trim().replace(/\p{Surrogate}/gu, '\ufffd');
}
