import type { Morceau } from './signet';

/** Where in html a signet stands. `prefixe`: the literal text of its attribute before it. */
export type ContexteHtml =
  | { readonly lieu: 'texte' }
  | { readonly lieu: 'balise' }
  | {
      readonly lieu: 'attribut';
      readonly nom: string;
      readonly prefixe: string;
      /** Another signet of the same attribute comes before. */
      readonly apresSignet: boolean;
    };

interface Lecteur {
  etat: 'texte' | 'balise' | 'attribut' | 'commentaire';
  guillemet: string;
  /** Since the tag, or its last quoted value, ended: holds ` href=` when a value begins. */
  interieur: string;
  nom: string;
  prefixe: string;
  apresSignet: boolean;
}

/** One context per signet, in order, read from the literals alone: values never change the state. */
export function listContextes(morceaux: readonly Morceau[]): ContexteHtml[] {
  const contextes: ContexteHtml[] = [];
  const lecteur: Lecteur = {
    etat: 'texte',
    guillemet: '',
    interieur: '',
    nom: '',
    prefixe: '',
    apresSignet: false,
  };
  for (const morceau of morceaux) {
    if (typeof morceau === 'string') {
      readLitteral(lecteur, morceau);
    } else {
      contextes.push(toContexte(lecteur));
      lecteur.apresSignet = lecteur.etat === 'attribut';
    }
  }
  return contextes;
}

function toContexte({ etat, nom, prefixe, apresSignet }: Lecteur): ContexteHtml {
  if (etat === 'attribut') {
    return { lieu: 'attribut', nom, prefixe, apresSignet };
  }
  return { lieu: etat === 'balise' ? 'balise' : 'texte' };
}

function readLitteral(lecteur: Lecteur, litteral: string): void {
  let i = 0;
  while (i < litteral.length) {
    switch (lecteur.etat) {
      case 'texte':
        i = readTexte(lecteur, litteral, i);
        break;
      case 'commentaire':
        i = readCommentaire(lecteur, litteral, i);
        break;
      case 'balise':
        i = readBalise(lecteur, litteral, i);
        break;
      case 'attribut':
        i = readValeur(lecteur, litteral, i);
        break;
    }
  }
}

function readTexte(lecteur: Lecteur, litteral: string, debut: number): number {
  const ouvrant = litteral.indexOf('<', debut);
  if (ouvrant < 0) {
    return litteral.length;
  }
  if (litteral.startsWith('<!--', ouvrant)) {
    lecteur.etat = 'commentaire';
    return ouvrant + 4;
  }
  // A `<` that ends the literal could become a tag with the value that follows.
  if (/^[a-z/!?]?$/i.test(litteral.charAt(ouvrant + 1))) {
    lecteur.etat = 'balise';
    lecteur.interieur = '';
  }
  return ouvrant + 1;
}

function readCommentaire(lecteur: Lecteur, litteral: string, debut: number): number {
  const fin = litteral.indexOf('-->', debut);
  if (fin < 0) {
    return litteral.length;
  }
  lecteur.etat = 'texte';
  return fin + 3;
}

function readBalise(lecteur: Lecteur, litteral: string, debut: number): number {
  const c = litteral.charAt(debut);
  if (c === '>') {
    lecteur.etat = 'texte';
    return debut + 1;
  }
  const attribut =
    c === '"' || c === "'" ? /([^\s=/]+)[ \t\r\n\f]*=[ \t\r\n\f]*$/.exec(lecteur.interieur) : null;
  if (attribut === null) {
    lecteur.interieur += c;
  } else {
    lecteur.etat = 'attribut';
    lecteur.guillemet = c;
    lecteur.nom = (attribut[1] ?? '').toLowerCase();
    lecteur.prefixe = '';
    lecteur.apresSignet = false;
  }
  return debut + 1;
}

function readValeur(lecteur: Lecteur, litteral: string, debut: number): number {
  const fin = litteral.indexOf(lecteur.guillemet, debut);
  if (fin < 0) {
    lecteur.prefixe += litteral.slice(debut);
    return litteral.length;
  }
  lecteur.etat = 'balise';
  lecteur.interieur = '';
  return fin + 1;
}
