import { demandePageHistoriqueSchema } from '../../../../core/api/historique';
import {
  adressePersonneSchema,
  demandeActionsSchema,
  demandePersonnesSchema,
} from '../../../../core/api/repertoire';
import { localDate } from '../../../../core/horaire';
import { refuseFiche } from '../../../../core/regle';
import { createController, parse } from './handle';

/** Guide §3: the search pages, and the header of a person. */
export const repertoire = createController({
  listPersonnes: ({ app, params, query, perimetre, utilisateur }) =>
    app.repertoire.listPersonnes(
      parse(adressePersonneSchema, params).typeDestinataire,
      parse(demandePersonnesSchema, query),
      { utilisateurId: utilisateur.id, perimetre }
    ),

  readPersonne: async ({ app, params, perimetre }) => {
    const { typeDestinataire, documentId = '' } = parse(adressePersonneSchema, params);
    const personne = await app.repertoire.readPersonne(typeDestinataire, documentId, perimetre);
    return personne ?? refuseFiche(perimetre);
  },

  listActions: ({ app, query, utilisateur, perimetre, now }) =>
    app.repertoire.listActions(parse(demandeActionsSchema, query), {
      utilisateurId: utilisateur.id,
      perimetre,
      aujourdhui: localDate(now, app.moteur.reglages.zone),
    }),

  historiquePersonne: ({ app, params, query, perimetre }) => {
    const { typeDestinataire, documentId = '' } = parse(adressePersonneSchema, params);
    return app.historique.ofPersonne(typeDestinataire, documentId, {
      ...parse(demandePageHistoriqueSchema, query),
      perimetre,
    });
  },
});
