import { demandeAccordsSchema } from '../../../../core/accord';
import {
  demandeOppositionsSchema,
  effacementSchema,
  demandeListeSchema,
  gesteOppositionSchema,
  leveeOppositionSchema,
} from '../../../../core/api/oppositions';
import { DROIT_SENSIBLE } from '../../../../core/filtres-sensibles';
import { toHtmlDossier } from '../../../../core/html-dossier';
import { createController, forbid, parse, Telechargement, type Requete } from './handle';

const demandeurOf = ({ perimetre, utilisateur }: Requete) => ({
  perimetre,
  auteurId: utilisateur.id,
});

/** What a person may ask: not to be written to any more, to be written to again, to be forgotten. */
export const personne = createController({
  oppositions: ({ app, params, perimetre }) =>
    app.listOppositions(parse(demandeOppositionsSchema, params), perimetre),

  liste: ({ app, query, perimetre }) =>
    app.personnes.listOppositions(parse(demandeListeSchema, query), perimetre),

  accords: ({ app, params, perimetre }) =>
    app.listAccords(parse(demandeAccordsSchema, params), perimetre),

  dossier: async ({ app, params, perimetre, can }) => {
    const personne = parse(demandeOppositionsSchema, params);
    // Whole or not at all: it holds TH and RSA, which are hers to know.
    if (personne.typeDestinataire === 'entrepreneur' && !can(DROIT_SENSIBLE)) {
      forbid();
    }
    const dossier = await app.exportPersonne(personne, perimetre);
    const { typeDestinataire, documentId } = personne;
    await app.noteExport(
      'export-personne',
      { envois: dossier.envois.length },
      typeDestinataire === 'entrepreneur' ? { entrepreneur: documentId } : {}
    );
    const html = toHtmlDossier(dossier, app.moteur.reglages.zone);
    const contenu = new TextEncoder().encode(html);
    return new Telechargement({ nom: 'donnees-personne.html', typeMime: 'text/html', contenu });
  },

  oppose: (requete) =>
    requete.app.oppose(parse(gesteOppositionSchema, requete.body), demandeurOf(requete)),

  lift: (requete) =>
    requete.app.liftOpposition(parse(leveeOppositionSchema, requete.body), demandeurOf(requete)),

  erase: (requete) => {
    const { confirme: _confirme, ...cible } = parse(effacementSchema, requete.body);
    return requete.app.erasePersonne(cible, demandeurOf(requete));
  },
});
