import { z } from 'zod';
import { documentIdSchema } from './identifiant';
import { createJourSchema } from './jour';

/** Guide §7.b: the choices of the CRM's enumerations, in the order of its screens. */
export const CHOIX_FILTRES = {
  statutPersonne: ['Porteur de projet', 'Créateur', 'Repreneur', 'Dirigeant', 'Autre'],
  csp: [
    'Agriculteurs exploitants',
    "Artisans, commerçants et chefs d'entreprise",
    'Cadres et professions intellectuelles supérieures',
    'Professions intermédiaires',
    'Employés',
    'Ouvriers',
    'Retraités',
    'Autres personnes sans activité professionnelle',
  ],
  niveauFormation: ['Sans diplôme', 'CAP BEP', 'Bac', 'Bac +2', 'Bac +3 et 4', 'Bac +5 et plus'],
  th: ['Non renseigné', 'Oui', 'Non'],
  rsa: ['Non renseigné', 'Oui', 'Non'],
  qualificationQpv: ['Non renseigné', 'Oui', 'Non'],
  statutEmploi: [
    "Demandeur d'emploi",
    'Salarié',
    'Indépendant',
    'Étudiant',
    'Retraité',
    'Sans emploi',
    'Autre',
  ],
  etatProjet: ['Idée', 'En étude', 'En montage', 'Créé', 'Abandonné'],
  secteurActivite: [
    'Commerce',
    'Artisanat',
    'Bâtiment',
    'Restauration',
    'Services aux entreprises',
    'Services aux particuliers',
    'Numérique',
    'Agriculture',
    'Culture',
    'Autre',
  ],
  canalPrescription: [
    'France Travail',
    'Mission locale',
    'Cap emploi',
    'Collectivité',
    'Bouche à oreille',
    'Site internet',
    'Partenaire',
    'Autre',
  ],
  typePartenaire: [
    'Banque',
    'Assurance',
    'Expert-comptable',
    'Avocat',
    'Collectivité',
    'Organisme de formation',
    "Réseau d'accompagnement",
    'Association',
    'Entreprise',
    'Autre',
  ],
  moyenContact: ['E-mail', 'Téléphone', 'SMS', 'Courrier'],
} as const;

const dateSchema = createJourSchema('Une date est mal écrite : choisissez-la dans le calendrier.');

const BORNES_INVERSEES = {
  error: 'Le début de la période vient après sa fin : corrigez « du » et « au ».',
};

interface Bornes {
  du?: string | undefined;
  au?: string | undefined;
}

const isOrdonnee = ({ du, au }: Bornes): boolean =>
  du === undefined || au === undefined || du <= au;

/** Both bounds are included, each may be left empty (decision C10). */
const periodeSchema = z
  .strictObject({ du: dateSchema.optional(), au: dateSchema.optional() })
  .refine(isOrdonnee, BORNES_INVERSEES);
export type Periode = z.infer<typeof periodeSchema>;

const jourSchema = z
  .int({ error: 'Un nombre de jours est un nombre entier.' })
  .min(-3650, { error: 'Dix ans au plus avant l’envoi.' })
  .max(3650, { error: 'Dix ans au plus après l’envoi.' });

/** Guide §7.b « date relative / période de date / pas de filtre ». `de` and `a`: days from the send date, −7 is J-7. */
const dateActionSchema = z.discriminatedUnion('genre', [
  z
    .strictObject({ genre: z.literal('relative'), de: jourSchema, a: jourSchema })
    .refine(({ de, a }) => de <= a, {
      error: 'La date relative commence après sa fin : corrigez les deux nombres de jours.',
    }),
  z
    .strictObject({
      genre: z.literal('periode'),
      du: dateSchema.optional(),
      au: dateSchema.optional(),
    })
    .refine(isOrdonnee, BORNES_INVERSEES),
  z.strictObject({ genre: z.literal('aucun') }),
]);
export type FiltreDateAction = z.infer<typeof dateActionSchema>;

const documentIds = z.array(documentIdSchema).max(500).optional();
const texte = z.string().trim().max(120).optional();
const choix = <const Valeurs extends readonly [string, ...string[]]>(valeurs: Valeurs) =>
  z
    .array(
      z.enum(valeurs, { error: 'Un choix de filtre n’existe pas : choisissez dans la liste.' })
    )
    .optional();

/** One sentence for a key that no filter bears, instead of silently reaching more people. */
const filtreInconnu = {
  error: (issue: { code?: string; keys?: string[] }): string | undefined =>
    issue.code === 'unrecognized_keys'
      ? `Filtre inconnu : ${(issue.keys ?? []).join(', ')}. Videz les filtres et recommencez.`
      : undefined,
};

