import { LIBELLES_FOURNISSEUR, type FournisseurSms } from './compte-sms';
import { etatCourriel } from './courriel';
import { domaineOf, isDomaineGrandPublic } from './domaine-expediteur';
import type { AlertePackage } from './package-sms';
import type { Transport } from './vocabulaire';

/**
 * `ok` done; `a_faire` holds the envois of its transport back; `attention` is worth mending; `information`
 * asks for nothing.
 */
export type EtatPoint = 'ok' | 'a_faire' | 'attention' | 'information';

export interface PointDeControle {
  cle: string;
  etat: EtatPoint;
  /** The envois concerned; null: all of them. */
  transport: Transport | null;
  titre: string;
  /** What is so, and what to do. */
  phrase: string;
}

/** What may hold the envois of a transport back. */
export interface FaitsBloquants {
  baseReelle: boolean;
  expediteur: string;
  fournisseur: FournisseurSms;
  champsManquants: readonly string[];
  verifies: Readonly<Record<Transport, boolean>>;
}

/** What the checklist is drawn from. */
export interface FaitsPret extends FaitsBloquants {
  promotionSansConsentement: boolean | null;
  adressePostale: string;
  packages: AlertePackage;
  /** Processes that deliver, alive now. */
  ouvriers: number;
  urlPublique: string;
}

export interface PretAEnvoyer {
  /** False on a « base d'essai »: nothing is held back there. */
  baseReelle: boolean;
  points: PointDeControle[];
  /** Why the envois of a transport wait; null: they leave. */
  suspensions: Readonly<Record<Transport, string | null>>;
}

type Verdict = Pick<PointDeControle, 'etat' | 'phrase'>;

function checkExpediteur({ expediteur, baseReelle }: FaitsBloquants): Verdict {
  if (etatCourriel(expediteur) === 'valide') {
    return { etat: 'ok', phrase: `Les e-mails partent de ${expediteur}.` };
  }
  return {
    etat: baseReelle ? 'a_faire' : 'information',
    phrase: `${expediteur} n’est pas une vraie adresse : saisissez l’adresse générique de l’association.`,
  };
}

function checkDomaine({ expediteur }: FaitsPret): Verdict {
  const domaine = domaineOf(expediteur);
  return isDomaineGrandPublic(expediteur)
    ? {
        etat: 'attention',
        phrase: `Beaucoup de messageries refusent un envoi en nombre au nom de ${domaine} : utilisez une adresse du domaine de l’association.`,
      }
    : { etat: 'ok', phrase: `${domaine} n’est pas une messagerie grand public.` };
}

function checkEmailVerifie({ verifies, baseReelle }: FaitsBloquants): Verdict {
  if (verifies.mail) {
    return { etat: 'ok', phrase: 'Un e-mail de vérification est bien arrivé.' };
  }
  return {
    etat: baseReelle ? 'a_faire' : 'information',
    phrase: 'Utilisez « M’envoyer un e-mail de vérification », puis saisissez le code reçu.',
  };
}

function checkCompteSms({ fournisseur, champsManquants, baseReelle }: FaitsBloquants): Verdict {
  if (fournisseur === 'journal') {
    return {
      etat: 'information',
      phrase:
        'Aucun fournisseur de SMS n’est choisi : les SMS sont écrits dans un journal et personne ne les reçoit.',
    };
  }
  const nom = LIBELLES_FOURNISSEUR[fournisseur];
  return champsManquants.length === 0
    ? { etat: 'ok', phrase: `Le compte ${nom} est complet.` }
    : {
        etat: baseReelle ? 'a_faire' : 'attention',
        phrase: `Le compte ${nom} est incomplet, il manque : ${champsManquants.join(', ')}.`,
      };
}

function checkSmsVerifie({ fournisseur, verifies, baseReelle }: FaitsBloquants): Verdict {
  if (fournisseur === 'journal') {
    return { etat: 'information', phrase: 'Rien à vérifier tant qu’aucun SMS ne part.' };
  }
  if (verifies.sms) {
    return { etat: 'ok', phrase: 'Un SMS de vérification est bien arrivé.' };
  }
  return {
    etat: baseReelle ? 'a_faire' : 'information',
    phrase:
      'Utilisez « M’envoyer un SMS de vérification » (1 SMS débité), puis saisissez le code reçu.',
  };
}

function checkConsentement({ promotionSansConsentement: choix }: FaitsPret): Verdict {
  if (choix === null) {
    return {
      etat: 'attention',
      phrase:
        'Choisissez si une promotion peut partir aux personnes dont l’accord RGPD n’est pas renseigné ; d’ici là, elles en sont exclues.',
    };
  }
  return {
    etat: 'ok',
    phrase: choix
      ? 'Une promotion part aussi aux accords RGPD non renseignés.'
      : 'Une promotion ne part qu’aux accords RGPD donnés.',
  };
}

