import type { MotifExclusion } from '../core/motif';
import type { But, TypeContact } from '../core/vocabulaire';
import type {
  ContactPartenaireSaisi,
  ContactSaisi,
  FicheSaisie,
  OppositionSaisie,
} from './fiche-saisie';

type Destination = { adresse: string } | { motif: MotifExclusion };

/** Guide §2.d, one case a line: what is typed on the fiche, and what the message becomes. */
export interface CasDestinataire {
  titre: string;
  typeContact: TypeContact;
  but: But;
  fiche: FicheSaisie;
  oppositions?: readonly OppositionSaisie[];
  /** Addresses that a server refused for good, whoever bears them. */
  refusees?: readonly string[];
  promotionSansConsentement?: boolean;
  attendu: Destination;
}

const PALMER = { adresse: 'palmer@courriel.test', reference: true, accepte: true };
const PERSO = { adresse: 'palmer.perso@courriel.test', accepte: true };
const BUREAU = { numero: '01 02 03 04 05', principal: true, contactPossible: true };
const MOBILE = { numero: '06 12 34 56 78', contactPossible: true };
const MOBILE_E164 = '+33612345678';
const ETRANGER = { numero: '+32 470 12 34 56', contactPossible: true };

type Entrepreneur = Omit<
  Extract<FicheSaisie, { typeDestinataire: 'entrepreneur' }>,
  'typeDestinataire'
>;

function entrepreneur(champs: Entrepreneur): FicheSaisie {
  return { typeDestinataire: 'entrepreneur', ...champs };
}

function individuel(champs: ContactSaisi): FicheSaisie {
  return { typeDestinataire: 'contact_individuel', ...champs };
}

function partenaire(...contacts: ContactPartenaireSaisi[]): FicheSaisie {
  return { typeDestinataire: 'entreprise_partenaire', contacts };
}

type Suite = Omit<CasDestinataire, 'titre' | 'typeContact' | 'but' | 'fiche' | 'attendu'>;

function cas(
  typeContact: TypeContact,
  but: But
): (titre: string, fiche: FicheSaisie, attendu: Destination, suite?: Suite) => CasDestinataire {
  return (titre, fiche, attendu, suite = {}) => ({
    titre,
    typeContact,
    but,
    fiche,
    attendu,
    ...suite,
  });
}

const email = cas('email', 'suivi');
const emailPromotion = cas('email', 'promotion');
const newsletter = cas('newsletter', 'promotion');
const sms = cas('sms', 'suivi');
const smsPromotion = cas('sms', 'promotion');

