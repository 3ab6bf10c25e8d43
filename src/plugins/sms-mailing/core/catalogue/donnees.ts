import type { TypeDestinataire } from '../vocabulaire';

/** What SQL knows how to read. TH, RSA and QPV stay out: a message never carries them. */
export const DONNEES = [
  'personne.civilite',
  'personne.nom',
  'personne.prenom',
  'personne.date_naissance',
  'personne.date_creation_profil',
  'personne.statut',
  'personne.csp',
  'personne.niveau_formation',
  'personne.fonction',
  'personne.email',
  'personne.telephone',
  'personne.adresse_rue',
  'personne.adresse_complement',
  'personne.adresse_code_postal',
  'personne.adresse_ville',
  'personne.territoire',
  'personne.canal_prescription',
  'personne.moyen_contact',
  'situation.date',
  'situation.statut_emploi',
  'projet.nom',
  'projet.etat',
  'projet.secteur',
  'parcours.ods',
  'parcours.etape',
  'parcours.ressource',
  'parcours.date_debut',
  'parcours.date_fin',
  'referent.civilite',
  'referent.nom',
  'referent.prenom',
  'referent.email',
  'referent.telephone',
  'antenne.nom',
  'equipe.nom',
  'action.objet',
  'action.nature',
  'action.type',
  'action.date',
  'action.heure_debut',
  'action.heure_fin',
  'action.ods',
  'action.etape',
  'action.etape_referentiel',
  'action.ressource',
  'action.phase_metier',
  'action.mode_intervention',
  'action.lien_visio',
  'action.lien_confirmation',
  'action.capacite',
  'action.antenne',
  'site.nom',
  'site.adresse',
  'site.complement',
  'site.code_postal',
  'site.ville',
  'animateur.civilite',
  'animateur.nom',
  'animateur.prenom',
  'animateur.email',
  'animateur.telephone',
  'participation.statut',
  'participation.presence',
  'participation.confirme',
  'participation.place_limite',
  'entreprise.raison_sociale',
  'entreprise.siret',
  'entreprise.adresse_rue',
  'entreprise.adresse_code_postal',
  'entreprise.adresse_ville',
] as const;

export type CleDonnee = (typeof DONNEES)[number];

export type NatureDonnee = 'texte' | 'date' | 'dateheure' | 'heure' | 'nombre';

export type ThemeSignet =
  | 'Personne'
  | 'Coordonnées'
  | 'Situation'
  | 'Projet'
  | 'Parcours'
  | 'Référent'
  | 'Antenne'
  | 'Action'
  | 'Site'
  | 'Intervenant'
  | 'Entreprise';

/** Decision A7: who a signet has a meaning for. */
export const TOUS: readonly TypeDestinataire[] = [
  'entrepreneur',
  'contact_individuel',
  'entreprise_partenaire',
];
export const ENTREPRENEUR: readonly TypeDestinataire[] = ['entrepreneur'];
