import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Azure answers its machines there, in the middle of the public addresses. */
const METADONNEES_PUBLIQUES = new Set(['168.63.129.16']);

/** Reached from anywhere: neither this machine, nor its network, nor what a hosting company keeps for it. */
export function isAdressePublique(adresse: string): boolean {
  if (isIP(adresse) === 0) {
    return false;
  }
  const lue = ipaddr.process(adresse); // ::ffff:127.0.0.1 is 127.0.0.1
  return lue.range() === 'unicast' && !METADONNEES_PUBLIQUES.has(lue.toString());
}

/** « [::1] » as URLs write it, else as it is. */
export function withoutCrochets(hote: string): string {
  return hote.startsWith('[') ? hote.slice(1, -1) : hote;
}

export function isMemeHote(a: string, b: string): boolean {
  const [x, y] = [withoutCrochets(a), withoutCrochets(b)];
  return isIP(x) === 0 || isIP(y) === 0
    ? x.toLowerCase() === y.toLowerCase()
    : ipaddr.process(x).toString() === ipaddr.process(y).toString();
}
