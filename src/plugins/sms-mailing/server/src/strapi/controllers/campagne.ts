import {
  demandeAnnulationSchema,
  demandeComptesSchema,
  demandeHistoriqueSchema,
  demandeProgrammationSchema,
  demandeRechercheSchema,
} from '../../../../core/campagne';
import { createController, parse } from './handle';

/** Guide §7. */
export const campagne = createController({
  search: ({ app, body, perimetre }) =>
    app.searchDestinataires(parse(demandeRechercheSchema, body), perimetre),
  count: ({ app, body, perimetre }) =>
    app.countDestinataires(parse(demandeComptesSchema, body), perimetre),
  list: ({ app, body, perimetre }) =>
    app.listCampagnes(parse(demandeHistoriqueSchema, body), perimetre),
  schedule: ({ app, body, perimetre, utilisateur }) =>
    app.scheduleCampagne(parse(demandeProgrammationSchema, body), perimetre, utilisateur.id),
  cancel: ({ app, body, perimetre }) =>
    app.cancelCampagne(parse(demandeAnnulationSchema, body), perimetre),
});
