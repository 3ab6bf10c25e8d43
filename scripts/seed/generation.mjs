import { addAction } from './actions.mjs';
import { addContactIndividuel, addEntreprise } from './contacts.mjs';
import { createCoordonnees } from './coordonnees.mjs';
import { addEntrepreneur } from './entrepreneurs.mjs';
import { addActionsDuGuide } from './guide-actions.mjs';
import { addContactsDuGuide } from './guide-contacts.mjs';
import { addPersonnes } from './guide-personnes.mjs';
import { createHasard } from './hasard.mjs';
import { addReferences } from './references.mjs';

const FICHES_PAR_LOT = 10_000;
/** One contact individuel and one entreprise partenaire for fifty entrepreneurs. */
const ENTREPRENEURS_PAR_CONTACT = 50;

async function addMasse(base, contexte, { entrepreneurs, actions }) {
  const personnes = [];
  const fiches = createHasard('entrepreneurs');
  for (let i = 1; i <= entrepreneurs; i += 1) {
    personnes.push(addEntrepreneur(base, fiches, contexte, i));
    if (i % FICHES_PAR_LOT === 0) await base.flush();
  }
  const agenda = createHasard('actions');
  for (let i = 1; i <= actions; i += 1) {
    addAction(base, agenda, contexte, personnes);
    if (i % FICHES_PAR_LOT === 0) await base.flush();
  }
  const carnet = createHasard('contacts');
  for (let i = 1; i <= entrepreneurs / ENTREPRENEURS_PAR_CONTACT; i += 1) {
    addContactIndividuel(base, carnet, contexte, i);
    addEntreprise(base, carnet, contexte, i);
  }
}

/**
 * The whole CRM into `base`: reference lists, the guide's people, then the mass. Nothing here reads a
 * clock or a database: same options, same rows.
 */
export async function generateCrm(base, { reference, entrepreneurs, actions, utilisateurs }) {
  const references = addReferences(base, utilisateurs);
  const contexte = { reference, references, coordonnees: createCoordonnees() };
  const personnes = addPersonnes(base, contexte);
  const actionsDuGuide = addActionsDuGuide(base, contexte, personnes);
  const contacts = addContactsDuGuide(base, contexte);
  await addMasse(base, contexte, { entrepreneurs, actions });
  await base.flush();
  return {
    reference,
    ...references,
    entrepreneurs: personnes,
    actions: actionsDuGuide,
    ...contacts,
  };
}
