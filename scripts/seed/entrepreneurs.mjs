import { addJours, earliest } from './jours.mjs';
import { NOMS, PRENOMS } from './noms.mjs';
import { listEtapes } from './references.mjs';

const OUI_NON = [
  ['Non renseigné', 55],
  ['Non', 35],
  ['Oui', 10],
];
const CONSENTEMENTS = [
  ['Oui', 62],
  ['Non renseigné', 28],
  ['Non', 10],
];
const ACCEPTE_SMS = [
  [true, 62],
  [false, 28],
  [null, 10],
];
const STATUTS = [
  ['Porteur de projet', 62],
  ['Créateur', 20],
  ['Repreneur', 6],
  ['Dirigeant', 8],
  ['Autre', 4],
];
const CSP = [
  ['Employés', 34],
  ['Ouvriers', 16],
  ['Autres personnes sans activité professionnelle', 18],
  ['Professions intermédiaires', 14],
  ["Artisans, commerçants et chefs d'entreprise", 8],
  ['Cadres et professions intellectuelles supérieures', 7],
  ['Retraités', 2],
  ['Agriculteurs exploitants', 1],
];
const NIVEAUX = [
  ['CAP BEP', 30],
  ['Bac', 24],
  ['Bac +2', 16],
  ['Sans diplôme', 12],
  ['Bac +3 et 4', 10],
  ['Bac +5 et plus', 8],
];
const CANAUX = [
  ['France Travail', 48],
  ['Site internet', 14],
  ['Bouche à oreille', 12],
  ['Mission locale', 9],
  ['Partenaire', 7],
  ['Collectivité', 4],
  ['Cap emploi', 4],
  ['Autre', 2],
];
const MOYENS = [
  ['E-mail', 58],
  ['Téléphone', 22],
  ['SMS', 17],
  ['Courrier', 3],
];
const EMPLOIS = [
  ["Demandeur d'emploi", 58],
  ['Salarié', 18],
  ['Indépendant', 9],
  ['Sans emploi', 8],
  ['Étudiant', 4],
  ['Retraité', 2],
  ['Autre', 1],
];
const ETATS_PROJET = [
  ['Idée', 28],
  ['En étude', 30],
  ['En montage', 20],
  ['Créé', 14],
  ['Abandonné', 8],
];
const SECTEURS = [
  'Commerce',
  'Artisanat',
  'Bâtiment',
  'Restauration',
  'Services aux entreprises',
  'Services aux particuliers',
  'Numérique',
  'Agriculture',
  'Culture',
  'Autre',
];
const SOURCES = ['Formulaire signé', 'Site internet', 'Téléphone', 'Premier rendez-vous'];

/** A person of the mass: who, then what the association knows of them. */
function describeEntrepreneur(hasard, { reference, references, coordonnees }, cle) {
  const civilite = hasard.pick(['Madame', 'Monsieur']);
  const personne = { civilite, prenom: hasard.pick(PRENOMS[civilite]), nom: hasard.pick(NOMS) };
  const dateCreationProfil = addJours(reference, -hasard.int(1, 1500));
  const consentementRgpd = hasard.weighted(CONSENTEMENTS);
  const connu = consentementRgpd !== 'Non renseigné';
  const referent = hasard.pick(Object.values(references.intervenants));
  return {
    ...personne,
    dateNaissance: hasard.chance(0.92) ? addJours(reference, -hasard.int(6600, 23500)) : null,
    dateCreationProfil,
    statutPersonne: hasard.weighted(STATUTS),
    csp: hasard.chance(0.85) ? hasard.weighted(CSP) : null,
    niveauFormation: hasard.chance(0.88) ? hasard.weighted(NIVEAUX) : null,
    th: hasard.weighted(OUI_NON),
    rsa: hasard.weighted(OUI_NON),
    qualificationQpv: hasard.weighted(OUI_NON),
    referent: hasard.chance(0.93) ? referent : null,
    antenne: references.antennes[referent.antenne],
    canalPrescription: hasard.weighted(CANAUX),
    moyenContact: hasard.weighted(MOYENS),
    consentementRgpd,
    consentementDate: connu ? dateCreationProfil : null,
    consentementSource: connu ? hasard.pick(SOURCES) : null,
    accepteSms: hasard.weighted(ACCEPTE_SMS),
    inactif: hasard.chance(0.03),
    emails: coordonnees.randomEmails(hasard, personne, cle),
    telephones: coordonnees.randomTelephones(hasard),
    adresses: hasard.chance(0.86) ? [coordonnees.randomLieu(hasard, dateCreationProfil)] : [],
  };
}

function addParcours(base, hasard, { reference, references }, entrepreneur, depuis) {
  const ods = hasard.pick(Object.keys(references.ods));
  const dateDebut = earliest(addJours(depuis, hasard.int(0, 400)), reference);
  base.add('parcours', {
    entrepreneur,
    ods: references.ods[ods],
    etape: references.etapes[hasard.pick(listEtapes(ods))],
    ressource: hasard.pick(Object.values(references.ressources)),
    dateDebut,
    dateFin: hasard.chance(0.7) ? addJours(dateDebut, hasard.int(20, 180)) : null,
  });
}

function addSuivi(base, hasard, contexte, entrepreneur, depuis) {
  const { reference } = contexte;
  const repeat = (poids, ajout) => {
    for (let reste = hasard.weighted(poids); reste > 0; reste -= 1) ajout();
  };
  repeat(
    [
      [0, 6],
      [1, 64],
      [2, 30],
    ],
    () =>
      base.add('situation', {
        entrepreneur,
        date: earliest(addJours(depuis, hasard.int(0, 500)), reference),
        statutEmploi: hasard.weighted(EMPLOIS),
      })
  );
  repeat(
    [
      [0, 22],
      [1, 68],
      [2, 10],
    ],
    () => {
      const secteurActivite = hasard.pick(SECTEURS);
      const etat = hasard.weighted(ETATS_PROJET);
      base.add('projet', { entrepreneur, nom: `Projet ${secteurActivite}`, etat, secteurActivite });
    }
  );
  repeat(
    [
      [0, 24],
      [1, 56],
      [2, 20],
    ],
    () => addParcours(base, hasard, contexte, entrepreneur, depuis)
  );
}

/** One entrepreneur of the mass with situations, projets and parcours; `cle` makes the e-mail unique. */
export function addEntrepreneur(base, hasard, contexte, cle) {
  const fiche = describeEntrepreneur(hasard, contexte, cle);
  const creeLe = `${fiche.dateCreationProfil} 09:00:00`;
  const entrepreneur = base.add('entrepreneur', fiche, creeLe);
  addSuivi(base, hasard, contexte, entrepreneur, fiche.dateCreationProfil);
  return entrepreneur;
}
