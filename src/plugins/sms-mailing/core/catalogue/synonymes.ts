import type { EntreeCatalogue } from '../catalogue-signets';
import type { CleDonnee, ThemeSignet } from './donnees';

/** What people type to find a theme. */
const PAR_THEME: Readonly<Partial<Record<ThemeSignet, string>>> = {
  Action: 'rdv rendez-vous atelier convocation réunion',
  Site: 'rdv rendez-vous lieu adresse endroit où salle',
  Intervenant: 'animateur conseiller formateur',
  Référent: 'conseiller accompagnateur',
  Antenne: 'agence bureau',
  Entreprise: 'société structure partenaire',
};

/** What they type to find one signet. */
const PAR_DONNEE: Readonly<Partial<Record<CleDonnee, string>>> = {
  'personne.civilite': 'monsieur madame titre politesse',
  'personne.nom': 'nom de famille patronyme',
  'personne.prenom': 'petit nom',
  'personne.email': 'e-mail mail courriel mél adresse électronique',
  'personne.telephone': 'portable mobile numéro gsm sms',
  'personne.date_naissance': 'anniversaire âge né née',
  'personne.csp': 'catégorie socioprofessionnelle métier profession',
  'personne.adresse_ville': 'commune',
  'personne.adresse_code_postal': 'cp',
  'action.date': 'jour quand',
  'action.heure_debut': 'horaire quand',
  'action.heure_fin': 'horaire',
  'action.lien_visio': 'visioconférence zoom teams meet connexion',
  'action.lien_confirmation':
    'confirmer confirmation présence répondre réponse venir viendra annuler désister empêchement bouton',
  'action.capacite': 'places capacité',
  'participation.place_limite':
    'place libérée proposition proposer délai limite échéance jusqu’à avant liste d’attente',
  'referent.telephone': 'portable mobile numéro',
  'animateur.telephone': 'portable mobile numéro',
  'referent.email': 'mail courriel',
  'animateur.email': 'mail courriel',
  'site.code_postal': 'cp',
  'site.ville': 'commune',
};

export function synonymesOf({ donnee, theme }: EntreeCatalogue): string {
  return `${PAR_DONNEE[donnee] ?? ''} ${PAR_THEME[theme] ?? ''}`;
}
