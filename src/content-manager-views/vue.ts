/** French label of a field, then the sentence shown under it (optional). */
export type Champ = readonly [libelle: string, aide?: string];

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
