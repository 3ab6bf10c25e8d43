import type { ModeleOuvert } from '../../../../../core/api/modeles';
import type { Modele } from '../../../../../core/modele';
import { REGLAGES_SMS, type ReglagesSms } from '../../../../../core/sms';
import { validateModele, type ValidationModele } from '../../../../../core/validation-modele';
import type { But, Modalite, TypeContact } from '../../../../../core/vocabulaire';

/** A modele under the pen. `but` is chosen, never presumed (decision F7). */
export interface Brouillon extends Omit<Modele, 'but'> {
  but: But | null;
}

export function createBrouillon(typeContact: TypeContact): Brouillon {
  return {
    typeContact,
    nom: '',
    objet: '',
    message: '',
    destinataires: ['entrepreneur'],
    but: typeContact === 'newsletter' ? 'promotion' : null,
    inactif: false,
    modalites: null,
    piecesJointes: [],
  };
}

function isMeme(a: readonly Modalite[], b: readonly Modalite[]): boolean {
  return a.length === b.length && a.every((modalite) => b.includes(modalite));
}

/** All that its signets allow was chosen: they keep deciding. */
export function openBrouillon(ouvert: ModeleOuvert): Brouillon {
  const { modalites, modalitesPossibles } = ouvert;
  return {
    typeContact: ouvert.typeContact,
    nom: ouvert.nom,
    objet: ouvert.objet,
    message: ouvert.message,
    destinataires: ouvert.destinataires,
    but: ouvert.but,
    inactif: ouvert.inactif,
    modalites: modalites === null || isMeme(modalites, modalitesPossibles) ? null : modalites,
    piecesJointes: ouvert.piecesJointes,
  };
}

/** For the rules and the preview, which do not wait for the but. */
export function toModele(brouillon: Brouillon): Modele {
  return { ...brouillon, but: brouillon.but ?? 'suivi' };
}

export interface ErreursModele {
  nom: string | null;
  objet: string | null;
  message: string | null;
  destinataires: string | null;
  but: string | null;
  modalites: string | null;
}

export const SANS_ERREUR: ErreursModele = {
  nom: null,
  objet: null,
  message: null,
  destinataires: null,
  but: null,
  modalites: null,
};

const OBJET = 'L’objet est obligatoire pour un modèle actif : saisissez-le, ou cochez « Inactif ».';
const MESSAGE = 'Le message est vide : écrivez-le, ou cochez « Inactif ».';

/** What stands in the way of a save, at the field where it is mended; a draft may lack its text (decision A9). */
export function listErreurs(brouillon: Brouillon, validation: ValidationModele): ErreursModele {
  const { manques, modalitesRefusees } = validation;
  const actif = !brouillon.inactif;
  const say = (isFaute: boolean, phrase: string): string | null => (isFaute ? phrase : null);
  return {
    nom: say(manques.includes('nom'), 'Le nom du modèle est obligatoire : saisissez-le.'),
    objet: say(actif && manques.includes('objet'), OBJET),
    message: say(actif && manques.includes('message'), MESSAGE),
    destinataires: say(
      manques.includes('destinataires'),
      'Choisissez au moins un type de destinataires.'
    ),
    but: say(brouillon.but === null, 'Choisissez le but du message.'),
    modalites: say(
      modalitesRefusees.length > 0 || (actif && manques.includes('modalites')),
      'Choisissez au moins une modalité d’envoi, parmi celles que le message permet.'
    ),
  };
}

export function hasErreur(erreurs: ErreursModele): boolean {
  return Object.values(erreurs).some((erreur) => erreur !== null);
}

export function validateBrouillon(
  brouillon: Brouillon,
  reglages: ReglagesSms = REGLAGES_SMS
): ValidationModele {
  return validateModele(toModele(brouillon), reglages);
}
