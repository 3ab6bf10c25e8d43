import { lookup as lookupSysteme } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import type { ReseauSortant } from '../../services/ports/reseau';
import { isAdressePublique, isMemeHote, withoutCrochets } from './adresse-publique';

/** Code of the error of a connection that was not opened. */
export const ADRESSE_LOCALE = 'EADRESSELOCALE';

class ErreurAdresseLocale extends Error {
  readonly code = ADRESSE_LOCALE;

  constructor(hote: string) {
    super(`${hote} is not a public address, and SMS_RESEAU_LOCAL does not open it.`);
  }
}

/** `hôte:port` of what the person who runs the machine opens beside the public addresses. */
interface Ouverture {
  hote: string;
  port: string;
}

const FORME = /^(\[[0-9a-f:.]+\]|[^\s:/[\]]+):(\d{1,5})$/i;

/** An unreadable one stops the boot: a local gateway would be refused without a word. */
function parseOuverture(texte: string): Ouverture {
  const [, hote, port] = FORME.exec(texte) ?? [];
  if (hote === undefined || port === undefined) {
    throw new Error(
      `SMS_RESEAU_LOCAL attend « hôte:port », par exemple kannel.local:13013 ; lu : « ${texte} ».`
    );
  }
  return { hote, port };
}

const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** Only the addresses that are public; the socket then opens on one of these and no other. */
export function createLookupPublic(lookup: typeof lookupSysteme): LookupFunction {
  return (nom, options, rendre) => {
    lookup(nom, { ...options, all: true }, (erreur, adresses) => {
      if (erreur !== null) {
        rendre(erreur, [], 0);
        return;
      }
      const publiques = adresses.filter(({ address }) => isAdressePublique(address));
      const [premiere] = publiques;
      if (premiere === undefined) {
        rendre(new ErreurAdresseLocale(nom), [], 0);
      } else if (options.all === true) {
        rendre(null, publiques);
      } else {
        rendre(null, premiere.address, premiere.family);
      }
    });
  };
}

function resolvePublic(lookup: typeof lookupSysteme, nom: string): Promise<string> {
  return new Promise((resolve, reject) => {
    createLookupPublic(lookup)(nom, { all: false }, (erreur, adresse) => {
      if (erreur === null && typeof adresse === 'string') {
        resolve(adresse);
      } else {
        reject(erreur ?? new ErreurAdresseLocale(nom));
      }
    });
  });
}

export interface Reseau extends ReseauSortant {
  /** Opens no socket towards a local address, whatever the name says at that moment. */
  readonly dispatcher: Dispatcher;
  /**
   * The number that a socket may open for this name, as it is now; `local`: opened by the installation. Throws an error
   * of code ADRESSE_LOCALE, or the resolver's own.
   */
  resolve(hote: string, port: number): Promise<{ adresse: string; local: boolean }>;
  /** What answers there is on the Internet, and really itself: its words may be shown. */
  isPublique(url: string): boolean;
}

/**
 * Requests that a user has described leave through this. The filter is on the socket: numbers written
 * otherwise, names that resolve to the machine's own network and names that change between two questions are
 * refused alike. Redirections make new connections, hence are filtered too.
 */
export function createReseau(
  ouvertures: readonly string[],
  lookup: typeof lookupSysteme = lookupSysteme
): Reseau {
  const ouverts = ouvertures.map(parseOuverture);
  const isOuvert = (hote: string, port: string): boolean =>
    ouverts.some((ouvert) => ouvert.port === port && isMemeHote(ouvert.hote, hote));
  const isUrlOuverte = ({ hostname, port, protocol }: URL): boolean =>
    isOuvert(hostname, port || (PORTS[protocol] ?? ''));
  const connectPartout = buildConnector({});
  const connectPublic = buildConnector({ lookup: createLookupPublic(lookup) });

  const connect: buildConnector.connector = (options, rendre) => {
    const hote = withoutCrochets(options.hostname);
    if (isOuvert(hote, options.port || (PORTS[options.protocol] ?? ''))) {
      connectPartout(options, rendre);
    } else if (isIP(hote) !== 0 && !isAdressePublique(hote)) {
      rendre(new ErreurAdresseLocale(hote), null);
    } else {
      connectPublic(options, rendre);
    }
  };

  return {
    dispatcher: new Agent({ connect }),
    async resolve(nom, port) {
      const hote = withoutCrochets(nom);
      const local = isOuvert(hote, String(port));
      if (local || isAdressePublique(hote)) {
        return { adresse: hote, local };
      }
      if (isIP(hote) !== 0) {
        throw new ErreurAdresseLocale(hote);
      }
      return { adresse: await resolvePublic(lookup, hote), local };
    },
    isPermise(texte) {
      const url = new URL(texte);
      const hote = withoutCrochets(url.hostname);
      const numeroLocal = isIP(hote) !== 0 && !isAdressePublique(hote);
      return isUrlOuverte(url) || (url.protocol === 'https:' && !numeroLocal);
    },
    isPublique(texte) {
      const url = new URL(texte);
      return url.protocol === 'https:' && !isUrlOuverte(url);
    },
  };
}
