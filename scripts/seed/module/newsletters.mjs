import { ecrire, PARTICIPANT_PRENOM, PRENOM, signet } from './textes.mjs';

const TOUS = ['entrepreneur', 'contact_individuel', 'entreprise_partenaire'];

/** Newsletters, always promotions (decision F7); the first two are the history of guide §7.c. */
export const NEWSLETTERS = {
  lettre: {
    nom: 'Test envoi NL',
    modalites: ['campagne', 'fiche_entrepreneur'],
    objet: 'La lettre de BGE',
    message: ecrire(
      `Bonjour ${PRENOM},`,
      '<strong>À la une.</strong> Les ateliers du printemps sont ouverts : étude de marché, choix du statut, premiers clients.',
      '<a href="https://www.bge-demo.test/ateliers">Voir les ateliers</a>'
    ),
  },
  superOffre: {
    nom: 'Super offre',
    modalites: ['campagne', 'fiche_entrepreneur'],
    objet: 'Un mois de formation offert',
    destinataires: TOUS,
    message: ecrire(
      `Bonjour ${PRENOM},`,
      'Pour dix personnes formées, BGE offre un mois d’accès à ses formations en ligne.'
    ),
  },
  atelier: {
    nom: 'Lettre des ateliers',
    objet: 'Après votre atelier',
    message: ecrire(
      `Bonjour ${PARTICIPANT_PRENOM},`,
      `Après « ${signet('action_objet')} », ces rendez-vous pourraient vous intéresser.`,
      '<a href="https://www.bge-demo.test/ateliers">Voir les ateliers</a>'
    ),
  },
};
