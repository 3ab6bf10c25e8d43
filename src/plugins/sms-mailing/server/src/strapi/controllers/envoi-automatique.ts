import { z } from 'zod';
import { envoiAutomatiqueSchema } from '../../../../core/envoi-automatique';
import { createController, parse } from './handle';

const saisieSchema = z.object({
  regle: envoiAutomatiqueSchema,
  sansCritereConfirme: z.boolean().default(false),
});

const essaiSchema = z.object({
  regleDocumentId: z.string().min(1).nullable().default(null),
  soir: z.iso.date({ error: 'Choisissez la date du soir à simuler.' }),
});

/** Beyond, the screen says how many more: nobody reads further. */
const LIGNES_ESSAI = 1_000;

/** Guide §6. */
export const envoiAutomatique = createController({
  list: ({ app }) => app.regles.list(),

  create: async ({ app, body, now }) => ({
    documentId: await app.saveEnvoiAutomatique({
      documentId: null,
      ...parse(saisieSchema, body),
      now,
    }),
  }),

  update: async ({ app, params, body, now }) => ({
    documentId: await app.saveEnvoiAutomatique({
      documentId: params.documentId ?? '',
      ...parse(saisieSchema, body),
      now,
    }),
  }),

  delete: ({ app, params }) => app.regles.delete(params.documentId ?? ''),

  test: ({ app, body, perimetre }) =>
    app.testEnvoisAutomatiques({ ...parse(essaiSchema, body), perimetre, limite: LIGNES_ESSAI }),

  execute: async ({ app, params }) => ({
    envois: await app.executeMaintenant(params.documentId ?? ''),
  }),
});
