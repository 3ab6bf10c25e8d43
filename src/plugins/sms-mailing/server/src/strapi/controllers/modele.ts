import {
  brouillonSchema,
  cobayeSchema,
  demandeApercuSchema,
  demandeCobayesSchema,
  demandeModelesSchema,
  demandeRepartitionSchema,
  inactivationSchema,
  modificationModeleSchema,
  numeroExemplaireSchema,
} from '../../../../core/api/modeles';
import { CATALOGUE } from '../../../../core/catalogue-signets';
import { modeleSchema } from '../../../../core/modele';
import { validateModele } from '../../../../core/validation-modele';
import { createController, forbid, parse } from './handle';

/** Guide §5. */
export const modele = createController({
  signets: () => Promise.resolve(CATALOGUE),

  list: ({ app, query }) => app.modeles.list(parse(demandeModelesSchema, query)),

  read: ({ app, params }) => app.openModele(params.documentId ?? ''),

  create: ({ app, body, perimetre, utilisateur, now }) =>
    app.saveModele({
      documentId: null,
      version: null,
      modele: parse(modeleSchema, body),
      annulerProgrammes: null,
      perimetre,
      auteurId: utilisateur.id,
      now,
    }),

  update: ({ app, params, body, perimetre, utilisateur, now }) => {
    const { version, annulerProgrammes, ...saisi } = parse(modificationModeleSchema, body);
    return app.saveModele({
      documentId: params.documentId ?? '',
      version,
      modele: saisi,
      annulerProgrammes,
      perimetre,
      auteurId: utilisateur.id,
      now,
    });
  },

  duplicate: async ({ app, params, utilisateur }) => ({
    documentId: await app.duplicateModele(params.documentId ?? '', utilisateur.id),
  }),

  inactivate: ({ app, params, body, perimetre, utilisateur, now }) =>
    app.inactivateModele({
      documentId: params.documentId ?? '',
      ...parse(inactivationSchema, body),
      perimetre,
      auteurId: utilisateur.id,
      now,
    }),

  delete: ({ app, params }) => app.deleteModele(params.documentId ?? ''),

  validate: async ({ app, body }) =>
    validateModele(parse(brouillonSchema, body), await app.readReglagesSms()),

  reglagesSms: ({ app }) => app.readReglagesSms(),

  /** Who only reads modèles sees those that are saved: one under the pen is somebody's who writes. */
  preview: ({ app, body, perimetre, can }) => {
    const demande = parse(demandeApercuSchema, body);
    if ('modele' in demande && !can('modeles.creer-modele')) {
      forbid();
    }
    return app.previewModele(demande, perimetre);
  },

  exemples: ({ app, body, perimetre }) => app.showExemples(parse(cobayeSchema, body), perimetre),

  exemplaire: ({ app, body, perimetre, utilisateur, now }) =>
    app.sendExemplaire({
      demande: parse(demandeApercuSchema, body),
      ...parse(numeroExemplaireSchema, body),
      perimetre,
      utilisateur,
      now,
    }),

  cobayes: ({ app, query, perimetre }) =>
    app.searchCobayes(parse(demandeCobayesSchema, query), perimetre),

  repartition: ({ app, body, perimetre }) =>
    app.measureSms(parse(demandeRepartitionSchema, body), perimetre),
});
