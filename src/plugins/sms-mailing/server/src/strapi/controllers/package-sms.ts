import {
  alertPackages,
  correctionPackageSchema,
  modificationPackageSchema,
  packageSmsSchema,
  type ComptePackages,
} from '../../../../core/package-sms';
import { createController, parse } from './handle';

/** Guide §10. */
export const packageSms = createController({
  list: async ({ app }): Promise<ComptePackages> => {
    const packages = await app.packages.list();
    const { seuilAlertePackages } = await app.moteur.parametres.read();
    return {
      packages,
      alerte: alertPackages(packages, seuilAlertePackages / 100),
      disponible: await app.credits.disponible(),
    };
  },

  create: ({ app, body, now }) => app.addPackage(parse(packageSmsSchema, body), now),

  update: ({ app, params, body, now }) =>
    app.modifyPackage({
      documentId: params.documentId ?? '',
      saisie: parse(modificationPackageSchema, body),
      now,
    }),

  correct: ({ app, params, body, utilisateur, now }) =>
    app.correctPackage(
      {
        documentId: params.documentId ?? '',
        saisie: parse(correctionPackageSchema, body),
        now,
      },
      utilisateur.id
    ),

  delete: ({ app, params }) => app.deletePackage(params.documentId ?? ''),

  suivi: ({ app }) => app.describeSuiviPackages(),

  operateur: ({ app }) => app.testConnexion('sms'),

  journal: ({ app, params }) => app.suiviPackages.journal(params.documentId ?? ''),
});
