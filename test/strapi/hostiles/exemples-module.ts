import type { z } from 'zod';
import {
  demandeFiltresSchema,
  demandeModelesCampagneSchema,
  modificationFiltreSchema,
  saisieFiltreSchema,
} from '../../../src/plugins/sms-mailing/core/api/campagnes';
import {
  apercuRegleSchema,
  duplicationRegleSchema,
  envoiTestSchema,
  essaiSchema,
  executionSchema,
  inactivationRegleSchema,
  modificationRegleSchema,
  pourquoiSchema,
  retraitSchema,
  saisieRegleSchema,
} from '../../../src/plugins/sms-mailing/core/api/envois-automatiques';
import {
  annulationFicheSchema,
  demandeEntrepreneurSchema,
  demandeFicheSchema,
  demandeParticipantsSchema,
  relanceSchema,
} from '../../../src/plugins/sms-mailing/core/api/fiches';
import { demandeCodeSchema, preuveSchema } from '../../../src/plugins/sms-mailing/core/api/exemplaires';
import {
  demandeHistoriqueActionSchema,
  demandePageHistoriqueSchema,
} from '../../../src/plugins/sms-mailing/core/api/historique';
import {
  brouillonSchema,
  cobayeSchema,
  demandeApercuSchema,
  demandeCobayesSchema,
  demandeModelesSchema,
  demandeRepartitionSchema,
  inactivationSchema,
  modificationModeleSchema,
} from '../../../src/plugins/sms-mailing/core/api/modeles';
import {
  effacementSchema,
  gesteOppositionSchema,
} from '../../../src/plugins/sms-mailing/core/api/oppositions';
import {
  demandeAnnulationSchema,
  demandeComptesSchema,
  demandeHistoriqueSchema,
  demandeProgrammationSchema,
  demandeRechercheSchema,
} from '../../../src/plugins/sms-mailing/core/campagne';
import { modeleSchema } from '../../../src/plugins/sms-mailing/core/modele';
import {
  correctionPackageSchema,
  modificationPackageSchema,
  packageSmsSchema,
} from '../../../src/plugins/sms-mailing/core/package-sms';
import {
  parametresSchema,
  saisieParametresSchema,
} from '../../../src/plugins/sms-mailing/core/parametres';
import { PASSERELLES_TYPES } from '../../../src/plugins/sms-mailing/core/passerelles-types';
import type { Exemple } from './mutations';
import type { Reperes } from './reperes';

/** Stands for the version that the base has when the request leaves. */
export const VERSION = 1_000_001;

export interface ExempleModule extends Exemple {
  /** What the route reads its body by, or its query when it has no body: the example must hold every field. */
  schema?: z.ZodType;
  /** The row whose version the request sends. */
  table?: string;
}

const MODELE = {
  typeContact: 'email',
  nom: 'Modèle',
  objet: 'Bonjour ${personne/personne_prenom}',
  message: '<p>Bonjour ${personne/personne_nom}</p>',
  destinataires: ['entrepreneur'],
  but: 'suivi',
  inactif: false,
  modalites: null,
  piecesJointes: [],
};
const CONFIRMATION = { confirmation: '5e0b6f0c-3f6f-4b8e-9b0a-2b1c9f6f3a11', creditsLus: 1 };
const COBAYE = (r: Reperes) => ({
  typeDestinataire: 'entrepreneur',
  documentId: r.entrepreneur,
  actionDocumentId: null,
});
const REGLE = (r: Reperes) => ({
  typeContact: 'email',
  modeleDocumentId: r.email,
  delai: -2,
  criteres: {
    natures: ['Collective'],
    typesAction: [r.ods],
    ods: [r.ods],
    etapes: [r.ods],
    modesIntervention: ['A distance'],
    presences: ['Présent'],
    confirme: 'oui',
  },
  inactif: false,
  rattrapage: true,
  prevenirSiDateChange: true,
  inclureListeAttente: true,
  recapIntervenant: true,
});
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
});
const CIBLE = (r: Reperes) => ({
  modeleDocumentId: r.newsletter,
  typeContact: 'newsletter',
  campagneId: null,
  filtres: FILTRES(r),
  recherche: 'palmer',
});
const PAGE = { recherche: 'palmer', page: '1', pageSize: '10' };
const INCONNU = { documentId: 'inconnu' };
const PERSONNE = { typeDestinataire: 'entrepreneur', documentId: 'inconnu' };
const OPPOSITION = (cible: object) => ({ cible, portee: 'sms', raison: 'demande_orale' });
const PARAMETRES = {
  ...parametresSchema.parse({}),
  heuresPromotion: {
    ...parametresSchema.parse({}).heuresPromotion,
    fermetures: ['2022-05-27'],
  },
  sms: { ...parametresSchema.parse({}).sms, passerelle: PASSERELLES_TYPES[1]!.passerelle },
  version: VERSION,
  secrets: { motDePasse: 'un-secret', secretCle: 'un-autre' },
};

