import { CIVILITE, ecrire, NOM, PRENOM, signet } from './textes.mjs';

const BONJOUR = `Bonjour ${CIVILITE} ${PRENOM} ${NOM},`;

/** E-mails of the guide whose déclencheur is the entrepreneur: campagne, fiche Entrepreneur (§2.b). */
export const EMAILS_PERSONNE = {
  // §2.c (3/3): « un récapitulatif de ses droits », from the fiche of one entrepreneur.
  droits: {
    nom: 'Récapitulatif des droits',
    objet: 'Votre récapitulatif de droits',
    message: ecrire(
      `Bonjour ${CIVILITE} ${NOM}, je vous prie de trouver ci-joint votre attestation.`,
      `Elle reprend vos droits dans le cadre de l’offre ${signet('parcours/parcours_ods|en cours')}. Votre conseiller, ${signet('referent/personne_prenom|BGE')} ${signet('referent/personne_nom|')}, répond à vos questions.`
    ),
    fichiers: ['droits.pdf'],
  },
  // §5.a, §7.b: the modele of the campagne of the guide.
  testJ2: {
    nom: 'Test envoi automatique J-2',
    objet: 'Test J-2',
    message: ecrire(
      BONJOUR,
      `Une session collective de votre offre ${signet('parcours/parcours_ods|d’accompagnement')} ouvre bientôt à l’antenne ${signet('antenne_nom|la plus proche')}. Répondez à votre conseiller pour y participer.`
    ),
  },
  prochaineAction: {
    nom: 'Test prochaine action',
    objet: 'Rappel prochaine action',
    message: ecrire(
      BONJOUR,
      `Pensez à préparer votre prochaine action avec BGE : apportez les pièces de votre projet « ${signet('projet/projet_nom|de création')} ».`
    ),
  },
  // §5.c, §9.b: objet and name as written in the guide.
  offre: {
    nom: 'offre promotionnelle',
    objet: 'amis entrepreneurs, profitez de votre avantage!',
    but: 'promotion',
    message: ecrire(
      BONJOUR,
      'Jusqu’à la fin du mois, les entrepreneurs accompagnés par BGE ont un tarif réduit sur l’espace de travail partagé et ses salles de réunion.',
      '<a href="https://www.bge-demo.test/offre">Voir l’offre</a>'
    ),
  },
  // §9.c: the first line of the history; no longer in use.
  ancienneOffre: {
    nom: 'SUP - offre promotionnelle',
    objet: 'Votre avantage de rentrée',
    but: 'promotion',
    inactif: true,
    message: ecrire(BONJOUR, 'Cette offre est terminée.'),
  },
  // §2.a, campagne: « envoi du catalogue de formation ».
  pieceJointe: {
    nom: 'Test de la PJ',
    objet: 'Le catalogue de formation',
    message: ecrire(BONJOUR, 'Le catalogue des formations du semestre est joint à ce message.'),
    fichiers: ['catalogue.pdf'],
  },
  pieceJointeImage: {
    nom: 'Test de la PJ - image',
    objet: 'Le logo du réseau',
    message: ecrire(BONJOUR, 'Voici le logo à faire figurer sur vos documents.'),
    fichiers: ['logo.png'],
  },
  pieceJointeWord: {
    nom: 'Test de la PJ - Word',
    objet: 'La trame de votre plan d’affaires',
    message: ecrire(BONJOUR, 'La trame jointe se remplit avant votre prochain rendez-vous.'),
    fichiers: ['trame.docx'],
  },
  // §8.a: a modele without any signet serves everywhere.
  plateforme: {
    nom: 'Test envoi mail plateforme prod',
    modalites: null,
    objet: 'Un message de votre BGE',
    message: ecrire('Bonjour,', 'Ce message vérifie que nos e-mails vous parviennent bien.'),
  },
  // §3: « responsables de banques », and the contacts of the companies.
  invitation: {
    nom: 'Invitation des partenaires',
    modalites: ['campagne'],
    objet: 'Réunion des partenaires de BGE',
    destinataires: ['contact_individuel', 'entreprise_partenaire'],
    message: ecrire(
      `Bonjour ${CIVILITE} ${NOM},`,
      `Nous aurions plaisir à accueillir ${signet('entreprise/entreprise_raison_sociale|votre structure')} à la réunion annuelle de nos partenaires.`
    ),
  },
};
