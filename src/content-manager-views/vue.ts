/** French label of a field, then the sentence shown under it (optional). */
export type Champ = readonly [libelle: string, aide?: string];

/** Columns that nobody types nor sees: Strapi names them in the settings of its view. */
export const CALCULES: Readonly<Record<'recherche' | 'calculeSelon', Champ>> = {
  recherche: ['Texte cherché', 'Calculé à l’enregistrement.'],
  calculeSelon: ['Règle du calcul', 'Calculée à l’enregistrement.'],
};

/**
 * How the Content Manager shows one content type or component: labels, columns of the list, rows of
 * the form. A field left out of `formulaire` (computed columns) is neither shown nor editable.
 */
export interface Vue {
  readonly uid: string;
  readonly mainField: string;
  readonly tri: readonly [champ: string, ordre: 'ASC' | 'DESC'];
  readonly liste: readonly string[];
  readonly formulaire: readonly (readonly string[])[];
  readonly champs: Readonly<Record<string, Champ>>;
  /** Relation → field of the target shown as its label; `nom` when absent. */
  readonly etiquettes?: Readonly<Record<string, string>>;
}
