import {
  FICHES_ACTION,
  FICHES_ENTREPRENEUR,
  programCampagne,
  programEntrepreneur,
  sendAction,
} from './actes.mjs';
import { compareMessages, findTraces } from './bilan.mjs';

/**
 * The afternoon and the evening of the reference day, played on the application: what leaves at the click,
 * what waits for 19h to the second, what must not leave twice. Resolves to the lists of `compareMessages`,
 * joined, and to the motifs the campagnes gave when scheduled.
 */
export async function playSoiree({ horloge, sessions, modeles, resume, attendus, recus }) {
  const { reference: jour } = resume;
  const etapes = [];
  let vus = 0;
  const judge = async (heure, prevus) => {
    horloge.set(jour, heure);
    await horloge.tick();
    etapes.push(compareMessages(prevus, recus.slice(vus)));
    vus = recus.length;
  };

  horloge.set(jour, '14:00:00');
  for (const envoi of FICHES_ACTION) await sendAction(sessions, modeles, resume, envoi);
  // For thirty seconds, a click can be taken back.
  await judge('14:00:29', []);
  await judge('14:00:31', attendus.clic.attendus);

  const motifsCampagnes = [];
  for (const campagne of attendus.campagnes) {
    const { motifs } = await programCampagne(sessions, modeles, resume, campagne);
    motifsCampagnes.push(motifs);
  }
  for (const envoi of FICHES_ENTREPRENEUR) {
    await programEntrepreneur(sessions, modeles, resume, envoi);
  }
  await judge('18:59:59', []);
  await judge('19:00:00', attendus.soir.attendus);
  // The same evening again, as after a restart, then late: nothing is left to send.
  await judge('19:00:30', []);
  await judge('20:30:00', []);

  const gather = (liste) => etapes.flatMap((etape) => etape[liste]);
  return {
    manquants: gather('manquants'),
    doubles: gather('doubles'),
    inattendus: gather('inattendus'),
    fautes: [...gather('fautes'), ...findTraces(recus)],
    motifsCampagnes,
  };
}
