const INDEX = /^\d{1,3}$/;

/** What a path such as `messages.0.id` finds, as text; '' when there is nothing to read. */
export function readChemin(racine: unknown, chemin: string): string {
  let courant: unknown = racine;
  for (const nom of chemin === '' ? [] : chemin.split('.')) {
    if (typeof courant !== 'object' || courant === null || !Object.hasOwn(courant, nom)) {
      return '';
    }
    courant = (courant as Record<string, unknown>)[nom];
  }
  return typeof courant === 'string' || typeof courant === 'number' || typeof courant === 'boolean'
    ? String(courant)
    : '';
}

type Noeud = Record<string, unknown> | unknown[];

function create(suivant: string | undefined, valeur: string): unknown {
  if (suivant === undefined) return valeur;
  return INDEX.test(suivant) ? [] : Object.create(null);
}

/** The object that `{ 'recipients.0.phone_number': … }` describes: a figure in a path makes a list. */
export function buildJson(champs: Readonly<Record<string, string>>): unknown {
  const racine = Object.create(null) as Record<string, unknown>;
  for (const [chemin, valeur] of Object.entries(champs)) {
    const noms = chemin.split('.');
    let courant: Noeud = racine;
    noms.forEach((nom, rang) => {
      const noeud = courant as Record<string, unknown>;
      if (!Object.hasOwn(noeud, nom)) noeud[nom] = create(noms[rang + 1], valeur);
      courant = noeud[nom] as Noeud;
    });
  }
  return racine;
}
