import {
  demandeFiltresSchema,
  demandeRelationsSchema,
  modificationFiltreSchema,
  saisieFiltreSchema,
} from '../../../../core/api/campagnes';
import { createController, parse } from './handle';

/** Decision C9: « reprendre mes derniers filtres », and those kept under a name. */
export const filtre = createController({
  list: ({ app, query, utilisateur, perimetre }) =>
    app.listFiltres(parse(demandeFiltresSchema, query).typeDestinataire, {
      utilisateurId: utilisateur.id,
      perimetre,
    }),
  relations: ({ app, query, perimetre }) =>
    app.searchRelations(parse(demandeRelationsSchema, query), perimetre),
  create: ({ app, body, utilisateur }) =>
    app.saveFiltre(null, parse(saisieFiltreSchema, body), utilisateur.id),
  update: ({ app, params, body, utilisateur }) => {
    const { version, ...saisie } = parse(modificationFiltreSchema, body);
    return app.saveFiltre({ documentId: params.documentId ?? '', version }, saisie, utilisateur.id);
  },
  delete: ({ app, params, utilisateur }) =>
    app.deleteFiltre(params.documentId ?? '', utilisateur.id),
});
