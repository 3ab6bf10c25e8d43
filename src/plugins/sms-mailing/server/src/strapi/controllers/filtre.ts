import {
  demandeFiltresSchema,
  demandeRelationsSchema,
  modificationFiltreSchema,
  saisieFiltreSchema,
} from '../../../../core/api/filtres';
import { DROIT_SENSIBLE } from '../../../../core/filtres-sensibles';
import { createController, parse, type Requete } from './handle';

const auteurOf = ({ utilisateur, can }: Pick<Requete, 'utilisateur' | 'can'>) => ({
  utilisateurId: utilisateur.id,
  thRsa: can(DROIT_SENSIBLE),
});

/** Decision C9: « reprendre mes derniers filtres », and those kept under a name. */
export const filtre = createController({
  list: ({ app, query, utilisateur, perimetre, can }) =>
    app.listFiltres(parse(demandeFiltresSchema, query).typeDestinataire, {
      utilisateurId: utilisateur.id,
      ...{ perimetre, thRsa: can(DROIT_SENSIBLE) },
    }),
  relations: ({ app, query, perimetre }) =>
    app.searchRelations(parse(demandeRelationsSchema, query), perimetre),
  create: ({ app, body, ...requete }) =>
    app.saveFiltre(null, parse(saisieFiltreSchema, body), auteurOf(requete)),
  update: ({ app, params, body, ...requete }) => {
    const { version, ...saisie } = parse(modificationFiltreSchema, body);
    const lu = { documentId: params.documentId ?? '', version };
    return app.saveFiltre(lu, saisie, auteurOf(requete));
  },
  delete: ({ app, params, utilisateur }) =>
    app.deleteFiltre(params.documentId ?? '', utilisateur.id),
});
