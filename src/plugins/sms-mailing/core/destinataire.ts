import type { EtatCourriel } from './courriel';
import type { MotifExclusion } from './motif';
import { isPaysPermis, PAYS_SMS_PAR_DEFAUT } from './pays-sms';
import type { But, TypeContact } from './vocabulaire';

/** What an opposition forbids at one address: promotional e-mails, every SMS, or everything. */
export type PorteeOpposition = 'newsletter' | 'sms' | 'tout';

/** Rows of the onglet Coordonnées, in the order typed. Booleans left empty in the base count as unticked. */
export interface Email {
  adresse: string | null;
  reference: boolean | null;
  accepte: boolean | null;
  etat: EtatCourriel | null;
  oppositions: readonly PorteeOpposition[];
}

export interface Telephone {
  numero: string | null;
  principal: boolean | null;
  contactPossible: boolean | null;
  numeroE164: string | null;
  mobile: boolean | null;
  oppositions: readonly PorteeOpposition[];
}

/** Contact individuel, or contact of an entreprise partenaire: a courriel pro is accepted unless refused (F11). */
export interface CoordonneesContact {
  inactif: boolean | null;
  courrielPro: string | null;
  accepteCourriel: boolean | null;
  etatCourriel: EtatCourriel | null;
  oppositionsCourriel: readonly PorteeOpposition[];
  accepteSms: boolean | null;
  telephones: readonly Telephone[];
}

export interface ContactPartenaire extends CoordonneesContact {
  estReferent: boolean | null;
  estPrincipal: boolean | null;
}

export type ConsentementRgpd = 'Non renseigné' | 'Oui' | 'Non';

export interface CoordonneesEntrepreneur {
  typeDestinataire: 'entrepreneur';
  inactif: boolean | null;
  consentementRgpd: ConsentementRgpd | null;
  accepteSms: boolean | null;
  emails: readonly Email[];
  telephones: readonly Telephone[];
}

/** Everything the choice reads, for the three kinds of destinataire of guide §2.d. */
export type Coordonnees =
  | CoordonneesEntrepreneur
  | ({ typeDestinataire: 'contact_individuel' } & CoordonneesContact)
  | {
      typeDestinataire: 'entreprise_partenaire';
      inactif: boolean | null;
      /** In stable order (identifier). */
      contacts: readonly ContactPartenaire[];
    };

export type Destination = { adresse: string } | { motif: MotifExclusion };

export interface ReglagesDestination {
  /** Decision F14: a promotion may go to « RGPD non renseigné ». */
  promotionSansConsentement: boolean;
  /** Countries where an SMS may leave; left out, France and its overseas territories. */
  paysSms?: readonly string[];
}

/** The person really written to: the fiche itself, or the référent of the company. */
interface Joignable {
  consentement: ConsentementRgpd | 'sans_objet';
  accepteSms: boolean;
  emails: readonly Email[];
  telephones: readonly Telephone[];
}

function isVide(texte: string | null): boolean {
  return texte === null || /^ *$/.test(texte);
}

/** Guide §2.d and decision D7: the active référent; several, the principal one first, then stable order. */
export function chooseReferent<
  Contact extends Pick<ContactPartenaire, 'estReferent' | 'estPrincipal' | 'inactif'>,
>(contacts: readonly Contact[]): Contact | null {
  const referents = contacts.filter((c) => c.estReferent === true && c.inactif !== true);
  return referents.find((c) => c.estPrincipal === true) ?? referents[0] ?? null;
}

function joignableOfContact(contact: CoordonneesContact): Joignable {
  return {
    consentement: 'sans_objet',
    accepteSms: contact.accepteSms === true,
    emails: [
      {
        adresse: contact.courrielPro,
        reference: true,
        accepte: contact.accepteCourriel !== false,
        etat: contact.etatCourriel,
        oppositions: contact.oppositionsCourriel,
      },
    ],
    telephones: contact.telephones,
  };
}

function findJoignable(coordonnees: Coordonnees | null): Joignable | { motif: MotifExclusion } {
  if (coordonnees === null) {
    return { motif: 'fiche_absente' };
  }
  if (coordonnees.inactif === true) {
    return { motif: 'fiche_inactive' };
  }
  switch (coordonnees.typeDestinataire) {
    case 'entrepreneur':
      return {
        consentement: coordonnees.consentementRgpd ?? 'Non renseigné',
        accepteSms: coordonnees.accepteSms === true,
        emails: coordonnees.emails,
        telephones: coordonnees.telephones,
      };
    case 'contact_individuel':
      return joignableOfContact(coordonnees);
    case 'entreprise_partenaire': {
      const referent = chooseReferent(coordonnees.contacts);
      return referent === null ? { motif: 'referent_absent' } : joignableOfContact(referent);
    }
  }
}

