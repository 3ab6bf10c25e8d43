import {
  ecrire,
  INTERVENANT,
  PARTICIPANT_CIVILITE,
  PARTICIPANT_NOM,
  PARTICIPANT_PRENOM,
  signet,
} from './textes.mjs';

const QUI = `${PARTICIPANT_CIVILITE} ${PARTICIPANT_PRENOM}`;
const DATE = signet('action_date# j F Y à H:i');
const OBJET = signet('action_objet');

/** E-mails of the guide whose déclencheur is the action: envoi automatique, fiche Action (§2.b). */
export const EMAILS_ACTION = {
  // §2.c (3/3), §6.d, §8.b: the text and the name of the guide.
  rappel: {
    nom: 'Mail rappel rendez-vous',
    objet: `Rappel : ${OBJET}`,
    message: ecrire(
      `Bonjour, ${QUI}, nous vous rappelons votre rendez-vous le ${DATE}.`,
      `Lieu : ${signet('action_site/site_adresse_ville|à distance')}. Lien : ${signet('action_lien_visio|sans objet')}.`
    ),
  },
  // §2.c (3/3): « une convocation aux participants d’une action collective ».
  convocation: {
    nom: 'Convocation',
    objet: `Convocation : ${OBJET}`,
    message: ecrire(
      `Bonjour, ${QUI}, vous êtes attendu(e) le ${DATE}.`,
      `Votre intervenant est ${INTERVENANT}. Lieu : ${signet('action_site/site_nom|à distance')}.`
    ),
  },
  // Who waits is proposed a place that freed itself, by the link of her own participation.
  placeLiberee: {
    nom: 'Place libérée',
    objet: `Une place s’est libérée : ${OBJET}`,
    message: ecrire(
      `Bonjour, ${QUI}, une place s’est libérée pour « ${OBJET} », le ${DATE}. Elle vous est gardée jusqu’au ${signet('action_participation/participation_place_limite# l j F à H:i')}.`,
      `<a href="${signet('action_lien_confirmation')}">Je prends la place, ou je la laisse</a>`
    ),
  },
  // §8.b: word for word, with the guide’s other spelling of the prefix.
  rappelJ1: {
    nom: 'Test envoi automatique J-1/ signets OK',
    objet: 'Rappel réunion J-1',
    message:
      '<p>Bonjour ${tab.action_beneficiaire_personne/personne_civilite} ${tab.action_beneficiaire_personne/personne_prenom} ${tab.action_beneficiaire_personne/personne_nom},<br /> Votre prochain rendez-vous téléphonique est programmé le ${action_date# l j F Y à H:i}<br /> avec ${action_animateur_intervenant/personne_prenom} ${action_animateur_intervenant/personne_nom}.<br /> En cas d’empêchement, merci de nous tenir informé.<br /> Cordialement,<br /> Votre BGE</p>',
  },
  // §5.c
  rappelJ2: {
    nom: 'Test envoi automatique J-2/ Signets OK',
    objet: 'Rappel réunion J-2',
    message: ecrire(
      `Bonjour ${QUI} ${PARTICIPANT_NOM},`,
      `Votre réunion « ${OBJET} » a lieu le ${DATE}, avec ${INTERVENANT}.`
    ),
  },
  testJ1: {
    nom: 'Test envoi automatique J-1',
    objet: 'Test J-1',
    message: ecrire(
      `Bonjour ${QUI},`,
      `À demain, ${signet('action_heure_debut# H:i|dans la journée')}.`
    ),
  },
  signetsClassiques: {
    nom: 'Test mail envoi automatique et signets classiques_J-1',
    objet: 'Test mail envoi automatique et signets',
    message: ecrire(
      `Bonjour ${QUI} ${PARTICIPANT_NOM},`,
      `${signet('action_type')} – ${signet('action_ods|hors offre')} – ${signet('action_etape|sans étape')}, le ${DATE}.`
    ),
  },
  // §6.c: the rule that the guide creates step by step.
  avantTroisJours: {
    nom: 'Test envoi automatique J-3',
    objet: 'Votre diagnostic dans trois jours',
    message: ecrire(
      `Bonjour ${QUI},`,
      `Votre diagnostic a lieu le ${DATE}, ${signet('action_site/site_adresse_rue|à l’antenne')}, ${signet('action_site/site_adresse_ville|')}. Apportez votre CV et une pièce d’identité.`
    ),
  },
  // §6.a, first rule.
  donnees: {
    nom: 'Test envoi protection données',
    objet: 'La protection de vos données',
    message: ecrire(
      `Bonjour ${QUI},`,
      `Avant votre rendez-vous du ${DATE}, voici comment BGE protège les données que vous nous confiez.`
    ),
    fichiers: ['donnees.pdf'],
  },
  // §6.d
  lendemain: {
    nom: 'Test envoi automatique J+1',
    objet: 'Suite à votre atelier d’hier',
    message: ecrire(
      `Bonjour ${QUI},`,
      `Merci pour l’atelier du ${DATE}. Les supports vous attendent à l’antenne.`
    ),
  },
  // §5.a; §6.c: « envoi questionnaire à chaud ».
  postAtelier: {
    nom: 'Test envoi post atelier',
    objet: 'Suite à votre présence à la réunion',
    message: ecrire(
      `Bonjour ${QUI},`,
      `Vous étiez présent(e) le ${signet('action_date# j F Y')} : dites-nous en deux minutes ce que vous en avez pensé.`,
      '<a href="https://www.bge-demo.test/questionnaire">Répondre au questionnaire</a>'
    ),
  },
  // §2.a: « enquête de satisfaction J+7 ».
  satisfaction: {
    nom: 'Enquête de satisfaction',
    objet: 'Une semaine après',
    message: ecrire(
      `Bonjour ${QUI},`,
      `Une semaine après « ${OBJET} », qu’avez-vous pu mettre en place ? ${INTERVENANT} lira votre réponse.`
    ),
  },
};
