import { demandePropositionSchema, reprisePlaceSchema } from '../../../../core/proposition';
import { refuse } from '../../../../core/regle';
import { createController, parse } from './handle';

/** Decision G15: a place that frees itself goes to somebody by a person's click, never by itself. */
export const place = createController({
  listLiberees: ({ app, perimetre, now }) => app.listLiberees({ perimetre, now }),

  read: ({ app, params, perimetre, now }) =>
    app.readPlaces(params.documentId ?? '', { perimetre, now }),

  propose: ({ app, params, body, perimetre, utilisateur, can, now }) =>
    app.proposerPlace(parse(demandePropositionSchema, body), {
      actionDocumentId: params.documentId ?? '',
      ...{ perimetre, auteurId: utilisateur.id, now },
      plafonne: !can('campagnes.programmer-campagne'),
    }),

  takeBack: async ({ app, params, body, perimetre, now }) => {
    const { propositionId } = parse(reprisePlaceSchema, body);
    const reprise = await app.takeBackPlace(params.documentId ?? '', propositionId, {
      ...{ perimetre, now },
    });
    if (!reprise) {
      refuse('place-deja-repondue');
    }
    return { reprise };
  },
});
