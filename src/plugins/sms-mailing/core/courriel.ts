export type EtatCourriel = 'valide' | 'invalide' | 'fictive';

/** RFC 5321 §4.5.3.1: octets of the local part, of a domain label, of the whole address. */
const MAX_LOCAL = 64;
const MAX_LABEL = 63;
const MAX_ADRESSE = 254;

const ATOME = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;
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

/**
 * Guide §2.d « adresse mail valide ». Exactly one bare ASCII address as a relay takes it: no display name,
 * comma, space or line break, so that nothing typed here can add a recipient. `fictive`: well formed, but
 * of a domain known to reach nobody (decision D5, the guide's own nn@noemail.com).
 */
export function etatCourriel(adresse: string | null): EtatCourriel {
  if (adresse === null || adresse.length > MAX_ADRESSE) {
    return 'invalide';
  }
  const [local, domaine, ...reste] = adresse.split('@');
  if (local === undefined || domaine === undefined || reste.length > 0) {
    return 'invalide';
  }
  const labels = domaine.split('.');
  if (!isLocalValide(local) || !isDomaineValide(labels)) {
    return 'invalide';
  }
  return isDomaineFictif(labels) ? 'fictive' : 'valide';
}
