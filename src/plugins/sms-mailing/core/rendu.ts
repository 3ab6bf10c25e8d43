import type { Donnee } from './catalogue-signets';
import { findEntree } from './catalogue-signets';
import { listContextes } from './contexte-html';
import { compileFormatDate } from './date-php';
import { cibleOf, encodeurOf, type Encodeur } from './emplacement';
import { escapeHtml } from './entites-html';
import type { Morceau, Signet } from './signet';
import { listSignets } from './signet';

/**
 * What the signets of one destinataire are worth, raw: text; date 'YYYY-MM-DD'; dateheure
 * 'YYYY-MM-DDTHH:mm'; heure 'HH:mm', wall clock of the association. Absent, null or blank: empty.
 */
export type Valeurs = Readonly<Partial<Record<Donnee, string | null>>>;

/**
 * `html`: values are escaped for the place each one takes, text, attribute or link. `texte`: subject, SMS,
 * text part, values as they are. `attribut-url`: the whole morceaux are the value of a link attribute.
 */
export type Cible = 'html' | 'texte' | 'attribut-url';

/** compileRendu for one destinataire. */
export function renderMorceaux(
  morceaux: readonly Morceau[],
  valeurs: Valeurs,
  cible: Cible,
  zone: string
): string {
  return compileRendu(morceaux, cible, zone)(valeurs);
}

/**
 * Prepares a modele once, to render it for many destinataires (engine §hot path): formats read, contexts
 * found, replis encoded. `zone` is an IANA name. A value is never read again for signets. An empty or
 * unknown signet gives its repli, else nothing.
 */
export function compileRendu(
  morceaux: readonly Morceau[],
  cible: Cible,
  zone: string
): (valeurs: Valeurs) => string {
  const encodeurs = listEncodeurs(morceaux, cible);
  const signets = listSignets(morceaux).map((signet, rang) =>
    compileSignet(signet, encodeurs[rang] ?? escapeHtml, zone)
  );
  const litteraux = listLitteraux(morceaux);
  return (valeurs) => {
    let texte = litteraux[0] ?? '';
    for (let i = 0; i < signets.length; i += 1) {
      texte += (signets[i]?.(valeurs) ?? '') + (litteraux[i + 1] ?? '');
    }
    return texte;
  };
}

/** The signets that would leave a hole: empty and without repli, each path once (decisions A6, F2). */
export function emptySignets(morceaux: readonly Morceau[], valeurs: Valeurs): Signet[] {
  const vides = new Map<string, Signet>();
  for (const signet of listSignets(morceaux)) {
    const donnee = findEntree(signet.chemin)?.donnee;
    if (signet.repli === null && isVide(donnee === undefined ? null : valeurs[donnee])) {
      vides.set(signet.chemin, vides.get(signet.chemin) ?? signet);
    }
  }
  return [...vides.values()];
}

/** One signet where it stands: its value, or its repli, made safe by `encode`. */
export function compileSignet(
  signet: Signet,
  encode: Encodeur,
  zone: string
): (valeurs: Valeurs) => string {
  const repli = encode(signet.repli ?? '');
  const entree = findEntree(signet.chemin);
  if (entree === null) {
    return () => repli;
  }
  const { donnee, nature } = entree;
  const isDate = nature !== 'texte' && nature !== 'nombre';
  const format = isDate ? compileFormatDate(signet.format, zone) : null;
  return (valeurs) => {
    const valeur = valeurs[donnee];
    if (isVide(valeur)) {
      return repli;
    }
    return encode(format === null ? valeur : format(valeur));
  };
}

function isVide(valeur: string | null | undefined): valeur is null | undefined {
  return valeur === null || valeur === undefined || valeur.trim() === '';
}

/** The literals around the signets: always one more than there are signets. */
function listLitteraux(morceaux: readonly Morceau[]): string[] {
  const litteraux: string[] = [];
  let courant = '';
  for (const morceau of morceaux) {
    if (typeof morceau === 'string') {
      courant += morceau;
    } else {
      litteraux.push(courant);
      courant = '';
    }
  }
  return [...litteraux, courant];
}

function listEncodeurs(morceaux: readonly Morceau[], cible: Cible): Encodeur[] {
  const lieux = cible === 'attribut-url' ? ['<a href="', ...morceaux] : morceaux;
  return cible === 'texte'
    ? listSignets(morceaux).map(() => encodeurOf('texte', false))
    : listContextes(lieux).map((contexte) => encodeurOf(cibleOf(contexte), true));
}
