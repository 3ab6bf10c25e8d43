import {
  isPersonne,
  lendEtendues,
  limitTo,
  phrasePersonne,
  readEtendues,
  TOUT,
  unite,
  type Etendue,
  type Perimetre,
} from '../../../../core/perimetre';
import { PREFIXE } from '../../../../core/permissions';
import { phraseRegle, refuse } from '../../../../core/regle';
import type { PerimetreStore } from '../ports/perimetres';

/** An account that asks, and the day where the association is ('YYYY-MM-DD'): a colleague is replaced from day to day. */
export interface Demandeur {
  utilisateurId: number;
  jour: string;
}

/** What the colleagues that one replaces today lend; who is two intervenants lends nothing. */
async function resolvePretes(
  perimetres: PerimetreStore,
  { utilisateurId, jour }: Demandeur,
  { action, etendues }: { action: string; etendues: readonly Etendue[] }
): Promise<Perimetre[]> {
  const remplacees = await perimetres.listRemplacees(utilisateurId, jour);
  return Promise.all(
    remplacees.map(async (collegue) => {
      const [conditions, siens] = await Promise.all([
        perimetres.readConditions(collegue, action),
        perimetres.readRattachement(collegue),
      ]);
      const pretees = lendEtendues(etendues, readEtendues(conditions));
      return limitTo(siens.intervenantIds.length > 1 ? [] : pretees, siens);
    })
  );
}

async function resolveEtendues(
  perimetres: PerimetreStore,
  demandeur: Demandeur,
  { action, etendues }: { action: string; etendues: readonly Etendue[] }
): Promise<Perimetre> {
  const siens = await perimetres.readRattachement(demandeur.utilisateurId);
  if (siens.intervenantIds.length > 1) {
    refuse('plusieurs-intervenants');
  }
  const pretes = await resolvePretes(perimetres, demandeur, { action, etendues });
  return unite([limitTo(etendues, siens), ...pretes]);
}

/**
 * Decision G17, the one place that knows whose fiches an account may see by one of its rights: the union of what its
 * roles open, of the antennes and équipes of its own and of the intervenant it is, and of what the colleagues that it
 * replaces today see. None of these: nobody.
 */
export async function resolvePerimetre(
  perimetres: PerimetreStore,
  demandeur: Demandeur,
  action: string
): Promise<Perimetre> {
  const etendues = readEtendues(await perimetres.readConditions(demandeur.utilisateurId, action));
  return etendues === 'tout' ? TOUT : resolveEtendues(perimetres, demandeur, { action, etendues });
}

/** By action, why a right of the module shows nobody to this account; those that show somebody are not there. */
export async function explainPersonne(
  perimetres: PerimetreStore,
  demandeur: Demandeur
): Promise<Record<string, string>> {
  const { utilisateurId } = demandeur;
  const [droits, siens] = await Promise.all([
    perimetres.listDroits(utilisateurId),
    perimetres.readRattachement(utilisateurId),
  ]);
  const plusieurs = siens.intervenantIds.length > 1;
  const phrases: Record<string, string> = {};
  for (const { action, conditions } of droits) {
    const etendues = readEtendues(conditions);
    if (etendues === 'tout' || !action.startsWith(PREFIXE)) {
      continue;
    }
    if (plusieurs) {
      phrases[action] = phraseRegle('plusieurs-intervenants');
    } else if (isPersonne(await resolveEtendues(perimetres, demandeur, { action, etendues }))) {
      phrases[action] = phrasePersonne(etendues);
    }
  }
  return phrases;
}
