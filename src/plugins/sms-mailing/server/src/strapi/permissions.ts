/** Every right of the module, on one page (guide §4). Strapi wants lowercase, dots and hyphens (strapi.md §D). */
export const PERMISSIONS = {
  'modeles.consulter-modeles': 'Consulter les modèles',
  'modeles.creer-modele': 'Créer et modifier les modèles',
  'modeles.supprimer-modele': 'Supprimer les modèles',
  'envois-automatiques.consulter-envois-automatiques': 'Consulter les envois automatiques',
  'envois-automatiques.gerer-envois-automatiques': 'Créer et modifier les envois automatiques',
  'envois-automatiques.executer-envoi-automatique': 'Exécuter un envoi automatique maintenant',
  'campagnes.consulter-campagnes': 'Consulter les campagnes',
  'campagnes.programmer-campagne': 'Programmer et annuler une campagne',
  'fiches.consulter-historique': 'Consulter l’historique des fiches',
  'fiches.envoyer-depuis-action': 'Envoyer depuis la fiche Action',
  'fiches.envoyer-depuis-entrepreneur': 'Envoyer depuis la fiche Entrepreneur',
  'packages.consulter-packages': 'Consulter les packages SMS',
  'packages.gerer-packages': 'Gérer les packages SMS',
  'envois.executer-soiree': 'Exécuter l’envoi du soir maintenant',
  'envois.trancher-incertains': 'Décider des envois incertains',
  'parametres.gerer-parametres': 'Gérer les paramètres',
} as const;

export type Permission = keyof typeof PERMISSIONS;

export const PREFIXE = 'plugin::sms-mailing.';

/** Registered in the plugin's bootstrap, before the application loads. */
export function listActions(): Record<string, string>[] {
  return Object.entries(PERMISSIONS).map(([uid, displayName]) => ({
    section: 'plugins',
    pluginName: 'sms-mailing',
    subCategory: uid.slice(0, uid.indexOf('.')),
    displayName,
    uid,
  }));
}

const FICHES: readonly Permission[] = [
  'fiches.consulter-historique',
  'fiches.envoyer-depuis-action',
  'fiches.envoyer-depuis-entrepreneur',
  'modeles.consulter-modeles',
];

const SPECIFIQUE: readonly Permission[] = [
  ...FICHES,
  'modeles.creer-modele',
  'modeles.supprimer-modele',
  'envois-automatiques.consulter-envois-automatiques',
  'envois-automatiques.gerer-envois-automatiques',
  'campagnes.consulter-campagnes',
  'campagnes.programmer-campagne',
  'packages.consulter-packages',
];

const CRM = ['entrepreneur', 'action', 'participation', 'situation', 'projet', 'parcours'];
const CONTACTS = ['contact-individuel', 'contact-partenaire', 'entreprise-partenaire'];
const REFERENCES = [
  'antenne',
  'equipe',
  'intervenant',
  'ods',
  'etape',
  'ressource',
  'type-action',
  'site',
];

const uids = (noms: readonly string[]): string[] => noms.map((nom) => `api::${nom}.${nom}`);

export interface Profil {
  code: string;
  nom: string;
  description: string;
  permissions: readonly Permission[];
  /** Content types of the CRM: those the profil edits, those it may only read. */
  edite: readonly string[];
  lit: readonly string[];
  utilisateurs: boolean;
}

/** Guide §4, the matrix of the three profils (decision F22). */
export const PROFILS: readonly Profil[] = [
  {
    code: 'sms-administrateur',
    nom: 'Administrateur',
    description: 'Tous les droits du module, le CRM, les utilisateurs et les profils.',
    permissions: Object.keys(PERMISSIONS) as Permission[],
    edite: uids([...CRM, ...CONTACTS, ...REFERENCES]),
    lit: [],
    utilisateurs: true,
  },
  {
    code: 'sms-profil-specifique',
    nom: 'Profil spécifique',
    description: 'Paramètre les modèles, les campagnes et les envois automatiques.',
    permissions: SPECIFIQUE,
    edite: uids([...CRM, ...CONTACTS]),
    lit: uids(REFERENCES),
    utilisateurs: false,
  },
  {
    code: 'sms-conseiller',
    nom: 'Conseiller',
    description: 'Suit les entrepreneurs et leurs actions, envoie depuis les fiches.',
    permissions: FICHES,
    edite: uids(CRM),
    lit: uids([...CONTACTS, ...REFERENCES]),
    utilisateurs: false,
  },
];
