import { LIBELLES_FOURNISSEUR, type FournisseurSms } from './compte-sms';
import { etatCourriel } from './courriel';
import { isPromotion } from './destinataire';
import { formatDate, localDate, localHeure } from './horaire';
import { isUrlPublique } from './url-publique';
import {
  transportOf,
  type But,
  type Modalite,
  type Transport,
  type TypeContact,
} from './vocabulaire';

/** What may hold envois back (docs/adr/0013). */
export interface FaitsBloquants {
  baseReelle: boolean;
  expediteur: string;
  fournisseur: FournisseurSms;
  champsManquants: readonly string[];
  verifies: Readonly<Record<Transport, boolean>>;
  urlPublique: string;
}

/** What is held back apart from the rest: a transport, or the promotions that leave by e-mail. */
export const CLES_SUSPENSION = ['mail', 'promotion', 'sms'] as const;
export type CleSuspension = (typeof CLES_SUSPENSION)[number];

/** Why each waits, in words that follow « Retenu : » (decision G20); null: it leaves. */
export type Suspensions = Readonly<Record<CleSuspension, string | null>> & {
  /** Someone holds back the whole evening: all but what leaves at the click. */
  readonly soir?: string | null;
};

/** @public */
export const SANS_SUSPENSION: Suspensions = { mail: null, promotion: null, sms: null };

interface GenreEnvoi {
  typeContact: TypeContact;
  but: But;
}

type Manque = (faits: FaitsBloquants) => string | null;

/** What keeps real messages from arriving, a point of « Prêt à envoyer ? » each; null: nothing. */
export const MANQUES = {
  expediteur: ({ expediteur }) =>
    etatCourriel(expediteur) === 'valide'
      ? null
      : `l’adresse d’expédition ${expediteur} n’est pas une vraie adresse. Saisissez dans les réglages des envois l’adresse générique de l’association.`,

  'email-verifie': ({ verifies }) =>
    verifies.mail
      ? null
      : 'l’adresse d’expédition n’est pas vérifiée. Dans les réglages des envois, utilisez « M’envoyer un e-mail de vérification », puis saisissez le code reçu.',

  'compte-sms': ({ fournisseur, champsManquants }) => {
    if (fournisseur === 'journal') {
      return 'aucun fournisseur de SMS n’est choisi. Saisissez dans les réglages des envois le compte SMS de l’association.';
    }
    return champsManquants.length === 0
      ? null
      : `le compte ${LIBELLES_FOURNISSEUR[fournisseur]} est incomplet, il manque : ${champsManquants.join(', ')}. Complétez-le dans les réglages des envois.`;
  },

  'sms-verifie': ({ fournisseur, verifies }) =>
    fournisseur === 'journal' || verifies.sms
      ? null
      : 'le compte SMS n’est pas vérifié. Dans les réglages des envois, utilisez « M’envoyer un SMS de vérification » (1 SMS débité), puis saisissez le code reçu.',

  'url-publique': ({ urlPublique }) =>
    isUrlPublique(urlPublique)
      ? null
      : `le lien de désinscription mènerait à ${urlPublique}, qui ne s’ouvre pas hors d’ici. Demandez à la personne qui installe une adresse publique en https:// (PUBLIC_URL).`,
} satisfies Readonly<Record<string, Manque>>;

const RETIENNENT: Readonly<Record<CleSuspension, readonly (keyof typeof MANQUES)[]>> = {
  mail: ['expediteur', 'email-verifie'],
  promotion: ['url-publique'],
  sms: ['compte-sms', 'sms-verifie'],
};

function findManque(cle: CleSuspension, faits: FaitsBloquants): string | null {
  for (const point of RETIENNENT[cle]) {
    const manque = MANQUES[point](faits);
    if (manque !== null) {
      return manque;
    }
  }
  return null;
}

/**
 * On a real base, what could not really arrive waits: e-mails and SMS whose sender and account are not
 * verified, every SMS without a provider (decision G3), a promotion by e-mail whose unsubscribe link would be
 * dead (decision G4). On a « base d'essai » everything leaves.
 */
export function findSuspensions(faits: FaitsBloquants): Suspensions {
  const find = (cle: CleSuspension): string | null =>
    faits.baseReelle ? findManque(cle, faits) : null;
  return { mail: find('mail'), promotion: find('promotion'), sms: find('sms') };
}

/** Every newsletter, and the e-mails whose « but » is promotion: they carry an unsubscribe link. */
export function isPromotionParEmail({ typeContact, but }: GenreEnvoi): boolean {
  return typeContact !== 'sms' && isPromotion(typeContact, but);
}

/** What holds an envoi of this kind back; null: nothing. */
export function suspensionOf(suspensions: Suspensions, genre: GenreEnvoi): CleSuspension | null {
  const transport = transportOf(genre.typeContact);
  if (suspensions[transport] !== null) {
    return transport;
  }
  return suspensions.promotion !== null && isPromotionParEmail(genre) ? 'promotion' : null;
}

/** What is missing, as a sentence of its own. */
export function phraseManque(manque: string): string {
  return manque.charAt(0).toUpperCase() + manque.slice(1);
}

/** How the line of an envoi held back begins; nothing else does. */
export const RETENU = 'Retenu : ';

/** What a confirmation says of messages that would wait, and their lines after it; null: they leave. */
export function phraseRetenue(
  suspensions: Suspensions,
  genre: GenreEnvoi & { modalite: Modalite }
): string | null {
  const cle = suspensionOf(suspensions, genre);
  const soir = genre.modalite === 'fiche_action' ? null : (suspensions.soir ?? null);
  const raison = cle === null ? soir : suspensions[cle];
  return raison === null ? null : `${RETENU}${raison}`;
}

/** Why the evening waits, as of the clock of the association: « l’envoi du soir est suspendu depuis … ». */
export function phraseSuspensionSoir(
  { depuis, par }: { depuis: string; par: string },
  zone: string
): string {
  const instant = new Date(depuis);
  const [heure = '', minute = ''] = localHeure(instant, zone).split(':');
  const qui = par === '' ? '' : ` par ${par}`;
  const quand = `le ${formatDate(localDate(instant, zone))} à ${String(Number(heure))}h${minute}`;
  return `l’envoi du soir a été suspendu${qui} ${quand}. Il part dès qu’on le reprend dans « Ce soir ».`;
}
