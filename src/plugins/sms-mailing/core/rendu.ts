import type { Donnee } from './catalogue-signets';
import { findEntree } from './catalogue-signets';
import { foldLigne } from './clean-saisie';
import { listContextes } from './contexte-html';
import { compileFormatDate } from './date-php';
import { cibleOf, encodeurOf, type CibleEmplacement } from './emplacement';
import { findLien } from './lien';
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
  const options = { zone, dansHtml: cible !== 'texte' };
  const signets = listPlaces(morceaux, cible).map((place) => compileSignet(place, options));
  const litteraux = listLitteraux(morceaux);
  return (valeurs) => {
    let texte = litteraux[0] ?? '';
    for (let i = 0; i < signets.length; i += 1) {
      texte += (signets[i]?.(valeurs) ?? '') + (litteraux[i + 1] ?? '');
    }
    return texte;
  };
}

/** A signet and where it stands. */
export interface PlaceSignet {
  readonly signet: Signet;
  readonly cible: CibleEmplacement;
}

/** Each signet with its place, in order. */
export function listPlaces(morceaux: readonly Morceau[], cible: Cible): PlaceSignet[] {
  const lieux = cible === 'attribut-url' ? ['<a href="', ...morceaux] : morceaux;
  const contextes = cible === 'texte' ? [] : listContextes(lieux);
  return listSignets(morceaux).map((signet, rang) => {
    const contexte = contextes[rang];
    return { signet, cible: contexte === undefined ? 'texte' : cibleOf(contexte) };
  });
}

/** Where only an address can be opened, anything else writes nothing. */
function isEcrit(texte: string, cible: CibleEmplacement): boolean {
  return cible === 'attribut-url' ? findLien(texte) !== null : texte !== '';
}

/** Without a repli, or with one that opens nothing where a link stands. */
function isVide({ signet, cible }: PlaceSignet, valeurs: Valeurs): boolean {
  const { repli } = signet;
  const isSansRepli = repli === null || (cible === 'attribut-url' && findLien(repli) === null);
  return isSansRepli && !isEcrit(readValeur(valeurs, findEntree(signet.chemin)?.donnee), cible);
}

/** The signets that would leave a hole, or a link that opens nothing, each path once (decisions A6, F2). */
export function emptySignets(places: readonly PlaceSignet[], valeurs: Valeurs): Signet[] {
  const vides = new Map<string, Signet>();
  for (const place of places) {
    const { signet } = place;
    if (isVide(place, valeurs)) {
      vides.set(signet.chemin, vides.get(signet.chemin) ?? signet);
    }
  }
  return [...vides.values()];
}

/** One signet where it stands: its value, or its repli, made safe there. */
export function compileSignet(
  { signet, cible }: PlaceSignet,
  { zone, dansHtml }: { zone: string; dansHtml: boolean }
): (valeurs: Valeurs) => string {
  const encode = encodeurOf(cible, dansHtml);
  const repli = encode(signet.repli ?? '');
  const entree = findEntree(signet.chemin);
  if (entree === null) {
    return () => repli;
  }
  const { donnee, nature } = entree;
  const isDate = nature !== 'texte' && nature !== 'nombre';
  const format = isDate ? compileFormatDate(signet.format, zone) : null;
  return (valeurs) => {
    const valeur = readValeur(valeurs, donnee);
    if (!isEcrit(valeur, cible)) {
      return repli;
    }
    return encode(format === null ? valeur : format(valeur));
  };
}

/** On one line, without the spaces around it: whatever was typed on a fiche breaks no subject. Empty: ''. */
function readValeur(valeurs: Valeurs, donnee: Donnee | undefined): string {
  return foldLigne((donnee === undefined ? null : valeurs[donnee]) ?? '');
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
