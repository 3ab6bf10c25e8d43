import { demandeModelesCampagneSchema } from '../../../../src/plugins/sms-mailing/core/api/campagnes';
import {
  demandeFiltresSchema,
  demandeRelationsSchema,
  modificationFiltreSchema,
  saisieFiltreSchema,
} from '../../../../src/plugins/sms-mailing/core/api/filtres';
import {
  demandeEnvoisCampagneSchema,
  demandePageHistoriqueSchema,
} from '../../../../src/plugins/sms-mailing/core/api/historique';
import {
  demandeAnnulationSchema,
  demandeComptesSchema,
  demandeHistoriqueSchema,
  demandeProgrammationSchema,
  demandeRechercheSchema,
} from '../../../../src/plugins/sms-mailing/core/campagne';
import type { Reperes } from '../reperes';
import { CONFIRMATION, VERSION, type Exemples, PAGE, INCONNU } from './exemple';

const PERIODE = { du: '2022-01-01', au: '2022-12-31' };
const FILTRES = (r: Reperes) => ({
  typeDestinataire: 'entrepreneur',
  recherche: 'palmer',
  antenne: [r.ods],
  referent: [r.ods],
  dateCreationProfil: PERIODE,
  dateNaissance: PERIODE,
  statutPersonne: ['Créateur'],
  csp: ['Retraités'],
  niveauFormation: ['Bac'],
  th: ['Oui'],
  rsa: ['Oui'],
  critereCache: false,
  qualificationQpv: ['Oui'],
  dateSituation: PERIODE,
  statutEmploi: ['Salarié'],
  etatProjet: ['Idée'],
  secteurActivite: ['Artisanat'],
  canalPrescription: ['Partenaire'],
  ods: [r.ods],
  etape: [r.ods],
  typeAction: [r.ods],
  ressource: [r.ods],
  lieuAction: [r.ods],
  dateDebutOds: PERIODE,
  dateFinOds: PERIODE,
  dateAction: { genre: 'relative', de: -7, a: 7 },
  moyenContact: ['SMS'],
  ville: 'Lille',
  sansTypeAction: [r.ods],
  recuCampagne: [r.ods],
  nonRecuModele: [r.newsletter],
});
const CIBLE = (r: Reperes) => ({
  modeleDocumentId: r.newsletter,
  typeContact: 'newsletter',
  campagneId: null,
  filtres: FILTRES(r),
  recherche: 'palmer',
  soir: '2022-03-10',
});

export const CAMPAGNES: Exemples = {
  'POST /campagnes/destinataires': (r) => ({
    body: {
      ...CIBLE(r),
      onglet: 'non_faits',
      tri: { cle: 'nom', sens: 'asc' },
      compte: 'estime',
      page: 1,
      pageSize: 10,
    },
    schema: demandeRechercheSchema,
  }),
  'POST /campagnes/comptes': (r) => ({
    body: { ...CIBLE(r), campagneId: r.campagne, selection: { ids: [1] }, memoriser: false },
    schema: demandeComptesSchema,
  }),
  'POST /campagnes/historique': (r) => ({
    body: {
      typeContact: 'newsletter',
      typeDestinataire: 'entrepreneur',
      modeleDocumentId: r.newsletter,
      campagneId: r.campagne,
      du: '2022-01-01',
      au: '2022-12-31',
      personne: 'palmer',
      recherche: 'lettre',
      tri: { cle: 'date', sens: 'desc' },
      page: 1,
      pageSize: 10,
    },
    schema: demandeHistoriqueSchema,
  }),
  'POST /campagnes': (r) => ({
    body: {
      ...CIBLE(r),
      selection: { tous: true, saufIds: [1] },
      libelle: 'Rentrée',
      confirme: true,
      personnesLues: 1,
      ...CONFIRMATION,
    },
    schema: demandeProgrammationSchema,
  }),
  'GET /campagnes/:id': (r) => ({ params: { id: String(r.campagne) } }),
  'GET /campagnes/:id/envois': (r) => ({
    params: { id: String(r.campagne) },
    query: { ...PAGE, groupe: 'echecs' },
    schema: demandeEnvoisCampagneSchema,
  }),
  'GET /campagnes/:id/envois-csv': (r) => ({
    params: { id: String(r.campagne) },
    query: { ...PAGE, groupe: 'tous' },
    schema: demandeEnvoisCampagneSchema,
  }),
  'POST /campagnes/:id/relancer': (r) => ({ params: { id: String(r.campagne) } }),
  'GET /campagnes-modeles': () => ({
    query: { typeContact: 'newsletter', typeDestinataire: 'entrepreneur', tout: 'true' },
    schema: demandeModelesCampagneSchema,
  }),
  'GET /modeles/:documentId/historique': (r) => ({
    params: { documentId: r.newsletter },
    query: PAGE,
    schema: demandePageHistoriqueSchema,
  }),
  'GET /filtres': () => ({
    query: { typeDestinataire: 'entrepreneur' },
    schema: demandeFiltresSchema,
  }),
  'GET /filtres/relations': () => ({
    query: { relation: 'ods', recherche: 'activ' },
    schema: demandeRelationsSchema,
  }),
  'POST /filtres': (r) => ({
    body: { nom: 'Filtre', filtres: FILTRES(r), partage: false, nombre: 3 },
    schema: saisieFiltreSchema,
  }),
  'PUT /filtres/:documentId': (r) => ({
    params: { documentId: r.filtre },
    body: { nom: 'Filtre', filtres: FILTRES(r), partage: false, nombre: 3, version: VERSION },
    schema: modificationFiltreSchema,
    table: 'sms_filtres',
  }),
  'DELETE /filtres/:documentId': () => ({ params: INCONNU }),
  'POST /campagnes/annuler': (r) => ({
    body: { campagneId: r.campagne, cible: { envoiIds: [1] } },
    schema: demandeAnnulationSchema,
  }),
};
