import { CHOIX_FILTRES, type RelationFiltre } from './filtres-campagne';
import { LIBELLES_FILTRES, type CleFiltre } from './phrases-filtres';
import type { TypeDestinataire } from './vocabulaire';

export type GroupeFiltre = 'Personne' | 'Situation' | 'Projet' | 'Parcours' | 'Action' | 'Messages';

/** How one filter is filled in. */
export type DescriptionFiltre = {
  cle: CleFiltre;
  libelle: string;
  groupe: GroupeFiltre;
  /** In sight at once; the others open on demand. */
  commun: boolean;
} & (
  | { genre: 'choix'; choix: readonly string[] }
  | { genre: 'relation'; relation: RelationFiltre }
  | { genre: 'periode' }
  | { genre: 'texte' }
  | { genre: 'date_action' }
);

type CleChoix = keyof typeof CHOIX_FILTRES;

/** Screen words of guide §7.b where they are not those of the recap. */
const A_L_ECRAN: Partial<Record<CleFiltre, string>> = {
  ods: 'ODS',
  referent: 'Référent entrepreneur',
  dateNaissance: 'Date de naissance (incluses)',
  dateSituation: 'Date de situation (incluses)',
  recherche: 'Nom, e-mail ou téléphone',
};

function describe(cle: CleFiltre, groupe: GroupeFiltre, commun: boolean) {
  return { cle, groupe, commun, libelle: A_L_ECRAN[cle] ?? LIBELLES_FILTRES[cle] };
}

const choix = (cle: CleChoix, groupe: GroupeFiltre, commun = false): DescriptionFiltre => ({
  ...describe(cle, groupe, commun),
  genre: 'choix',
  choix: CHOIX_FILTRES[cle],
});

const relation = (
  cle: RelationFiltre,
  groupe: GroupeFiltre,
  commun = false
): DescriptionFiltre => ({ ...describe(cle, groupe, commun), genre: 'relation', relation: cle });

const libre = (
  genre: 'periode' | 'texte' | 'date_action',
  cle: CleFiltre,
  groupe: GroupeFiltre,
  commun = false
): DescriptionFiltre => ({ ...describe(cle, groupe, commun), genre });

const MESSAGES = [
  relation('nonRecuModele', 'Messages', true),
  relation('recuCampagne', 'Messages'),
];

/** Guide §7.b, by group; in each, the order of the guide. */
const ENTREPRENEUR: readonly DescriptionFiltre[] = [
  libre('texte', 'recherche', 'Personne', true),
  libre('periode', 'dateCreationProfil', 'Personne'),
  libre('periode', 'dateNaissance', 'Personne'),
  choix('statutPersonne', 'Personne', true),
  choix('csp', 'Personne'),
  choix('niveauFormation', 'Personne'),
  choix('th', 'Personne'),
  choix('rsa', 'Personne'),
  choix('qualificationQpv', 'Personne'),
  relation('referent', 'Personne', true),
  relation('antenne', 'Personne', true),
  libre('texte', 'ville', 'Personne', true),
  choix('canalPrescription', 'Personne'),
  choix('moyenContact', 'Personne'),
  libre('periode', 'dateSituation', 'Situation'),
  choix('statutEmploi', 'Situation', true),
  choix('etatProjet', 'Projet', true),
  choix('secteurActivite', 'Projet'),
  relation('ods', 'Parcours', true),
  relation('etape', 'Parcours', true),
  relation('ressource', 'Parcours'),
  libre('periode', 'dateDebutOds', 'Parcours', true),
  libre('periode', 'dateFinOds', 'Parcours', true),
  relation('typeAction', 'Action', true),
  relation('lieuAction', 'Action'),
  libre('date_action', 'dateAction', 'Action', true),
  relation('sansTypeAction', 'Action'),
  ...MESSAGES,
];

const CONTACT: readonly DescriptionFiltre[] = [
  libre('texte', 'recherche', 'Personne', true),
  libre('texte', 'fonction', 'Personne', true),
  relation('antenne', 'Personne', true),
  { ...relation('referent', 'Personne', true), libelle: LIBELLES_FILTRES.referent },
  libre('texte', 'ville', 'Personne', true),
  ...MESSAGES,
];

const PARTENAIRE: readonly DescriptionFiltre[] = [
  libre('texte', 'raisonSociale', 'Personne', true),
  libre('texte', 'recherche', 'Personne', true),
  choix('typePartenaire', 'Personne', true),
  choix('secteurActivite', 'Personne', true),
  libre('texte', 'fonction', 'Personne', true),
  relation('antenne', 'Personne', true),
  { ...relation('referent', 'Personne', true), libelle: LIBELLES_FILTRES.referent },
  libre('texte', 'ville', 'Personne', true),
  ...MESSAGES,
];

/** What the page of the filters draws, for each kind of destinataires. */
export const DESCRIPTIONS_FILTRES: Readonly<
  Record<TypeDestinataire, readonly DescriptionFiltre[]>
> = {
  entrepreneur: ENTREPRENEUR,
  contact_individuel: CONTACT,
  entreprise_partenaire: PARTENAIRE,
};
