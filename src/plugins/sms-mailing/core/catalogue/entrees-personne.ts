import type { TypeDestinataire } from '../vocabulaire';
import type { CleDonnee, NatureDonnee, ThemeSignet } from './donnees';
import { ENTREPRENEUR, TOUS } from './donnees';

/** A donnee of the destinataire, with its path for each déclencheur (guide §2.b); null: not by an action. */
export interface DonneePersonne {
  readonly chemin: string;
  readonly cheminAction: string | null;
  readonly donnee: CleDonnee;
  readonly libelle: string;
  readonly exempleBrut: string;
  readonly theme: ThemeSignet;
  readonly nature: NatureDonnee;
  readonly destinataires: readonly TypeDestinataire[];
}

interface Famille {
  /** 'personne' gives `personne/…` and `action_beneficiaire_personne/…`. */
  readonly famille: string;
  readonly theme: ThemeSignet;
  readonly destinataires: readonly TypeDestinataire[];
}

type Ligne = readonly [
  champ: string,
  donnee: CleDonnee,
  libelle: string,
  exempleBrut: string,
  nature?: NatureDonnee,
];

const IDENTITE = { famille: 'personne', theme: 'Personne', destinataires: TOUS } as const;
const PROFIL = { famille: 'personne', theme: 'Personne', destinataires: ENTREPRENEUR } as const;
const CONTACT = { famille: 'personne', theme: 'Coordonnées', destinataires: TOUS } as const;
const ADRESSE = { famille: 'personne', theme: 'Coordonnées', destinataires: ENTREPRENEUR } as const;
const SITUATION = {
  famille: 'situation',
  theme: 'Situation',
  destinataires: ENTREPRENEUR,
} as const;
const PROJET = { famille: 'projet', theme: 'Projet', destinataires: ENTREPRENEUR } as const;
const PARCOURS = { famille: 'parcours', theme: 'Parcours', destinataires: ENTREPRENEUR } as const;
const REFERENT = { famille: 'referent', theme: 'Référent', destinataires: TOUS } as const;
const ENTREPRISE: readonly TypeDestinataire[] = ['entreprise_partenaire'];

const PROFESSIONNELS: readonly TypeDestinataire[] = ['contact_individuel', 'entreprise_partenaire'];