// prettier-ignore
const CAS_EMAIL: readonly CasDestinataire[] = [
  email('l’e-mail de référence accepté est choisi', entrepreneur({ emails: [PERSO, PALMER] }), { adresse: PALMER.adresse }),
  email('l’e-mail de référence refusé cède au premier accepté', entrepreneur({ emails: [{ ...PALMER, accepte: false }, PERSO, { adresse: 'autre@courriel.test', accepte: true }] }), { adresse: PERSO.adresse }),
  email('sans référence, le premier accepté dans l’ordre de saisie', entrepreneur({ emails: [{ adresse: 'a@courriel.test' }, PERSO, { adresse: 'b@courriel.test', accepte: true }] }), { adresse: PERSO.adresse }),
  email('deux références acceptées : la première saisie', entrepreneur({ emails: [PALMER, { ...PERSO, reference: true }] }), { adresse: PALMER.adresse }),
  email('la référence mal écrite cède à une adresse acceptée et valide', entrepreneur({ emails: [{ adresse: 'palmer@', reference: true, accepte: true }, PERSO] }), { adresse: PERSO.adresse }),
  email('la référence fictive cède à une adresse acceptée et valide', entrepreneur({ emails: [{ adresse: 'nn@noemail.com', reference: true, accepte: true }, PERSO] }), { adresse: PERSO.adresse }),
  email('une adresse collée avec ses caractères invisibles', entrepreneur({ emails: [{ adresse: '\ufeffpalmer@courriel.test\u00a0', accepte: true }] }), { adresse: PALMER.adresse }),
  email('un domaine accentué', entrepreneur({ emails: [{ adresse: 'contact@épicerie-noémie.fr', accepte: true }] }), { adresse: 'contact@épicerie-noémie.fr' }),
  email('aucun e-mail saisi', entrepreneur({ emails: [] }), { motif: 'adresse_absente' }),
  email('un e-mail blanc ne compte pas', entrepreneur({ emails: [{ adresse: '  ', reference: true, accepte: true }] }), { motif: 'adresse_absente' }),
  email('un e-mail blanc accepté ne cache pas que les autres sont refusés', entrepreneur({ emails: [{ adresse: ' ', accepte: true }, { adresse: 'a@courriel.test' }] }), { motif: 'adresse_non_acceptee' }),
  email('case non cochée', entrepreneur({ emails: [{ ...PALMER, accepte: false }] }), { motif: 'adresse_non_acceptee' }),
  email('case jamais remplie', entrepreneur({ emails: [{ adresse: 'palmer@courriel.test', reference: true }] }), { motif: 'adresse_non_acceptee' }),
  email('adresse refusée et mal écrite : le refus d’abord', entrepreneur({ emails: [{ adresse: 'palmer@' }] }), { motif: 'adresse_non_acceptee' }),
  email('l’exemple du guide, nn@noemail.com, est fictif', entrepreneur({ emails: [{ adresse: 'nn@noemail.com', reference: true, accepte: true }] }), { motif: 'adresse_fictive' }),
  email('adresse acceptée mal écrite', entrepreneur({ emails: [{ adresse: 'palmer.courriel.test', accepte: true }] }), { motif: 'adresse_invalide' }),
  email('deux adresses dans la même case', entrepreneur({ emails: [{ adresse: 'a@courriel.test, b@courriel.test', accepte: true }] }), { motif: 'adresse_invalide' }),
  email('une fictive et une mal écrite : fictive', entrepreneur({ emails: [{ adresse: 'palmer@', accepte: true }, { adresse: 'x@example.com', accepte: true }] }), { motif: 'adresse_fictive' }),
  email('une fictive refusée ne compte pas', entrepreneur({ emails: [{ adresse: 'palmer@', accepte: true }, { adresse: 'x@example.com' }] }), { motif: 'adresse_invalide' }),
  email('la référence revenue cède à une adresse acceptée et valide', entrepreneur({ emails: [PALMER, PERSO] }), { adresse: PERSO.adresse }, { refusees: ['Palmer@Courriel.test'] }),
  email('la seule adresse acceptée est revenue', entrepreneur({ emails: [PALMER, { adresse: 'palmer@', accepte: true }] }), { motif: 'adresse_refusee' }, { refusees: [PALMER.adresse] }),
  email('une adresse revenue que personne n’accepte ne compte pas', entrepreneur({ emails: [{ ...PALMER, accepte: false }] }), { motif: 'adresse_non_acceptee' }, { refusees: [PALMER.adresse] }),
  email('la case SMS ne joue pas pour un e-mail', entrepreneur({ accepteSms: false, emails: [PALMER] }), { adresse: PALMER.adresse }),
];

