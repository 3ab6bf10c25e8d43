import { addJours } from '../../seed/jours.mjs';

const ODS_DU_GUIDE = "Activ'Créa lot 1";

function hasParcours(entrepreneur, nom) {
  return entrepreneur.parcours.some(({ ods }) => ods?.nom === nom);
}

function hasEtat(entrepreneur, etat) {
  return entrepreneur.projets.some((projet) => projet.etat === etat);
}

/** Decision F9: the type and the date of one and the same action, neither cancelled. */
function hasAtelier(entrepreneur, { actions, reference }) {
  const du = addJours(reference, -7);
  return actions.some(
    (action) =>
      action.type === 'Atelier' &&
      action.statut !== 'Annulée' &&
      action.date >= du &&
      action.date <= reference &&
      action.participations.some(
        (p) => p.entrepreneur.id === entrepreneur.id && p.statut !== 'Annulé'
      )
  );
}

/**
 * Campagnes (§7), « tout cocher » each time: `filtres` is what the screen asks the module, `lecture` the
 * same words read on a fiche, `sauf` who is unticked.
 */
export const CAMPAGNES = [
  {
    modele: 'offre',
    typeDestinataire: 'entrepreneur',
    filtres: ({ ods }) => ({ ods: [ods[ODS_DU_GUIDE].documentId] }),
    lecture: (entrepreneur) => hasParcours(entrepreneur, ODS_DU_GUIDE),
  },
  {
    modele: 'lettre',
    typeDestinataire: 'entrepreneur',
    filtres: () => ({ etatProjet: ['En montage'], statutPersonne: ['Créateur', 'Repreneur'] }),
    lecture: (entrepreneur) =>
      hasEtat(entrepreneur, 'En montage') &&
      ['Créateur', 'Repreneur'].includes(entrepreneur.statut_personne),
  },
  {
    modele: 'pieceJointe',
    typeDestinataire: 'entrepreneur',
    filtres: ({ typesAction }) => ({
      typeAction: [typesAction.Atelier.documentId],
      dateAction: { genre: 'relative', de: -7, a: 0 },
    }),
    lecture: hasAtelier,
    sauf: 'martin',
  },
  {
    modele: 'informationSms',
    typeDestinataire: 'entrepreneur',
    filtres: ({ antennes }) => ({
      antenne: [antennes['Arrageois-Ternois'].documentId],
      th: ['Non', 'Oui'],
    }),
    lecture: ({ antenne, th }) =>
      antenne?.nom === 'Arrageois-Ternois' && ['Non', 'Oui'].includes(th),
  },
  {
    modele: 'superOffre',
    typeDestinataire: 'contact_individuel',
    filtres: () => ({}),
    lecture: () => true,
  },
  {
    modele: 'invitation',
    typeDestinataire: 'entreprise_partenaire',
    filtres: () => ({}),
    lecture: () => true,
  },
];

/** Fiche Entrepreneur (§9), by the conseiller: whom, which modèles of one type de contact. */
export const FICHES_ENTREPRENEUR = [
  { qui: 'palmer', modeles: ['droits', 'pieceJointeWord'] },
  { qui: 'paris', modeles: ['droits'] },
  { qui: 'refusRgpd', modeles: ['droits'] },
  { qui: 'refusRgpd', modeles: ['lettre'] },
  { qui: 'diallo', modeles: ['dossierSms'] },
  { qui: 'paris', modeles: ['dossierSms'] },
];

/** Fiche Action (§8), by the conseiller: at once, one type de contact at a time. */
export const FICHES_ACTION = [
  { action: 'palmerAtelier', modeles: ['convocation', 'rappelJ2'] },
  { action: 'palmerAtelier', modeles: ['rappelSms'] },
  { action: 'entretienEmergence', modeles: ['convocation'] },
];

export function programCampagne({ gestionnaire }, modeles, resume, campagne) {
  const { modele, typeDestinataire, filtres, sauf } = campagne;
  return gestionnaire.post('/campagnes', {
    modeleDocumentId: modeles[modele].documentId,
    typeContact: modeles[modele].typeContact,
    filtres: { typeDestinataire, ...filtres(resume) },
    selection: { tous: true, saufIds: sauf ? [resume.entrepreneurs[sauf].id] : [] },
    confirme: true,
  });
}

export function programEntrepreneur({ conseiller }, modeles, resume, { qui, modeles: cles }) {
  return conseiller.post(`/entrepreneurs/${resume.entrepreneurs[qui].documentId}/programmer`, {
    modeleDocumentIds: cles.map((cle) => modeles[cle].documentId),
  });
}

export function sendAction({ conseiller }, modeles, resume, { action, modeles: cles }) {
  return conseiller.post(`/actions/${resume.actions[action].documentId}/envoyer`, {
    modeleDocumentIds: cles.map((cle) => modeles[cle].documentId),
  });
}
