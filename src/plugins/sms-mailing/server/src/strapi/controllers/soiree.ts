import { z } from 'zod';
import { RegleError } from '../../../../core/errors';
import { createJourSchema } from '../../../../core/jour';
import { createController, parse } from './handle';

/** Without `soir`, the next evening. */
const soirSchema = z.object({
  soir: createJourSchema('Choisissez un soir.').nullable().default(null),
});

const decisionSchema = z.object({ decision: z.enum(['envoye', 'renvoyer']) });

/** The evening, and what only a human can decide. */
export const soiree = createController({
  describe: ({ app, query, perimetre }) =>
    app.describeSoiree(perimetre, parse(soirSchema, query).soir),

  run: ({ app, perimetre }) => app.runSoireeMaintenant(perimetre),

  incertains: ({ app, perimetre }) => app.historique.listIncertains(perimetre),

  settle: async ({ app, params, body, perimetre, now }) => {
    const { decision } = parse(decisionSchema, body);
    const documentId = params.documentId ?? '';
    if (!(await app.historique.settleIncertain(documentId, decision, perimetre, now))) {
      throw new RegleError('envoi-introuvable');
    }
  },
});
