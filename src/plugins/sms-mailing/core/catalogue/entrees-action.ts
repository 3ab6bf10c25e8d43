import type { CleDonnee, NatureDonnee, ThemeSignet } from './donnees';

/** A donnee of the action, common to all its participants unless `parParticipant` (guide §2.c, 2/3). */
export interface DonneeAction {
  readonly chemin: string;
  readonly donnee: CleDonnee;
  readonly libelle: string;
  readonly exempleBrut: string;
  readonly theme: ThemeSignet;
  readonly nature: NatureDonnee;
  readonly obligatoire: boolean;
  readonly parParticipant: boolean;
}

type Ligne = readonly [
  chemin: string,
  donnee: CleDonnee,
  libelle: string,
  exempleBrut: string,
  nature?: NatureDonnee,
];

/**
 * Decision F2: when, where, by which link; an answer is not asked for without the link to give it, nor a place proposed
 * to who has none to take.
 */
const OBLIGATOIRES: readonly CleDonnee[] = [
  'action.date',
  'action.lien_visio',
  'action.lien_confirmation',
  'participation.place_limite',
  'site.nom',
  'site.ville',
];

const ACTION: readonly Ligne[] = [
  ['action_objet', 'action.objet', 'Objet de l’action', 'Atelier « Cartes en main »'],
  ['action_nature', 'action.nature', 'Nature de l’action', 'Collective'],
  ['action_type', 'action.type', 'Type d’action', 'Atelier'],
  ['action_date', 'action.date', 'Date et heure de l’action', '2022-03-05T09:30', 'dateheure'],
  ['action_heure_debut', 'action.heure_debut', 'Heure de début', '09:30', 'heure'],
  ['action_heure_fin', 'action.heure_fin', 'Heure de fin', '10:30', 'heure'],
  ['action_ods', 'action.ods', 'Offre de service de l’action', 'Activ’Créa lot 1'],
  ['action_etape', 'action.etape', 'Étape de l’action', 'Atelier « Cartes en main »'],
  ['action_etape_referentiel', 'action.etape_referentiel', 'Étape du référentiel', 'Emergence'],
  ['action_ressource', 'action.ressource', 'Ressource de l’action', 'Activ Créa 2021-2023'],
  ['action_phase_metier', 'action.phase_metier', 'Phase métier', 'Emergence'],
  ['action_mode_intervention', 'action.mode_intervention', 'Mode d’intervention', 'Présentiel BGE'],
  [
    'action_lien_visio',
    'action.lien_visio',
    'Lien visio',
    'https://visio.exemple.fr/cartes-en-main',
  ],
  // Its value is a token, that rendering completes with the address of the base.
  [
    'action_lien_confirmation',
    'action.lien_confirmation',
    'Lien « Je confirme / Je ne pourrai pas venir »',
    'https://rdv.exemple.fr/api/c/7f3exempleexempl',
  ],
  ['action_capacite', 'action.capacite', 'Nombre de places', '10', 'nombre'],
  ['action_antenne', 'action.antenne', 'Antenne de l’action', 'Arrageois-Ternois'],
];

const SITE: readonly Ligne[] = [
  ['action_site/site_nom', 'site.nom', 'Lieu de l’action', 'BGE Armentières'],
  ['action_site/site_adresse_rue', 'site.adresse', 'Rue du lieu', '5 rue de Lille'],
  [
    'action_site/site_adresse_complement',
    'site.complement',
    'Complément d’adresse du lieu',
    '2e étage',
  ],
  ['action_site/site_adresse_code_postal', 'site.code_postal', 'Code postal du lieu', '59280'],
  ['action_site/site_adresse_ville', 'site.ville', 'Ville du lieu', 'Armentières'],
];

const ANIMATEUR: readonly Ligne[] = [
  ['personne_civilite', 'animateur.civilite', 'Civilité de l’intervenant', 'Madame'],
  ['personne_nom', 'animateur.nom', 'Nom de l’intervenant', 'MARTIN'],
  ['personne_prenom', 'animateur.prenom', 'Prénom de l’intervenant', 'Claire'],
  ['personne_email', 'animateur.email', 'E-mail de l’intervenant', 'claire.martin@exemple.fr'],
  ['personne_telephone', 'animateur.telephone', 'Téléphone de l’intervenant', '03 20 00 00 00'],
];

const PARTICIPATION: readonly Ligne[] = [
  ['participation_statut', 'participation.statut', 'Statut de l’inscription', 'Inscrit'],
  ['participation_presence', 'participation.presence', 'Présence à l’action', 'Non saisie'],
  ['participation_confirme', 'participation.confirme', 'Rendez-vous confirmé', 'Oui'],
  [
    'participation_place_limite',
    'participation.place_limite',
    'Place proposée : à prendre jusqu’à quand',
    '2022-03-04T15:00',
    'dateheure',
  ],
];

export const DONNEES_ACTION: readonly DonneeAction[] = [
  ...expand('Action', '', ACTION),
  ...expand('Site', '', SITE),
  ...expand('Intervenant', 'action_animateur_intervenant/', ANIMATEUR),
  ...expand('Action', 'action_participation/', PARTICIPATION),
];

function expand(theme: ThemeSignet, racine: string, lignes: readonly Ligne[]): DonneeAction[] {
  return lignes.map(([chemin, donnee, libelle, exempleBrut, nature = 'texte']) => ({
    chemin: `${racine}${chemin}`,
    donnee,
    libelle,
    exempleBrut,
    theme,
    nature,
    obligatoire: OBLIGATOIRES.includes(donnee),
    parParticipant: lignes === PARTICIPATION,
  }));
}
