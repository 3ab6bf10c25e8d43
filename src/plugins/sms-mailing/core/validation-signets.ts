import type { EntreeCatalogue } from './catalogue-signets';
import { findEntree, suggestChemin } from './catalogue-signets';
import { formatDatePhp } from './date-php';
import type { Morceau, Signet } from './signet';
import { formatSignet, listSignets } from './signet';
import type { Modalite, TypeDestinataire } from './vocabulaire';
import {
  LIBELLES_MODALITE,
  LIBELLES_TYPE_DESTINATAIRE,
  declencheurOf,
  modaliteSchema,
} from './vocabulaire';

export type CodeProbleme =
  'inconnu' | 'modalite' | 'destinataire' | 'format_sans_date' | 'format_sans_effet';

export interface ProblemeSignet {
  readonly code: CodeProbleme;
  readonly signet: Signet;
  /** A French sentence that says what to do. */
  readonly message: string;
  /** For an unknown signet: the nearest known one, prefix, format and repli kept, ready to paste. */
  readonly suggestion: string | null;
  /** Decision A9: a blocking problem lets the modele be a draft, not active. */
  readonly bloquant: boolean;
}

/** What the modele is meant for: the modalités it is offered in, the destinataires ticked on it. */
export interface UsageSignets {
  readonly modalites: readonly Modalite[];
  readonly destinataires: readonly TypeDestinataire[];
}

/**
 * Guide §2.b, §2.c; decisions A7, A8, A9. Every problem of every signet, in the order of the text, each
 * spelling once. No problem: an empty list.
 */
export function validateSignets(
  morceaux: readonly Morceau[],
  usage: UsageSignets
): ProblemeSignet[] {
  const vus = new Set<string>();
  return listSignets(morceaux).flatMap((signet) => {
    const ecrit = formatSignet(signet);
    if (vus.has(ecrit)) {
      return [];
    }
    vus.add(ecrit);
    const entree = findEntree(signet.chemin);
    return entree === null
      ? [describeInconnu(signet)]
      : [
          ...checkModalite(signet, entree, usage.modalites),
          ...checkDestinataires(signet, entree, usage.destinataires),
          ...checkFormat(signet, entree),
        ];
  });
}

/**
 * The modalités a modele can serve (guide §5.a « modalité d'envoi », decisions A8, F8). ACTION signets: envoi
 * automatique and fiche Action alone. Those two and the fiche Entrepreneur reach entrepreneurs only. A
 * destinataire counts if every known signet has a meaning, or a repli, for it.
 */
export function computeModalites(
  morceaux: readonly Morceau[],
  destinataires: readonly TypeDestinataire[]
): Modalite[] {
  const lus = listSignets(morceaux).map((signet) => ({
    signet,
    entree: findEntree(signet.chemin),
  }));
  const servis = destinataires.filter((destinataire) =>
    lus.every(({ signet, entree }) => entree === null || isServi(signet, entree, destinataire))
  );
  const hasAction = lus.some(({ entree }) => entree?.declencheur === 'action');
  return modaliteSchema.options.filter((modalite) => {
    const isAtteint = modalite === 'campagne' ? servis.length > 0 : servis.includes('entrepreneur');
    return isAtteint && !(hasAction && declencheurOf(modalite) === 'personne');
  });
}

function isServi(signet: Signet, entree: EntreeCatalogue, destinataire: TypeDestinataire): boolean {
  return entree.destinataires.includes(destinataire) || signet.repli !== null;
}

function describeInconnu(signet: Signet): ProblemeSignet {
  const proche = suggestChemin(signet.chemin);
  const suggestion = proche === null ? null : formatSignet({ ...signet, chemin: proche });
  const conseil =
    suggestion === null
      ? 'Choisissez-le dans la liste « Signets disponibles ».'
      : `Vouliez-vous écrire « ${suggestion} » ?`;
  const message = `Le signet « ${formatSignet(signet)} » n’existe pas. ${conseil}`;
  return { code: 'inconnu', signet, message, suggestion, bloquant: true };
}

function checkModalite(
  signet: Signet,
  entree: EntreeCatalogue,
  modalites: readonly Modalite[]
): ProblemeSignet[] {
  const refusees =
    entree.declencheur === 'action'
      ? modalites.filter((modalite) => declencheurOf(modalite) === 'personne')
      : [];
  if (refusees.length === 0) {
    return [];
  }
  const noms = joinWith(
    'ni',
    refusees.map((modalite) => `« ${LIBELLES_MODALITE[modalite]} »`)
  );
  const message =
    `Le signet « ${formatSignet(signet)} » lit une action : il ne peut pas servir pour ${noms}. ` +
    'Remplacez-le par un signet qui commence par PERSONNE, ou retirez cette modalité d’envoi.';
  return [{ code: 'modalite', signet, message, suggestion: null, bloquant: true }];
}

function checkDestinataires(
  signet: Signet,
  entree: EntreeCatalogue,
  destinataires: readonly TypeDestinataire[]
): ProblemeSignet[] {
  const sans = destinataires.filter((destinataire) => !isServi(signet, entree, destinataire));
  if (sans.length === 0) {
    return [];
  }
  const noms = joinWith(
    'ni',
    sans.map((destinataire) => `« ${LIBELLES_TYPE_DESTINATAIRE[destinataire]} »`)
  );
  const conseil =
    entree.declencheur === 'action'
      ? 'Retirez-le, ou retirez ce type de destinataire.'
      : 'Retirez-le, retirez ce type de destinataire, ou donnez un texte de repli après une barre « | ».';
  const message = `Le signet « ${formatSignet(signet)} » n’a pas de valeur pour ${noms}. ${conseil}`;
  return [{ code: 'destinataire', signet, message, suggestion: null, bloquant: true }];
}

function checkFormat(signet: Signet, entree: EntreeCatalogue): ProblemeSignet[] {
  if (signet.format === null) {
    return [];
  }
  const format = `« # ${signet.format} »`;
  const ecrit = formatSignet(signet);
  if (entree.nature === 'texte' || entree.nature === 'nombre') {
    const message = `Le signet « ${ecrit} » n’est pas une date : retirez le format ${format}.`;
    return [{ code: 'format_sans_date', signet, message, suggestion: null, bloquant: false }];
  }
  if (hasEffet(signet.format, entree)) {
    return [];
  }
  const exemple = entree.nature === 'heure' ? 'H:i' : 'j F Y';
  const message = `Le format ${format} du signet « ${ecrit} » n’affiche rien de cette valeur : écrivez par exemple « # ${exemple} ».`;
  return [{ code: 'format_sans_effet', signet, message, suggestion: null, bloquant: false }];
}

/** Two far values give two texts, unless no letter of the format reads them. */
function hasEffet(format: string, { nature }: EntreeCatalogue): boolean {
  const [a, b] = (
    {
      date: ['1984-07-14', '2025-12-31'],
      heure: ['09:05', '21:30'],
      dateheure: ['1984-07-14T09:05', '2025-12-31T21:30'],
    } as const
  )[nature === 'date' || nature === 'heure' ? nature : 'dateheure'];
  return formatDatePhp(format, a, 'UTC') !== formatDatePhp(format, b, 'UTC');
}

function joinWith(mot: string, noms: readonly string[]): string {
  const [dernier = '', ...avant] = [...noms].reverse();
  return avant.length === 0 ? dernier : `${avant.reverse().join(', ')} ${mot} ${dernier}`;
}
