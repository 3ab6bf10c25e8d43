import { niveauxOf, type DroitDeLigne, type LigneMatrice, type Niveau } from './matrice-profils';
import { conditionOf, ETENDUES, readEtendues, type Etendue } from './perimetre';

/** A right of a role, as Strapi stores it. */
export interface DroitProfil {
  action: string;
  /** Of the Content Manager: the content type. */
  subject: string | null;
  conditions: readonly string[];
}

/** The columns of the guide's matrix. */
export const COLONNES_PROFIL = { tout: 'Tout', ...ETENDUES } as const;
export type ColonneProfil = keyof typeof COLONNES_PROFIL;

export type Cases = Readonly<Record<ColonneProfil, Niveau | null>>;

const COLONNES = Object.keys(COLONNES_PROFIL) as ColonneProfil[];

const memeDroit = (un: DroitDeLigne, autre: DroitDeLigne): boolean =>
  un.action === autre.action && un.subject === autre.subject;

/** In which columns a right stands; several roles add up. */
function colonnesOf(droits: readonly DroitProfil[], droit: DroitDeLigne): readonly ColonneProfil[] {
  const etendues = readEtendues(
    droits.filter((un) => memeDroit(un, droit)).map(({ conditions }) => conditions)
  );
  return etendues === 'tout' ? ['tout'] : etendues;
}

/** What a profil, or all those of an account together, give on one row: its highest level in each column. */
export function readCases(ligne: LigneMatrice, droits: readonly DroitProfil[]): Cases {
  const cases: Record<ColonneProfil, Niveau | null> = {
    ...{ tout: null, antenne: null, equipe: null, assigne: null },
  };
  const arretees = new Set<ColonneProfil>();
  for (const niveau of niveauxOf(ligne)) {
    const colonnes = (ligne.niveaux[niveau] ?? []).map((droit) => colonnesOf(droits, droit));
    for (const colonne of COLONNES) {
      const tient = colonnes.every(
        (siennes) => siennes.includes(colonne) || siennes.includes('tout')
      );
      const dit = colonne === 'tout' || colonnes.some((siennes) => siennes.includes(colonne));
      if (!tient) {
        arretees.add(colonne);
      } else if (dit && !arretees.has(colonne)) {
        cases[colonne] = niveau;
      }
    }
  }
  return cases;
}

/** The rights that one row of the matrix writes. */
export function writeCases(ligne: LigneMatrice, cases: Cases): DroitProfil[] {
  const niveaux = niveauxOf(ligne);
  const rangOf = (colonne: ColonneProfil): number => {
    const niveau = cases[colonne];
    return niveau === null ? -1 : niveaux.indexOf(niveau);
  };
  return niveaux.flatMap((niveau, rang) => {
    const colonnes = COLONNES.filter((colonne) => rangOf(colonne) >= rang);
    const etendues = colonnes.filter((colonne): colonne is Etendue => colonne !== 'tout');
    const conditions = colonnes.includes('tout') ? [] : etendues.map(conditionOf);
    return colonnes.length === 0
      ? []
      : (ligne.niveaux[niveau] ?? []).map((droit) => ({ ...droit, conditions }));
  });
}

const cleOf = ({ action, subject, conditions }: DroitProfil): string =>
  JSON.stringify([action, subject, [...conditions].sort()]);

/** Whether the row says all there is: a role set by hand on Strapi's own page may hold what no row can. */
export function isExacte(ligne: LigneMatrice, droits: readonly DroitProfil[]): boolean {
  const siens = new Set(
    Object.values(ligne.niveaux).flatMap((de) =>
      de.map(({ action, subject }) => `${action} ${subject ?? ''}`)
    )
  );
  const tenus = droits.filter(({ action, subject }) => siens.has(`${action} ${subject ?? ''}`));
  const ecrits = writeCases(ligne, readCases(ligne, droits)).map(cleOf);
  const lus = tenus.map(cleOf);
  return lus.length === ecrits.length && ecrits.every((cle) => lus.includes(cle));
}
