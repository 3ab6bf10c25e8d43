import { alertPackages, packageSmsSchema, type ComptePackages } from '../../../../core/package-sms';
import { createController, found, parse } from './handle';

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

  create: ({ app, body, now }) => app.packages.save(null, parse(packageSmsSchema, body), now),

  update: async ({ app, params, body, now }) =>
    found(
      await app.packages.save(params.documentId ?? '', parse(packageSmsSchema, body), now),
      'package-introuvable'
    ),

  delete: ({ app, params }) => app.deletePackage(params.documentId ?? ''),

  suivi: ({ app }) => app.describeSuiviPackages(),

  operateur: ({ app }) => app.testConnexion('sms'),

  journal: ({ app, params }) => app.suiviPackages.journal(params.documentId ?? ''),
});
