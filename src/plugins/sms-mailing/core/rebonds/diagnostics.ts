import type { RaisonRebond } from './rebond';

/**
 * What servers write, the first that fits wins. French ones: Orange and Wanadoo end theirs by OFR_416 (unknown) or
 * OFR_417 (full), La Poste by LPN_416; Free blocks a box left unused; SFR and the others say it in English. What
 * speaks of us (spam, policy, rate) stands before what speaks of the box, but for a box « blocked ».
 */
const PHRASES: readonly (readonly [phrase: RegExp, raison: RaisonRebond])[] = [
  [/\b(?:ofr|lpn)[_\d]*_?416\b|destinataire invalide/, 'boite_inexistante'],
  [/\b(?:ofr|lpn)[_\d]*_?417\b/, 'boite_pleine'],
  [
    /inactiv|(?:account|mailbox|user|compte|boite) (?:\w+ ){0,3}(?:disabled|suspended|closed|locked|deactivated|desactive|suspendu|cloture|ferme)/,
    'boite_fermee',
  ],
  [
    /\b(?:blocked|block ?list(?:ed)?|black ?list(?:ed)?|spam(?:haus|cop)?|unsolicited|reputation|dmarc|spf|dkim|policy|greylist\w*|throttl\w*)\b|too many|rate limit|relay(?:ing)? (?:access )?denied|unable to relay|\b(?:ofr|lpn)[_\d]*_?[15]\d\d\b/,
    'refus_du_serveur',
  ],
  [
    /try again|(?:lookup|resolution) (?:failure|failed|timed out)|connection (?:timed out|refused|reset)|no route to host|network (?:is )?unreachable|timed? ?out|(?:retry|delivery) time(?:out)? (?:exceeded|expired)|delivery time expired/,
    'serveur_injoignable',
  ],
  [
    /quota|(?:mail)?box (?:is )?full|inbox is full|boite (?:\w+ ){0,6}pleine|(?:out of|insufficient) (?:system |disk )?(?:storage|space)/,
    'boite_pleine',
  ],
  [
    /message (?:size|is too|too) ?(?:big|large|exceeds)?|size (?:limit )?exceed|exceeds? (?:the )?(?:\w+ ){0,3}size|too large/,
    'message_trop_lourd',
  ],
  [
    /(?:host|domain)(?: or domain)?(?: name)? not found|no such domain|nxdomain|unrouteable|name or service not known|null ?mx|does not accept (?:any )?e?-?mail|domaine (?:\w+ ){0,2}(?:inexistant|inconnu)/,
    'domaine_inexistant',
  ],
  [
    /(?:user|recipient|address|mailbox|account|destinataire|utilisateur|adresse|boite) (?:\w+ ){0,4}(?:unknown|not found|unavailable|invalid|inconnue?|inexistante?|introuvable)|(?:unknown|invalid|no such|no) (?:\w+ )?(?:user|recipient|address|mailbox|account|person)\b|does(?: no|n')t exist|n'existe pas|address rejected/,
    'boite_inexistante',
  ],
];

/** An address or a link may hold any of these words. */
const ETRANGERS = /<[^<>]*>|\S*@\S*|https?:\/\/\S+/g;

/** What a server says in words; null when nothing is recognised. */
export function raisonDuTexte(texte: string): RaisonRebond | null {
  const dit = texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(ETRANGERS, ' ')
    .replace(/[-\s]+/g, ' ')
    .toLowerCase();
  return PHRASES.find(([phrase]) => phrase.test(dit))?.[1] ?? null;
}

/** RFC 3463: class, subject, detail. */
const STATUT = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/;

/** Subject and detail, where both count. */
const PRECIS: Readonly<Record<string, RaisonRebond>> = {
  '1.2': 'domaine_inexistant',
  '1.7': 'refus_du_serveur',
  '1.8': 'refus_du_serveur',
  '1.9': 'refus_du_serveur',
  '1.10': 'domaine_inexistant',
  '2.1': 'boite_fermee',
  '2.2': 'boite_pleine',
  '2.3': 'message_trop_lourd',
  '3.4': 'message_trop_lourd',
  '4.4': 'domaine_inexistant',
};

const SUJETS: Readonly<Record<string, RaisonRebond>> = {
  '1': 'boite_inexistante',
  '3': 'serveur_injoignable',
  '4': 'serveur_injoignable',
  '6': 'refus_du_serveur',
  '7': 'refus_du_serveur',
};

const DEFINITIFS: readonly RaisonRebond[] = [
  'boite_inexistante',
  'domaine_inexistant',
  'boite_fermee',
];

/** The enhanced status of a text, `5.1.1`; null when there is none. */
export function readStatut(texte: string): string | null {
  return STATUT.exec(texte)?.[0] ?? null;
}

function raisonDuStatut(statut: string): RaisonRebond {
  const [, classe, sujet = '', detail = ''] = STATUT.exec(statut) ?? [];
  const raison = PRECIS[`${sujet}.${detail}`] ?? SUJETS[sujet] ?? 'non_precisee';
  // A server that gave up after having said « later » says nothing definitive of the box.
  return classe === '4' && DEFINITIFS.includes(raison) ? 'serveur_injoignable' : raison;
}

/**
 * Why one recipient received nothing. The words first: 5.0.0 and 5.4.1 say nothing alone, and servers write 5.7.1 about
 * boxes that do not exist. `statut` '' when there is none.
 */
export function raisonOf(statut: string, texte: string): RaisonRebond {
  const dite = raisonDuTexte(texte);
  const ecrite = raisonDuStatut(statut);
  if (dite === null) {
    return ecrite;
  }
  // « later » in the status is not outdone by words; « never » of the box itself is not softened by them.
  const plusTard = statut.startsWith('4.') && DEFINITIFS.includes(dite);
  return plusTard ? 'serveur_injoignable' : dite;
}
