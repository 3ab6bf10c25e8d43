import {
  annulationFicheSchema,
  demandeEntrepreneurSchema,
  demandeFicheSchema,
  demandeParticipantsSchema,
} from '../../../../core/api/fiches';
import {
  demandeHistoriqueActionSchema,
  demandePageHistoriqueSchema,
} from '../../../../core/api/historique';
import { createController, parse, type Requete } from './handle';

function readFiche({ params, query, perimetre, now }: Requete) {
  const tout = parse(demandeFicheSchema, query).tout === 'true';
  return { documentId: params.documentId ?? '', tout, perimetre, now };
}

function readEntrepreneur({ params, body, perimetre, now }: Requete) {
  const entrepreneurDocumentId = params.documentId ?? '';
  return { entrepreneurDocumentId, ...parse(demandeEntrepreneurSchema, body), perimetre, now };
}

function readParticipants({ params, body, perimetre, now }: Requete) {
  const actionDocumentId = params.documentId ?? '';
  return { actionDocumentId, ...parse(demandeParticipantsSchema, body), perimetre, now };
}

/** Guide §8 and §9. */
export const fiche = createController({
  openAction: (requete) => requete.app.openFicheAction(readFiche(requete)),

  foreseeParticipants: (requete) => requete.app.foreseeParticipants(readParticipants(requete)),

  sendToParticipants: (requete) =>
    requete.app.sendToParticipants({
      ...readParticipants(requete),
      auteurId: requete.utilisateur.id,
    }),

  openEntrepreneur: (requete) => requete.app.openFicheEntrepreneur(readFiche(requete)),

  foreseeEntrepreneur: (requete) => requete.app.foreseeEntrepreneur(readEntrepreneur(requete)),

  scheduleEntrepreneur: (requete) =>
    requete.app.scheduleEnvoiEntrepreneur({
      ...readEntrepreneur(requete),
      auteurId: requete.utilisateur.id,
    }),

  historiqueAction: ({ app, params, query, perimetre }) => {
    const { toutes, ...page } = parse(demandeHistoriqueActionSchema, query);
    return app.historique.ofAction(params.documentId ?? '', toutes === 'true', {
      ...page,
      perimetre,
    });
  },

  historiqueEntrepreneur: ({ app, params, query, perimetre }) =>
    app.historique.ofEntrepreneur(params.documentId ?? '', {
      ...parse(demandePageHistoriqueSchema, query),
      perimetre,
    }),

  message: ({ app, params, perimetre }) => app.showMessage(params.documentId ?? '', perimetre),

  cancel: async ({ app, body, perimetre, now }) => ({
    annules: await app.historique.cancel(
      parse(annulationFicheSchema, body).envoiDocumentIds,
      perimetre,
      now
    ),
  }),
});
