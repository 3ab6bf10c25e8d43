import { z } from 'zod';
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

const historiqueSchema = z.object({
  recherche: z.string().max(120).default(''),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(10),
  toutes: z.enum(['true', 'false']).default('false'),
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
    const { toutes, ...page } = parse(historiqueSchema, query);
    return app.historique.ofAction(params.documentId ?? '', toutes === 'true', {
      ...page,
      perimetre,
    });
  },

  historiqueEntrepreneur: ({ app, params, query, perimetre }) => {
    const { toutes: _toutes, ...page } = parse(historiqueSchema, query);
    return app.historique.ofEntrepreneur(params.documentId ?? '', { ...page, perimetre });
  },

  message: ({ app, params, perimetre }) => app.showMessage(params.documentId ?? '', perimetre),

  cancel: async ({ app, body, perimetre, now }) => ({
    annules: await app.historique.cancel(
      parse(annulationSchema, body).envoiDocumentIds,
      perimetre,
      now
    ),
  }),
});
