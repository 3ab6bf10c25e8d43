/** Mailboxes of the public: their owners refuse (DMARC) what does not come from their own servers. */
const GRAND_PUBLIC: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'outlook.fr',
  'hotmail.com',
  'hotmail.fr',
  'live.fr',
  'live.com',
  'msn.com',
  'yahoo.com',
  'yahoo.fr',
  'ymail.com',
  'icloud.com',
  'me.com',
  'aol.com',
  'orange.fr',
  'wanadoo.fr',
  'free.fr',
  'sfr.fr',
  'neuf.fr',
  'bbox.fr',
  'laposte.net',
  'gmx.fr',
  'gmx.com',
  'protonmail.com',
  'proton.me',
]);

export function domaineOf(adresse: string): string {
  return adresse.slice(adresse.lastIndexOf('@') + 1).toLowerCase();
}

export function isDomaineGrandPublic(adresse: string): boolean {
  return GRAND_PUBLIC.has(domaineOf(adresse));
}

/** TXT records of a name: empty when it has none, null when nobody answered. */
export type EnregistrementsTxt = readonly string[] | null;

export interface DnsDomaine {
  /** Of the domain itself. */
  domaine: EnregistrementsTxt;
  /** Of `_dmarc.` the domain, or of the domain above it. */
  dmarc: EnregistrementsTxt;
  /** Of the selector that signs; undefined when the relay signs and only it knows its selector. */
  dkim: EnregistrementsTxt | undefined;
}

export interface ControleDns {
  nom: 'SPF' | 'DKIM' | 'DMARC';
  /** `inconnu`: nothing could be read. */
  etat: 'present' | 'absent' | 'inconnu';
  phrase: string;
}

/** What the panel shows of the sender's domain. */
export interface ControleDomaine {
  domaine: string;
  controles: ControleDns[];
}

const ENJEU = 'sans lui, Gmail, Yahoo et Outlook refusent les envois en nombre';

function findEtat(textes: EnregistrementsTxt | undefined, debut: RegExp): ControleDns['etat'] {
  if (textes === null || textes === undefined) {
    return 'inconnu';
  }
  return textes.some((texte) => debut.test(texte)) ? 'present' : 'absent';
}

function describe(
  nom: ControleDns['nom'],
  etat: ControleDns['etat'],
  inconnu: string
): ControleDns {
  const phrases = {
    present: `L’enregistrement ${nom} est en place.`,
    absent: `L’enregistrement ${nom} manque : ${ENJEU}. Demandez-le à la personne qui gère le nom de domaine.`,
    inconnu,
  };
  return { nom, etat, phrase: phrases[etat] };
}

const MUET = 'Le serveur de noms n’a pas répondu : réessayez plus tard.';

/** What the domain tells the servers that receive; for information, nothing waits for it. */
export function examineDns({ domaine, dmarc, dkim }: DnsDomaine): ControleDns[] {
  return [
    describe('SPF', findEtat(domaine, /^v=spf1(\s|$)/i), MUET),
    describe(
      'DKIM',
      findEtat(dkim, /(^|;)\s*p=[^;\s]/i),
      dkim === undefined ? 'Le relais de messagerie signe lui-même : vérifiez DKIM chez lui.' : MUET
    ),
    describe('DMARC', findEtat(dmarc, /^v=DMARC1\s*;/i), MUET),
  ];
}
