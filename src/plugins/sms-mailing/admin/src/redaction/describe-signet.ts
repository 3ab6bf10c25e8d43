import { CATALOGUE, findEntree, type EntreeCatalogue } from '../../../core/catalogue-signets';
import { formatDatePhp } from '../../../core/date-php';
import { formatSignet, listSignets, parseSignets, type Signet } from '../../../core/signet';
import type { Declencheur, TypeDestinataire } from '../../../core/vocabulaire';
import { synonymesOf } from '../../../core/catalogue/synonymes';
import { foldRecherche } from '../../../core/pliage';

/** A signet as the editor shows it. */
export interface DescriptionSignet {
  signet: Signet;
  /** Null: no signet has this name. */
  entree: EntreeCatalogue | null;
  /** On the chip: « Prénom », or the name as typed when nothing has it. */
  libelle: string;
  /** What it would write for the person of the guide's examples. */
  exemple: string;
}

const SANS_NOM: Signet = { brut: '', chemin: '', participant: false, format: null, repli: null };

export function isDate({ nature }: EntreeCatalogue): boolean {
  return nature === 'date' || nature === 'dateheure' || nature === 'heure';
}

/** The example of an entry, a date written with this format. */
export function formatExemple(entree: EntreeCatalogue, format: string | null): string {
  return isDate(entree)
    ? formatDatePhp(format, entree.exempleBrut, 'Europe/Paris')
    : entree.exemple;
}

/** From `${…}` as written in the document. */
export function describeSignet(source: string): DescriptionSignet {
  const signet = listSignets(parseSignets(source))[0] ?? SANS_NOM;
  const entree = findEntree(signet.chemin);
  if (entree === null) {
    return { signet, entree, libelle: signet.chemin, exemple: '' };
  }
  return {
    signet,
    entree,
    libelle: entree.libelle.replace(' (participant)', ''),
    exemple: formatExemple(entree, signet.format),
  };
}

/** As it is inserted: the participant's own data carry `tableN.` (guide §2.c, 2/3). */
export function sourceOf(entree: EntreeCatalogue): string {
  const { chemin, parParticipant: participant } = entree;
  return formatSignet({ ...SANS_NOM, chemin, participant });
}

/** What a modele is for. */
export interface UsageCatalogue {
  destinataires: readonly TypeDestinataire[];
  /** It can only leave from an action. */
  pourAction: boolean;
}

/** The déclencheur looked at; null, both. */
export interface FiltreCatalogue extends UsageCatalogue {
  declencheur: Declencheur | null;
  recherche: string;
}

/** « nom de famille »: words that say nothing of what is looked for. */
const MOTS_VIDES = ['d', 'de', 'des', 'du', 'l', 'la', 'le', 'les'];

function toMots(recherche: string): string[] {
  return foldRecherche(recherche)
    .split(/[\s/_.]+/)
    .filter((mot) => mot !== '' && !MOTS_VIDES.includes(mot));
}

/** A datum that two paths read, with an action and without, is one signet: the one that serves everywhere. */
function dropDoubles(entrees: readonly EntreeCatalogue[]): EntreeCatalogue[] {
  return entrees.filter(
    ({ parParticipant, donnee }) =>
      !parParticipant || entrees.every((autre) => autre.parParticipant || autre.donnee !== donnee)
  );
}

/** The action's own first where the modele leaves from one; what is named as typed before what merely says it. */
function sortEntrees(
  entrees: readonly EntreeCatalogue[],
  { pourAction }: UsageCatalogue,
  mots: readonly string[]
): EntreeCatalogue[] {
  const rank = ({ declencheur, libelle }: EntreeCatalogue): number => {
    const nom = foldRecherche(libelle);
    const isNomme = mots.length > 0 && mots.every((mot) => nom.includes(mot));
    return (pourAction && declencheur !== 'action' ? 2 : 0) + (isNomme ? 0 : 1);
  };
  return [...entrees].sort((a, b) => rank(a) - rank(b));
}

/** The entries that mean something for at least one of the recipients, every word typed being found. */
export function filterCatalogue(filtre: FiltreCatalogue): EntreeCatalogue[] {
  const mots = toMots(filtre.recherche);
  const trouvees = CATALOGUE.filter((entree) => {
    const isServi =
      filtre.destinataires.length === 0 ||
      filtre.destinataires.some((type) => entree.destinataires.includes(type));
    const isVoulu = filtre.declencheur === null || entree.declencheur === filtre.declencheur;
    const { libelle, chemin, theme } = entree;
    const texte = foldRecherche(`${libelle} ${chemin} ${theme} ${synonymesOf(entree)}`);
    return isServi && isVoulu && mots.every((mot) => texte.includes(mot));
  });
  return sortEntrees(dropDoubles(trouvees), filtre, mots);
}

/** By theme, in the catalogue's order. */
export function groupByTheme(
  entrees: readonly EntreeCatalogue[]
): [theme: string, entrees: EntreeCatalogue[]][] {
  const groupes = new Map<string, EntreeCatalogue[]>();
  for (const entree of entrees) {
    groupes.set(entree.theme, [...(groupes.get(entree.theme) ?? []), entree]);
  }
  return [...groupes];
}