const MODELES: Readonly<Record<string, (r: Reperes) => ExempleModule>> = {
  'GET /references': () => ({}),
  'GET /signets': () => ({}),
  'GET /modeles': () => ({
    query: {
      typeContact: 'email',
      typeDestinataire: 'entrepreneur',
      modalite: 'campagne',
      inactif: 'false',
    },
    schema: demandeModelesSchema,
  }),
  'GET /modeles/:documentId': (r) => ({ params: { documentId: r.email } }),
  'POST /modeles': () => ({ body: MODELE, schema: modeleSchema }),
  'PUT /modeles/:documentId': (r) => ({
    params: { documentId: r.email },
    body: { ...MODELE, version: VERSION, annulerProgrammes: false },
    schema: modificationModeleSchema,
    table: 'sms_modeles',
  }),
  'POST /modeles/:documentId/dupliquer': (r) => ({ params: { documentId: r.email } }),
  'POST /modeles/:documentId/inactif': (r) => ({
    params: { documentId: r.sms },
    body: { inactif: false, annulerProgrammes: false },
    schema: inactivationSchema,
  }),
  'DELETE /modeles/:documentId': () => ({ params: INCONNU }),
  'POST /modeles-apercu': (r) => ({
    body: { modele: MODELE, cobaye: COBAYE(r) },
    schema: demandeApercuSchema,
  }),
  'POST /modeles-exemplaire': (r) => ({
    body: { modele: { ...MODELE, typeContact: 'sms' }, cobaye: COBAYE(r), numero: '0601020304' },
    schema: demandeApercuSchema,
  }),
  'GET /exemplaires/preuve': () => ({
    query: { transport: 'sms', numero: '0601020304' },
    schema: demandeCodeSchema,
  }),
  'POST /exemplaires/code': () => ({
    body: { transport: 'sms', numero: '0601020304' },
    schema: demandeCodeSchema,
  }),
  'POST /exemplaires/preuve': () => ({
    body: { transport: 'mail', numero: '0601020304', code: '123456' },
    schema: preuveSchema,
  }),
  'GET /reglages-sms': () => ({}),
  'POST /modeles-validation': () => ({ body: MODELE, schema: brouillonSchema }),
  'POST /modeles-repartition': () => ({
    body: { modele: { ...MODELE, typeContact: 'sms' }, typeDestinataire: 'entrepreneur' },
    schema: demandeRepartitionSchema,
  }),
  'POST /signets-exemples': (r) => ({
    body: { ...COBAYE(r), actionDocumentId: r.action },
    schema: cobayeSchema,
  }),
  'GET /cobayes': () => ({
    query: {
      declencheur: 'action',
      typeDestinataire: 'entrepreneur',
      recherche: 'palmer',
      annulees: 'true',
    },
    schema: demandeCobayesSchema,
  }),
  'POST /pieces-jointes': () => ({ body: { dejaJointes: '1,2' } }),
  'GET /pieces-jointes/:id': (r) => ({ params: { id: String(r.piece) } }),
};

const ENVOIS_AUTOMATIQUES: Readonly<Record<string, (r: Reperes) => ExempleModule>> = {
  'GET /envois-automatiques': () => ({}),
  'POST /envois-automatiques': (r) => ({
    body: { regle: REGLE(r), sansCritereConfirme: true },
    schema: saisieRegleSchema,
  }),
  'PUT /envois-automatiques/:documentId': (r) => ({
    params: { documentId: r.regle },
    body: { regle: REGLE(r), sansCritereConfirme: true, version: VERSION },
    schema: modificationRegleSchema,
    table: 'sms_envois_automatiques',
  }),
  'DELETE /envois-automatiques/:documentId': () => ({ params: INCONNU }),
  'POST /envois-automatiques-essai': (r) => ({
    body: { regleDocumentId: r.regle, soir: '2022-03-04' },
    schema: essaiSchema,
  }),
  'POST /envois-automatiques-apercu': (r) => ({
    body: { regle: REGLE(r) },
    schema: apercuRegleSchema,
  }),
  'POST /envois-automatiques-pourquoi': (r) => ({
    body: { entrepreneurDocumentId: r.entrepreneur, actionDocumentId: r.action },
    schema: pourquoiSchema,
  }),
  'POST /envois-automatiques-test': (r) => ({
    body: { regleDocumentIds: [r.regle] },
    schema: envoiTestSchema,
  }),
  'POST /envois-automatiques/:documentId/dupliquer': (r) => ({
    params: { documentId: r.regle },
    body: { version: VERSION },
    schema: duplicationRegleSchema,
    table: 'sms_envois_automatiques',
  }),
  'POST /envois-automatiques/:documentId/inactif': (r) => ({
    params: { documentId: r.regle },
    body: { inactif: false, sansCritereConfirme: true, version: VERSION },
    schema: inactivationRegleSchema,
    table: 'sms_envois_automatiques',
  }),
  'POST /envois-automatiques/:documentId/retirer': (r) => ({
    params: { documentId: r.regle },
    body: {
      personnes: [{ entrepreneurDocumentId: r.entrepreneur, actionDocumentId: r.action }],
    },
    schema: retraitSchema,
  }),
  'POST /envois-automatiques/:documentId/executer': (r) => ({
    params: { documentId: r.regle },
    body: { confirmation: CONFIRMATION.confirmation },
    schema: executionSchema,
  }),
};

