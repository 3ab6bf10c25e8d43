import type { Parametres, SaisieParametres } from './parametres';

/** As the page « Réglages des envois » calls them, in the middle of a sentence. */
const LIBELLES: Readonly<Record<keyof Parametres, string>> = {
  expediteurNom: 'nom de l’expéditeur',
  expediteurAdresse: 'adresse de l’expéditeur',
  repondreA: 'adresse de réponse',
  repondreAuReferent: 'réponses au référent',
  adressePostale: 'adresse postale',
  sms: 'compte SMS',
  rebonds: 'retours des e-mails',
  caracteresParSms: 'caractères par SMS',
  remplacerAccents: 'remplacement des accents',
  paysSms: 'pays des SMS',
  autoriserDepassement: 'dépassement des packages',
  seuilAlertePackages: 'seuil d’alerte des packages',
  alertesA: 'adresse des alertes',
  digestMatin: 'e-mail du matin',
  promotionSansConsentement: 'promotions aux RGPD non renseignés',
  heuresPromotion: 'heures des promotions',
  heureDuSoir: 'heure du soir',
  zone: 'fuseau horaire',
  smsParSeconde: 'SMS par seconde',
  emailsParSeconde: 'e-mails par seconde',
  emailsParHeure: 'e-mails par heure',
  partDuClic: 'part des envois immédiats',
  couleur: 'couleur de l’association',
  messagesParClic: 'messages par clic',
  messagesParJour: 'messages par jour',
  repentirSecondes: 'délai pour annuler',
  texteMois: 'durée de garde des textes',
  preuveMois: 'durée de garde des preuves',
};

/** What a save changes, by name: no value of a setting goes further than its own page, and no secret at all. */
export function nameChangements(
  avant: Parametres,
  { secrets, version: _version, ...apres }: SaisieParametres
): string[] {
  const cles = Object.keys(LIBELLES) as (keyof Parametres)[];
  const changes = cles.filter((cle) => JSON.stringify(avant[cle]) !== JSON.stringify(apres[cle]));
  const { motDePasseRebonds: _boite, ...duCompte } = secrets;
  const secretsSaisis = Object.keys(duCompte).length > 0;
  const boiteSaisie = Object.hasOwn(secrets, 'motDePasseRebonds');
  return [
    ...changes.map((cle) => LIBELLES[cle]),
    ...(secretsSaisis ? ['secrets du compte SMS'] : []),
    ...(boiteSaisie ? ['mot de passe de la boîte de retour'] : []),
  ];
}
