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
    /(?:host|domain)(?: or domain)?(?: name)? not found|invalid domain|no mail host|unable to find mx|no such domain|nxdomain|unrouteable|name or service not known|null ?mx|does not accept (?:any )?e?-?mail|domaine (?:\w+ ){0,2}(?:inexistant|inconnu)/,
    'domaine_inexistant',
  ],
  [
    /(?:user|recipient|address|mailbox|account|destinataire|utilisateur|adresse|boite) (?:\w+ ){0,4}(?:unknown|not found|unavailable|invalid|inconnue?|inexistante?|introuvable)|(?:unknown|invalid|no such|no) (?:\w+ )?(?:user|recipient|address|mailbox|account|person)\b|does(?: no|n')t exist|n'existe pas|address rejected/,
    'boite_inexistante',
  ],
];

/** An address or a link may hold any of these words. */
const ETRANGERS = /<[^<>]*>|\S*@\S*|https?:\/\/\S+/g;

const fold = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(ETRANGERS, ' ')
    .replace(/[-\s]+/g, ' ')
    .toLowerCase();

/** What a server says in words; null when nothing is recognised. */
export function raisonDuTexte(texte: string): RaisonRebond | null {
  const dit = fold(texte);
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

/** Servers wait for RCPT to refuse who connects or who sends: nothing of the recipient. */
const DE_NOUS = /\b(?:sender|client|helo|ehlo|mail from|expediteur)\b/;

/**
 * What a 5xx to RCPT TO says of that address for good; null: nothing, or something of us. The relay of the account
 * speaks here, about everybody as soon as it is set up wrongly: its status and its words have to agree.
 */
export function raisonDuDestinataire(reponse: string): RaisonRebond | null {
  const statut = readStatut(reponse);
  const raison = raisonOf(statut ?? '', reponse);
  const confirmee = statut === null || DEFINITIFS.includes(raisonDuStatut(statut));
  return DEFINITIFS.includes(raison) && confirmee && !DE_NOUS.test(fold(reponse)) ? raison : null;
}

/** How a provider files what came back: for good, for now, or stopped before it left. */
export type ClasseRetour = 'definitive' | 'passagere' | 'arretee';

/** Its words say why, its class decides what they leave open: nothing definitive of what it files as passing. */
export function raisonDuFournisseur(classe: ClasseRetour, texte: string): RaisonRebond {
  const dite = raisonOf(readStatut(texte) ?? '', texte);
  switch (classe) {
    case 'definitive':
      return dite === 'non_precisee' || dite === 'serveur_injoignable' ? 'boite_inexistante' : dite;
    case 'passagere':
      return DEFINITIFS.includes(dite) ? 'serveur_injoignable' : dite;
    case 'arretee':
      return DEFINITIFS.includes(dite) ? dite : 'refus_du_serveur';
  }
}
