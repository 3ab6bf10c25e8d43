import type {
  ResultatEnvoiTest,
  ResultatExecution,
} from '../../../../core/api/envois-automatiques';
import { formatDate, localDate, targetDate } from '../../../../core/horaire';
import { TOUT, type Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { RegleStore } from '../ports/envois-automatiques';
import type { Demande } from '../programmer/demande';
import { checkTenue } from './save-envoi-automatique';
import { programmer, type Programmation, type ProgrammerDeps } from '../programmer/programmer';

export interface RunReglesDeps extends ProgrammerDeps {
  regles: RegleStore;
}

/** Who presses, and the number of the window that was read (decision G8). */
export interface Clic {
  auteurId: number | null;
  confirmation: string | null;
  perimetre: Perimetre;
  now: Date;
}

function demandeOf(
  { auteurId, confirmation, now }: Omit<Clic, 'perimetre'>,
  cible: Extract<Demande['cible'], { genre: 'envoi_automatique' }>
): Demande {
  return {
    ...{ cible, modeles: [], typeContact: null, perimetre: TOUT, auteurId, confirmation, now },
    ...{ force: false, annuleeConfirmee: false, promotionConfirmee: false, creditsLus: null },
  };
}

/**
 * Guide §6.d « Envoi test », decision E8: plans one rule for today now, with the keys of the evening, so
 * that 19h repeats nothing. The envois leave at once.
 */
export async function executeRegle(
  deps: RunReglesDeps,
  regle: string,
  clic: Clic
): Promise<ResultatExecution> {
  checkTenue((await deps.regles.read(regle)) ?? refuse('regle-introuvable'), clic.perimetre);
  const soir = localDate(clic.now, deps.zone);
  const cible = { genre: 'envoi_automatique', regle, soir, essai: null } as const;
  const programmation = await programmer(deps, demandeOf(clic, cible));
  const envois = countPartants(programmation);
  const { sansCredit } = programmation;
  return sansCredit === 0 ? { envois } : { envois, sansCredit };
}

/** Whom something leaves to: who cannot be reached has a line that says why, and receives nothing. */
function countPartants({ modeles, sansCredit }: Programmation): number {
  const exclus = modeles.flatMap(({ motifs }) => Object.values(motifs));
  const lignes = modeles.reduce((somme, { programmes }) => somme + programmes, 0);
  return Math.max(0, lignes - exclus.reduce((somme, nombre) => somme + nombre, sansCredit));
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
  deps: RunReglesDeps,
  regleDocumentIds: readonly string[],
  clic: Omit<Clic, 'confirmation'>
): Promise<ResultatEnvoiTest> {
  const choisies = (await deps.regles.list()).filter(({ documentId }) =>
    regleDocumentIds.includes(documentId)
  );
  if (choisies.length < new Set(regleDocumentIds).size) {
    refuse('regle-introuvable');
  }
  const inactif = choisies.find(({ modeleInactif }) => modeleInactif);
  if (inactif !== undefined) {
    refuse('modele-inactif', { modele: inactif.modeleNom });
  }
  for (const regle of choisies) {
    checkTenue(regle, clic.perimetre);
  }
  const soir = localDate(clic.now, deps.zone);
  const essai = String(clic.now.getTime());
  const lignes: ResultatEnvoiTest['regles'] = [];
  for (const { documentId, modeleNom, regle } of choisies) {
    const cible = { genre: 'envoi_automatique', regle: documentId, soir, essai } as const;
    const demande = demandeOf({ ...clic, confirmation: null }, cible);
    const envois = countPartants(await programmer(deps, demande));
    const phrase = phraseTest(envois, targetDate(soir, regle.delai));
    lignes.push({ documentId, modele: modeleNom, envois, phrase });
  }
  return { envois: lignes.reduce((somme, { envois }) => somme + envois, 0), regles: lignes };
}
