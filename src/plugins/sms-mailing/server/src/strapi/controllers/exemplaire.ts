import {
  demandeCodeSchema,
  demandeJournalExemplairesSchema,
  preuveSchema,
} from '../../../../core/api/exemplaires';
import { createController, parse } from './handle';

/** Decision G12. */
export const exemplaire = createController({
  list: ({ app, query, perimetre }) =>
    app.exemplaires.list(parse(demandeJournalExemplairesSchema, query), perimetre),

  readPreuve: ({ app, query, utilisateur }) =>
    app.readPreuve(parse(demandeCodeSchema, query), utilisateur),

  sendCode: ({ app, body, utilisateur, now }) =>
    app.sendCodeAdresse(parse(demandeCodeSchema, body), { utilisateur, now }),

  prove: ({ app, body, utilisateur, now }) =>
    app.confirmAdresse(parse(preuveSchema, body), { utilisateur, now }),
});
