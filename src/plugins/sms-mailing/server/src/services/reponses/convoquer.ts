import { RegleError } from '../../../../core/errors';
import { phraseRegle } from '../../../../core/regle';
import type { AConvoquer, Places } from '../../adapters/sql/reponses/places';
import { programmer, type ProgrammerDeps } from '../programmer/programmer';
import type { Moteur } from '../ports/moteur';

export interface ConvoquerDeps extends ProgrammerDeps {
  places: Pick<Places, 'listAConvoquer' | 'noteConvocation'>;
  moteur: Pick<Moteur, 'clock'>;
}

const INJOIGNABLE =
  'aucun message ne peut lui parvenir, ou elle l’a déjà reçu : vérifiez ses coordonnées, puis écrivez-lui depuis cette fiche.';

/** What keeps it from leaving, as a sentence; null: it leaves. */
async function convoquerUne(deps: ConvoquerDeps, due: AConvoquer): Promise<string | null> {
  try {
    const { modeles } = await programmer(deps, {
      cible: {
        genre: 'fiche_action',
        action: due.actionDocumentId,
        participants: [due.entrepreneurDocumentId],
        listeAttente: false,
      },
      ...{ modeles: due.modeles, auteurId: due.auteurId, confirmation: due.numero },
      // Whoever proposed the place could reach her then, and chose this message.
      perimetre: { genre: 'tout' },
      now: deps.moteur.clock(),
      ...{ typeContact: null, force: false, annuleeConfirmee: false, promotionConfirmee: false },
      creditsLus: null,
    });
    const joints = modeles.reduce(
      (somme, { programmes, motifs }) =>
        somme + programmes - Object.values(motifs).reduce((total, n) => total + n, 0),
      0
    );
    return joints > 0 ? null : INJOIGNABLE;
  } catch (erreur) {
    if (!(erreur instanceof RegleError)) {
      throw erreur;
    }
    return phraseRegle(erreur.regle, erreur.details);
  }
}

/**
 * Whoever took the place that was proposed to her receives the convocation chosen with it (decision G15): by its own
 * number (G8), so that it leaves once, whichever instance sees her answer. Answers how many were seen to.
 */
export async function convoquer(deps: ConvoquerDeps): Promise<number> {
  const dues = await deps.places.listAConvoquer();
  for (const due of dues) {
    const empechement = await convoquerUne(deps, due);
    await deps.places.noteConvocation(
      due.id,
      empechement === null ? 'envoyee' : 'impossible',
      empechement
    );
  }
  return dues.length;
}
