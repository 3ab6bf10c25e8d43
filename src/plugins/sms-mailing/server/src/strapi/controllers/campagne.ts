import { z } from 'zod';
import { demandeModelesCampagneSchema } from '../../../../core/api/campagnes';
import { demandePageHistoriqueSchema } from '../../../../core/api/historique';
import {
  demandeAnnulationSchema,
  demandeComptesSchema,
  demandeHistoriqueSchema,
  demandeProgrammationSchema,
  demandeRechercheSchema,
} from '../../../../core/campagne';
import { createController, parse } from './handle';

const idSchema = z.object({ id: z.coerce.number().int().positive() });

/** Guide §7. */
export const campagne = createController({
  modeles: ({ app, query, perimetre }) =>
    app.listModelesCampagne(parse(demandeModelesCampagneSchema, query), perimetre),
  search: ({ app, body, perimetre }) =>
    app.searchDestinataires(parse(demandeRechercheSchema, body), perimetre),
  count: ({ app, body, perimetre, utilisateur }) =>
    app.countDestinataires(parse(demandeComptesSchema, body), perimetre, utilisateur.id),
  list: ({ app, body, perimetre }) =>
    app.listCampagnes(parse(demandeHistoriqueSchema, body), perimetre),
  open: ({ app, params, perimetre }) => app.openCampagne(parse(idSchema, params).id, perimetre),
  historiqueModele: ({ app, params, query, perimetre }) =>
    app.historique.ofModele(params.documentId ?? '', {
      ...parse(demandePageHistoriqueSchema, query),
      perimetre,
    }),
  schedule: ({ app, body, perimetre, utilisateur }) =>
    app.scheduleCampagne(parse(demandeProgrammationSchema, body), perimetre, utilisateur.id),
  cancel: ({ app, body, perimetre }) =>
    app.cancelCampagne(parse(demandeAnnulationSchema, body), perimetre),
});
