import { z } from 'zod';
import {
  demandeHistoriqueActionSchema,
  demandePageHistoriqueSchema,
} from '../../../../core/api/historique';
import { createController, parse } from './handle';

const documentIdsSchema = z.array(z.string().min(1)).max(200);

const entrepreneurSchema = z.object({
  modeleDocumentIds: documentIdsSchema,
  force: z.boolean().default(false),
});

const participantsSchema = entrepreneurSchema.extend({
  entrepreneurDocumentIds: documentIdsSchema.nullable().default(null),
  inclureListeAttente: z.boolean().default(false),
  actionAnnuleeConfirmee: z.boolean().default(false),
});

const annulationSchema = z.object({ envoiDocumentIds: documentIdsSchema.min(1) });

/** Guide §8 and §9. */
export const fiche = createController({
  sendToParticipants: ({ app, params, body, perimetre, utilisateur, now }) =>
    app.sendToParticipants({
      actionDocumentId: params.documentId ?? '',
      ...parse(participantsSchema, body),
      perimetre,
      auteurId: utilisateur.id,
      now,
    }),

  scheduleEntrepreneur: ({ app, params, body, perimetre, utilisateur, now }) =>
    app.scheduleEnvoiEntrepreneur({
      entrepreneurDocumentId: params.documentId ?? '',
      ...parse(entrepreneurSchema, body),
      perimetre,
      auteurId: utilisateur.id,
      now,
    }),

  historiqueAction: ({ app, params, query, perimetre }) => {
    const { toutes, ...page } = parse(demandeHistoriqueActionSchema, query);
    return app.historique.ofAction(params.documentId ?? '', toutes === 'true', {
      ...page,
      perimetre,
    });
  },

  historiqueEntrepreneur: ({ app, params, query, perimetre }) =>
    app.historique.ofEntrepreneur(params.documentId ?? '', {
      ...parse(demandePageHistoriqueSchema, query),
      perimetre,
    }),

  message: ({ app, params, perimetre }) => app.showMessage(params.documentId ?? '', perimetre),

  cancel: async ({ app, body, perimetre, now }) => ({
    annules: await app.historique.cancel(
      parse(annulationSchema, body).envoiDocumentIds,
      perimetre,
      now
    ),
  }),
});
