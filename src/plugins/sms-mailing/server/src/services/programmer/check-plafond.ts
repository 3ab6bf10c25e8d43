import type { Parametres } from '../../../../core/parametres';
import { refuse } from '../../../../core/regle';
import type { Atelier } from '../../adapters/sql/programmer/programmes';
import type { Demande } from './demande';

const JOUR_MS = 24 * 60 * 60_000;

/**
 * Decision G5: from the fiches, whoever has no right to campagnes writes so many messages a click and a day, not to a
 * crowd. Counted on the lines already written: what is refused here takes the whole transaction back.
 */
export async function checkPlafond(
  atelier: Atelier,
  { messagesParClic, messagesParJour }: Pick<Parametres, 'messagesParClic' | 'messagesParJour'>,
  { auteurId, plafonne, now, confirmation }: Demande & { confirmation: string }
): Promise<void> {
  if (plafonne !== true || auteurId === null) {
    return;
  }
  const depuis = new Date(now.getTime() - JOUR_MS);
  const ecrits = await atelier.countPlafonnes({ auteurId, confirmation, depuis });
  if (ecrits.duClic > messagesParClic) {
    refuse('plafond-du-clic', { messages: ecrits.duClic, plafond: messagesParClic });
  }
  if (ecrits.duClic > 0 && ecrits.depuis > messagesParJour) {
    refuse('plafond-du-jour', {
      messages: ecrits.duClic,
      deja: ecrits.depuis - ecrits.duClic,
      plafond: messagesParJour,
    });
  }
}
