import { CASES } from './vocabulaire';

/** Why a destinataire receives nothing: kept with the envoi, shown before sending and in the historique (guide §2.d). */
export const MOTIFS_EXCLUSION = [
  'adresse_absente',
  'adresse_invalide',
  'adresse_fictive',
  'adresse_refusee',
  'adresse_non_acceptee',
  'telephone_absent',
  'telephone_non_mobile',
  'telephone_non_autorise',
  'pays_non_autorise',
  'numero_invalide',
  'sms_non_accepte',
  'rgpd_refuse',
  'rgpd_non_renseigne',
  'opposition',
  'referent_absent',
  'fiche_inactive',
  'fiche_absente',
  'fiche_test',
  'modele_inactif',
  'regle_inactive',
  'action_annulee',
  'action_modifiee',
  'participation_annulee',
  'liste_attente',
  'trop_tard',
  'credit_sms_insuffisant',
  'signet_vide',
  'lien_mort',
  'sms_trop_long',
  'sms_sans_stop',
  'piece_jointe_invalide',
  'deja_programme',
  'deja_envoye',
  'envoi_annule',
  'meme_adresse',
  'hors_perimetre',
] as const;
export type MotifExclusion = (typeof MOTIFS_EXCLUSION)[number];

/** One sentence each: what is missing, and where to mend it so that the person can be written to. */
export const PHRASES_MOTIF: Readonly<Record<MotifExclusion, string>> = {
  adresse_absente: `Aucun e-mail n’est saisi : ajoutez-en un dans les coordonnées de la fiche et cochez « ${CASES.email} ».`,
  adresse_invalide:
    'L’e-mail accepté est mal écrit : corrigez-le dans les coordonnées de la fiche (une seule adresse, sans espace).',
  adresse_fictive:
    'L’e-mail accepté est une adresse fictive : remplacez-la par une vraie adresse dans les coordonnées de la fiche.',
  adresse_refusee:
    'L’e-mail accepté est revenu (boîte inexistante, fermée ou pleine) : demandez une autre adresse à la personne et corrigez-la dans « Adresses à corriger ».',
  adresse_non_acceptee: `La case « ${CASES.email} » n’est cochée pour aucune adresse dans les coordonnées de la fiche.`,
  telephone_absent:
    'Aucun numéro de téléphone n’est saisi : ajoutez un numéro de mobile dans les coordonnées de la fiche.',
  telephone_non_mobile: `Aucun numéro autorisé n’est un mobile (ligne fixe) : ajoutez un numéro de mobile dans les coordonnées de la fiche et cochez « ${CASES.numero} ».`,
  telephone_non_autorise: `La case « ${CASES.numero} » n’est cochée pour aucun numéro dans les coordonnées de la fiche.`,
  pays_non_autorise:
    'Le mobile autorisé est d’un pays où les SMS ne partent pas : ajoutez un mobile français dans les coordonnées de la fiche, ou faites ouvrir ce pays dans les réglages des envois.',
  numero_invalide:
    'Le numéro autorisé est mal écrit : corrigez-le dans les coordonnées de la fiche (10 chiffres, par exemple 0601020304).',
  sms_non_accepte: `La case « ${CASES.sms} » n’est pas cochée dans les coordonnées de la fiche.`,
  rgpd_refuse:
    'L’accord RGPD est « Non » : cette personne ne reçoit ni promotion ni newsletter, seulement des messages de suivi.',
  rgpd_non_renseigne:
    'L’accord RGPD n’est pas renseigné : demandez-le à la personne puis saisissez-le sur sa fiche, ou envoyez un message de suivi.',
  opposition:
    'La personne s’est désinscrite ou a répondu STOP : seule une nouvelle demande de sa part permet de lui écrire.',
  referent_absent:
    'L’entreprise n’a pas de contact référent actif : cochez « Référent » sur la fiche d’un de ses contacts.',
  fiche_inactive: 'La fiche est inactive : décochez « Inactif » pour écrire à cette personne.',
  fiche_absente: 'La fiche n’existe plus : recréez-la pour écrire à cette personne.',
  fiche_test:
    'C’est une fiche test : décochez « Fiche test », ou utilisez « Envoi test des E-mails et des sms ».',
  modele_inactif: 'Le modèle est inactif : décochez « Inactif » sur le modèle pour l’envoyer.',
  regle_inactive:
    'L’envoi automatique est inactif : décochez « Inactif » pour qu’il parte chaque soir.',
  action_annulee:
    'L’action est annulée : remettez-la à « Planifiée » pour écrire à ses participants.',
  action_modifiee:
    'L’action a changé de date depuis la programmation : le message suivra la nouvelle date, ou envoyez-le depuis la fiche Action.',
  participation_annulee:
    'La participation est annulée : remettez-la à « Inscrit » pour écrire à cette personne.',
  liste_attente:
    'La personne est en liste d’attente : inscrivez-la, ou cochez « Inclure la liste d’attente » dans l’envoi automatique.',
  trop_tard:
    'L’action avait déjà commencé quand le message a pu partir : écrivez aux participants depuis la fiche Action.',
  credit_sms_insuffisant:
    'Il ne reste pas assez de SMS : achetez un package et saisissez-le dans Package SMS, puis reprogrammez l’envoi.',
  signet_vide:
    'Un signet obligatoire n’a pas de valeur, ou pas d’adresse à ouvrir pour un lien : complétez la fiche, ou donnez un texte de repli au signet dans le modèle.',
  lien_mort:
    'Le lien de réponse « Je confirme / Je ne pourrai pas venir » ne s’ouvrirait pas hors d’ici : demandez à la personne qui installe une adresse publique en https:// (PUBLIC_URL), ou retirez ce lien du modèle.',
  sms_trop_long: 'Le SMS dépasse 6 SMS une fois les signets remplacés : raccourcissez le modèle.',
  sms_sans_stop:
    'Un SMS de promotion doit dire comment ne plus en recevoir, et votre opérateur ne l’ajoute pas : écrivez-le dans le modèle, par exemple « STOP au 36180 ».',
  piece_jointe_invalide:
    'Une pièce jointe est absente, d’un type refusé ou trop lourde : remplacez-la dans le modèle.',
  deja_programme:
    'Ce message est déjà programmé pour cette personne : annulez l’envoi programmé, ou décochez « Seulement… » sur la fiche pour l’envoyer en plus.',
  deja_envoye:
    'Ce message a déjà été envoyé à cette personne : pour le renvoyer depuis une fiche, décochez « Seulement… ».',
  envoi_annule:
    'Cet envoi a été annulé pour cette personne : écrivez-lui depuis la fiche Action si elle doit le recevoir.',
  meme_adresse:
    'Une autre entreprise de la liste a la même adresse : un seul exemplaire y part, et elle le reçoit.',
  hors_perimetre:
    'La fiche est hors de votre périmètre : demandez à son référent ou à un administrateur de faire l’envoi.',
};

/** The sentence of a stored motif; an unknown one (older row, other version) is shown as it is. */
export function phraseMotif(motif: string): string {
  return Object.hasOwn(PHRASES_MOTIF, motif) ? PHRASES_MOTIF[motif as MotifExclusion] : motif;
}
