import { PARTICIPANT_PRENOM, PRENOM, signet } from './textes.mjs';

const TOUS = ['entrepreneur', 'contact_individuel', 'entreprise_partenaire'];

/** Short enough for one SMS each, whatever the name (guide §5.a: 155 characters). */
export const SMS = {
  rappelSms: {
    nom: 'SMS rappel rendez-vous',
    message: `Bonjour ${PARTICIPANT_PRENOM}, rappel de votre rendez-vous le ${signet('action_date# j/m à H:i')} avec ${signet('action_animateur_intervenant/personne_prenom')}. Votre BGE`,
  },
  dossierSms: {
    nom: 'SMS pièces à fournir',
    modalites: ['campagne', 'fiche_entrepreneur'],
    message: `Bonjour ${PRENOM}, il manque une pièce à votre dossier. Répondez à l’e-mail de votre conseiller. Votre BGE`,
  },
  informationSms: {
    nom: 'SMS information',
    modalites: ['campagne', 'fiche_entrepreneur'],
    destinataires: TOUS,
    message: `Bonjour ${PRENOM}, nos bureaux seront fermés vendredi après-midi. Votre BGE`,
  },
  formationSms: {
    nom: 'SMS offre de formation',
    modalites: ['campagne', 'fiche_entrepreneur'],
    but: 'promotion',
    message: `Bonjour ${PRENOM}, une place se libère en formation lundi. Pour ne plus recevoir nos offres, répondez STOP. BGE`,
  },
};
