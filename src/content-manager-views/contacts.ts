import { CALCULES, TELEPHONE, type Champ, type Vue } from './vue';

const IDENTITE: Readonly<Record<string, Champ>> = {
  civilite: ['Civilité'],
  nom: ['Nom'],
  prenom: ['Prénom'],
  fonction: ['Fonction'],
  courrielPro: ['Courriel pro', 'Doit être renseigné pour recevoir des e-mails.'],
  accepteCourriel: ['Accepte d’être contacté avec cet e-mail'],
  etatCourriel: ['État du courriel', 'Calculé à l’enregistrement.'],
  empreinteCourriel: ['Empreinte du courriel', 'Calculée à l’enregistrement.'],
  calculeSelon: ['Règle du calcul', 'Calculée à l’enregistrement.'],
  ...CALCULES,
  ...TELEPHONE,
  accepteSms: [
    'Accepte d’être contacté par SMS',
    'Nécessaire pour les SMS, avec la coche du numéro.',
  ],
  telephones: ['Numéro(s) de téléphone'],
  inactif: ['Inactif', 'Une fiche inactive ne reçoit aucun envoi.'],
};

const CONTACT_INDIVIDUEL: Vue = {
  uid: 'api::contact-individuel.contact-individuel',
  tri: ['nom', 'ASC'],
  liste: ['nom', 'prenom', 'fonction', 'ville', 'courrielPro', 'telephonePrincipal', 'inactif'],
  formulaire: [
    ['civilite', 'nom', 'prenom'],
    ['fonction', 'ville', 'courrielPro'],
    ['accepteCourriel', 'accepteSms', 'inactif'],
    ['telephones'],
    ['antenne', 'referent'],
  ],
  champs: { ...IDENTITE, ville: ['Ville'], antenne: ['Antenne'], referent: ['Référent'] },
};

const ENTREPRISE_PARTENAIRE: Vue = {
  uid: 'api::entreprise-partenaire.entreprise-partenaire',
  tri: ['raisonSociale', 'ASC'],
  liste: ['raisonSociale', 'typePartenaire', 'secteurActivite', 'antenne', 'referent', 'inactif'],
  formulaire: [
    ['raisonSociale', 'siret'],
    ['typePartenaire', 'secteurActivite'],
    ['antenne', 'referent'],
    ['contacts', 'inactif'],
    ['adresses'],
  ],
  champs: {
    ...CALCULES,
    raisonSociale: ['Raison sociale'],
    siret: ['SIRET', '14 chiffres.'],
    typePartenaire: ['Type de partenaire'],
    secteurActivite: ['Secteur d’activité'],
    adresses: ['Adresse(s)'],
    antenne: ['Antenne'],
    referent: ['Référent de l’association'],
    inactif: ['Inactif', 'Une entreprise inactive ne reçoit aucun envoi.'],
    contacts: ['Contacts', 'Les envois vont au contact référent de l’entreprise.'],
  },
};

const CONTACT_PARTENAIRE: Vue = {
  uid: 'api::contact-partenaire.contact-partenaire',
  tri: ['nom', 'ASC'],
  liste: [
    'nom',
    'prenom',
    'fonction',
    'entreprise',
    'courrielPro',
    'telephonePrincipal',
    'estReferent',
  ],
  formulaire: [
    ['entreprise', 'fonction'],
    ['civilite', 'nom', 'prenom'],
    ['courrielPro', 'accepteCourriel'],
    ['accepteSms', 'inactif'],
    ['telephones'],
    ['estReferent', 'estPrincipal'],
  ],
  champs: {
    ...IDENTITE,
    entreprise: ['Entreprise partenaire'],
    estReferent: ['Contact référent', 'Reçoit les e-mails et les SMS de l’entreprise.'],
    estPrincipal: [
      'Contact principal',
      'Choisi parmi les référents quand l’entreprise en a plusieurs.',
    ],
  },
};

/** Guide §2.d: the other two kinds of destinataire. */
export const CONTACTS: readonly Vue[] = [
  CONTACT_INDIVIDUEL,
  ENTREPRISE_PARTENAIRE,
  CONTACT_PARTENAIRE,
];