function checkPackages({ packages, fournisseur }: FaitsPret): Verdict {
  const reste = packages.reste.toLocaleString('fr-FR');
  switch (packages.niveau) {
    case 'non_suivi':
      return {
        etat: fournisseur === 'journal' ? 'information' : 'attention',
        phrase: 'Décompte non suivi : saisissez le package acheté dans Package SMS.',
      };
    case 'epuise':
      return {
        etat: 'attention',
        phrase: 'Il ne reste aucun SMS : achetez un package et saisissez-le.',
      };
    case 'bas':
      return { etat: 'attention', phrase: `Il ne reste que ${reste} SMS : pensez à en acheter.` };
    case 'aucune':
      return { etat: 'ok', phrase: `Il reste ${reste} SMS.` };
  }
}

function checkOuvriers({ ouvriers }: FaitsPret): Verdict {
  return ouvriers > 0
    ? { etat: 'ok', phrase: 'L’envoi du soir est en marche.' }
    : {
        etat: 'attention',
        phrase:
          'Aucun processus n’envoie : rien ne partira ce soir. Demandez à la personne qui installe de vérifier SMS_MAILING_SCHEDULER et SMS_MAILING_ROLE.',
      };
}

function checkUrl({ urlPublique, baseReelle }: FaitsPret): Verdict {
  return urlPublique.startsWith('https://')
    ? { etat: 'ok', phrase: `Les liens des messages mènent à ${urlPublique}.` }
    : {
        etat: baseReelle ? 'attention' : 'information',
        phrase: `Les liens de désinscription mènent à ${urlPublique} : hors d’ici ils ne s’ouvrent pas. Demandez une adresse publique en https:// (PUBLIC_URL).`,
      };
}

function checkAdressePostale({ adressePostale }: FaitsPret): Verdict {
  return adressePostale === ''
    ? {
        etat: 'attention',
        phrase:
          'Une newsletter doit dire qui l’envoie : saisissez l’adresse postale de l’association.',
      }
    : { etat: 'ok', phrase: 'Les newsletters portent l’adresse postale de l’association.' };
}

type Point<Faits> = Omit<PointDeControle, 'etat' | 'phrase'> & {
  check: (faits: Faits) => Verdict;
};

const EXPEDITEUR: Point<FaitsBloquants> = {
  cle: 'expediteur',
  transport: 'mail',
  titre: 'Adresse d’expédition',
  check: checkExpediteur,
};
const EMAIL_VERIFIE: Point<FaitsBloquants> = {
  cle: 'email-verifie',
  transport: 'mail',
  titre: 'E-mail vérifié',
  check: checkEmailVerifie,
};
const COMPTE_SMS: Point<FaitsBloquants> = {
  cle: 'compte-sms',
  transport: 'sms',
  titre: 'Compte SMS',
  check: checkCompteSms,
};
const SMS_VERIFIE: Point<FaitsBloquants> = {
  cle: 'sms-verifie',
  transport: 'sms',
  titre: 'SMS vérifié',
  check: checkSmsVerifie,
};

const BLOQUANTS = [EXPEDITEUR, EMAIL_VERIFIE, COMPTE_SMS, SMS_VERIFIE];

const POINTS: readonly Point<FaitsPret>[] = [
  EXPEDITEUR,
  { cle: 'domaine', transport: 'mail', titre: 'Domaine de l’adresse', check: checkDomaine },
  EMAIL_VERIFIE,
  {
    cle: 'adresse-postale',
    transport: 'mail',
    titre: 'Adresse postale',
    check: checkAdressePostale,
  },
  COMPTE_SMS,
  SMS_VERIFIE,
  { cle: 'package', transport: 'sms', titre: 'Package SMS', check: checkPackages },
  { cle: 'consentement', transport: null, titre: 'Promotion et RGPD', check: checkConsentement },
  { cle: 'ouvriers', transport: null, titre: 'Envoi du soir', check: checkOuvriers },
  { cle: 'url-publique', transport: null, titre: 'Adresse publique', check: checkUrl },
];

/** « Prêt à envoyer ? », in the order of the screen. */
export function listPoints(faits: FaitsPret): PointDeControle[] {
  return POINTS.map(({ check, ...point }) => ({ ...point, ...check(faits) }));
}

/**
 * Docs/adr/0009: on a real base, a transport waits until its sender and account are verified. The journal
 * of SMS reaches nobody: it never waits. Null: it leaves.
 */
export function findSuspension(transport: Transport, faits: FaitsBloquants): string | null {
  const bloquant = BLOQUANTS.find(
    (point) => point.transport === transport && point.check(faits).etat === 'a_faire'
  );
  return bloquant === undefined || !faits.baseReelle
    ? null
    : `Envois suspendus. ${bloquant.check(faits).phrase}`;
}