// prettier-ignore
const CAS_RGPD: readonly CasDestinataire[] = [
  email('accord RGPD « Non » : un message de suivi part', entrepreneur({ consentementRgpd: 'Non', emails: [PALMER] }), { adresse: PALMER.adresse }),
  email('accord RGPD non renseigné : un message de suivi part', entrepreneur({ consentementRgpd: 'Non renseigné', emails: [PALMER] }), { adresse: PALMER.adresse }),
  emailPromotion('accord RGPD « Oui » : une promotion part', entrepreneur({ consentementRgpd: 'Oui', emails: [PALMER] }), { adresse: PALMER.adresse }),
  emailPromotion('accord RGPD « Non » : pas de promotion', entrepreneur({ consentementRgpd: 'Non', emails: [PALMER] }), { motif: 'rgpd_refuse' }),
  newsletter('accord RGPD « Non » : pas de newsletter', entrepreneur({ consentementRgpd: 'Non', emails: [PALMER] }), { motif: 'rgpd_refuse' }),
  smsPromotion('accord RGPD « Non » : pas de SMS de promotion', entrepreneur({ consentementRgpd: 'Non', accepteSms: true, telephones: [MOBILE] }), { motif: 'rgpd_refuse' }),
  newsletter('accord RGPD « Non » : le réglage n’y change rien', entrepreneur({ consentementRgpd: 'Non', emails: [PALMER] }), { motif: 'rgpd_refuse' }, { promotionSansConsentement: true }),
  newsletter('accord RGPD non renseigné : pas de newsletter', entrepreneur({ consentementRgpd: 'Non renseigné', emails: [PALMER] }), { motif: 'rgpd_non_renseigne' }),
  newsletter('accord RGPD jamais rempli : comme non renseigné', entrepreneur({ emails: [PALMER] }), { motif: 'rgpd_non_renseigne' }),
  newsletter('accord RGPD non renseigné, réglage permissif : la newsletter part', entrepreneur({ consentementRgpd: 'Non renseigné', emails: [PALMER] }), { adresse: PALMER.adresse }, { promotionSansConsentement: true }),
  newsletter('le RGPD se dit avant l’adresse absente', entrepreneur({ consentementRgpd: 'Non', emails: [] }), { motif: 'rgpd_refuse' }),
  newsletter('accord donné mais case de l’adresse non cochée', entrepreneur({ consentementRgpd: 'Oui', emails: [{ adresse: 'palmer@courriel.test' }] }), { motif: 'adresse_non_acceptee' }),
];

// prettier-ignore
const CAS_OPPOSITION: readonly CasDestinataire[] = [
  newsletter('désinscrit de la newsletter', entrepreneur({ consentementRgpd: 'Oui', emails: [PALMER] }), { motif: 'opposition' }, { oppositions: [{ adresse: PALMER.adresse, portee: 'newsletter' }] }),
  emailPromotion('désinscrit de la newsletter : pas d’e-mail de promotion', entrepreneur({ consentementRgpd: 'Oui', emails: [PALMER] }), { motif: 'opposition' }, { oppositions: [{ adresse: PALMER.adresse, portee: 'newsletter' }] }),
  email('désinscrit de la newsletter : le rappel de rendez-vous part', entrepreneur({ emails: [PALMER] }), { adresse: PALMER.adresse }, { oppositions: [{ adresse: PALMER.adresse, portee: 'newsletter' }] }),
  email('opposé à tout : rien ne part', entrepreneur({ emails: [PALMER] }), { motif: 'opposition' }, { oppositions: [{ adresse: PALMER.adresse, portee: 'tout' }] }),
  email('l’opposition vaut quelle que soit la casse de l’adresse', entrepreneur({ emails: [{ ...PALMER, adresse: 'Palmer@Courriel.test' }] }), { motif: 'opposition' }, { oppositions: [{ adresse: PALMER.adresse, portee: 'tout' }] }),
  email('opposé : on n’écrit pas à une seconde adresse', entrepreneur({ emails: [PALMER, PERSO] }), { motif: 'opposition' }, { oppositions: [{ adresse: PALMER.adresse, portee: 'tout' }] }),
  email('une opposition à une autre adresse ne joue pas', entrepreneur({ emails: [PALMER, PERSO] }), { adresse: PALMER.adresse }, { oppositions: [{ adresse: PERSO.adresse, portee: 'tout' }] }),
  email('un STOP par SMS n’arrête pas les e-mails', entrepreneur({ emails: [PALMER], telephones: [MOBILE] }), { adresse: PALMER.adresse }, { oppositions: [{ adresse: MOBILE_E164, portee: 'sms' }] }),
  sms('STOP répondu : plus aucun SMS', entrepreneur({ accepteSms: true, telephones: [MOBILE] }), { motif: 'opposition' }, { oppositions: [{ adresse: MOBILE_E164, portee: 'sms' }] }),
  sms('STOP répondu depuis un ancien numéro : le nouveau ne reçoit rien', entrepreneur({ accepteSms: true, telephones: [MOBILE] }), { motif: 'opposition' }, { oppositions: [{ adresse: '+33698765432', portee: 'sms', parElle: true }] }),
  sms('STOP répondu : le second mobile ne reçoit rien non plus', entrepreneur({ accepteSms: true, telephones: [{ ...MOBILE, contactPossible: false }, { numero: '0698765432', contactPossible: true }] }), { motif: 'opposition' }, { oppositions: [{ adresse: MOBILE_E164, portee: 'sms', parElle: true }] }),
  sms('STOP de quelqu’un d’autre au même numéro : ce numéro ne reçoit rien', entrepreneur({ accepteSms: true, telephones: [MOBILE] }), { motif: 'opposition' }, { oppositions: [{ adresse: '06 12 34 56 78', portee: 'sms' }] }),
  newsletter('désinscrite, puis changée d’e-mail : la newsletter ne part pas', entrepreneur({ consentementRgpd: 'Oui', emails: [PERSO] }), { motif: 'opposition' }, { oppositions: [{ adresse: PALMER.adresse, portee: 'newsletter', parElle: true }] }),
  email('désinscrite, puis changée d’e-mail : le rappel part', entrepreneur({ emails: [PERSO] }), { adresse: PERSO.adresse }, { oppositions: [{ adresse: PALMER.adresse, portee: 'newsletter', parElle: true }] }),
  email('opposée à tout sans adresse connue alors', entrepreneur({ emails: [PERSO] }), { motif: 'opposition' }, { oppositions: [{ adresse: null, portee: 'tout', parElle: true }] }),
  email('STOP par SMS de la personne : ses e-mails partent', entrepreneur({ emails: [PALMER], telephones: [MOBILE] }), { adresse: PALMER.adresse }, { oppositions: [{ adresse: MOBILE_E164, portee: 'sms', parElle: true }] }),
  email('un domaine accentué se reconnaît dans les deux alphabets', entrepreneur({ emails: [{ adresse: 'Contact@Épicerie-Noémie.fr', accepte: true }] }), { motif: 'opposition' }, { oppositions: [{ adresse: 'contact@xn--picerie-nomie-9gbk.fr', portee: 'tout' }] }),
  smsPromotion('désinscrit de la newsletter : le SMS accepté part', entrepreneur({ consentementRgpd: 'Oui', accepteSms: true, telephones: [MOBILE], emails: [PALMER] }), { adresse: MOBILE_E164 }, { oppositions: [{ adresse: PALMER.adresse, portee: 'newsletter' }] }),
];

