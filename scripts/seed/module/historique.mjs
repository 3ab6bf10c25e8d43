import { addJours } from '../jours.mjs';

const SOIR = '19:00:00';

/** What the three people of the demo did last week: [days from today, hour, deed]. */
const ACTES = [
  [-7, '10:00:00', programSuperOffre],
  [-6, '15:30:00', programOffre],
  [-5, '14:00:00', programInformation],
  [-4, '11:00:00', programDroits],
  [-2, '09:15:00', sendConvocation],
];

/** A small base may have nobody for these filters: as at the screen, nothing is programmed then. */
async function programCampagne({ gestionnaire }, saisie) {
  const { comptes } = await gestionnaire.post('/campagnes/comptes', saisie);
  if (comptes.nonFaits.joignables > 0) {
    await gestionnaire.post('/campagnes', { ...saisie, confirme: true });
  }
}

function programSuperOffre({ sessions, modeles }) {
  return programCampagne(sessions, {
    modeleDocumentId: modeles.superOffre,
    typeContact: 'newsletter',
    filtres: { typeDestinataire: 'contact_individuel' },
    selection: { tous: true },
  });
}

/** §7.b: the entrepreneurs of « Activ'Créa lot 1 ». */
function programOffre({ sessions, modeles, resume }) {
  return programCampagne(sessions, {
    modeleDocumentId: modeles.offre,
    typeContact: 'email',
    filtres: {
      typeDestinataire: 'entrepreneur',
      ods: [resume.ods["Activ'Créa lot 1"].documentId],
      etatProjet: ['En montage'],
    },
    selection: { tous: true },
  });
}

function programInformation({ sessions, modeles, resume }) {
  return programCampagne(sessions, {
    modeleDocumentId: modeles.informationSms,
    typeContact: 'sms',
    filtres: {
      typeDestinataire: 'entrepreneur',
      antenne: [resume.antennes['Arrageois-Ternois'].documentId],
      statutPersonne: ['Créateur', 'Repreneur'],
    },
    selection: { tous: true },
  });
}

async function programDroits({ sessions, modeles, resume }) {
  const { palmer, martin } = resume.entrepreneurs;
  await sessions.conseiller.post(`/entrepreneurs/${palmer.documentId}/programmer`, {
    modeleDocumentIds: [modeles.droits, modeles.pieceJointe],
  });
  await sessions.conseiller.post(`/entrepreneurs/${martin.documentId}/programmer`, {
    modeleDocumentIds: [modeles.dossierSms],
  });
}

/** §8: at once, to the participants of the atelier of the guide. */
function sendConvocation({ sessions, modeles, resume }) {
  return sessions.conseiller.post(`/actions/${resume.actions.palmerAtelier.documentId}/envoyer`, {
    modeleDocumentIds: [modeles.convocation],
  });
}

/** What will leave at the next evening: one line « Envoi programmé », one « En attente » (§7.c). */
async function programCeSoir({ sessions, modeles, resume }) {
  await programCampagne(sessions, {
    modeleDocumentId: modeles.lettre,
    typeContact: 'newsletter',
    filtres: { typeDestinataire: 'entrepreneur', statutPersonne: ['Repreneur'] },
    selection: { tous: true },
  });
  await sessions.conseiller.post(
    `/entrepreneurs/${resume.entrepreneurs.palmer.documentId}/programmer`,
    { modeleDocumentIds: [modeles.prochaineAction] }
  );
}

/**
 * Plays the last seven days and their evenings on the application, its clock set by hand: every message of
 * the history was really sent.
 */
export async function playHistorique(demo) {
  const { horloge, resume } = demo;
  for (let jours = -7; jours < 0; jours += 1) {
    const date = addJours(resume.reference, jours);
    for (const [, heure, acte] of ACTES.filter(([jour]) => jour === jours)) {
      horloge.set(date, heure);
      await acte(demo);
      await horloge.tick();
    }
    horloge.set(date, SOIR);
    await horloge.tick();
  }
  horloge.setNow();
  await programCeSoir(demo);
}
