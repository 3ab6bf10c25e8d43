import { demandeAccordsSchema } from '../../../../core/accord';
import {
  demandeOppositionsSchema,
  effacementSchema,
  demandeListeSchema,
  gesteOppositionSchema,
  leveeOppositionSchema,
} from '../../../../core/api/oppositions';
import { createController, parse, type Requete } from './handle';

const demandeurOf = ({ perimetre, utilisateur }: Requete) => ({
  perimetre,
  auteurId: utilisateur.id,
});

/** What a person may ask: not to be written to any more, to be written to again, to be forgotten. */
export const personne = createController({
  oppositions: ({ app, params, perimetre }) =>
    app.listOppositions(parse(demandeOppositionsSchema, params), perimetre),

  liste: ({ app, query, perimetre }) =>
    app.personnes.listOppositions(parse(demandeListeSchema, query), perimetre),

  accords: ({ app, params, perimetre }) =>
    app.listAccords(parse(demandeAccordsSchema, params), perimetre),

  oppose: (requete) =>
    requete.app.oppose(parse(gesteOppositionSchema, requete.body), demandeurOf(requete)),

  lift: (requete) =>
    requete.app.liftOpposition(parse(leveeOppositionSchema, requete.body), demandeurOf(requete)),

  erase: (requete) => {
    const { confirme: _confirme, ...cible } = parse(effacementSchema, requete.body);
    return requete.app.erasePersonne(cible, demandeurOf(requete));
  },
});