// prettier-ignore
const CAS_SMS: readonly CasDestinataire[] = [
  sms('les deux cases cochées, un mobile', entrepreneur({ accepteSms: true, telephones: [MOBILE] }), { adresse: MOBILE_E164 }),
  sms('le numéro principal, mobile et autorisé, passe avant le premier saisi', entrepreneur({ accepteSms: true, telephones: [MOBILE, { numero: '0698765432', principal: true, contactPossible: true }] }), { adresse: '+33698765432' }),
  sms('le principal fixe cède au premier mobile autorisé', entrepreneur({ accepteSms: true, telephones: [BUREAU, MOBILE] }), { adresse: MOBILE_E164 }),
  sms('le principal mobile non autorisé cède au mobile autorisé', entrepreneur({ accepteSms: true, telephones: [{ numero: '0698765432', principal: true, contactPossible: false }, MOBILE] }), { adresse: MOBILE_E164 }),
  sms('sans principal, le premier mobile autorisé dans l’ordre de saisie', entrepreneur({ accepteSms: true, telephones: [{ numero: '0698765432' }, MOBILE, { numero: '0611111111', contactPossible: true }] }), { adresse: MOBILE_E164 }),
  sms('un mobile de La Réunion saisi en 0692', entrepreneur({ accepteSms: true, telephones: [{ numero: '0692 123 456', contactPossible: true }] }), { adresse: '+262692123456' }),
  sms('un mobile collé avec ses caractères invisibles', entrepreneur({ accepteSms: true, telephones: [{ numero: '\u202a06\u201112\u201134 56 78\u202c', contactPossible: true }] }), { adresse: MOBILE_E164 }),
  sms('un mobile dont un tableur a perdu le 0', entrepreneur({ accepteSms: true, telephones: [{ numero: '612345678', contactPossible: true }] }), { adresse: MOBILE_E164 }),
  sms('aucun numéro saisi', entrepreneur({ accepteSms: true, telephones: [] }), { motif: 'telephone_absent' }),
  sms('un numéro blanc ne compte pas', entrepreneur({ accepteSms: true, telephones: [{ numero: ' ', contactPossible: true }] }), { motif: 'telephone_absent' }),
  sms('aucun numéro : dit avant la case SMS', entrepreneur({ accepteSms: false, telephones: [] }), { motif: 'telephone_absent' }),
  sms('case « Accepte d’être contacté par SMS » non cochée', entrepreneur({ accepteSms: false, telephones: [MOBILE] }), { motif: 'sms_non_accepte' }),
  sms('case SMS jamais remplie', entrepreneur({ telephones: [MOBILE] }), { motif: 'sms_non_accepte' }),
  sms('case « Accepte d’être contacté à ce numéro » non cochée', entrepreneur({ accepteSms: true, telephones: [{ ...MOBILE, contactPossible: false }] }), { motif: 'telephone_non_autorise' }),
  sms('l’exemple du guide, 01 02 03 04 05, est une ligne fixe', entrepreneur({ accepteSms: true, telephones: [BUREAU] }), { motif: 'telephone_non_mobile' }),
  sms('le mobile n’est pas autorisé, le fixe l’est', entrepreneur({ accepteSms: true, telephones: [BUREAU, { numero: '0612345678' }] }), { motif: 'telephone_non_mobile' }),
  sms('un mobile étranger ne reçoit rien tant que son pays n’est pas ouvert', entrepreneur({ accepteSms: true, telephones: [{ ...ETRANGER, principal: true }, BUREAU] }), { motif: 'pays_non_autorise' }),
  sms('le mobile étranger principal cède au mobile français', entrepreneur({ accepteSms: true, telephones: [{ ...ETRANGER, principal: true }, MOBILE] }), { adresse: MOBILE_E164 }),
  sms('un mobile étranger non autorisé ne compte pas', entrepreneur({ accepteSms: true, telephones: [{ numero: ETRANGER.numero }] }), { motif: 'telephone_non_autorise' }),
  sms('numéro autorisé mal écrit', entrepreneur({ accepteSms: true, telephones: [{ numero: '06 12 34', contactPossible: true }] }), { motif: 'numero_invalide' }),
  sms('un numéro mal écrit et un fixe : ligne fixe', entrepreneur({ accepteSms: true, telephones: [{ numero: '06 12 34', contactPossible: true }, BUREAU] }), { motif: 'telephone_non_mobile' }),
  sms('les e-mails ne jouent pas pour un SMS', entrepreneur({ accepteSms: true, emails: [], telephones: [MOBILE] }), { adresse: MOBILE_E164 }),
];

