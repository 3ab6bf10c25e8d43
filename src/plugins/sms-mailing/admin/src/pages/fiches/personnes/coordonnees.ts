import type { DonneesCrm } from '../../../api/crm';

/** One row of « E-mail(s) », « Numéro(s) » or « Adresse(s) »: no id, not saved yet. */
export interface Composant {
  id?: number;
  [champ: string]: unknown;
}

/** What the page writes; computed columns stay out of it. */
export interface Coordonnees {
  champs: Readonly<Record<string, unknown>>;
  listes: Readonly<Record<string, readonly Composant[]>>;
}

const LISTES: Readonly<Record<string, readonly string[]>> = {
  emails: ['adresse', 'reference', 'accepte'],
  telephones: ['typeNumero', 'numero', 'principal', 'contactPossible'],
  adresses: ['rue', 'complement', 'codePostal', 'ville', 'reference', 'accepteCourrier'],
};

const CHAMPS = [
  ...['moyenContact', 'accepteSms', 'consentementRgpd', 'consentementDate', 'consentementSource'],
  ...['courrielPro', 'accepteCourriel', 'inactif'],
] as const;

function readComposant(brut: Composant, noms: readonly string[]): Composant {
  const lus = Object.fromEntries(noms.map((nom) => [nom, brut[nom] ?? null]));
  return brut.id === undefined ? lus : { id: brut.id, ...lus };
}

/** The fiche as the Content Manager has it; only what that family has. */
export function toCoordonnees(fiche: DonneesCrm): Coordonnees {
  return {
    champs: Object.fromEntries(
      CHAMPS.filter((nom) => Object.hasOwn(fiche, nom)).map((nom) => [nom, fiche[nom]])
    ),
    listes: Object.fromEntries(
      Object.entries(LISTES)
        .filter(([liste]) => Array.isArray(fiche[liste]))
        .map(([liste, noms]) => [
          liste,
          (fiche[liste] as Composant[]).map((brut) => readComposant(brut, noms)),
        ])
    ),
  };
}

const differe = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** Only what differs; an empty text is nothing. */
export function diffCoordonnees(avant: Coordonnees, apres: Coordonnees): DonneesCrm {
  const change = (
    lus: Readonly<Record<string, unknown>>,
    ecrits: Readonly<Record<string, unknown>>
  ): [string, unknown][] =>
    Object.entries(ecrits)
      .map(([cle, valeur]): [string, unknown] => [cle, valeur === '' ? null : valeur])
      .filter(([cle, valeur]) => differe(valeur, lus[cle] ?? null));
  return Object.fromEntries([
    ...change(avant.champs, apres.champs),
    ...change(avant.listes, apres.listes),
  ]);
}

/** One at most is « de référence », or principal: ticking one unticks the others. */
const UNIQUES: Readonly<Record<string, string>> = {
  emails: 'reference',
  telephones: 'principal',
  adresses: 'reference',
};

export function withComposant(
  liste: string,
  composants: readonly Composant[],
  rang: number,
  changement: Readonly<Record<string, unknown>>
): Composant[] {
  const unique = UNIQUES[liste];
  const devient = unique !== undefined && changement[unique] === true;
  return composants.map((composant, autre) => {
    if (autre === rang) {
      return { ...composant, ...changement };
    }
    return devient ? { ...composant, [unique]: false } : composant;
  });
}
