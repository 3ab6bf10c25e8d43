/** French label of a field, then the sentence shown under it (optional). */
export type Champ = readonly [libelle: string, aide?: string];

/** Columns that nobody types: Strapi names them in the settings of its view, and lists show some of them. */
export const CALCULES = {
  libelle: ['Nom de la fiche', 'Composé à l’enregistrement.'],
  recherche: ['Texte cherché', 'Composé à l’enregistrement.'],
} as const satisfies Readonly<Record<string, Champ>>;

/** Of a fiche with numbers of its own. */
export const TELEPHONE = {
  telephonePrincipal: ['Téléphone', 'Le téléphone principal, sinon le premier.'],
} as const satisfies Readonly<Record<string, Champ>>;

/**
 * How the Content Manager shows one content type or component: labels, columns of the list, rows of
 * the form. A field left out of `formulaire` (computed columns) is neither shown nor editable.
 */
export interface Vue {
  readonly uid: string;
  readonly tri: readonly [champ: string, ordre: 'ASC' | 'DESC'];
  readonly liste: readonly string[];
  readonly formulaire: readonly (readonly string[])[];
  readonly champs: Readonly<Record<string, Champ>>;
  /** What titles it and names it in the relations of others; `libelle` when absent. */
  readonly mainField?: string;
  /** Relation → field of the target shown as its label, where the target has no `libelle`. */
  readonly etiquettes?: Readonly<Record<string, string>>;
}
