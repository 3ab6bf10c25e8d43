import {
  apercuRegleSchema,
  duplicationRegleSchema,
  envoiTestSchema,
  essaiSchema,
  executionSchema,
  inactivationRegleSchema,
  modificationRegleSchema,
  pourquoiSchema,
  retraitSchema,
  saisieRegleSchema,
} from '../../../../core/api/envois-automatiques';
import { createController, parse } from './handle';

/** Beyond, the screen says how many more: nobody reads further. */
const LIGNES_ESSAI = 1_000;

/** Guide §6. */
export const envoiAutomatique = createController({
  list: ({ app, perimetre }) => app.listEnvoisAutomatiques(perimetre),

  preview: ({ app, body, perimetre }) =>
    app.previewRegle(parse(apercuRegleSchema, body), perimetre),

  create: async ({ app, body, perimetre, now }) => {
    const { perimetre: choisi, ...saisie } = parse(saisieRegleSchema, body);
    const demande = { lue: null, ...saisie, choisi, perimetre, now };
    return { documentId: await app.saveEnvoiAutomatique(demande) };
  },

  update: async ({ app, params, body, perimetre, now }) => {
    const { version, perimetre: choisi, ...saisie } = parse(modificationRegleSchema, body);
    const lue = { documentId: params.documentId ?? '', version };
    const demande = { lue, ...saisie, choisi, perimetre, now };
    return { documentId: await app.saveEnvoiAutomatique(demande) };
  },

  duplicate: async ({ app, params, body, perimetre }) => {
    const { version } = parse(duplicationRegleSchema, body);
    const lue = { documentId: params.documentId ?? '', version };
    return { documentId: await app.duplicateEnvoiAutomatique(lue, perimetre) };
  },

  inactivate: async ({ app, params, body, perimetre, now }) => {
    const { version, ...saisie } = parse(inactivationRegleSchema, body);
    const lue = { documentId: params.documentId ?? '', version };
    const demande = { lue, ...saisie, perimetre, now };
    return { documentId: await app.inactivateEnvoiAutomatique(demande) };
  },

  delete: ({ app, params, perimetre }) =>
    app.deleteEnvoiAutomatique(params.documentId ?? '', perimetre),

  test: ({ app, body, perimetre, now }) =>
    app.simulateSoir({ ...parse(essaiSchema, body), perimetre, now, limite: LIGNES_ESSAI }),

  explain: ({ app, body, perimetre }) =>
    app.explainEnvoiAutomatique(parse(pourquoiSchema, body), perimetre),

  withdraw: async ({ app, params, body, perimetre, utilisateur, now }) => ({
    retires: await app.withdrawPersonnes({
      ...{ regleDocumentId: params.documentId ?? '', ...parse(retraitSchema, body) },
      ...{ perimetre, auteurId: utilisateur.id, now },
    }),
  }),

  sendTests: ({ app, body, perimetre, utilisateur, now }) => {
    const { regleDocumentIds } = parse(envoiTestSchema, body);
    return app.sendTests(regleDocumentIds, { auteurId: utilisateur.id, perimetre, now });
  },

  execute: ({ app, params, body, perimetre, utilisateur, now }) => {
    const { confirmation } = parse(executionSchema, body);
    return app.executeRegle(params.documentId ?? '', {
      ...{ auteurId: utilisateur.id, confirmation, perimetre, now },
    });
  },
});