const CAMPAGNES: Readonly<Record<string, (r: Reperes) => ExempleModule>> = {
  'POST /campagnes/destinataires': (r) => ({
    body: {
      ...CIBLE(r),
      onglet: 'non_faits',
      tri: { cle: 'nom', sens: 'asc' },
      page: 1,
      pageSize: 10,
    },
    schema: demandeRechercheSchema,
  }),
  'POST /campagnes/comptes': (r) => ({
    body: { ...CIBLE(r), campagneId: r.campagne, selection: { ids: [1] } },
    schema: demandeComptesSchema,
  }),
  'POST /campagnes/historique': (r) => ({
    body: {
      typeContact: 'newsletter',
      typeDestinataire: 'entrepreneur',
      modeleDocumentId: r.newsletter,
      recherche: 'lettre',
      tri: { cle: 'date', sens: 'desc' },
      page: 1,
      pageSize: 10,
    },
    schema: demandeHistoriqueSchema,
  }),
  'POST /campagnes': (r) => ({
    body: { ...CIBLE(r), selection: { tous: true, saufIds: [1] }, confirme: true, ...CONFIRMATION },
    schema: demandeProgrammationSchema,
  }),
  'GET /campagnes/:id': (r) => ({ params: { id: String(r.campagne) } }),
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
  'POST /filtres': (r) => ({
    body: { nom: 'Filtre', filtres: FILTRES(r), partage: false },
    schema: saisieFiltreSchema,
  }),
  'PUT /filtres/:documentId': (r) => ({
    params: { documentId: r.filtre },
    body: { nom: 'Filtre', filtres: FILTRES(r), partage: false, version: VERSION },
    schema: modificationFiltreSchema,
    table: 'sms_filtres',
  }),
  'DELETE /filtres/:documentId': () => ({ params: INCONNU }),
  'POST /campagnes/annuler': (r) => ({
    body: { campagneId: r.campagne, cible: { envoiIds: [1] } },
    schema: demandeAnnulationSchema,
  }),
};

const FICHES: Readonly<Record<string, (r: Reperes) => ExempleModule>> = {
  'GET /actions/:documentId/fiche': (r) => ({
    params: { documentId: r.action },
    query: { tout: 'true' },
    schema: demandeFicheSchema,
  }),
  'POST /actions/:documentId/avant-envoi': (r) => ({
    params: { documentId: r.action },
    body: {
      modeleDocumentIds: [r.email],
      force: true,
      entrepreneurDocumentIds: [r.entrepreneur],
      inclureListeAttente: true,
      actionAnnuleeConfirmee: true,
      ...CONFIRMATION,
    },
    schema: demandeParticipantsSchema,
  }),
  'GET /entrepreneurs/:documentId/fiche': (r) => ({
    params: { documentId: r.entrepreneur },
    query: { tout: 'true' },
    schema: demandeFicheSchema,
  }),
  'POST /entrepreneurs/:documentId/avant-envoi': (r) => ({
    params: { documentId: r.entrepreneur },
    body: { modeleDocumentIds: [r.sms], force: true, ...CONFIRMATION },
    schema: demandeEntrepreneurSchema,
  }),
  'POST /actions/:documentId/envoyer': (r) => ({
    params: { documentId: r.action },
    body: {
      modeleDocumentIds: [r.email],
      force: true,
      entrepreneurDocumentIds: [r.entrepreneur],
      inclureListeAttente: true,
      actionAnnuleeConfirmee: true,
      ...CONFIRMATION,
    },
    schema: demandeParticipantsSchema,
  }),
  'GET /actions/:documentId/historique': (r) => ({
    params: { documentId: r.action },
    query: { ...PAGE, toutes: 'true' },
    schema: demandeHistoriqueActionSchema,
  }),
  'POST /entrepreneurs/:documentId/programmer': (r) => ({
    params: { documentId: r.entrepreneur },
    body: { modeleDocumentIds: [r.sms], force: true, ...CONFIRMATION },
    schema: demandeEntrepreneurSchema,
  }),
  'GET /entrepreneurs/:documentId/historique': (r) => ({
    params: { documentId: r.entrepreneur },
    query: PAGE,
    schema: demandePageHistoriqueSchema,
  }),
  'GET /envois/:documentId/message': (r) => ({ params: { documentId: r.envoi } }),
  'POST /envois/annuler': (r) => ({
    body: { envoiDocumentIds: [r.envoi] },
    schema: annulationFicheSchema,
  }),
  'POST /envois/relancer': (r) => ({
    body: { envoiDocumentIds: [r.envoi] },
    schema: relanceSchema,
  }),
  'GET /oppositions/:typeDestinataire/:documentId': (r) => ({
    params: { typeDestinataire: 'entrepreneur', documentId: r.entrepreneur },
  }),
  'POST /oppositions': () => ({
    body: OPPOSITION({ adresse: 'quelquun@exemple.fr' }),
    schema: gesteOppositionSchema,
  }),
  'POST /oppositions/lever': () => ({
    body: OPPOSITION(PERSONNE),
    schema: gesteOppositionSchema,
  }),
  'POST /effacements': () => ({ body: { ...PERSONNE, confirme: true }, schema: effacementSchema }),
};

