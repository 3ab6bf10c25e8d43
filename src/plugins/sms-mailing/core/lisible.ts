import { z } from 'zod';

/** What PostgreSQL cannot keep: a NUL character, half of an emoji (a lone surrogate). */
const ILLISIBLE = /[\0\p{Surrogate}]/u;
const PHRASE =
  'Un caractère est illisible (un emoji coupé, un collage abîmé) : effacez-le, puis retapez-le.';

/** More levels than any request of ours; deeper, whoever reads it by recursion could run out of stack. */
const NIVEAUX_MAX = 50;
const PHRASE_NIVEAUX = 'La demande emboîte trop de niveaux.';

interface Noeud {
  valeur: unknown;
  nom: string;
  parent: Noeud | null;
  niveau: number;
}

interface Defaut {
  chemin: string[];
  phrase: string;
}

function toDefaut(noeud: Noeud, phrase: string): Defaut {
  const chemin: string[] = [];
  for (let courant = noeud; courant.parent !== null; courant = courant.parent) {
    chemin.unshift(courant.nom.replace(new RegExp(ILLISIBLE, 'gu'), '�'));
  }
  return { chemin, phrase };
}

function examine({ valeur, nom, niveau }: Noeud): string | null {
  if (niveau > NIVEAUX_MAX) {
    return PHRASE_NIVEAUX;
  }
  return ILLISIBLE.test(nom) || (typeof valeur === 'string' && ILLISIBLE.test(valeur))
    ? PHRASE
    : null;
}

/** The first text or name, anywhere in a request, that could not be kept; null when all can. */
export function findIllisible(valeur: unknown): Defaut | null {
  const aLire: Noeud[] = [{ valeur, nom: '', parent: null, niveau: 0 }];
  for (let noeud = aLire.pop(); noeud !== undefined; noeud = aLire.pop()) {
    const phrase = examine(noeud);
    if (phrase !== null) {
      return toDefaut(noeud, phrase);
    }
    if (typeof noeud.valeur === 'object' && noeud.valeur !== null) {
      for (const [nom, dessous] of Object.entries(noeud.valeur as Record<string, unknown>)) {
        aLire.push({ valeur: dessous, nom, parent: noeud, niveau: noeud.niveau + 1 });
      }
    }
  }
  return null;
}

/** The text schema of every edge: nothing else of a request is read before its texts can be. */
export const lisibleSchema = z.unknown().superRefine((valeur, contexte) => {
  const defaut = findIllisible(valeur);
  if (defaut !== null) {
    contexte.addIssue({ code: 'custom', path: defaut.chemin, message: defaut.phrase });
  }
});
