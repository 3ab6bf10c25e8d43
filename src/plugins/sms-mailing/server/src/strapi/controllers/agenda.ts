import { demandeAgendaSchema } from '../../../../core/api/agenda';
import { createController, found, parse } from './handle';

/** Guide §3: « Agenda ». */
export const agenda = createController({
  list: ({ app, query, utilisateur, perimetre }) =>
    app.agenda.list(parse(demandeAgendaSchema, query), {
      utilisateurId: utilisateur.id,
      perimetre,
    }),

  open: async ({ app, params, perimetre }) =>
    found(await app.agenda.open(params.documentId ?? '', perimetre), 'fiche-introuvable'),
});
