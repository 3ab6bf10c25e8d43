import { cleanSaisie } from './clean-saisie';
import { canonCourriel, cleanCourriel, etatCourriel } from './courriel';
import { normaliseTelephone, type NumeroNormalise } from './telephone';

/** What a rule needs and core cannot have: the key of the fingerprints stays outside. */
export interface Outils {
  /** Of an address in its one form (`canonCourriel`, E.164). */
  empreinte: (adresse: string) => string;
}

export type ValeurCalculee = string | boolean | null;
type Ligne = Readonly<Record<string, unknown>>;

interface ColonneCalculee {
  sources: readonly string[];
  calcule: (valeurs: readonly string[], outils: Outils) => ValeurCalculee;
}

/**
 * The columns of one table that nobody types: each follows from columns of its own row, by a rule of core
 * alone (decision F10). One line adds one, with its attribute in the schema; `version` goes up with it, as
 * with every better rule, and the rows are computed again.
 */
export interface TableCalculee {
  /** Strapi's name of the component or content type. */
  uid: string;
  table: string;
  version: number;
  /** Typed columns that are kept clean; the rules read them so. */
  propres: Readonly<Record<string, (saisie: string) => string>>;
  calculees: Readonly<Record<string, ColonneCalculee>>;
}

/** A column read from others, in that order; an empty one reads ''. All empty, nothing is computed: null. */
function de(
  sources: readonly [string, ...string[]],
  calcule: (premiere: string, outils: Outils, valeurs: readonly string[]) => ValeurCalculee
): ColonneCalculee {
  return { sources, calcule: (valeurs, outils) => calcule(valeurs[0] ?? '', outils, valeurs) };
}

/** One reading of the numbering plan for the columns of a row. */
const readNumero = (() => {
  let dernier: [string, NumeroNormalise | null] = ['', null];
  return (numero: string): NumeroNormalise | null => {
    if (dernier[0] !== numero) {
      dernier = [numero, normaliseTelephone(numero)];
    }
    return dernier[1];
  };
})();

const empreinteCourriel = (adresse: string, { empreinte }: Outils): string =>
  empreinte(canonCourriel(adresse));

const empreinteNumero = (numero: string, { empreinte }: Outils): string | null => {
  const lu = readNumero(numero);
  return lu === null ? null : empreinte(lu.e164);
};

const CONTACT = {
  version: 3,
  propres: { courrielPro: cleanCourriel },
  calculees: {
    etatCourriel: de(['courrielPro'], etatCourriel),
    empreinteCourriel: de(['courrielPro'], empreinteCourriel),
  },
} as const;

export const TABLES_CALCULEES: readonly TableCalculee[] = [
  {
    uid: 'coordonnees.email',
    table: 'components_coordonnees_emails',
    version: 1,
    propres: { adresse: cleanCourriel },
    calculees: {
      etat: de(['adresse'], etatCourriel),
      empreinte: de(['adresse'], empreinteCourriel),
    },
  },
  {
    uid: 'coordonnees.telephone',
    table: 'components_coordonnees_telephones',
    version: 1,
    propres: { numero: cleanSaisie },
    calculees: {
      numeroE164: de(['numero'], (numero) => readNumero(numero)?.e164 ?? null),
      mobile: de(['numero'], (numero) => readNumero(numero)?.mobile ?? false),
      empreinte: de(['numero'], empreinteNumero),
    },
  },
  { uid: 'api::contact-individuel.contact-individuel', table: 'contacts_individuels', ...CONTACT },
  { uid: 'api::contact-partenaire.contact-partenaire', table: 'contacts_partenaires', ...CONTACT },
];

/** The typed columns that the computed ones of this table follow from. */
export function listSources({ propres, calculees }: TableCalculee): string[] {
  const lues = Object.values(calculees).flatMap(({ sources }) => sources);
  return [...new Set([...Object.keys(propres), ...lues])].sort();
}

/** What a whole row keeps: its sources cleaned, its columns computed. */
export function calculeLigne(
  { propres, calculees }: TableCalculee,
  ligne: Ligne,
  outils: Outils
): Record<string, ValeurCalculee> {
  const lues: Record<string, string> = {};
  const gardees: Record<string, ValeurCalculee> = {};
  for (const [nom, saisie] of Object.entries(ligne)) {
    lues[nom] = typeof saisie === 'string' ? saisie : '';
  }
  for (const [nom, nettoie] of Object.entries(propres)) {
    lues[nom] = nettoie(lues[nom] ?? '');
    gardees[nom] = typeof ligne[nom] === 'string' ? lues[nom] : null;
  }
  for (const [nom, { sources, calcule }] of Object.entries(calculees)) {
    const valeurs = sources.map((source) => lues[source] ?? '');
    gardees[nom] = valeurs.every((valeur) => valeur === '') ? null : calcule(valeurs, outils);
  }
  return gardees;
}
