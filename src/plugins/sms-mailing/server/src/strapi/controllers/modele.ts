import { z } from 'zod';
import { CATALOGUE } from '../../../../core/catalogue-signets';
import { RegleError } from '../../../../core/errors';
import { modeleSchema } from '../../../../core/modele';
import { typeContactSchema, typeDestinataireSchema } from '../../../../core/vocabulaire';
import { createController, found, parse } from './handle';

const listSchema = z.object({ typeContact: typeContactSchema });

const essaiSchema = z.object({
  modele: modeleSchema,
  cobaye: z.object({
    typeDestinataire: typeDestinataireSchema,
    documentId: z.string().min(1).nullable().default(null),
    actionDocumentId: z.string().min(1).nullable().default(null),
  }),
});

const inactifSchema = z.object({
  inactif: z.boolean(),
  annulerProgrammes: z.boolean().default(false),
});

/** Guide §5. */
export const modele = createController({
  signets: () => Promise.resolve(CATALOGUE),

  list: ({ app, query }) => app.modeles.list(parse(listSchema, query).typeContact),

  read: async ({ app, params }) =>
    found(await app.modeles.read(params.documentId ?? ''), 'modele-introuvable'),

  create: ({ app, body, utilisateur, now }) =>
    app.saveModele({
      documentId: null,
      modele: parse(modeleSchema, body),
      auteurId: utilisateur.id,
      now,
    }),

  update: ({ app, params, body, utilisateur, now }) =>
    app.saveModele({
      documentId: params.documentId ?? '',
      modele: parse(modeleSchema, body),
      auteurId: utilisateur.id,
      now,
    }),

  duplicate: async ({ app, params, utilisateur }) => ({
    documentId: await app.duplicateModele(params.documentId ?? '', utilisateur.id),
  }),

  inactivate: ({ app, params, body, utilisateur, now }) =>
    app.inactivateModele({
      documentId: params.documentId ?? '',
      ...parse(inactifSchema, body),
      auteurId: utilisateur.id,
      now,
    }),

  delete: ({ app, params }) => app.deleteModele(params.documentId ?? ''),

  preview: ({ app, body, perimetre }) => {
    const essai = parse(essaiSchema, body);
    return app.previewModele(essai.modele, essai.cobaye, perimetre);
  },

  /** E-mails only for now: an SMS example needs the number of the tester, which no screen holds yet. */
  exemplaire: ({ app, body, perimetre, utilisateur, now }) => {
    const essai = parse(essaiSchema, body);
    if (essai.modele.typeContact === 'sms') {
      throw new RegleError('exemplaire-impossible', { motif: 'aucun numéro de test n’est connu' });
    }
    const jeton = `${String(utilisateur.id)}.${String(now.getTime())}`;
    return app.sendExemplaire({ ...essai, perimetre, adresse: utilisateur.email, jeton });
  },
});
