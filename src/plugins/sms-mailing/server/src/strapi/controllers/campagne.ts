import { z } from 'zod';
import { demandeModelesCampagneSchema } from '../../../../core/api/campagnes';
import {
  demandeEnvoisCampagneSchema,
  demandePageHistoriqueSchema,
} from '../../../../core/api/historique';
import {
  demandeAnnulationSchema,
  demandeComptesSchema,
  demandeHistoriqueSchema,
  demandeProgrammationSchema,
  demandeRechercheSchema,
  type CibleCampagne,
  type Selection,
} from '../../../../core/campagne';
import { DROIT_SENSIBLE } from '../../../../core/filtres-sensibles';
import { idEcritSchema } from '../../../../core/identifiant';
import type { Demande } from '../../services/programmer/demande';
import { demandeOf } from './demande';
import { createController, csv, parse, type Requete } from './handle';

const adresseSchema = z.object({ id: idEcritSchema });

/** Without a selection: what « tout cocher » would reach. */
const TOUS: Selection = { tous: true, saufIds: [] };

function demandeDeCampagne(
  requete: Requete,
  { modeleDocumentId, typeContact, ...vise }: CibleCampagne,
  { selection = TOUS, libelle = '' }: { selection?: Selection | undefined; libelle?: string } = {}
): Demande {
  const { campagneId, filtres, recherche, soir } = vise;
  const cible = {
    genre: 'campagne',
    ...{ campagneId, filtres, recherche, soir, selection, libelle },
  } as const;
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
    const { selection, memoriser, ...demande } = parse(demandeComptesSchema, requete.body);
    return requete.app.countDestinataires(
      demandeDeCampagne(requete, demande, { selection }),
      memoriser ? demande.filtres : null,
      requete.utilisateur.id
    );
  },
  list: ({ app, body, perimetre }) =>
    app.listCampagnes(parse(demandeHistoriqueSchema, body), perimetre),
  open: ({ app, params, perimetre, can }) =>
    app.openCampagne(parse(adresseSchema, params).id, { perimetre, thRsa: can(DROIT_SENSIBLE) }),
  historiqueModele: ({ app, params, query, perimetre }) =>
    app.historique.ofModele(params.documentId ?? '', {
      ...parse(demandePageHistoriqueSchema, query),
      perimetre,
    }),
  schedule: (requete) => {
    const { selection, libelle, confirme, ...suite } = parse(
      demandeProgrammationSchema,
      requete.body
    );
    return requete.app.scheduleCampagne({
      ...demandeDeCampagne(requete, suite, { selection, libelle }),
      promotionConfirmee: confirme,
      confirmation: suite.confirmation,
      creditsLus: suite.creditsLus,
      personnesLues: suite.personnesLues,
    });
  },
  envois: ({ app, params, query, perimetre }) =>
    app.listEnvoisCampagne({
      campagneId: parse(adresseSchema, params).id,
      ...parse(demandeEnvoisCampagneSchema, query),
      perimetre,
    }),
  exportEnvois: async ({ app, params, query, perimetre }) => {
    const { groupe, recherche } = parse(demandeEnvoisCampagneSchema, query);
    const campagneId = parse(adresseSchema, params).id;
    const demande = { campagneId, groupe, recherche, perimetre };
    const { csv: feuille, lignes } = await app.exportEnvoisCampagne(demande);
    await app.noteExport('export-campagne', { campagne: campagneId, lignes });
    return csv(`campagne-${String(campagneId)}-${groupe}`, feuille);
  },
  relancer: ({ app, params, perimetre, utilisateur, now }) =>
    app.relancerCampagne(parse(adresseSchema, params).id, {
      ...{ perimetre, auteurId: utilisateur.id, now },
    }),
  cancel: ({ app, body, perimetre }) =>
    app.cancelCampagne(parse(demandeAnnulationSchema, body), perimetre),
});
