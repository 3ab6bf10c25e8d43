import {
  correctionPackageSchema,
  modificationPackageSchema,
  packageSmsSchema,
} from '../../../../core/package-sms';
import { createController, parse } from './handle';

/** Guide §10. */
export const packageSms = createController({
  list: ({ app }) => app.countPackages(),

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
