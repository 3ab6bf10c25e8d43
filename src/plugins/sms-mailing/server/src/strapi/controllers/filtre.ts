import { demandeFiltresSchema, saisieFiltreSchema } from '../../../../core/api/campagnes';
import { createController, parse } from './handle';

/** Decision C9: « reprendre mes derniers filtres », and those kept under a name. */
export const filtre = createController({
  list: ({ app, query, utilisateur }) =>
    app.listFiltres(utilisateur.id, parse(demandeFiltresSchema, query).typeDestinataire),
  create: ({ app, body, utilisateur }) =>
    app.saveFiltre(null, parse(saisieFiltreSchema, body), utilisateur.id),
  update: ({ app, params, body, utilisateur }) =>
    app.saveFiltre(params.documentId ?? '', parse(saisieFiltreSchema, body), utilisateur.id),
  delete: ({ app, params, utilisateur }) =>
    app.deleteFiltre(params.documentId ?? '', utilisateur.id),
});
