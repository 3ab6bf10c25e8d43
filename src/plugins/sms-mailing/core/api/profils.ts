import { z } from 'zod';
import { idSchema } from '../identifiant';
import { createJourSchema } from '../jour';
import { MATRICE, NIVEAUX, niveauxOf, type Niveau } from '../matrice-profils';
import type { COLONNES_PROFIL, Cases } from '../profils';

/** Guide §4 as the panel asks for it. */

/** GET /profils */
export interface LigneProfil {
  id: number;
  nom: string;
  description: string;
  utilisateurs: number;
  /** One of the guide's three: it is not deleted. */
  origine: boolean;
}

/** A row of the matrix as a profil fills it. */
export interface LigneDroits {
  cle: string;
  cases: Cases;
  /** False: set otherwise on Strapi's page of roles; saved as it is, unless the row is changed. */
  exacte: boolean;
}

/** GET /profils/:id */
export interface FicheProfil extends LigneProfil {
  lignes: LigneDroits[];
  /** Of what was read: saving over what someone changed meanwhile is refused. */
  lu: string;
}

const nomSchema = z
  .string()
  .trim()
  .min(1, { error: 'Donnez un nom au profil.' })
  .max(60, { error: 'Le nom du profil dépasse 60 caractères : raccourcissez-le.' });

/** POST /profils; `modele`: the profil that it begins as, null for none. */
export const creationProfilSchema = z.strictObject({
  nom: nomSchema,
  modele: idSchema.nullable().default(null),
});

const niveauSchema = z.enum(Object.keys(NIVEAUX) as [Niveau, ...Niveau[]]).nullable();
const casesSchema = z.strictObject({
  tout: niveauSchema,
  antenne: niveauSchema,
  equipe: niveauSchema,
  assigne: niveauSchema,
} satisfies Record<keyof typeof COLONNES_PROFIL, typeof niveauSchema>);

const ligneSchema = z.strictObject({ cle: z.string(), cases: casesSchema }).refine(
  ({ cle, cases }) => {
    const ligne = MATRICE.find((une) => une.cle === cle);
    if (ligne === undefined) {
      return false;
    }
    const permis = new Set<Niveau | null>([null, ...niveauxOf(ligne)]);
    const { tout, ...etendues } = cases;
    return (
      permis.has(tout) &&
      Object.values(etendues).every(
        (niveau) => permis.has(niveau) && (ligne.avecPerimetre || niveau === null)
      )
    );
  },
  { error: 'Cette ligne ou ce niveau n’existe pas : rechargez la page.' }
);

/** PUT /profils/:id: the rows that changed. */
export const modificationProfilSchema = z.strictObject({
  nom: nomSchema,
  description: z
    .string()
    .trim()
    .max(250, { error: 'La description dépasse 250 caractères : raccourcissez-la.' }),
  lignes: z.array(ligneSchema).max(200),
  lu: z.string().max(64),
});
export type ModificationProfil = z.infer<typeof modificationProfilSchema>;

/** GET /comptes: who works here, with which profils, placed where. */
export interface LigneCompte {
  id: number;
  nom: string;
  email: string;
  actif: boolean;
  profils: string[];
  /** Of one's own (decision G17). */
  antenneIds: number[];
  equipeIds: number[];
  /** « Intervenant : Léa MARTIN, antenne Arras, équipe Création »; null: none linked. */
  intervenant: string | null;
  /** Who replaces them, and when. */
  remplacement: (Remplacement & { nom: string }) | null;
  /** What is wrong: no place while a profil is limited, or two intervenants; null when nothing is. */
  alerte: string | null;
}

export interface Comptes {
  comptes: LigneCompte[];
  antennes: { id: number; nom: string }[];
  equipes: { id: number; nom: string }[];
}

/** Decision G17: « Remplacée par … du … au … », both days included. */
const remplacementSchema = z
  .strictObject({
    par: idSchema,
    du: createJourSchema('Choisissez le premier jour du remplacement.'),
    au: createJourSchema('Choisissez le dernier jour du remplacement.'),
  })
  .refine(({ du, au }) => du <= au, {
    error: 'Le remplacement finit avant de commencer : corrigez « du » et « au ».',
  });
export type Remplacement = z.infer<typeof remplacementSchema>;

/** PUT /comptes/:id/rattachement; `remplacement` not said: it stays as it is. */
export const rattachementSchema = z.strictObject({
  antenneIds: z.array(idSchema).max(200),
  equipeIds: z.array(idSchema).max(200),
  remplacement: remplacementSchema.nullable().optional(),
});
export type SaisieRattachement = z.infer<typeof rattachementSchema>;

/** GET /comptes/:id/droits: what an account may really do, its profils added up. */
export interface DroitsCompte {
  nom: string;
  profils: string[];
  /** « Antenne principale : Arras », column by column; what reaches nobody says so. */
  etendues: string[];
  lignes: LigneDroits[];
  pages: PageVue[];
}

/** « Voir comme »: what a page would show to an account. */
export interface PageVue {
  page: string;
  /** Null: it is not shown, `raison` says why. */
  total: number | null;
  /** The first names of the list, as the page would order them. */
  premiers: string[];
  raison: string | null;
}
