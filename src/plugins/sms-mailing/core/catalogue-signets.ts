import { distanceEdition } from './catalogue/distance-edition';
import type { CleDonnee, NatureDonnee, ThemeSignet } from './catalogue/donnees';
import { ENTREPRENEUR } from './catalogue/donnees';
import { DONNEES_ACTION } from './catalogue/entrees-action';
import type { DonneePersonne } from './catalogue/entrees-personne';
import { DONNEES_PERSONNE } from './catalogue/entrees-personne';
import { formatDatePhp } from './date-php';
import type { Morceau } from './signet';
import { listSignets } from './signet';
import type { Declencheur, TypeDestinataire } from './vocabulaire';

/** The key by which SQL reads a value. */
export type Donnee = CleDonnee;

/** One line of « Signets disponibles » (guide §2.c). Two paths may read one donnee. */
export interface EntreeCatalogue {
  /** Canonical, as parseSignets gives it. */
  readonly chemin: string;
  readonly donnee: Donnee;
  readonly libelle: string;
  /** As a reader sees it: dates already in French form. */
  readonly exemple: string;
  /** The same example, as SQL would give it. */
  readonly exempleBrut: string;
  readonly theme: ThemeSignet;
  readonly declencheur: Declencheur;
  /** Guide §2.c (2/3): differs between the participants of one action, written with `tableN.` */
  readonly parParticipant: boolean;
  readonly nature: NatureDonnee;
  /** Decision F2: empty without repli, the person is excluded. */
  readonly obligatoire: boolean;
  readonly destinataires: readonly TypeDestinataire[];
}

/** « Signets disponibles » (guide §2.c, 1/3): PERSONNE paths, then ACTION paths. */
export const CATALOGUE: readonly EntreeCatalogue[] = [
  ...DONNEES_PERSONNE.map((donnee): EntreeCatalogue => ({
    ...base(donnee),
    chemin: donnee.chemin,
    declencheur: 'personne',
    parParticipant: false,
    destinataires: donnee.destinataires,
  })),
  ...DONNEES_ACTION.map((donnee): EntreeCatalogue => ({
    ...donnee,
    exemple: formatExemple(donnee),
    declencheur: 'action',
    destinataires: ENTREPRENEUR,
  })),
  ...DONNEES_PERSONNE.flatMap((donnee): EntreeCatalogue[] =>
    donnee.cheminAction === null
      ? []
      : [
          {
            ...base(donnee),
            libelle: `${donnee.libelle} (participant)`,
            chemin: donnee.cheminAction,
            declencheur: 'action',
            parParticipant: true,
            destinataires: ENTREPRENEUR,
          },
        ]
  ),
];

/** Spellings that come to mind as easily as the canonical one. */
const SYNONYMES: readonly (readonly [synonyme: RegExp, canonique: string])[] = [
  [
    /^((?:action_beneficiaire_)?referent|action_animateur_intervenant)\/(?:referent|intervenant)_/,
    '$1/personne_',
  ],
  [/^action_site\/(?:site_)?(code_postal|complement|rue|ville)$/, 'action_site/site_adresse_$1'],
  [/^action_site\/site_adresse$/, 'action_site/site_adresse_rue'],
  [/^(action_beneficiaire_)?(?:personne\/)?(antenne|equipe)(?:\/\2_nom)?(?:_nom)?$/, '$1$2_nom'],
  [/^action_(ods|etape|ressource|antenne|type)\/(?:\1|type_action)_nom$/, 'action_$1'],
];

const ENTREES: ReadonlyMap<string, EntreeCatalogue> = new Map(
  CATALOGUE.map((entree) => [entree.chemin, entree])
);

/** One raw value per donnee, for a preview without anybody's data. */
export const VALEURS_EXEMPLE: Readonly<Partial<Record<Donnee, string>>> = Object.fromEntries(
  CATALOGUE.map((entree) => [entree.donnee, entree.exempleBrut])
);

/** The entry a canonical path (Signet.chemin) names, null when it names none. */
export function findEntree(chemin: string): EntreeCatalogue | null {
  return ENTREES.get(chemin) ?? ENTREES.get(canonique(chemin)) ?? null;
}

/**
 * The known path a wrong one most likely meant: a few letters away (a quarter of its length at most), else
 * the first that holds all its words (`nom` → `personne/personne_nom`); null when nothing is near.
 */
export function suggestChemin(chemin: string): string | null {
  if (chemin.length < 2 || chemin.length > 100) {
    return null;
  }
  let meilleur: string | null = null;
  let limite = Math.max(2, Math.floor(chemin.length / 4)) + 1;
  for (const entree of CATALOGUE) {
    const distance = distanceEdition(chemin, entree.chemin);
    if (distance < limite) {
      meilleur = entree.chemin;
      limite = distance;
    }
  }
  return meilleur ?? findByWords(chemin);
}

/** What SQL must read for these morceaux, each donnee once; unknown signets are left out. */
export function listDonnees(morceaux: readonly Morceau[]): Donnee[] {
  const donnees = listSignets(morceaux).map(({ chemin }) => findEntree(chemin)?.donnee);
  return [...new Set(donnees)].filter((donnee) => donnee !== undefined);
}

function canonique(chemin: string): string {
  const synonyme = SYNONYMES.find(([motif]) => motif.test(chemin));
  return synonyme === undefined ? chemin : chemin.replace(synonyme[0], synonyme[1]);
}

/** The catalogue starts with the person: `nom` is first of all their name. */
function findByWords(chemin: string): string | null {
  const mots = words(chemin);
  const entree = CATALOGUE.find((candidate) => {
    const connus = new Set(words(candidate.chemin));
    return mots.length > 0 && mots.every((mot) => connus.has(mot));
  });
  return entree?.chemin ?? null;
}

function words(chemin: string): string[] {
  return chemin.split(/[^a-z0-9]+/).filter((mot) => mot !== '');
}

function base(
  donnee: DonneePersonne
): Pick<
  EntreeCatalogue,
  'donnee' | 'libelle' | 'exemple' | 'exempleBrut' | 'theme' | 'nature' | 'obligatoire'
> {
  const { libelle, exempleBrut, theme, nature } = donnee;
  return {
    donnee: donnee.donnee,
    libelle,
    exemple: formatExemple(donnee),
    exempleBrut,
    theme,
    nature,
    obligatoire: false,
  };
}

function formatExemple({
  exempleBrut,
  nature,
}: Pick<EntreeCatalogue, 'exempleBrut' | 'nature'>): string {
  const isDate = nature !== 'texte' && nature !== 'nombre';
  return isDate ? formatDatePhp(null, exempleBrut, 'Europe/Paris') : exempleBrut;
}