const SOIREE_ET_REGLAGES: Readonly<Record<string, (r: Reperes) => ExempleModule>> = {
  'GET /soiree': () => ({}),
  'POST /soiree/executer': () => ({}),
  'GET /incertains': () => ({}),
  'POST /incertains/:documentId': (r) => ({
    params: { documentId: r.incertain },
    body: { decision: 'renvoyer' },
  }),
  'GET /packages-sms': () => ({}),
  'GET /packages-sms-suivi': () => ({}),
  'GET /packages-sms-operateur': () => ({}),
  'GET /packages-sms/:documentId/journal': (r) => ({ params: { documentId: r.lot } }),
  'POST /packages-sms': () => ({
    body: { dateAchat: '2022-01-02', achetes: 100, consommes: 1 },
    schema: packageSmsSchema,
  }),
  'PUT /packages-sms/:documentId': (r) => ({
    params: { documentId: r.lot },
    body: { dateAchat: '2022-01-02', achetes: 100_000, version: VERSION },
    schema: modificationPackageSchema,
    table: 'sms_packages',
  }),
  'POST /packages-sms/:documentId/corrections': (r) => ({
    params: { documentId: r.lot },
    body: { credits: 1, raison: 'Relevé', version: VERSION },
    schema: correctionPackageSchema,
    table: 'sms_packages',
  }),
  'DELETE /packages-sms/:documentId': () => ({ params: INCONNU }),
  'GET /parametres': () => ({}),
  'PUT /parametres': () => ({ body: PARAMETRES, schema: saisieParametresSchema }),
  'POST /parametres/connexion': () => ({ body: { transport: 'mail' } }),
  'POST /parametres/verification-email': () => ({}),
  'POST /parametres/verification-sms': () => ({ body: { numero: '0601020304' } }),
  'POST /parametres/verification': () => ({ body: { transport: 'mail', code: '123456' } }),
  'GET /pret-a-envoyer': () => ({}),
  'GET /pret-a-envoyer/domaine': () => ({}),
};

/** `secret`: of the address that the operator of the base was given. */
type Publique = (r: Reperes & { secret: string }) => ExempleModule;

const RAPPORT = { id: '42', ptt: '4', date: '20220303190000', description: '1' };

const PUBLIQUES: Readonly<Record<string, Publique>> = {
  'GET /d/:jeton': () => ({ params: { jeton: '1.abc' } }),
  'POST /d/:jeton': () => ({
    params: { jeton: '1.abc' },
    body: { 'List-Unsubscribe': 'One-Click' },
  }),
  'GET /suivi/:fournisseur': () => ({ params: { fournisseur: 'ovh-http2sms' }, query: RAPPORT }),
  'POST /suivi/:fournisseur': () => ({ params: { fournisseur: 'ovh-http2sms' }, body: RAPPORT }),
  'GET /suivi/:fournisseur/:secret': ({ secret }) => ({
    params: { fournisseur: 'ovh-http2sms', secret },
    query: RAPPORT,
  }),
  'POST /suivi/:fournisseur/:secret': ({ secret }) => ({
    params: { fournisseur: 'ovh-http2sms', secret },
    body: RAPPORT,
  }),
};

/** By « METHODE /chemin », as the module mounts them: one missing fails the test. */
export const EXEMPLES_PANNEAU = {
  ...MODELES,
  ...ENVOIS_AUTOMATIQUES,
  ...CAMPAGNES,
  ...FICHES,
  ...SOIREE_ET_REGLAGES,
};
export const EXEMPLES_PUBLICS = PUBLIQUES;
