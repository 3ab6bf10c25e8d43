import { PERMISSIONS, type Permission } from '../../../core/permissions';

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
  'fiches.consulter-agenda',
  'fiches.consulter-historique',
  'fiches.envoyer-depuis-action',
  'fiches.envoyer-depuis-entrepreneur',
  'modeles.consulter-modeles',
];

const SPECIFIQUE: readonly Permission[] = [
  ...FICHES,
  'fiches.envoyer-maintenant',
  'fiches.consulter-th-rsa',
  'modeles.creer-modele',
  'modeles.supprimer-modele',
  'envois-automatiques.consulter-envois-automatiques',
  'envois-automatiques.gerer-envois-automatiques',
  'campagnes.consulter-campagnes',
  'campagnes.programmer-campagne',
  'packages.consulter-packages',
  'envois.consulter-soiree',
  'envois.suspendre-soiree',
  'envois.retirer-soiree',
  'oppositions.consulter-oppositions',
  'oppositions.gerer-oppositions',
  'parametres.consulter-pret',
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
  /** Decision G5: the others make a fiche inactive. */
  supprime: boolean;
  /** Fields that the profil reads without writing them, by content type. */
  reserves: Readonly<Record<string, readonly string[]>>;
}

/** Decision G5: who is followed by whom, where, and who is a fiche test, are not a Conseiller's to say. */
const RESERVES_CONSEILLER = {
  'api::entrepreneur.entrepreneur': ['ficheTest', 'antenne', 'referent'],
  'api::action.action': ['antenne'],
};

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
    supprime: true,
    reserves: {},
  },
  {
    code: 'sms-profil-specifique',
    nom: 'Profil spécifique',
    description: 'Paramètre les modèles, les campagnes et les envois automatiques.',
    permissions: SPECIFIQUE,
    edite: uids([...CRM, ...CONTACTS]),
    lit: uids(REFERENCES),
    utilisateurs: false,
    supprime: false,
    reserves: {},
  },
  {
    code: 'sms-conseiller',
    nom: 'Conseiller',
    description: 'Suit les entrepreneurs et leurs actions, envoie depuis les fiches.',
    permissions: FICHES,
    edite: uids(CRM),
    lit: uids([...CONTACTS, ...REFERENCES]),
    utilisateurs: false,
    supprime: false,
    reserves: RESERVES_CONSEILLER,
  },
];
