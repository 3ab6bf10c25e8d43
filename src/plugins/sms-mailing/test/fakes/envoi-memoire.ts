import type { MotifExclusion } from '../../core/motif';
import type { StatutEnvoi } from '../../core/vocabulaire';
import type { Issue, Lot, Reprise } from '../../server/src/services/ports/envois';

export interface EnvoiMemoire {
  id: number;
  lot: Lot;
  statut: StatutEnvoi;
  disponibleLe: Date;
  ouvrier: string | null;
  tentatives: number;
  motif: string | null;
  detail: string | null;
  adresse: string | null;
  messageId: string | null;
  valeurs: readonly (string | null)[] | null;
  versionId: number | null;
  reglagesId: number | null;
  credits: number;
  reference: string | null;
  envoyeLe: Date | null;
  /** What the claim finds: where the message goes, or why it goes nowhere. */
  destination: { nom: string; adresse: string | null; motif: MotifExclusion | null };
  /** Files of its own send. */
  piecesJointes?: readonly number[];
}

export function takeOver(
  envois: readonly EnvoiMemoire[],
  isAbandonne: (ouvrier: string) => boolean
) {
  const reprise: Reprise = { rendus: 0, incertains: 0 };
  for (const envoi of envois) {
    if (envoi.ouvrier === null || !isAbandonne(envoi.ouvrier)) continue;
    if (envoi.statut === 'reserve') {
      Object.assign(envoi, { statut: 'programme', ouvrier: null });
      reprise.rendus += 1;
    } else if (envoi.statut === 'en_cours') {
      envoi.statut = 'incertain';
      reprise.incertains += 1;
    }
  }
  return reprise;
}

/** May this worker say so of this envoi? The rule of the real one, in words. */
export function isRecevable(envoi: EnvoiMemoire, ouvrier: string, issue: Issue): boolean {
  if (issue.statut === 'envoye') {
    return ['programme', 'reserve', 'en_cours', 'incertain', 'annule'].includes(envoi.statut);
  }
  return (
    envoi.ouvrier === ouvrier &&
    (['reserve', 'en_cours'].includes(envoi.statut) ||
      (envoi.statut === 'incertain' && issue.statut === 'echec'))
  );
}

const isComptee = (issue: Issue): boolean =>
  issue.statut === 'programme' ? issue.compte : issue.statut !== 'exclu';

export function settle(envoi: EnvoiMemoire, ouvrier: string, issue: Issue, now: Date): void {
  const retour = issue.statut === 'programme';
  envoi.statut = issue.statut;
  envoi.ouvrier = retour ? null : ouvrier;
  envoi.tentatives += isComptee(issue) ? 1 : 0;
  envoi.motif = 'motif' in issue ? issue.motif : null;
  envoi.detail = 'detail' in issue ? issue.detail : null;
  if (!['envoye', 'incertain'].includes(issue.statut)) envoi.valeurs = null;
  if (issue.statut === 'envoye') {
    Object.assign(envoi, { reference: issue.reference, credits: issue.credits, envoyeLe: now });
  }
  if (retour) envoi.disponibleLe = issue.disponibleLe ?? envoi.disponibleLe;
}
