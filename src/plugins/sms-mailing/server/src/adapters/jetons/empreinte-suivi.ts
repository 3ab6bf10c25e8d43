import type { RequeteSuivi } from '../../services/ports/sms';
import type { Cles } from './cles';
import { listSignatures } from './signature';

/** Fits `sms_stops.empreinte`. */
const LONGUEUR = 43;

const sort = (textes: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(textes).sort(([a], [b]) => (a < b ? -1 : 1));

/** What an operator said, whatever the order it is said in: the same words sent again have the same empreinte. */
export function listEmpreintesSuivi(cles: Cles, de: string, requete: RequeteSuivi): string[] {
  const dit = JSON.stringify([de, sort(requete.parametres), sort(requete.corps)]);
  return listSignatures(cles, `dit:${dit}`, LONGUEUR);
}
