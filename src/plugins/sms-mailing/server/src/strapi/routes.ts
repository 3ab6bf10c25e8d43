import { guarded } from './guarded';
import { FICHES } from './routes-fiches';
import { JOURNAL } from './routes-journal';
import { PERSONNES } from './routes-personnes';
import { PROFILS } from './routes-profils';
import { SOIREES } from './routes-soirees';

const MODELES = [
  guarded('GET', '/references', 'reference.list', 'modeles.consulter-modeles'),
  guarded('GET', '/signets', 'modele.signets', 'modeles.consulter-modeles'),
  guarded('GET', '/modeles', 'modele.list', 'modeles.consulter-modeles'),
  guarded('GET', '/modeles/:documentId', 'modele.read', 'modeles.consulter-modeles'),
  guarded('POST', '/modeles', 'modele.create', 'modeles.creer-modele'),
  guarded('PUT', '/modeles/:documentId', 'modele.update', 'modeles.creer-modele'),
  guarded('POST', '/modeles/:documentId/dupliquer', 'modele.duplicate', 'modeles.creer-modele'),
  guarded('POST', '/modeles/:documentId/inactif', 'modele.inactivate', 'modeles.creer-modele'),
  guarded('DELETE', '/modeles/:documentId', 'modele.delete', 'modeles.supprimer-modele'),
  guarded('POST', '/modeles-apercu', 'modele.preview', 'modeles.consulter-modeles'),
  guarded('POST', '/modeles-exemplaire', 'modele.exemplaire', 'modeles.creer-modele'),
  guarded('GET', '/exemplaires', 'exemplaire.list', 'parametres.gerer-parametres'),
  guarded('GET', '/exemplaires/preuve', 'exemplaire.readPreuve', 'modeles.creer-modele'),
  guarded('POST', '/exemplaires/code', 'exemplaire.sendCode', 'modeles.creer-modele'),
  guarded('POST', '/exemplaires/preuve', 'exemplaire.prove', 'modeles.creer-modele'),
  guarded('POST', '/modeles-validation', 'modele.validate', 'modeles.creer-modele'),
  guarded('GET', '/reglages-sms', 'modele.reglagesSms', 'modeles.creer-modele'),
  guarded('POST', '/modeles-repartition', 'modele.repartition', 'modeles.creer-modele'),
  guarded('POST', '/signets-exemples', 'modele.exemples', 'modeles.consulter-modeles'),
  guarded('GET', '/cobayes', 'modele.cobayes', 'modeles.consulter-modeles'),
  guarded('POST', '/pieces-jointes', 'piece-jointe.deposit', 'modeles.creer-modele'),
  guarded('GET', '/pieces-jointes/:id', 'piece-jointe.open', 'modeles.consulter-modeles'),
];

const ENVOIS_AUTOMATIQUES = [
  guarded(
    'GET',
    '/envois-automatiques',
    'envoi-automatique.list',
    'envois-automatiques.consulter-envois-automatiques'
  ),
  guarded(
    'POST',
    '/envois-automatiques',
    'envoi-automatique.create',
    'envois-automatiques.gerer-envois-automatiques'
  ),
  guarded(
    'PUT',
    '/envois-automatiques/:documentId',
    'envoi-automatique.update',
    'envois-automatiques.gerer-envois-automatiques'
  ),
  guarded(
    'DELETE',
    '/envois-automatiques/:documentId',
    'envoi-automatique.delete',
    'envois-automatiques.gerer-envois-automatiques'
  ),
  guarded(
    'POST',
    '/envois-automatiques-essai',
    'envoi-automatique.test',
    'envois-automatiques.consulter-envois-automatiques'
  ),
  guarded(
    'POST',
    '/envois-automatiques-apercu',
    'envoi-automatique.preview',
    'envois-automatiques.consulter-envois-automatiques'
  ),
  guarded(
    'POST',
    '/envois-automatiques-pourquoi',
    'envoi-automatique.explain',
    'fiches.consulter-historique'
  ),
  guarded(
    'POST',
    '/envois-automatiques-test',
    'envoi-automatique.sendTests',
    'envois-automatiques.gerer-envois-automatiques'
  ),
  guarded(
    'POST',
    '/envois-automatiques/:documentId/dupliquer',
    'envoi-automatique.duplicate',
    'envois-automatiques.gerer-envois-automatiques'
  ),
  guarded(
    'POST',
    '/envois-automatiques/:documentId/inactif',
    'envoi-automatique.inactivate',
    'envois-automatiques.gerer-envois-automatiques'
  ),
  guarded(
    'POST',
    '/envois-automatiques/:documentId/retirer',
    'envoi-automatique.withdraw',
    'envois-automatiques.gerer-envois-automatiques'
  ),
  guarded(
    'POST',
    '/envois-automatiques/:documentId/executer',
    'envoi-automatique.execute',
    'envois-automatiques.executer-envoi-automatique'
  ),
];

