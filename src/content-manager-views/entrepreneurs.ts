import { CALCULES, TELEPHONE, type Vue } from './vue';

const ENTREPRENEUR: Vue = {
  uid: 'api::entrepreneur.entrepreneur',
  tri: ['nom', 'ASC'],
  liste: [
    'nom',
    'prenom',
    'emailReference',
    'telephonePrincipal',
    'antenne',
    'referent',
    'consentementRgpd',
  ],
  formulaire: [
    ['civilite', 'nom', 'prenom'],
    ['dateNaissance', 'dateCreationProfil', 'statutPersonne'],
    ['referent', 'antenne', 'entrepriseAccompagnee'],
    ['moyenContact', 'accepteSms'],
    ['consentementRgpd', 'consentementDate', 'consentementSource'],
    ['emails'],
    ['telephones'],
    ['adresses'],
    ['csp', 'niveauFormation', 'canalPrescription'],
    ['th', 'rsa', 'qualificationQpv'],
    ['situations', 'projets'],
    ['parcours', 'participations'],
    ['ficheTest', 'inactif'],
  ],
  champs: {
    ...CALCULES,
    ...TELEPHONE,
    emailReference: ['E-mail', 'L’e-mail de référence, sinon le premier.'],
    civilite: ['Civilité'],
    nom: ['Nom'],
    prenom: ['Prénom'],
    dateNaissance: ['Date de naissance'],
    dateCreationProfil: ['Date de création du profil'],
    statutPersonne: ['Statut de la personne'],
    csp: ['CSP', 'Catégorie socioprofessionnelle (INSEE, niveau 1).'],
    niveauFormation: ['Niveau de formation'],
    th: ['TH', 'Travailleur handicapé. Donnée sensible : jamais dans les exports ni les messages.'],
    rsa: ['RSA', 'Bénéficiaire du RSA. Donnée sensible : jamais dans les exports ni les messages.'],
    qualificationQpv: ['Qualification QPV'],
    referent: ['Référent'],
    antenne: ['Antenne'],
    canalPrescription: ['Canal de prescription'],
    entrepriseAccompagnee: ['Entreprise accompagnée', 'Celle que la personne a créée ou reprise.'],
    moyenContact: [
      'Moyen de contact privilégié',
      'Préférence indiquée par la personne ; elle n’empêche aucun envoi.',
    ],
    consentementRgpd: [
      'Accord consentement RGPD',
      '« Non » arrête les newsletters et les promotions.',
    ],
    consentementDate: ['Date de l’accord'],
    consentementSource: ['Origine de l’accord', 'Formulaire signé, site internet, téléphone…'],
    accepteSms: [
      'Accepte d’être contacté par SMS',
      'Nécessaire pour les SMS, avec la coche du numéro.',
    ],
    ficheTest: [
      'Fiche test',
      'Reçoit les envois de test ; comptée dans aucune statistique ni aucun « Tout cocher ».',
    ],
    inactif: ['Inactif', 'Une fiche inactive ne reçoit aucun envoi.'],
    emails: ['E-mail(s)'],
    telephones: ['Numéro(s) de téléphone'],
    adresses: ['Adresse(s)'],
    situations: ['Situations'],
    projets: ['Projets'],
    parcours: ['Parcours'],
    participations: [
      'Participations aux actions',
      'Pour l’inscrire à une action : « Créer une fiche liée », puis choisissez l’action.',
    ],
  },
};

const SITUATION: Vue = {
  uid: 'api::situation.situation',
  tri: ['date', 'DESC'],
  liste: ['date', 'statutEmploi', 'entrepreneur'],
  formulaire: [['entrepreneur'], ['date', 'statutEmploi']],
  champs: {
    ...CALCULES,
    date: ['Date de situation'],
    statutEmploi: ['Statut dans l’emploi'],
    entrepreneur: ['Entrepreneur'],
  },
};

const PROJET: Vue = {
  uid: 'api::projet.projet',
  tri: ['nom', 'ASC'],
  liste: ['nom', 'etat', 'secteurActivite', 'entrepreneur'],
  formulaire: [
    ['nom', 'entrepreneur'],
    ['etat', 'secteurActivite'],
  ],
  champs: {
    ...CALCULES,
    nom: ['Nom du projet'],
    etat: ['État du projet'],
    secteurActivite: ['Secteur d’activité'],
    entrepreneur: ['Entrepreneur'],
  },
};

const PARCOURS: Vue = {
  uid: 'api::parcours.parcours',
  tri: ['dateDebut', 'DESC'],
  liste: ['entrepreneur', 'ods', 'etape', 'dateDebut', 'dateFin'],
  formulaire: [
    ['entrepreneur', 'ods'],
    ['etape', 'ressource'],
    ['dateDebut', 'dateFin'],
  ],
  champs: {
    ...CALCULES,
    entrepreneur: ['Entrepreneur'],
    ods: ['ODS', 'Offre de service.'],
    etape: ['Étape'],
    ressource: ['Ressource'],
    dateDebut: ['Date début ODS'],
    dateFin: ['Date fin ODS'],
  },
};

/** Guide §3: the fiche Entrepreneur and the records it holds. */
export const ENTREPRENEURS: readonly Vue[] = [ENTREPRENEUR, SITUATION, PROJET, PARCOURS];
