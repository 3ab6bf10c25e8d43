/** Names that no public DNS answers: RFC 6761, 6762 (appendix G too), 8375. */
const NOMS_PRIVES =
  /(^|\.)(localhost|local|test|example|invalid|internal|intranet|private|corp|home|lan|home\.arpa)$/;

/** RFC 6890: this host, private, shared, link-local, documentation and benchmark networks, multicast and above. */
const IPV4_PRIVEES =
  /^(0|10|127|169\.254|172\.(1[6-9]|2\d|3[01])|192\.168|192\.0\.[02]|198\.1[89]|198\.51\.100|203\.0\.113|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])|22[4-9]|2[3-5]\d)\./;

/** Of IPv6 only 2000::/3 is public, without what carries an IPv4 address (2001::/32, 2002::/16) or documents. */
const IPV6_PUBLIQUES = /^\[[23][\da-f]{3}:/;
const IPV6_PRIVEES = /^\[(2001:(0|db8)?:|2002:|3fff:)/;

const IPV4 = /^[\d.]+$/;

function isHotePublic(hote: string): boolean {
  if (hote.startsWith('[')) {
    return IPV6_PUBLIQUES.test(hote) && !IPV6_PRIVEES.test(hote);
  }
  return IPV4.test(hote) ? !IPV4_PRIVEES.test(hote) : hote.includes('.') && !NOMS_PRIVES.test(hote);
}

/** Would this address open in the browser of whoever receives it? Decision G4: the link of a désinscription. */
export function isUrlPublique(adresse: string): boolean {
  if (!URL.canParse(adresse)) {
    return false;
  }
  const { protocol, hostname } = new URL(adresse);
  return protocol === 'https:' && isHotePublic(hostname.replace(/\.$/, ''));
}