// prettier-ignore
const CAS_FICHE: readonly CasDestinataire[] = [
  email('fiche entrepreneur inactive', entrepreneur({ inactif: true, emails: [PALMER] }), { motif: 'fiche_inactive' }),
  newsletter('fiche inactive : dite avant le RGPD', entrepreneur({ inactif: true, consentementRgpd: 'Non' }), { motif: 'fiche_inactive' }),
];

// prettier-ignore
const CAS_INDIVIDUEL: readonly CasDestinataire[] = [
  email('contact individuel : courriel pro accepté sauf refus', individuel({ courrielPro: 'formateur@courriel.test' }), { adresse: 'formateur@courriel.test' }),
  newsletter('contact individuel : pas d’accord RGPD à demander', individuel({ courrielPro: 'formateur@courriel.test', accepteCourriel: true }), { adresse: 'formateur@courriel.test' }),
  email('contact individuel : courriel pro refusé', individuel({ courrielPro: 'formateur@courriel.test', accepteCourriel: false }), { motif: 'adresse_non_acceptee' }),
  email('contact individuel : courriel pro absent', individuel({}), { motif: 'adresse_absente' }),
  email('contact individuel : courriel pro blanc', individuel({ courrielPro: ' ' }), { motif: 'adresse_absente' }),
  email('contact individuel : courriel pro mal écrit', individuel({ courrielPro: 'formateur' }), { motif: 'adresse_invalide' }),
  email('contact individuel : courriel pro revenu', individuel({ courrielPro: 'formateur@courriel.test' }), { motif: 'adresse_refusee' }, { refusees: ['formateur@courriel.test'] }),
  email('contact individuel : courriel pro fictif', individuel({ courrielPro: 'x@exemple.fr' }), { motif: 'adresse_fictive' }),
  email('contact individuel inactif', individuel({ inactif: true, courrielPro: 'formateur@courriel.test' }), { motif: 'fiche_inactive' }),
  newsletter('contact individuel désinscrit', individuel({ courrielPro: 'formateur@courriel.test' }), { motif: 'opposition' }, { oppositions: [{ adresse: 'formateur@courriel.test', portee: 'newsletter' }] }),
  sms('contact individuel : mobile autorisé', individuel({ accepteSms: true, telephones: [MOBILE] }), { adresse: MOBILE_E164 }),
];

