import type { ResultatEnvoiTest } from '../../../../core/api/envois-automatiques';
import { formatDate, localDate, targetDate } from '../../../../core/horaire';
import { refuse } from '../../../../core/regle';
import type { RegleStore, SoireeStore } from '../ports/envois-automatiques';

export interface TestsDeps {
  regles: RegleStore;
  soirees: SoireeStore;
  zone: string;
}

function phraseTest(envois: number, dateActions: string): string {
  const date = formatDate(dateActions);
  return envois === 0
    ? `Aucune fiche test ne participe à une action du ${date} qui corresponde : ajoutez-en une à l’action de test.`
    : `${String(envois)} message${envois > 1 ? 's' : ''} aux fiches test des actions du ${date}.`;
}

/**
 * Guide §6.d « Envoi test des E-mails et des sms », decision F13: the chosen rules alone, as if it were 19h
 * today, to fiches test alone. Repeatable, and the evening ignores it.
 */
export async function sendTests(
  { regles, soirees, zone }: TestsDeps,
  regleDocumentIds: readonly string[],
  now: Date
): Promise<ResultatEnvoiTest> {
  const toutes = await regles.list();
  const choisies = toutes.filter(({ documentId }) => regleDocumentIds.includes(documentId));
  if (choisies.length < new Set(regleDocumentIds).size) {
    refuse('regle-introuvable');
  }
  const inactif = choisies.find(({ modeleInactif }) => modeleInactif);
  if (inactif !== undefined) {
    refuse('modele-inactif', { modele: inactif.modeleNom });
  }
  const soir = localDate(now, zone);
  const ids = choisies.map(({ id }) => id);
  const plan = await soirees.planTest(ids, { soir, depart: now, retarde: false, now });
  const lignes = choisies.map(({ id, documentId, modeleNom, regle }) => {
    const envois = plan.get(id) ?? 0;
    const phrase = phraseTest(envois, targetDate(soir, regle.delai));
    return { documentId, modele: modeleNom, envois, phrase };
  });
  return { envois: lignes.reduce((somme, { envois }) => somme + envois, 0), regles: lignes };
}
