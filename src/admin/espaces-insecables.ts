import * as react from 'react/jsx-runtime';

/** Where French never breaks a line: « ainsi », ainsi : oui ! */
const APRES = /« /g;
const AVANT = / (?=»|[:;!?](?:[\s»).,…]|$))/g;
const INSECABLE = '\u00a0';
/** What is shown to be copied to the letter. */
const A_LA_LETTRE = new Set<unknown>(['code', 'pre', 'option', 'style', 'textarea']);

type Props = Record<string, unknown>;
type Element = (type: unknown, props: Props, ...suite: unknown[]) => unknown;

/** A sentence of the panel with its no-break spaces. */
export function typeset(texte: string): string {
  return texte.replace(APRES, `«${INSECABLE}`).replace(AVANT, INSECABLE);
}

function typesetAny(valeur: unknown): unknown {
  if (typeof valeur === 'string') {
    return typeset(valeur);
  }
  return Array.isArray(valeur) ? valeur.map(typesetPiece) : valeur;
}

/** A space alone between two pieces: `«{' '}{nom}`. */
function typesetPiece(piece: unknown, rang: number, pieces: readonly unknown[]): unknown {
  const [avant, apres] = [pieces[rang - 1], pieces[rang + 1]];
  const isTenue =
    (typeof avant === 'string' && avant.endsWith('«')) ||
    (typeof apres === 'string' && /^[»:;!?]/.test(apres));
  return piece === ' ' && isTenue ? INSECABLE : typesetAny(piece);
}

function typesetProps(props: Props): Props {
  const lus = ['children', 'hint', 'error'].filter((nom) => props[nom] !== undefined);
  return { ...props, ...Object.fromEntries(lus.map((nom) => [nom, typesetAny(props[nom])])) };
}

const french =
  (create: Element): Element =>
  (type, props, ...suite) =>
    create(type, A_LA_LETTRE.has(type) ? props : typesetProps(props), ...suite);

/**
 * React's own runtime, for what the module shows: the server and core write ordinary spaces, in sentences as in SMS
 * (where a no-break space is not GSM-7), and only what is drawn changes. What is typed or sent never passes here.
 */
export const Fragment = react.Fragment;
export const jsx = french(react.jsx as Element);
export const jsxs = french(react.jsxs as Element);
