const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const JOURS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];

function parts(date) {
  const [annee, mois, jour] = date.split('-').map(Number);
  return { annee, mois, jour };
}

/** « 5 mars 2022 » */
function jour(date) {
  const { annee, mois, jour: numero } = parts(date);
  return `${numero} ${MOIS[mois - 1]} ${annee}`;
}

/** « 5 mars 2022 à 09:30 » */
function moment({ date, heure_debut: debut }) {
  return `${jour(date)} à ${debut.slice(0, 5)}`;
}

/** « samedi 5 mars 2022 à 09:30 » */
function momentEntier(action) {
  return `${JOURS[new Date(`${action.date}T00:00:00Z`).getUTCDay()]} ${moment(action)}`;
}

/** « 5/03 à 09:30 » */
function momentCourt({ date, heure_debut: debut }) {
  const { mois, jour: numero } = parts(date);
  return `${numero}/${String(mois).padStart(2, '0')} à ${debut.slice(0, 5)}`;
}

const qui = ({ civilite, prenom }) => `${civilite} ${prenom}`;
const quiEntier = (personne) => `${qui(personne)} ${personne.nom}`;
const intervenant = ({ animateur }) => `${animateur.prenom} ${animateur.nom}`;

/** An SMS leaves in the letters of its alphabet: no typographic apostrophe, no accent outside it. */
function foldSms(texte) {
  return texte
    .replace(/’/g, "'")
    .replace(/[^\x20-\x7eèéùìòàÇÉäöñüÄÖÑÜÅåØøÆæß§¿¡£¥]/g, (lettre) =>
      lettre.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
    );
}

/**
 * What each modèle must read once its signets are replaced, written by hand: `(person, action or fiche) →
 * extracts`. `objet` when it holds a signet.
 */
export const LECTURES = {
  rappel: {
    objet: ({ action }) => `Rappel : ${action.objet}`,
    extraits: ({ personne, action }) => [
      `Bonjour, ${qui(personne)}, nous vous rappelons votre rendez-vous le ${moment(action)}.`,
      `Lieu : ${action.site?.ville ?? 'à distance'}. Lien : ${action.lien_visio ?? 'sans objet'}.`,
    ],
  },
  convocation: {
    objet: ({ action }) => `Convocation : ${action.objet}`,
    extraits: ({ personne, action }) => [
      `Bonjour, ${qui(personne)}, vous êtes attendu(e) le ${moment(action)}.`,
      `Votre intervenant est ${intervenant(action)}. Lieu : ${action.site?.nom ?? 'à distance'}.`,
    ],
  },
  rappelJ1: {
    extraits: ({ personne, action }) => [
      `Bonjour ${quiEntier(personne)},`,
      `est programmé le ${momentEntier(action)} avec ${intervenant(action)}.`,
    ],
  },
  rappelJ2: {
    extraits: ({ personne, action }) => [
      `Bonjour ${quiEntier(personne)},`,
      `Votre réunion « ${action.objet} » a lieu le ${moment(action)}, avec ${intervenant(action)}.`,
    ],
  },
  avantTroisJours: {
    extraits: ({ personne, action }) => [
      `Bonjour ${qui(personne)},`,
      `a lieu le ${moment(action)}, ${action.site?.adresse ?? 'à l’antenne'}, ${action.site?.ville ?? ''}.`,
    ],
  },
  donnees: {
    extraits: ({ personne, action }) => [
      `Bonjour ${qui(personne)},`,
      `Avant votre rendez-vous du ${moment(action)}, voici`,
    ],
  },
  lendemain: {
    extraits: ({ personne, action }) => [
      `Bonjour ${qui(personne)},`,
      `Merci pour l’atelier du ${moment(action)}.`,
    ],
  },
  postAtelier: {
    extraits: ({ personne, action }) => [
      `Bonjour ${qui(personne)},`,
      `Vous étiez présent(e) le ${jour(action.date)} :`,
    ],
  },
  satisfaction: {
    extraits: ({ personne, action }) => [
      `Bonjour ${qui(personne)},`,
      `après « ${action.objet} », qu’avez-vous pu mettre en place ? ${intervenant(action)} lira`,
    ],
  },
  atelier: {
    extraits: ({ personne, action }) => [
      `Bonjour ${personne.prenom},`,
      `Après « ${action.objet} », ces rendez-vous`,
    ],
  },
  rappelSms: {
    extraits: ({ personne, action }) => [
      foldSms(
        `Bonjour ${personne.prenom}, rappel de votre rendez-vous le ${momentCourt(action)} avec ${action.animateur.prenom}. Votre BGE`
      ),
    ],
  },
  dossierSms: {
    extraits: ({ personne }) => [
      foldSms(`Bonjour ${personne.prenom}, il manque une pièce à votre dossier.`),
    ],
  },
  informationSms: {
    extraits: ({ personne }) => [
      foldSms(`Bonjour ${personne.prenom}, nos bureaux seront fermés vendredi après-midi.`),
    ],
  },
  droits: {
    extraits: ({ personne }) => [
      `Bonjour ${personne.civilite} ${personne.nom}, je vous prie de trouver ci-joint votre attestation.`,
      `Votre conseiller, ${personne.referent.prenom} ${personne.referent.nom}, répond`,
    ],
  },
  pieceJointe: { extraits: ({ personne }) => [`Bonjour ${quiEntier(personne)},`] },
  pieceJointeWord: { extraits: ({ personne }) => [`Bonjour ${quiEntier(personne)},`] },
  offre: { extraits: ({ personne }) => [`Bonjour ${quiEntier(personne)},`] },
  lettre: { extraits: ({ personne }) => [`Bonjour ${personne.prenom},`] },
  superOffre: { extraits: ({ personne }) => [`Bonjour ${personne.prenom},`] },
  invitation: {
    extraits: ({ personne, fiche }) => [
      `Bonjour ${personne.civilite} ${personne.nom},`,
      `accueillir ${fiche.raison_sociale ?? 'votre structure'} à la réunion`,
    ],
  },
};
