/** Every right of the module, on one page (guide §4). Strapi wants lowercase, dots and hyphens (strapi.md §D). */
export const PERMISSIONS = {
  'modeles.consulter-modeles': 'Consulter les modèles',
  'modeles.creer-modele': 'Créer et modifier les modèles',
  'modeles.supprimer-modele': 'Supprimer les modèles',
  'envois-automatiques.consulter-envois-automatiques': 'Consulter les envois automatiques',
  'envois-automatiques.gerer-envois-automatiques': 'Créer et modifier les envois automatiques',
  'envois-automatiques.executer-envoi-automatique': 'Exécuter un envoi automatique maintenant',
  'campagnes.consulter-campagnes': 'Consulter les campagnes',
  'campagnes.programmer-campagne': 'Programmer et annuler une campagne',
  'fiches.consulter-agenda': 'Consulter l’agenda',
  'fiches.consulter-historique': 'Consulter les fiches et leur historique',
  'fiches.consulter-th-rsa': 'Voir, filtrer et renseigner TH et RSA',
  'fiches.envoyer-depuis-action': 'Envoyer depuis la fiche Action',
  'fiches.envoyer-depuis-entrepreneur': 'Envoyer depuis la fiche Entrepreneur',
  'fiches.envoyer-maintenant': 'Envoyer immédiatement depuis la fiche Entrepreneur',
  'packages.consulter-packages': 'Consulter les packages SMS',
  'packages.gerer-packages': 'Gérer les packages SMS',
  'envois.consulter-soiree': 'Consulter l’envoi du soir',
  'envois.executer-soiree': 'Exécuter l’envoi du soir maintenant',
  'envois.suspendre-soiree': 'Suspendre, reprendre ou arrêter l’envoi du soir',
  'envois.retirer-soiree': 'Retirer des messages de l’envoi du soir',
  'envois.trancher-incertains': 'Décider des envois incertains',
  'oppositions.consulter-oppositions': 'Consulter les oppositions d’une personne',
  'oppositions.gerer-oppositions': 'Enregistrer et lever une opposition',
  'oppositions.exporter-personne': 'Exporter les données d’une personne (RGPD)',
  'oppositions.effacer-personne': 'Effacer une personne des envois (RGPD)',
  'profils.consulter-profils': 'Consulter les profils et ce que peut chaque compte',
  'profils.gerer-profils': 'Créer et modifier les profils, rattacher les comptes',
  'journal.consulter-journal': 'Consulter le journal de ce que chacun a fait',
  'parametres.gerer-parametres': 'Gérer les réglages des envois',
  'parametres.verifier-comptes': 'Tester et vérifier les comptes d’envoi',
  'parametres.consulter-pret': 'Consulter « Prêt à envoyer ? »',
} as const;

export type Permission = keyof typeof PERMISSIONS;

/** As Strapi names them in a role, a route or a menu. */
export const PREFIXE = 'plugin::sms-mailing.';