/** Decision D3: « Non » blocks promotions, « Non renseigné » too unless the setting says otherwise. */
function findMotifRgpd(
  consentement: Joignable['consentement'],
  reglages: ReglagesDestination
): MotifExclusion | null {
  if (consentement === 'Non') {
    return 'rgpd_refuse';
  }
  return consentement === 'Non renseigné' && !reglages.promotionSansConsentement
    ? 'rgpd_non_renseigne'
    : null;
}

type Choix =
  { adresse: string; oppositions: readonly PorteeOpposition[] } | { motif: MotifExclusion };

/** Decision D2: the e-mail de référence when accepted, else the first accepted one. */
function chooseEmail(emails: readonly Email[]): Choix {
  const saisis = emails.filter((email) => !isVide(email.adresse));
  const acceptes = saisis.filter((email) => email.accepte === true);
  const valides = acceptes.filter((email) => email.etat === 'valide');
  const choisi = valides.find((email) => email.reference === true) ?? valides[0];
  if (choisi !== undefined && choisi.adresse !== null) {
    return { adresse: choisi.adresse, oppositions: choisi.oppositions };
  }
  if (saisis.length === 0) {
    return { motif: 'adresse_absente' };
  }
  if (acceptes.length === 0) {
    return { motif: 'adresse_non_acceptee' };
  }
  const fictive = acceptes.some((email) => email.etat === 'fictive');
  return { motif: fictive ? 'adresse_fictive' : 'adresse_invalide' };
}

/** Decision D1: both boxes ticked; the principal number when it can receive an SMS, else the first that can. */
function chooseNumero(
  { accepteSms, telephones }: Joignable,
  { paysSms = PAYS_SMS_PAR_DEFAUT }: ReglagesDestination
): Choix {
  const saisis = telephones.filter((telephone) => !isVide(telephone.numero));
  if (saisis.length === 0) {
    return { motif: 'telephone_absent' };
  }
  if (!accepteSms) {
    return { motif: 'sms_non_accepte' };
  }
  const autorises = saisis.filter((telephone) => telephone.contactPossible === true);
  if (autorises.length === 0) {
    return { motif: 'telephone_non_autorise' };
  }
  const mobiles = autorises.filter((t) => t.mobile === true && t.numeroE164 !== null);
  const ouverts = mobiles.filter((t) => isPaysPermis(t.numeroE164 ?? '', paysSms));
  const choisi = ouverts.find((telephone) => telephone.principal === true) ?? ouverts[0];
  if (choisi !== undefined && choisi.numeroE164 !== null) {
    return { adresse: choisi.numeroE164, oppositions: choisi.oppositions };
  }
  if (mobiles.length > 0) {
    return { motif: 'pays_non_autorise' };
  }
  const lisible = autorises.some((telephone) => telephone.numeroE164 !== null);
  return { motif: lisible ? 'telephone_non_mobile' : 'numero_invalide' };
}

/** Decision D6: a newsletter is always a promotion. */
export function isPromotion(typeContact: TypeContact, but: But): boolean {
  return typeContact === 'newsletter' || but === 'promotion';
}

function isOppose(
  oppositions: readonly PorteeOpposition[],
  typeContact: TypeContact,
  promotion: boolean
): boolean {
  return oppositions.some(
    (portee) =>
      portee === 'tout' ||
      (typeContact === 'sms' ? portee === 'sms' : portee === 'newsletter' && promotion)
  );
}

/**
 * Guide §2.d, the one rule of « to whom, at which address ». The first reason met is given, in this order:
 * the fiche, its référent, RGPD, the boxes and addresses, then the opposition kept for the address chosen
 * (an opposed person is not written to at a second address). Also stated in SQL: one table of cases holds both.
 */
export function chooseDestination(
  coordonnees: Coordonnees | null,
  typeContact: TypeContact,
  but: But,
  reglages: ReglagesDestination = { promotionSansConsentement: false }
): Destination {
  const joignable = findJoignable(coordonnees);
  if ('motif' in joignable) {
    return joignable;
  }
  const promotion = isPromotion(typeContact, but);
  const motifRgpd = promotion ? findMotifRgpd(joignable.consentement, reglages) : null;
  if (motifRgpd !== null) {
    return { motif: motifRgpd };
  }
  const choix =
    typeContact === 'sms' ? chooseNumero(joignable, reglages) : chooseEmail(joignable.emails);
  if ('motif' in choix) {
    return choix;
  }
  return isOppose(choix.oppositions, typeContact, promotion)
    ? { motif: 'opposition' }
    : { adresse: choix.adresse };
}
