import { LIBELLES_FOURNISSEUR } from './compte-sms';
import { domaineOf, isDomaineGrandPublic } from './domaine-expediteur';
import type { AlertePackage } from './package-sms';
import {
  MANQUES,
  phraseManque,
  type CleSuspension,
  type FaitsBloquants,
  type Suspensions,
} from './suspension';

/**
 * `ok` done; `a_faire` holds back the envois it concerns; `attention` is worth mending; `information` asks
 * for nothing.
 */
export type EtatPoint = 'ok' | 'a_faire' | 'attention' | 'information';

export interface PointDeControle {
  cle: string;
  etat: EtatPoint;
  /** The envois concerned; null: all of them. */
  concerne: CleSuspension | null;
  titre: string;
  /** What is so, and what to do. */
  phrase: string;
}

/** What the checklist is drawn from. */
export interface FaitsPret extends FaitsBloquants {
  promotionSansConsentement: boolean | null;
  adressePostale: string;
  packages: AlertePackage;
  /** Processes that deliver, alive now. */
  ouvriers: number;
}

export interface PretAEnvoyer {
  /** False on a « base d'essai »: nothing is held back there. */
  baseReelle: boolean;
  points: PointDeControle[];
  suspensions: Suspensions;
}

type Verdict = Pick<PointDeControle, 'etat' | 'phrase'>;

type Bloquant = keyof typeof MANQUES;

/** What holds back on a real base asks for nothing on a « base d'essai ». */
function judge(point: Bloquant, faits: FaitsPret, ok: string): Verdict {
  const manque = MANQUES[point](faits);
  return manque === null
    ? { etat: 'ok', phrase: ok }
    : {
        etat: faits.baseReelle ? 'a_faire' : 'information',
        phrase: phraseManque(manque),
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

function checkCompteSms(faits: FaitsPret): Verdict {
  const { fournisseur, baseReelle } = faits;
  const verdict = judge(
    'compte-sms',
    faits,
    `Le compte ${LIBELLES_FOURNISSEUR[fournisseur]} est complet.`
  );
  if (baseReelle || verdict.etat === 'ok') {
    return verdict;
  }
  return fournisseur === 'journal'
    ? {
        etat: 'information',
        phrase:
          'Aucun fournisseur de SMS n’est choisi : les SMS sont écrits dans un journal et personne ne les reçoit.',
      }
    : { ...verdict, etat: 'attention' };
}

function checkSmsVerifie(faits: FaitsPret): Verdict {
  return faits.fournisseur === 'journal'
    ? { etat: 'information', phrase: 'Rien à vérifier tant qu’aucun SMS ne part.' }
    : judge('sms-verifie', faits, 'Un SMS de vérification est bien arrivé.');
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

function checkAdressePostale({ adressePostale }: FaitsPret): Verdict {
  return adressePostale === ''
    ? {
        etat: 'attention',
        phrase:
          'Une newsletter doit dire qui l’envoie : saisissez l’adresse postale de l’association.',
      }
    : { etat: 'ok', phrase: 'Les newsletters portent l’adresse postale de l’association.' };
}

interface Point extends Omit<PointDeControle, 'etat' | 'phrase'> {
  check: (faits: FaitsPret) => Verdict;
}

const POINTS: readonly Point[] = [
  {
    cle: 'expediteur',
    concerne: 'mail',
    titre: 'Adresse d’expédition',
    check: (faits) => judge('expediteur', faits, `Les e-mails partent de ${faits.expediteur}.`),
  },
  { cle: 'domaine', concerne: 'mail', titre: 'Domaine de l’adresse', check: checkDomaine },
  {
    cle: 'email-verifie',
    concerne: 'mail',
    titre: 'E-mail vérifié',
    check: (faits) => judge('email-verifie', faits, 'Un e-mail de vérification est bien arrivé.'),
  },
  {
    cle: 'adresse-postale',
    concerne: 'mail',
    titre: 'Adresse postale',
    check: checkAdressePostale,
  },
  {
    cle: 'url-publique',
    concerne: 'promotion',
    titre: 'Adresse publique',
    check: (faits) =>
      judge('url-publique', faits, `Les liens des messages mènent à ${faits.urlPublique}.`),
  },
  { cle: 'compte-sms', concerne: 'sms', titre: 'Compte SMS', check: checkCompteSms },
  { cle: 'sms-verifie', concerne: 'sms', titre: 'SMS vérifié', check: checkSmsVerifie },
  { cle: 'package', concerne: 'sms', titre: 'Package SMS', check: checkPackages },
  { cle: 'consentement', concerne: null, titre: 'Promotion et RGPD', check: checkConsentement },
  { cle: 'ouvriers', concerne: null, titre: 'Envoi du soir', check: checkOuvriers },
];

/** « Prêt à envoyer ? », in the order of the screen. */
export function listPoints(faits: FaitsPret): PointDeControle[] {
  return POINTS.map(({ check, ...point }) => ({ ...point, ...check(faits) }));
}
