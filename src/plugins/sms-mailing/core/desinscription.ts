import type { Portee } from './api/oppositions';

/** What the page of a link offers to stop, the least first; what its POST carries. */
export const CHOIX_DESINSCRIPTION = ['promotions', 'promotions_et_sms', 'tout'] as const;
export type ChoixDesinscription = (typeof CHOIX_DESINSCRIPTION)[number];

/** One click (RFC 8058) names no choice: the message it answers was a promotion. */
export const UN_CLIC: ChoixDesinscription = 'promotions';

const PORTEES: Readonly<Record<ChoixDesinscription, readonly Portee[]>> = {
  promotions: ['newsletter'],
  promotions_et_sms: ['newsletter', 'sms'],
  tout: ['tout'],
};

export function porteesOf(choix: ChoixDesinscription): readonly Portee[] {
  return PORTEES[choix];
}

/** Where the person of a link stands. */
export interface EtatDesinscription {
  /** What she has opposed already, she or the address of that message. */
  opposees: readonly Portee[];
  /** SMS can reach her: her box is ticked. */
  accepteSms: boolean;
}

/** Nothing is offered that would change nothing. */
export function listChoix({ opposees, accepteSms }: EtatDesinscription): ChoixDesinscription[] {
  if (opposees.includes('tout')) {
    return [];
  }
  const sms = accepteSms && !opposees.includes('sms');
  return CHOIX_DESINSCRIPTION.filter((choix) => {
    switch (choix) {
      case 'promotions':
        return !opposees.includes('newsletter');
      case 'promotions_et_sms':
        return sms;
      case 'tout':
        return true;
    }
  });
}

/** What no longer arrives, and what still does, in the words of the page. */
export function describeEtat({ opposees, accepteSms }: EtatDesinscription): {
  arretes: string[];
  restent: string[];
} {
  if (opposees.includes('tout')) {
    return {
      arretes: ['tout message de notre part, convocations et rappels compris'],
      restent: [],
    };
  }
  const sms = accepteSms && !opposees.includes('sms');
  const suivi = 'les messages de suivi : convocations, rappels de rendez-vous, pièces à fournir';
  return {
    arretes: [
      ...(opposees.includes('newsletter') ? ['les newsletters et les promotions par e-mail'] : []),
      ...(opposees.includes('sms') ? ['les SMS, rappels de rendez-vous compris'] : []),
    ],
    restent: [
      ...(opposees.includes('newsletter') ? [] : ['les newsletters et les promotions par e-mail']),
      `${suivi}, par e-mail${sms ? ' et par SMS' : ''}`,
    ],
  };
}
