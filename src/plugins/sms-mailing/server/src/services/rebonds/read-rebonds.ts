import { TransportError } from '../../../../core/errors';
import { classifyCourrier, type RetourLu } from '../../../../core/rebonds/classify-courrier';
import { listJetons, type JetonLu } from '../../../../core/rebonds/list-jetons';
import type { RebondsDeps } from '../ports/lecture-rebonds';
import type { BornesTour, SortMessage } from '../ports/rebonds';

const BORNES: BornesTour = { messages: 200, octetsParMessage: 256 * 1024, dureeMs: 60_000 };
const INTERVALLE_MS = 5 * 60_000;
/** An envoi whose outcome is not written by then never will be. */
const ATTENTE_MS = 24 * 3_600_000;

interface Signe {
  envoiId: number;
  de: JetonLu['de'];
}

function findSigne({ retours }: RebondsDeps, jetons: readonly JetonLu[]): Signe | null {
  for (const { jeton, de } of jetons) {
    const envoiId = retours.read(jeton);
    if (envoiId !== null) return { envoiId, de };
  }
  return null;
}

/** A complaint often hides whom it comes from: the token of the message that it holds is proof enough. */
function listVises({ de }: Signe, { raison, destinataires }: RetourLu): readonly string[] | null {
  const caches = raison === 'signale_indesirable' && destinataires.length === 0;
  return de === 'retour' || caches ? null : destinataires;
}

async function receive(deps: RebondsDeps, brut: Buffer, recuLe: Date): Promise<SortMessage> {
  const courrier = await deps.parseCourrier(brut);
  const lu = classifyCourrier(courrier);
  const signe = lu === null ? null : findSigne(deps, listJetons(courrier));
  if (lu === null || signe === null) {
    return 'laisse';
  }
  const { raison, par, code } = lu;
  const retour = { raison, par, code, envoiId: signe.envoiId, destinataires: listVises(signe, lu) };
  const now = deps.clock();
  switch (await deps.rebonds.note(retour, now)) {
    case 'note':
    case 'deja':
      return 'traite';
    case 'attend':
      return now.getTime() - recuLe.getTime() < ATTENTE_MS ? 'attend' : 'laisse';
    case 'etranger':
      return 'laisse';
  }
}

/**
 * One turn of the mailbox where undelivered messages come back, by one instance at a time. A mailbox that does not
 * answer stops nothing else: the page of the settings says so.
 */
export async function readRebonds(deps: RebondsDeps): Promise<void> {
  const { boite, rebonds, clock, journal } = deps;
  const now = clock();
  if (boite === null) {
    return;
  }
  const depuis = await rebonds.claim(boite.nom, now, new Date(now.getTime() + INTERVALLE_MS));
  if (depuis === null) {
    return;
  }
  try {
    const tour = await boite.de.read(depuis, BORNES, (brut, recuLe) => receive(deps, brut, recuLe));
    await rebonds.settle(tour, clock());
    if (tour.traites > 0) {
      journal.info(`${String(tour.traites)} e-mails revenus ont été lus.`);
    }
  } catch (erreur) {
    if (!(erreur instanceof TransportError)) throw erreur;
    await rebonds.fail(erreur.message, clock());
    journal.warn(`Retours des e-mails : ${erreur.message}`);
  }
}
