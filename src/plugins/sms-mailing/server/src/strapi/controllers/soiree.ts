import { z } from 'zod';
import {
  demandePersonnesSchema,
  demandeSoireeSchema,
  demandeSoirSchema,
  relanceSoireeSchema,
  retraitSoireeSchema,
} from '../../../../core/api/soiree';
import { demandeStatistiquesSchema } from '../../../../core/api/statistiques';
import { RegleError } from '../../../../core/errors';
import { createController, parse, type Requete } from './handle';

const decisionSchema = z.object({ decision: z.enum(['envoye', 'renvoyer']) });

const readSoir = ({ query }: Requete): string | null => parse(demandeSoirSchema, query).soir;

/** The evening, and what only a human can decide. */
export const soiree = createController({
  describe: ({ app, query, perimetre }) => {
    const { soir, frais } = parse(demandeSoireeSchema, query);
    return app.describeSoiree(perimetre, soir, frais === 'true' ? 'fraiche' : 'datee');
  },

  week: ({ app, perimetre }) => app.describeSemaine(perimetre),

  oddites: (requete) => requete.app.listOddites(requete.perimetre, readSoir(requete)),

  bilan: (requete) => requete.app.readBilanSoiree(requete.perimetre, readSoir(requete)),

  statistics: ({ app, query, perimetre }) =>
    app.readStatistiques(perimetre, Number(parse(demandeStatistiquesSchema, query).jours)),

  persons: ({ app, body, perimetre }) =>
    app.listPersonnesDuSoir(parse(demandePersonnesSchema, body), perimetre),

  withdraw: ({ app, body, perimetre, utilisateur }) =>
    app.retirerDuSoir(parse(retraitSoireeSchema, body), { perimetre, auteurId: utilisateur.id }),

  suspend: ({ app, utilisateur, perimetre }) => app.suspendreSoiree(utilisateur.nom, perimetre),

  resume: ({ app, perimetre }) => app.reprendreSoiree(perimetre),

  resend: ({ app, body, perimetre, utilisateur }) =>
    app.relancerSoiree(parse(relanceSoireeSchema, body).soir, perimetre, utilisateur.id),

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
