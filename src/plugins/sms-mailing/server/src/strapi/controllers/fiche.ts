import { retraitActionSchema } from '../../../../core/api/deroule';
import {
  annulationFicheSchema,
  demandeEntrepreneurSchema,
  demandeFicheSchema,
  demandeParticipantsSchema,
  relanceSchema,
} from '../../../../core/api/fiches';
import {
  demandeHistoriqueActionSchema,
  demandePageHistoriqueSchema,
  demandeVaguesSchema,
} from '../../../../core/api/historique';
import { DROITS_ANNULER } from '../../../../core/envoi';
import { placePrevueSchema } from '../../../../core/proposition';
import { modaliteSchema } from '../../../../core/vocabulaire';
import { refuseFiche } from '../../../../core/regle';
import type { Demande } from '../../services/programmer/demande';
import { demandeOf } from './demande';
import { createController, forbid, parse, type Requete } from './handle';

const ORIGINES = modaliteSchema.options;

/** Decision G5: masses are the business of whoever has the right to campagnes. */
const isPlafonne = ({ can }: Requete): boolean => !can('campagnes.programmer-campagne');

function readFiche({ params, query, perimetre, now }: Requete) {
  const tout = parse(demandeFicheSchema, query).tout === 'true';
  return { documentId: params.documentId ?? '', tout, perimetre, now };
}

/** « Maintenant » is a right of its own, within its own périmètre. */
async function checkMaintenant(requete: Requete, entrepreneur: string): Promise<void> {
  const { app, can, perimetreDe } = requete;
  if (!can('fiches.envoyer-maintenant')) {
    forbid();
  }
  const perimetre = await perimetreDe('fiches.envoyer-maintenant');
  if (!(await app.canReach(entrepreneur, perimetre))) {
    refuseFiche(perimetre);
  }
}

async function readEntrepreneur(requete: Requete): Promise<Demande> {
  const { modeleDocumentIds, maintenant, ...suite } = parse(
    demandeEntrepreneurSchema,
    requete.body
  );
  const entrepreneur = requete.params.documentId ?? '';
  if (maintenant) {
    await checkMaintenant(requete, entrepreneur);
  }
  const cible = { genre: 'fiche_entrepreneur', entrepreneur, maintenant } as const;
  return demandeOf(requete, cible, {
    modeles: modeleDocumentIds,
    plafonne: isPlafonne(requete),
    ...suite,
  });
}

function readParticipants(requete: Requete): Demande {
  const { modeleDocumentIds, actionAnnuleeConfirmee, ...lu } = parse(
    demandeParticipantsSchema,
    requete.body
  );
  const { entrepreneurDocumentIds, inclureListeAttente, ...suite } = lu;
  const cible = {
    genre: 'fiche_action',
    action: requete.params.documentId ?? '',
    participants: entrepreneurDocumentIds ?? 'tous',
    listeAttente: inclureListeAttente,
  } as const;
  const annuleeConfirmee = actionAnnuleeConfirmee;
  const plafonne = isPlafonne(requete);
  return demandeOf(requete, cible, {
    ...{ modeles: modeleDocumentIds, annuleeConfirmee, plafonne },
    ...suite,
  });
}

/** Guide §8 and §9. */
export const fiche = createController({
  openAction: (requete) => requete.app.openFicheAction(readFiche(requete)),

  foreseeParticipants: (requete) =>
    requete.app.foreseeFiche({
      ...readParticipants(requete),
      ...parse(placePrevueSchema, requete.body),
    }),

  sendToParticipants: (requete) => requete.app.programmerFiche(readParticipants(requete)),

  openEntrepreneur: (requete) => requete.app.openFicheEntrepreneur(readFiche(requete)),

  foreseeEntrepreneur: async (requete) => requete.app.foreseeFiche(await readEntrepreneur(requete)),

  scheduleEntrepreneur: async (requete) =>
    requete.app.programmerFiche(await readEntrepreneur(requete)),

  historiqueAction: ({ app, params, query, perimetre }) => {
    const { toutes, vague = null, ...page } = parse(demandeHistoriqueActionSchema, query);
    const quoi = { actionDocumentId: params.documentId ?? '', toutes: toutes === 'true', vague };
    return app.historique.ofAction(quoi, { ...page, perimetre });
  },

  vaguesAction: ({ app, params, query, perimetre }) => {
    const { toutes, ...page } = parse(demandeVaguesSchema, query);
    const quoi = { actionDocumentId: params.documentId ?? '', toutes: toutes === 'true' };
    return app.historique.vaguesOfAction(quoi, { ...page, perimetre });
  },

  historiqueEntrepreneur: ({ app, params, query, perimetre }) =>
    app.historique.ofPersonne('entrepreneur', params.documentId ?? '', {
      ...parse(demandePageHistoriqueSchema, query),
      perimetre,
    }),

  deroule: ({ app, params, perimetre, now }) =>
    app.describeDeroule({ documentId: params.documentId ?? '', perimetre, now }),

  /** Guide §8: from the fiche, one person's message; the rule itself is not hers to change. */
  retirer: async ({ app, params, body, perimetre, utilisateur, now }) => {
    const { regle, entrepreneurDocumentId } = parse(retraitActionSchema, body);
    const personne = { entrepreneurDocumentId, actionDocumentId: params.documentId ?? '' };
    const retires = await app.withdrawPersonnes({
      ...{ regleDocumentId: regle, personnes: [personne], perimetre },
      ...{ auteurId: utilisateur.id, now },
    });
    return { retires };
  },

  message: ({ app, params, perimetre }) => app.showMessage(params.documentId ?? '', perimetre),

  relancer: ({ app, body, perimetre, utilisateur, now }) =>
    app.relancer({
      envois: parse(relanceSchema, body).envoiDocumentIds,
      ...{ perimetre, auteurId: utilisateur.id, now },
    }),

  /** Each origine under the right that takes it back, within what that right opens. */
  cancel: async ({ app, body, can, perimetreDe, now }) => {
    const permises = ORIGINES.filter((origine) => can(DROITS_ANNULER[origine]));
    if (permises.length === 0) {
      forbid();
    }
    const { envoiDocumentIds } = parse(annulationFicheSchema, body);
    let annules = 0;
    for (const origine of permises) {
      const perimetre = await perimetreDe(DROITS_ANNULER[origine]);
      annules += await app.historique.cancel(envoiDocumentIds, { perimetre, origine, now });
    }
    return { annules };
  },
});
