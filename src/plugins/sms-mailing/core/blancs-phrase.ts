/** What fills the blanks of a sentence: the `details` of the RegleError. */
export type Details = Readonly<Record<string, unknown>>;

/** A value as a French reader expects it; « … » where the caller gave none. */
export function valeur(details: Details, nom: string): string {
  const brut = details[nom];
  if (typeof brut === 'number') {
    return brut.toLocaleString('fr-FR').replace(/\u202f/g, '\u00a0');
  }
  if (Array.isArray(brut)) {
    return brut.map(String).join(', ');
  }
  return typeof brut === 'string' && brut !== '' ? brut : '…';
}

export function count(details: Details, nom: string, singulier: string, pluriel: string): string {
  const nombre = typeof details[nom] === 'number' ? details[nom] : 0;
  return `${valeur({ nombre }, 'nombre')} ${nombre > 1 ? pluriel : singulier}`;
}

/** The same sentence for every form that saves a whole; the panel offers to reload. */
export function entretemps(modifie: string): string {
  return `${modifie} entre-temps, par une autre personne ou dans un autre onglet. Rien n’est enregistré : rechargez, puis refaites vos modifications.`;
}
