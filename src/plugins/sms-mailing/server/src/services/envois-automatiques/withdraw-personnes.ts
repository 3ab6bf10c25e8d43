import type { RetraitDuSoir } from '../../../../core/api/envois-automatiques';
import { localDate } from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { PartLue } from '../programmer/demande';
import { inscrire } from '../programmer/inscrire';
import { createLirePart } from '../programmer/prepare-demande';
import { lireRegle } from './prevoir-soir';
import type { RunReglesDeps } from './run-regles';

interface Retrait extends RetraitDuSoir {
  regleDocumentId: string;
  perimetre: Perimetre;
  auteurId: number | null;
  now: Date;
}

/**
 * Decision B11, before the evening: these persons will not receive this envoi automatique for this date of
 * their action. An occurrence that nobody has programmed yet is written « annulé » under its own key, so that
 * no evening plans it; one that waits is cancelled. Answers how many.
 */
export async function withdrawPersonnes(
  deps: RunReglesDeps,
  { regleDocumentId, personnes, perimetre, auteurId, now }: Retrait
): Promise<number> {
  const regle = await deps.regles.read(regleDocumentId);
  if (regle === null) {
    refuse('regle-introuvable');
  }
  const lire = await createLirePart(deps);
  const soir = localDate(now, deps.zone);
  const confirmation = deps.drawNumero();
  const parts: PartLue[] = [];
  for (const { entrepreneurDocumentId: entrepreneur, actionDocumentId: action } of personnes) {
    const participation = { entrepreneur, action };
    parts.push(await lireRegle(lire, regle, { soir, perimetre, now, participation }));
  }
  return deps.programmes.transaction(async (atelier) => {
    let retires = 0;
    for (const lue of parts) {
      const { programmes } = await inscrire(atelier, lue, {
        ...{ auteurId, confirmation, retarde: false, annuleeConfirmee: false, statut: 'annule' },
      });
      retires += programmes + (await atelier.cancelAttente(lue.part));
    }
    await atelier.note('participant-retire', { modele: regle.modeleNom, retires });
    return retires;
  });
}
