import { z } from 'zod';
import { demandeModelesCampagneSchema } from '../../../../core/api/campagnes';
import { demandePageHistoriqueSchema } from '../../../../core/api/historique';
import {
  demandeAnnulationSchema,
  demandeComptesSchema,
  demandeHistoriqueSchema,
  demandeProgrammationSchema,
  demandeRechercheSchema,
  type CibleCampagne,
  type Selection,
} from '../../../../core/campagne';
import { idEcritSchema } from '../../../../core/identifiant';
import type { Demande } from '../../services/programmer/demande';
import { demandeOf } from './demande';
import { createController, parse, type Requete } from './handle';

const adresseSchema = z.object({ id: idEcritSchema });

/** Without a selection: what « tout cocher » would reach. */
const TOUS: Selection = { tous: true, saufIds: [] };

function demandeDeCampagne(
  requete: Requete,
  { modeleDocumentId, typeContact, campagneId, filtres, recherche }: CibleCampagne,
  selection: Selection = TOUS
): Demande {
  const cible = { genre: 'campagne', campagneId, filtres, recherche, selection } as const;
  return demandeOf(requete, cible, { modeles: [modeleDocumentId], typeContact });
}

/** Guide §7. */
export const campagne = createController({
  modeles: ({ app, query, perimetre }) =>
    app.listModelesCampagne(parse(demandeModelesCampagneSchema, query), perimetre),
  search: (requete) => {
    const demande = parse(demandeRechercheSchema, requete.body);
    return requete.app.searchDestinataires(demandeDeCampagne(requete, demande), demande);
  },
  count: (requete) => {
    const { selection, ...demande } = parse(demandeComptesSchema, requete.body);
    return requete.app.countDestinataires(
      demandeDeCampagne(requete, demande, selection),
      demande.filtres,
      requete.utilisateur.id
    );
  },
  list: ({ app, body, perimetre }) =>
    app.listCampagnes(parse(demandeHistoriqueSchema, body), perimetre),
  open: ({ app, params, perimetre }) =>
    app.openCampagne(parse(adresseSchema, params).id, perimetre),
  historiqueModele: ({ app, params, query, perimetre }) =>
    app.historique.ofModele(params.documentId ?? '', {
      ...parse(demandePageHistoriqueSchema, query),
      perimetre,
    }),
  schedule: (requete) => {
    const { selection, confirme, confirmation, creditsLus, ...cible } = parse(
      demandeProgrammationSchema,
      requete.body
    );
    return requete.app.scheduleCampagne({
      ...demandeDeCampagne(requete, cible, selection),
      ...{ promotionConfirmee: confirme, confirmation, creditsLus },
    });
  },
  cancel: ({ app, body, perimetre }) =>
    app.cancelCampagne(parse(demandeAnnulationSchema, body), perimetre),
});