const CAMPAGNES = [
  guarded('POST', '/campagnes/destinataires', 'campagne.search', 'campagnes.consulter-campagnes'),
  guarded('POST', '/campagnes/comptes', 'campagne.count', 'campagnes.consulter-campagnes'),
  guarded('POST', '/campagnes/historique', 'campagne.list', 'campagnes.consulter-campagnes'),
  guarded('POST', '/campagnes', 'campagne.schedule', 'campagnes.programmer-campagne'),
  guarded('GET', '/campagnes/:id', 'campagne.open', 'campagnes.consulter-campagnes'),
  guarded('GET', '/campagnes/:id/envois', 'campagne.envois', 'campagnes.consulter-campagnes'),
  guarded(
    'GET',
    '/campagnes/:id/envois-csv',
    'campagne.exportEnvois',
    'campagnes.consulter-campagnes'
  ),
  guarded('POST', '/campagnes/:id/relancer', 'campagne.relancer', 'campagnes.programmer-campagne'),
  guarded('GET', '/campagnes-modeles', 'campagne.modeles', 'campagnes.consulter-campagnes'),
  guarded(
    'GET',
    '/modeles/:documentId/historique',
    'campagne.historiqueModele',
    'campagnes.consulter-campagnes'
  ),
  guarded('GET', '/filtres', 'filtre.list', 'campagnes.consulter-campagnes'),
  guarded('GET', '/filtres/relations', 'filtre.relations', 'campagnes.consulter-campagnes'),
  guarded('POST', '/filtres', 'filtre.create', 'campagnes.consulter-campagnes'),
  guarded('PUT', '/filtres/:documentId', 'filtre.update', 'campagnes.consulter-campagnes'),
  guarded('DELETE', '/filtres/:documentId', 'filtre.delete', 'campagnes.consulter-campagnes'),
  guarded('POST', '/campagnes/annuler', 'campagne.cancel', 'campagnes.programmer-campagne'),
];

const ENVOIS = [
  ...SOIREES,
  guarded('POST', '/envois/relancer', 'fiche.relancer', 'campagnes.programmer-campagne'),
  guarded('GET', '/packages-sms', 'package-sms.list', 'packages.consulter-packages'),
  guarded('GET', '/packages-sms-suivi', 'package-sms.suivi', 'packages.consulter-packages'),
  guarded('GET', '/packages-sms-operateur', 'package-sms.operateur', 'packages.consulter-packages'),
  guarded(
    'GET',
    '/packages-sms/:documentId/journal',
    'package-sms.journal',
    'packages.consulter-packages'
  ),
  guarded('POST', '/packages-sms', 'package-sms.create', 'packages.gerer-packages'),
  guarded('PUT', '/packages-sms/:documentId', 'package-sms.update', 'packages.gerer-packages'),
  guarded(
    'POST',
    '/packages-sms/:documentId/corrections',
    'package-sms.correct',
    'packages.gerer-packages'
  ),
  guarded('DELETE', '/packages-sms/:documentId', 'package-sms.delete', 'packages.gerer-packages'),
  guarded('GET', '/parametres', 'parametres.read', 'parametres.gerer-parametres'),
  guarded('PUT', '/parametres', 'parametres.write', 'parametres.gerer-parametres'),
  guarded('GET', '/preuves', 'parametres.exportPreuves', 'parametres.gerer-parametres'),
];

const VERIFICATIONS = [
  guarded(
    'POST',
    '/parametres/connexion',
    'parametres.testConnexion',
    'parametres.verifier-comptes'
  ),
  guarded(
    'POST',
    '/parametres/verification-email',
    'parametres.sendEmail',
    'parametres.verifier-comptes'
  ),
  guarded(
    'POST',
    '/parametres/verification-sms',
    'parametres.sendSms',
    'parametres.verifier-comptes'
  ),
  guarded('POST', '/parametres/verification', 'parametres.confirm', 'parametres.verifier-comptes'),
  guarded('GET', '/pret-a-envoyer', 'parametres.examinePret', 'parametres.consulter-pret'),
  guarded(
    'GET',
    '/pret-a-envoyer/domaine',
    'parametres.examineDomaine',
    'parametres.consulter-pret'
  ),
];

export const routes = {
  admin: {
    type: 'admin',
    routes: [
      ...MODELES,
      ...ENVOIS_AUTOMATIQUES,
      ...CAMPAGNES,
      ...FICHES,
      ...PERSONNES,
      ...PROFILS,
      ...JOURNAL,
      ...ENVOIS,
      ...VERIFICATIONS,
    ],
  },
  /** The only public routes: the links of answers and of désinscription, the delivery reports of operators. */
  'content-api': {
    type: 'content-api',
    routes: [
      { method: 'GET', path: '/d/:jeton', handler: 'desinscription.ask', config: { auth: false } },
      {
        method: 'POST',
        path: '/d/:jeton',
        handler: 'desinscription.confirm',
        config: { auth: false },
      },
      // Outside the module's own prefix: an address that an SMS can carry.
      ...(
        [
          ['GET', 'ask'],
          ['POST', 'answer'],
        ] as const
      ).map(([method, geste]) => ({
        method,
        path: '/c/:jeton',
        handler: `reponse.${geste}`,
        config: { auth: false, prefix: '' },
      })),
      ...['/suivi/:fournisseur', '/suivi/:fournisseur/:secret'].flatMap((path) =>
        ['GET', 'POST'].map((method) => ({
          method,
          path,
          handler: 'suivi.receive',
          config: { auth: false },
        }))
      ),
    ],
  },
};
