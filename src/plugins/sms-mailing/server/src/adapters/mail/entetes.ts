import { domainToASCII } from 'node:url';
import { foldLigne } from '../../../../core/clean-saisie';
import { TransportError } from '../../../../core/errors';
import type { AdresseMail } from '../../services/ports/mail';

const LIGNE_MAX = 76;
const MOT_MAX = 75; // RFC 2047 §2
const OUVERTURE = '=?UTF-8?Q?';
const FERMETURE = '?=';
const IMPRIMABLE = /^[ -~]*$/;
const SANS_ENCODAGE = /^[A-Za-z0-9!*+/-]$/;
/** Each byte, as « Q » writes it. */
const OCTETS = Array.from({ length: 256 }, (_, octet) => {
  const caractere = String.fromCharCode(octet);
  if (caractere === ' ') return '_';
  const hexa = octet.toString(16).toUpperCase().padStart(2, '0');
  return SANS_ENCODAGE.test(caractere) ? caractere : `=${hexa}`;
});
const DOMAINE = /^[\p{L}\p{M}\p{N}.-]+$/u;
const ADRESSE =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/;

/**
 * `Nom: valeur`, RFC 2047 encoded where needed and folded at 76, without its final CRLF. What would start another
 * header is a space (decision F4): nobody goes without a message for a line end in a name.
 */
export function formatEnteteTexte(nom: string, valeur: string): string {
  const ligne = foldLigne(valeur);
  const debut = `${nom}:`;
  return isPlain(ligne) ? foldMots(debut, ligne) : debut + encodeMots(ligne, debut.length);
}

/** `Nom: "Nom affiché" <adresse>`. Throws TransportError `refuse` on anything but a single address. */
export function formatEnteteAdresse(nom: string, mailbox: AdresseMail): string {
  const adresse = normaliseAdresse(mailbox.adresse);
  const affiche = foldLigne(mailbox.nom);
  if (affiche === '') return `${nom}: ${adresse}`;
  const debut = `${nom}:`;
  const phrase = formatPhrase(affiche, debut.length);
  const derniere = phrase.slice(phrase.lastIndexOf('\n') + 1);
  const colonne = derniere.length + (derniere === phrase ? debut.length : 0);
  const coupure = colonne + adresse.length + 3 > LIGNE_MAX ? '\r\n ' : ' ';
  return `${debut}${phrase}${coupure}<${adresse}>`;
}

/**
 * The addr-spec in ASCII (the domain in punycode). Throws TransportError `refuse` for a list, a comment, a
 * control character or an accented local part, none of which a single SMTP recipient can be.
 */
export function normaliseAdresse(adresse: string): string {
  if (ADRESSE.test(adresse)) return adresse;
  const at = adresse.lastIndexOf('@');
  const suite = adresse.slice(at + 1);
  // domainToASCII drops line ends, which would glue two addresses into one
  const domaine = DOMAINE.test(suite) ? domainToASCII(suite) : '';
  const ascii = `${adresse.slice(0, at)}@${domaine}`;
  if (domaine === '' || !ADRESSE.test(ascii)) {
    throw new TransportError(
      'refuse',
      'L’adresse e-mail n’est pas valide : corrigez-la sur la fiche.',
      { code: 'adresse_invalide' }
    );
  }
  return ascii;
}

/** RFC 5322 date-time, in UTC. */
export function formatDate(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000');
}

/** Printable ASCII that survives folding and is not taken for an encoded word. */
function isPlain(valeur: string): boolean {
  return IMPRIMABLE.test(valeur) && !valeur.includes('=?') && !/^ | $| {2}|[^ ]{70}/.test(valeur);
}

function formatPhrase(nom: string, debut: number): string {
  if (isPlain(nom) && nom.length <= 60) {
    return /^[A-Za-z0-9 ]+$/.test(nom) ? ` ${nom}` : ` "${nom.replace(/["\\]/g, '\\$&')}"`;
  }
  return encodeMots(nom, debut);
}

function foldMots(debut: string, valeur: string): string {
  let ligne = debut;
  let sortie = '';
  for (const mot of valeur.split(' ')) {
    if (ligne.length + 1 + mot.length > LIGNE_MAX && ligne !== debut) {
      sortie += `${ligne}\r\n`;
      ligne = '';
    }
    ligne += ` ${mot}`;
  }
  return sortie + ligne;
}

/** Encoded words, each preceded by a space, on lines of their own after the first. Never splits a character. */
function encodeMots(valeur: string, debut: number): string {
  const lignes: string[] = [];
  let place = LIGNE_MAX - debut - 1 - OUVERTURE.length - FERMETURE.length;
  let mot = '';
  for (const caractere of valeur) {
    const code = encodeCaractere(caractere);
    if (mot.length + code.length > place) {
      lignes.push(mot);
      mot = '';
      place = MOT_MAX - OUVERTURE.length - FERMETURE.length;
    }
    mot += code;
  }
  lignes.push(mot);
  return lignes.map((contenu) => ` ${OUVERTURE}${contenu}${FERMETURE}`).join('\r\n');
}

function encodeCaractere(caractere: string): string {
  const code = caractere.charCodeAt(0);
  if (code < 128) return OCTETS[code] as string;
  let mot = '';
  for (const octet of Buffer.from(caractere, 'utf8')) mot += OCTETS[octet] as string;
  return mot;
}
