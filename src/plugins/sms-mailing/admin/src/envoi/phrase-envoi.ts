import type { LigneHistorique } from '../../../core/api/historique';
import { phraseMotif } from '../../../core/motif';
import { RETENU } from '../../../core/suspension';
import type { StatutEnvoi } from '../../../core/vocabulaire';
import { formatInstant, minuscule } from '../components/texte';

type Lue = Pick<
  LigneHistorique,
  'statut' | 'motif' | 'detail' | 'adresse' | 'prevuLe' | 'envoyeLe' | 'termineLe' | 'retarde'
>;

/** Handed over to the mail server or the operator: it has a message to show. */
const PARTIS: readonly StatutEnvoi[] = ['envoye', 'remis', 'echec', 'incertain'];

export function isParti({ statut }: Pick<LigneHistorique, 'statut'>): boolean {
  return PARTIS.includes(statut);
}

/** Why it stands so: the rule that stopped it, what the operator answered, or what holds it back; '' when nothing does. */
export function raisonEnvoi({ statut, motif, detail }: Lue): string {
  // What the server answered says more than that it refused.
  if (statut === 'echec' && detail !== null) {
    return detail;
  }
  if (motif !== null) {
    return phraseMotif(motif);
  }
  const dit = statut === 'incertain' || detail?.startsWith(RETENU) === true;
  return dit ? (detail ?? '') : '';
}

/** Beside the address of what waits: that it may still change, or why nothing would leave. */
export function phrasePrevue({ motif }: NonNullable<LigneHistorique['prevue']>): string {
  return motif === null
    ? 'adresse d’aujourd’hui, revérifiée au départ'
    : `Ne partirait pas aujourd’hui : ${minuscule(phraseMotif(motif))}`;
}

const DECISIONS: Readonly<Partial<Record<StatutEnvoi, string>>> = {
  exclu: 'écarté le',
  annule: 'annulé le',
  echec: 'refusé le',
};

/** « écarté le 03/03/2022 19:00 »: of what did not leave, when that was known; '' for the others (guide §9.c). */
export function phraseDecision({ statut, termineLe }: Lue): string {
  const verbe = DECISIONS[statut];
  return verbe === undefined || termineLe === null ? '' : `${verbe} ${formatInstant(termineLe)}`;
}

const PHRASES: Readonly<Record<StatutEnvoi, (a: string, ligne: Lue) => string>> = {
  programme: (a, { prevuLe }) => `Ce message est programmé${a} pour le ${formatInstant(prevuLe)}.`,
  reserve: (a) => `Ce message est en train de partir${a}.`,
  en_cours: (a) => `Ce message est en train de partir${a}.`,
  envoye: (a, { envoyeLe }) =>
    `Ce message est parti${a} le ${formatInstant(envoyeLe)}. Le serveur de la personne l’a accepté ; rien ne dit s’il a été lu.`,
  remis: (a, { envoyeLe }) =>
    `Ce message est parti${a} le ${formatInstant(envoyeLe)}, et l’opérateur dit l’avoir remis.`,
  echec: (a) => `Ce message a été refusé${a} : la personne ne l’a pas reçu.`,
  incertain: (a) =>
    `Ce message est peut-être arrivé${a} : la liaison a été coupée au moment de l’envoi.`,
  exclu: (_a, { prevuLe }) =>
    `Ce message, prévu pour le ${formatInstant(prevuLe)}, n’est pas parti.`,
  annule: (_a, { prevuLe }) =>
    `Ce message, prévu pour le ${formatInstant(prevuLe)}, a été annulé avant de partir.`,
};

/** What one reads aloud to who says she received nothing. */
export function phraseEnvoi(ligne: Lue): string {
  const raison = raisonEnvoi(ligne);
  const retard = ligne.retarde ? ' Il est parti plus tard que prévu.' : '';
  const a = ligne.adresse === null ? '' : ` à ${ligne.adresse}`;
  return `${PHRASES[ligne.statut](a, ligne)}${retard}${raison === '' ? '' : ` ${raison}`}`;
}
