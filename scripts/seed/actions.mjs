import { addJours, weekday } from './jours.mjs';
import { listEtapes } from './references.mjs';

const ETENDUE = 60;
const MODES = [
  ['Présentiel BGE', 58],
  ['A distance', 22],
  ['Présentiel partenaire', 12],
  ['Téléphone', 8],
];
const PHASES = ['Accueil', 'Emergence', 'Montage', 'Financement', 'Suivi'];
const INSCRIPTIONS = [
  ['Inscrit', 86],
  ["Liste d'attente", 6],
  ['Annulé', 8],
];
const PRESENCES = [
  ['Présent', 72],
  ['Absent', 14],
  ['Absent excusé', 8],
  ['Non saisie', 6],
];
const HEURES = [8, 9, 10, 11, 13, 14, 15, 16];

function toHeure(heures, minutes) {
  return `${String(heures).padStart(2, '0')}:${minutes}:00`;
}

/** −60 … +60 days around the reference, never a Sunday. */
function randomDate(hasard, reference) {
  const date = addJours(reference, hasard.int(-ETENDUE, ETENDUE));
  return weekday(date) === 0 ? addJours(date, 1) : date;
}

function randomStatut(hasard, passee) {
  if (hasard.chance(0.06)) return 'Annulée';
  return passee ? 'Réalisée' : 'Planifiée';
}

function randomType(hasard, collective) {
  return collective
    ? hasard.pick(['Atelier', 'Atelier "j\'aurai voulu"', "Réunion d'information"])
    : hasard.pick(['Diagnostic', 'Entretien']);
}

function describeAction(hasard, { reference, references }) {
  const collective = hasard.chance(0.4);
  const date = randomDate(hasard, reference);
  const ods = hasard.pick(Object.keys(references.ods));
  const etape = hasard.pick(listEtapes(ods));
  const modeIntervention = hasard.weighted(MODES);
  const surPlace = modeIntervention.startsWith('Présentiel');
  const animateur = hasard.pick(Object.values(references.intervenants));
  const debut = hasard.pick(HEURES);
  const minutes = hasard.pick(['00', '30']);
  return {
    objet: etape,
    nature: collective ? 'Collective' : 'Individuelle',
    typeAction: references.typesAction[randomType(hasard, collective)],
    date,
    heureDebut: toHeure(debut, minutes),
    heureFin: toHeure(debut + (collective ? 3 : 1), minutes),
    ods: references.ods[ods],
    etape: references.etapes[etape],
    ressource: hasard.pick(Object.values(references.ressources)),
    phaseMetier: hasard.pick(PHASES),
    modeIntervention,
    lienVisio:
      modeIntervention === 'A distance'
        ? `https://visio.bge-demo.test/${hasard.int(100000, 999999)}`
        : null,
    site: surPlace ? hasard.pick(Object.values(references.sites)) : null,
    animateur,
    intervenants: collective ? [hasard.pick(Object.values(references.intervenants))] : [],
    antenne: references.antennes[animateur.antenne],
    capacite: collective ? hasard.int(6, 14) : 1,
    surbooking: collective ? hasard.int(0, 2) : 0,
    statut: randomStatut(hasard, date < reference),
  };
}

/** `nombre` distinct persons of the list. */
function drawDistinct(hasard, personnes, nombre) {
  const tires = new Set();
  const voulus = Math.min(nombre, personnes.length);
  while (tires.size < voulus) tires.add(hasard.pick(personnes));
  return [...tires];
}

/** One action of the mass and its participations, drawn among `entrepreneurs`. */
export function addAction(base, hasard, contexte, entrepreneurs) {
  const donnees = describeAction(hasard, contexte);
  const action = base.add('action', donnees);
  const passee = donnees.date < contexte.reference;
  const places = donnees.capacite + donnees.surbooking;
  const nombre = places === 1 ? Number(hasard.chance(0.9)) : hasard.int(2, places);
  for (const entrepreneur of drawDistinct(hasard, entrepreneurs, nombre)) {
    base.add('participation', {
      action,
      entrepreneur,
      statut: hasard.weighted(INSCRIPTIONS),
      confirme: hasard.chance(0.55) || null,
      presence: passee && donnees.statut === 'Réalisée' ? hasard.weighted(PRESENCES) : 'Non saisie',
    });
  }
  return action;
}
