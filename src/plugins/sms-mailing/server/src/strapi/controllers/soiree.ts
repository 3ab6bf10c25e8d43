import { z } from 'zod';
import { RegleError } from '../../../../core/errors';
import { createController, parse } from './handle';

const decisionSchema = z.object({ decision: z.enum(['envoye', 'renvoyer']) });

/** The evening, and what only a human can decide. */
export const soiree = createController({
  describe: ({ app, perimetre }) => app.describeSoiree(perimetre),

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
