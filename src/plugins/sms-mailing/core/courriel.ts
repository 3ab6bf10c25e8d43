import { cleanSaisie } from './clean-saisie';

export type EtatCourriel = 'valide' | 'invalide' | 'fictive';

/** RFC 5321 §4.5.3.1: octets of the local part, of a domain label, of the whole address. */
const MAX_LOCAL = 64;
const MAX_LABEL = 63;
const MAX_ADRESSE = 254;

const ATOME = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;
/** Letters and digits of any script, and what writes them: nothing that separates two addresses. */
const DOMAINE_ACCENTUE = /^(?=.*[^\0-\x7f])[\p{L}\p{M}\p{N}.-]+$/u;
const EXTENSION = /^(?:[A-Za-z]{2,}|xn--[A-Za-z0-9-]+)$/;

/** Names typed « to fill the box », whatever the extension, sub-domains included (decision D5). */
const NOMS_FICTIFS: ReadonlySet<string> = new Set([
  'noemail',
  'no-email',
  'nomail',
  'no-mail',
  'pasdemail',
  'pas-de-mail',
  'pasdemel',
  'pasdadresse',
  'sansmail',
  'sans-mail',
  'sansemail',
  'example',
  'exemple',
  'test',
]);

/** Extensions that lead nowhere. `.test` (RFC 2606) is left out: the demo and the tests write there. */
const EXTENSIONS_FICTIVES: ReadonlySet<string> = new Set([
  'example',
  'fictif',
  'invalid',
  'localhost',
]);

function isLocalValide(local: string): boolean {
  return local.length <= MAX_LOCAL && local.split('.').every((atome) => ATOME.test(atome));
}

function isDomaineValide(labels: readonly string[]): boolean {
  return (
    labels.length >= 2 &&
    labels.every((label) => label.length <= MAX_LABEL && LABEL.test(label)) &&
    EXTENSION.test(labels.at(-1) ?? '')
  );
}

function isDomaineFictif(labels: readonly string[]): boolean {
  return (
    EXTENSIONS_FICTIVES.has(labels.at(-1)?.toLowerCase() ?? '') ||
    NOMS_FICTIFS.has(labels.at(-2)?.toLowerCase() ?? '')
  );
}

/** The domain as relays know it: « épicerie-noémie.fr » in punycode. Null when it has no such form. */
function toDomaineAscii(domaine: string): string | null {
  if (!DOMAINE_ACCENTUE.test(domaine)) {
    return domaine;
  }
  return URL.canParse(`http://${domaine}`) ? new URL(`http://${domaine}`).hostname : null;
}

/** The local part, and the labels of the domain in ASCII. Null unless there is one @. */
function parse(adresse: string): { local: string; labels: string[] } | null {
  const [local, domaine, ...reste] = adresse.split('@');
  const ascii = domaine === undefined || reste.length > 0 ? null : toDomaineAscii(domaine);
  return local === undefined || ascii === null ? null : { local, labels: ascii.split('.') };
}

/**
 * Guide §2.d « adresse mail valide ». Exactly one bare address as a relay takes it, ASCII but for its domain:
 * no display name, comma, space or line break, so that nothing typed here can add a recipient. `fictive`:
 * well formed, but of a domain known to reach nobody (decision D5, the guide's own nn@noemail.com).
 */
export function etatCourriel(adresse: string | null): EtatCourriel {
  const lue = adresse === null || adresse.length > MAX_ADRESSE ? null : parse(adresse);
  if (lue === null || !isLocalValide(lue.local) || !isDomaineValide(lue.labels)) {
    return 'invalide';
  }
  return isDomaineFictif(lue.labels) ? 'fictive' : 'valide';
}

/** « Élise Dupont <elise@x.fr> », `mailto:elise@x.fr?subject=STOP`: what surrounds the address. */
const ENTRE_CHEVRONS = /^[^<>]*<([^<>]*)>$/;
const MAILTO = /^mailto:([^?]*)/i;

/** An e-mail as it is kept: cleaned, without what a mail program copies around it; as typed when unreadable. */
export function cleanCourriel(saisie: string): string {
  const propre = cleanSaisie(saisie);
  const [, nue = propre] = ENTRE_CHEVRONS.exec(propre) ?? [];
  const [, adresse = nue] = MAILTO.exec(nue.trim()) ?? [];
  return adresse.replace(/ *@ */g, '@').trim();
}

/** The one form under which an address is recognised, whatever its case and the script of its domain. */
export function canonCourriel(adresse: string): string {
  const lue = parse(adresse);
  return (lue === null ? adresse : `${lue.local}@${lue.labels.join('.')}`).toLowerCase();
}
