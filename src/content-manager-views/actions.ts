import { CALCULES, type Vue } from './vue';

const ACTION: Vue = {
  uid: 'api::action.action',
  tri: ['date', 'DESC'],
  liste: ['date', 'heureDebut', 'heureFin', 'objet', 'site', 'animateur', 'statut'],
  formulaire: [
    ['nature', 'typeAction'],
    ['date', 'heureDebut', 'heureFin'],
    ['ods', 'etape'],
    ['objet', 'ressource'],
    ['phaseMetier', 'modeIntervention'],
    ['site', 'lienVisio'],
    ['animateur', 'intervenants'],
    ['etapeReferentiel', 'antenne'],
    ['capacite', 'surbooking', 'statut'],
    ['participations'],
  ],
  champs: {
    ...CALCULES,
    objet: ['Objet'],
    nature: ['Nature de l’action'],
    typeAction: ['Type d’action'],
    date: ['Date', 'Les envois automatiques comptent leurs jours à partir de cette date.'],
    heureDebut: ['Heure de début', 'À l’heure locale de l’association.'],
    heureFin: ['Heure de fin', 'À l’heure locale de l’association.'],
    ods: ['Offre de service (ODS)'],
    etape: ['Étape'],
    etapeReferentiel: ['Étape du référentiel'],
    ressource: ['Ressource par défaut'],
    phaseMetier: ['Phase métier'],
    modeIntervention: ['Mode d’intervention'],
    lienVisio: ['Lien visio', 'Adresse complète, commençant par https://.'],
    site: ['Lieu d’action'],
    animateur: ['Animateur', 'L’intervenant nommé dans les messages.'],
    intervenants: ['Autres intervenants'],
    antenne: ['Antenne'],
    capacite: ['Capacité', 'Nombre de places.'],
    surbooking: ['Surbooking', 'Places acceptées au-delà de la capacité.'],
    statut: ['Statut', 'Une action annulée n’envoie plus rien automatiquement.'],
    participations: [
      'Participants',
      'Pour inscrire une personne : « Créer une fiche liée », puis choisissez-la.',
    ],
  },
};

const PARTICIPATION: Vue = {
  uid: 'api::participation.participation',
  tri: ['createdAt', 'DESC'],
  liste: ['entrepreneur', 'action', 'statut', 'confirme', 'presence'],
  formulaire: [
    ['entrepreneur', 'action'],
    ['statut', 'presence'],
    ['confirme', 'confirmeSource', 'confirmeLe'],
  ],
  champs: {
    ...CALCULES,
    action: ['Action'],
    entrepreneur: ['Entrepreneur'],
    statut: ['Statut de l’inscription'],
    confirme: ['Confirmé', 'La personne a dit si elle viendra. Vide : sans réponse.'],
    confirmeSource: ['Réponse reçue par'],
    confirmeLe: ['Réponse du', 'Écrit à chaque réponse.'],
    presence: ['Présence', 'À saisir après l’action.'],
  },
};

/** Guide §3 and §6: the fiche Action and its participants. */
export const ACTIONS: readonly Vue[] = [ACTION, PARTICIPATION];