const COMMUNS = {
  recherche: texte,
  antenne: documentIds,
  referent: documentIds,
  /** « Écrire à ceux qui l'ont reçu »: whom one of these campagnes has reached. */
  recuCampagne: documentIds,
  /** Whom none of these modèles has ever reached. */
  nonRecuModele: documentIds,
};

const filtresEntrepreneurSchema = z.strictObject(
  {
    typeDestinataire: z.literal('entrepreneur'),
    ...COMMUNS,
    dateCreationProfil: periodeSchema.optional(),
    dateNaissance: periodeSchema.optional(),
    statutPersonne: choix(CHOIX_FILTRES.statutPersonne),
    csp: choix(CHOIX_FILTRES.csp),
    niveauFormation: choix(CHOIX_FILTRES.niveauFormation),
    th: choix(CHOIX_FILTRES.th),
    rsa: choix(CHOIX_FILTRES.rsa),
    /** Stands for those two where their reader may not see them; what bears it is refused. */
    critereCache: z.boolean().optional(),
    qualificationQpv: choix(CHOIX_FILTRES.qualificationQpv),
    dateSituation: periodeSchema.optional(),
    statutEmploi: choix(CHOIX_FILTRES.statutEmploi),
    etatProjet: choix(CHOIX_FILTRES.etatProjet),
    secteurActivite: choix(CHOIX_FILTRES.secteurActivite),
    canalPrescription: choix(CHOIX_FILTRES.canalPrescription),
    ods: documentIds,
    etape: documentIds,
    typeAction: documentIds,
    ressource: documentIds,
    lieuAction: documentIds,
    dateDebutOds: periodeSchema.optional(),
    dateFinOds: periodeSchema.optional(),
    dateAction: dateActionSchema.optional(),
    moyenContact: choix(CHOIX_FILTRES.moyenContact),
    ville: texte,
    /** Who takes part in no action of these types. */
    sansTypeAction: documentIds,
  },
  filtreInconnu
);

const filtresContactSchema = z.strictObject(
  { typeDestinataire: z.literal('contact_individuel'), ...COMMUNS, fonction: texte, ville: texte },
  filtreInconnu
);

const filtresPartenaireSchema = z.strictObject(
  {
    typeDestinataire: z.literal('entreprise_partenaire'),
    ...COMMUNS,
    fonction: texte,
    raisonSociale: texte,
    typePartenaire: choix(CHOIX_FILTRES.typePartenaire),
    secteurActivite: choix(CHOIX_FILTRES.secteurActivite),
    ville: texte,
  },
  filtreInconnu
);

/**
 * Guide §7.b: AND between filters, OR within one (decision C10); an absent or empty filter lets everyone
 * pass. Relations are documentIds, dates 'YYYY-MM-DD'. Refuses unknown keys and inverted bounds in French.
 */
export const filtresCampagneSchema = z.discriminatedUnion('typeDestinataire', [
  filtresEntrepreneurSchema,
  filtresContactSchema,
  filtresPartenaireSchema,
]);
export type FiltresCampagne = z.infer<typeof filtresCampagneSchema>;
export type FiltresEntrepreneur = z.infer<typeof filtresEntrepreneurSchema>;

/** The filters that name fiches of the CRM, and the table each one reads. */
export const RELATIONS_FILTRES = {
  antenne: 'antennes',
  referent: 'intervenants',
  ods: 'ods',
  etape: 'etapes',
  ressource: 'ressources',
  typeAction: 'types_action',
  lieuAction: 'sites',
  sansTypeAction: 'types_action',
  recuCampagne: 'sms_campagnes',
  nonRecuModele: 'sms_modeles',
} as const;
export type RelationFiltre = keyof typeof RELATIONS_FILTRES;

/** The documentIds that the filters name, by relation, for their labels to be read. */
export function relationsOf(
  filtres: FiltresCampagne
): Partial<Record<RelationFiltre, readonly string[]>> {
  const nommees: Partial<Record<RelationFiltre, readonly string[]>> = {};
  const tous: Partial<Record<RelationFiltre, readonly string[] | undefined>> = filtres;
  for (const relation of Object.keys(RELATIONS_FILTRES) as RelationFiltre[]) {
    const ids = tous[relation] ?? [];
    if (ids.length > 0) {
      nommees[relation] = ids;
    }
  }
  return nommees;
}
