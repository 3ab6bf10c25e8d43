import { demandeAgendaSchema } from '../../../../core/api/agenda';
import { refuseFiche } from '../../../../core/regle';
import { createController, parse } from './handle';

/** Guide §3: « Agenda ». */
export const agenda = createController({
  list: ({ app, query, utilisateur, perimetre }) =>
    app.agenda.list(parse(demandeAgendaSchema, query), {
      utilisateurId: utilisateur.id,
      perimetre,
    }),

  open: async ({ app, params, perimetre }) =>
    (await app.agenda.open(params.documentId ?? '', perimetre)) ??
    refuseFiche(perimetre, 'action-introuvable'),
});
