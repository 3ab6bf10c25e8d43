import { CATALOGUE, findEntree, type EntreeCatalogue } from '../../../core/catalogue-signets';
import { formatDatePhp } from '../../../core/date-php';
import { formatSignet, listSignets, parseSignets, type Signet } from '../../../core/signet';
import type { Declencheur, TypeDestinataire } from '../../../core/vocabulaire';
import { foldText } from '../components/texte';

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

/** What the catalogue is offered for: the recipients ticked, and the déclencheur looked at; null, both. */
export interface FiltreCatalogue {
  destinataires: readonly TypeDestinataire[];
  declencheur: Declencheur | null;
  recherche: string;
}

/** The entries that mean something for at least one of the recipients, every word typed being found. */
export function filterCatalogue(filtre: FiltreCatalogue): EntreeCatalogue[] {
  const mots = foldText(filtre.recherche)
    .split(/[\s/_.]+/)
    .filter(Boolean);
  return CATALOGUE.filter((entree) => {
    const isServi =
      filtre.destinataires.length === 0 ||
      filtre.destinataires.some((type) => entree.destinataires.includes(type));
    const isVoulu = filtre.declencheur === null || entree.declencheur === filtre.declencheur;
    const texte = foldText(`${entree.libelle} ${entree.chemin} ${entree.theme}`);
    return isServi && isVoulu && mots.every((mot) => texte.includes(mot));
  });
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