const REFERENT = { estReferent: true, courrielPro: 'referent@courriel.test' };
const AUTRE_REFERENT = { estReferent: true, courrielPro: 'autre@courriel.test' };

// prettier-ignore
const CAS_PARTENAIRE: readonly CasDestinataire[] = [
  sms('contact individuel : case SMS non cochée', individuel({ telephones: [MOBILE] }), { motif: 'sms_non_accepte' }),
  sms('contact individuel : sans numéro', individuel({ accepteSms: true }), { motif: 'telephone_absent' }),
  email('entreprise partenaire : seul le référent est contacté', partenaire({ courrielPro: 'accueil@courriel.test' }, REFERENT), { adresse: 'referent@courriel.test' }),
  email('entreprise partenaire sans contact', partenaire(), { motif: 'referent_absent' }),
  email('entreprise partenaire : un principal qui n’est pas référent ne suffit pas', partenaire({ estPrincipal: true, courrielPro: 'accueil@courriel.test' }), { motif: 'referent_absent' }),
  email('entreprise partenaire : référent inactif', partenaire({ ...REFERENT, inactif: true }), { motif: 'referent_absent' }),
  email('entreprise partenaire : le référent inactif est passé', partenaire({ ...REFERENT, estPrincipal: true, inactif: true }, AUTRE_REFERENT), { adresse: 'autre@courriel.test' }),
  email('entreprise partenaire : plusieurs référents, le principal', partenaire(REFERENT, { ...AUTRE_REFERENT, estPrincipal: true }), { adresse: 'autre@courriel.test' }),
  email('entreprise partenaire : plusieurs référents sans principal, le premier', partenaire(REFERENT, AUTRE_REFERENT), { adresse: 'referent@courriel.test' }),
  email('entreprise partenaire : le référent sans courriel n’est pas remplacé', partenaire({ estReferent: true }, { courrielPro: 'accueil@courriel.test' }), { motif: 'adresse_absente' }),
  email('entreprise partenaire : courriel du référent refusé', partenaire({ ...REFERENT, accepteCourriel: false }), { motif: 'adresse_non_acceptee' }),
  email('entreprise partenaire inactive', { typeDestinataire: 'entreprise_partenaire', inactif: true, contacts: [REFERENT] }, { motif: 'fiche_inactive' }),
  newsletter('entreprise partenaire : référent désinscrit', partenaire(REFERENT), { motif: 'opposition' }, { oppositions: [{ adresse: 'referent@courriel.test', portee: 'newsletter' }] }),
  newsletter('entreprise partenaire : le référent désinscrit a changé d’e-mail', partenaire(REFERENT), { motif: 'opposition' }, { oppositions: [{ adresse: 'ancien@courriel.test', portee: 'newsletter', parElle: true }] }),
  sms('entreprise partenaire : mobile autorisé du référent', partenaire({ telephones: [{ numero: '0611111111', contactPossible: true }], accepteSms: true }, { ...REFERENT, accepteSms: true, telephones: [BUREAU, MOBILE] }), { adresse: MOBILE_E164 }),
  sms('entreprise partenaire : la case SMS est celle du référent', partenaire({ accepteSms: true }, { ...REFERENT, telephones: [MOBILE] }), { motif: 'sms_non_accepte' }),
];

export const CAS_DESTINATAIRES: readonly CasDestinataire[] = [
  ...CAS_FICHE,
  ...CAS_EMAIL,
  ...CAS_RGPD,
  ...CAS_OPPOSITION,
  ...CAS_SMS,
  ...CAS_INDIVIDUEL,
  ...CAS_PARTENAIRE,
];