export const DONNEES_PERSONNE: readonly DonneePersonne[] = [
  ...expand(IDENTITE, [
    ['personne_civilite', 'personne.civilite', 'Civilité', 'Monsieur'],
    ['personne_nom', 'personne.nom', 'Nom', 'PALMER'],
    ['personne_prenom', 'personne.prenom', 'Prénom', 'Jack'],
  ]),
  ...expand(PROFIL, [
    [
      'personne_date_naissance',
      'personne.date_naissance',
      'Date de naissance',
      '1984-07-14',
      'date',
    ],
    [
      'personne_date_creation_profil',
      'personne.date_creation_profil',
      'Date de création du profil',
      '2021-09-01',
      'date',
    ],
    ['personne_statut', 'personne.statut', 'Statut de la personne', 'Porteur de projet'],
    ['personne_csp', 'personne.csp', 'Catégorie socioprofessionnelle', 'Employés'],
    ['personne_niveau_formation', 'personne.niveau_formation', 'Niveau de formation', 'Bac +2'],
    [
      'personne_canal_prescription',
      'personne.canal_prescription',
      'Canal de prescription',
      'France Travail',
    ],
  ]),
  direct('personne/personne_fonction', null, {
    donnee: 'personne.fonction',
    libelle: 'Fonction du contact',
    exempleBrut: 'Responsable de l’agence',
    theme: 'Personne',
    destinataires: PROFESSIONNELS,
  }),
  ...expand(CONTACT, [
    ['personne_email', 'personne.email', 'E-mail', 'jack.palmer@exemple.fr'],
    ['personne_telephone', 'personne.telephone', 'Téléphone principal', '06 12 34 56 78'],
  ]),
  ...expand(ADRESSE, [
    ['personne_moyen_contact', 'personne.moyen_contact', 'Moyen de contact privilégié', 'E-mail'],
    ['personne_adresse_rue', 'personne.adresse_rue', 'Rue', '168 rue Raymond Losserand'],
    [
      'personne_adresse_complement',
      'personne.adresse_complement',
      'Complément d’adresse',
      'Bâtiment B',
    ],
    ['personne_adresse_code_postal', 'personne.adresse_code_postal', 'Code postal', '75014'],
    ['personne_adresse_ville', 'personne.adresse_ville', 'Ville', 'Paris'],
    ['personne_territoire', 'personne.territoire', 'Territoire', 'Paris 14e Arrondissement'],
  ]),
  ...expand(SITUATION, [
    ['situation_date', 'situation.date', 'Date de la dernière situation', '2021-06-15', 'date'],
    ['situation_statut_emploi', 'situation.statut_emploi', 'Statut dans l’emploi', 'Salarié'],
  ]),
  ...expand(PROJET, [
    ['projet_nom', 'projet.nom', 'Nom du projet', 'Atelier de céramique'],
    ['projet_etat', 'projet.etat', 'État du projet', 'En montage'],
    ['projet_secteur', 'projet.secteur', 'Secteur d’activité', 'Artisanat'],
  ]),
  ...expand(PARCOURS, [
    ['parcours_ods', 'parcours.ods', 'Offre de service du parcours', 'Activ’Créa lot 1'],
    ['parcours_etape', 'parcours.etape', 'Étape du parcours', 'Diag RDV 1'],
    ['parcours_ressource', 'parcours.ressource', 'Ressource du parcours', 'Activ Créa 2021-2023'],
    ['parcours_date_debut', 'parcours.date_debut', 'Date de début de l’ODS', '2022-01-01', 'date'],
    ['parcours_date_fin', 'parcours.date_fin', 'Date de fin de l’ODS', '2022-01-31', 'date'],
  ]),
  ...expand(REFERENT, [
    ['personne_civilite', 'referent.civilite', 'Civilité du référent', 'Monsieur'],
    ['personne_nom', 'referent.nom', 'Nom du référent', 'ACCÈS'],
    ['personne_prenom', 'referent.prenom', 'Prénom du référent', 'Jérôme'],
    ['personne_email', 'referent.email', 'E-mail du référent', 'jerome.acces@exemple.fr'],
    ['personne_telephone', 'referent.telephone', 'Téléphone du référent', '03 21 00 00 00'],
  ]),
  direct('antenne_nom', 'action_beneficiaire_antenne_nom', {
    donnee: 'antenne.nom',
    libelle: 'Antenne du destinataire',
    exempleBrut: 'Arrageois-Ternois',
    theme: 'Antenne',
    destinataires: TOUS,
  }),
  direct('equipe_nom', 'action_beneficiaire_equipe_nom', {
    donnee: 'equipe.nom',
    libelle: 'Équipe du référent',
    exempleBrut: 'Équipe Création',
    theme: 'Référent',
    destinataires: TOUS,
  }),
  ...(
    [
      ['raison_sociale', 'entreprise.raison_sociale', 'Raison sociale', 'Banque des Deux Rives'],
      ['siret', 'entreprise.siret', 'SIRET', '12345678900012'],
      ['adresse_rue', 'entreprise.adresse_rue', 'Rue de l’entreprise', '12 place des Héros'],
      [
        'adresse_code_postal',
        'entreprise.adresse_code_postal',
        'Code postal de l’entreprise',
        '62000',
      ],
      ['adresse_ville', 'entreprise.adresse_ville', 'Ville de l’entreprise', 'Arras'],
    ] as const
  ).map(([champ, donnee, libelle, exempleBrut]) =>
    direct(`entreprise/entreprise_${champ}`, null, {
      donnee,
      libelle,
      exempleBrut,
      theme: 'Entreprise',
      destinataires: ENTREPRISE,
    })
  ),
];

function expand(famille: Famille, lignes: readonly Ligne[]): DonneePersonne[] {
  return lignes.map(([champ, donnee, libelle, exempleBrut, nature = 'texte']) => ({
    chemin: `${famille.famille}/${champ}`,
    cheminAction: `action_beneficiaire_${famille.famille}/${champ}`,
    donnee,
    libelle,
    exempleBrut,
    nature,
    theme: famille.theme,
    destinataires: famille.destinataires,
  }));
}

function direct(
  chemin: string,
  cheminAction: string | null,
  reste: Omit<DonneePersonne, 'chemin' | 'cheminAction' | 'nature'>
): DonneePersonne {
  return { chemin, cheminAction, nature: 'texte', ...reste };
}
