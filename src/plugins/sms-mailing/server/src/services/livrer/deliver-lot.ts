import type { DepartEnvoi, Issue } from '../ports/envois';
import type { Depart } from '../ports/mail';
import type { Moteur } from '../ports/moteur';
import type { Battement } from './battement';
import { countIssue, type Bilan } from './bilan';
import { prepareOne, seal, type AEnvoyer } from './prepare-depart';
import { noteEchec, settleEchec } from './settle-echec';
import { sizeFenetre, type Mesure } from './taille-fenetre';
import type { Prise } from './take-lot';
import type { EtatTransport, Fenetre } from '../ports/transports';

/** One worker at work: what the functions below share. */
export interface Livraison {
  moteur: Moteur;
  battement: Battement;
  /** From « en cours » to the committed outcome: all that a crash can make incertain. */
  fenetre: Fenetre;
  /** What this turn's messages are made under. */
  epoque: string;
  /** Of the worker, when the turn began: frozen and thawed since, it hands over nothing of it. */
  vie: number;
  /** G: the window is never larger, whatever the transport. */
  garantie: number;
  mesure: Mesure;
  signal: AbortSignal;
  bilan: Bilan;
  /** The epoch has moved: what is left is to be prepared anew. */
  perimee: boolean;
  /** First failure of the database: nothing more is handed over. */
  erreur: { cause: unknown } | null;
}

/** May one more message be handed over, now? */
function isPermis(livraison: Livraison, transport: EtatTransport): boolean {
  const { battement, vie, signal, erreur, perimee } = livraison;
  const anous = battement.isVivant() && battement.vie === vie;
  return anous && erreur === null && !perimee && !signal.aborted && transport.isOuvert();
}

async function record(livraison: Livraison, issue: Issue): Promise<void> {
  const { moteur, battement, bilan } = livraison;
  await moteur.ledger.record(battement.ouvrier, issue, moteur.clock());
  countIssue(bilan, issue.statut);
}

/** Never rejects: a fault of the database stops the worker. */
async function recordOrStop(livraison: Livraison, issue: Issue): Promise<void> {
  try {
    await record(livraison, issue);
  } catch (cause) {
    livraison.erreur ??= { cause };
  }
}

/** Not handed over, for sure: as if it had never been claimed. */
function rendre(id: number): Issue {
  return { statut: 'programme', id, disponibleLe: null, detail: null, compte: false };
}

/** What the transport asks again right before the first byte. */
function toDepartMail(livraison: Livraison, transport: EtatTransport): Depart {
  return {
    isPermis: () => isPermis(livraison, transport),
    // Neither slowed nor probing: what goes ahead is not to wait.
    enAvance: !transport.debit.limite && transport.alerte === null,
    signal: livraison.signal,
  };
}

async function handOver(
  livraison: Livraison,
  transport: EtatTransport,
  { envoi, ...pret }: AEnvoyer
): Promise<Issue> {
  const { moteur } = livraison;
  try {
    const recu =
      pret.genre === 'mail'
        ? await moteur.mail.send(pret.message, toDepartMail(livraison, transport))
        : await moteur.sms.send(pret.sms);
    if (recu === null) {
      return rendre(envoi.id);
    }
    transport.succeed();
    const credits = 'credits' in recu ? (recu.credits ?? pret.credits) : pret.credits;
    return { statut: 'envoye', id: envoi.id, reference: recu.reference, credits };
  } catch (erreur) {
    noteEchec(erreur, transport, moteur.journal);
    return settleEchec(erreur, envoi, moteur.clock());
  }
}

/** Waits for its turn, looks once more whether it may leave, leaves. */
async function handOverInTurn(
  livraison: Livraison,
  transport: EtatTransport,
  pret: AEnvoyer
): Promise<Issue> {
  await transport.places.acquire(1);
  try {
    await transport.debit.waitTurn(livraison.signal);
    return isPermis(livraison, transport)
      ? await handOver(livraison, transport, pret)
      : rendre(pret.envoi.id);
  } finally {
    transport.places.release(1);
  }
}

/** From the window to the committed outcome. Never rejects. */
async function deliverOne(
  livraison: Livraison,
  transport: EtatTransport,
  { pret, marqueMs }: { pret: AEnvoyer; marqueMs: number }
): Promise<void> {
  const { moteur, mesure, fenetre } = livraison;
  const issue = await handOverInTurn(livraison, transport, pret);
  const debut = moteur.chrono.elapsed();
  await recordOrStop(livraison, issue);
  mesure.note(marqueMs + moteur.chrono.elapsed() - debut);
  fenetre.release(1);
}

function toDepart({ envoi, adresse, credits, ...pret }: AEnvoyer): DepartEnvoi {
  const messageId = pret.genre === 'mail' ? pret.message.messageId : null;
  const { id, contactId, valeurs } = envoi;
  return { id, adresse, contactId, messageId, valeurs, credits };
}

/** Marked en_cours and committed, then handed over: never the other way round. */
async function launch(
  livraison: Livraison,
  transport: EtatTransport,
  groupe: readonly AEnvoyer[]
): Promise<void> {
  const { moteur, battement, fenetre, bilan } = livraison;
  await fenetre.acquire(groupe.length);
  const debut = moteur.chrono.elapsed();
  let partants: readonly AEnvoyer[] = [];
  try {
    const departs = groupe.map(toDepart);
    const { ouvrier } = battement;
    const marque = { ouvrier, epoque: livraison.epoque, departs, now: moteur.clock() };
    const marquage = await moteur.ledger.markEnCours(marque);
    const ids = new Set(marquage.partants);
    partants = groupe.filter(({ envoi }) => ids.has(envoi.id));
    countIssue(bilan, 'exclu', marquage.exclus.length);
    if (marquage.partants.length + marquage.exclus.length === 0) {
      livraison.perimee = (await moteur.ledger.readEpoque()) !== livraison.epoque;
    }
  } catch (cause) {
    // Committed or not, nobody knows; handed over, for sure not.
    livraison.erreur ??= { cause };
    await Promise.all(groupe.map(({ envoi }) => recordOrStop(livraison, rendre(envoi.id))));
  } finally {
    fenetre.release(groupe.length - partants.length);
  }
  const marqueMs = moteur.chrono.elapsed() - debut;
  for (const pret of partants) {
    void deliverOne(livraison, transport, { pret, marqueMs });
  }
}

/** Envois marked by one statement; the window follows the transport. */
function sizeGroupe({ fenetre, garantie, mesure }: Livraison, transport: EtatTransport): number {
  const { taille, groupe } = sizeFenetre(garantie, transport.parallele, mesure);
  fenetre.resize(taille);
  return groupe;
}

/**
 * Renders, sends and records what was claimed: the one path to the wire of the four modalités (guide §2.a).
 * What may not leave after all goes back to the queue.
 */
export async function deliverPrise(livraison: Livraison, prise: Prise): Promise<void> {
  const { moteur, battement } = livraison;
  const { pret, envois } = prise;
  const transport = moteur.transports[prise.transport];
  const arretes: Promise<void>[] = [];
  let debut = 0;
  while (debut < envois.length && isPermis(livraison, transport)) {
    const partants: AEnvoyer[] = [];
    const suivants = envois.slice(debut, debut + sizeGroupe(livraison, transport));
    debut += suivants.length;
    const prepares = suivants.map((envoi) => seal(moteur, prepareOne(moteur, pret, envoi)));
    for (const prepare of await Promise.all(prepares)) {
      if ('statut' in prepare) {
        arretes.push(recordOrStop(livraison, prepare));
      } else {
        partants.push(prepare);
      }
    }
    if (partants.length > 0) {
      await launch(livraison, transport, partants);
    }
  }
  await Promise.all(arretes);
  const restes = envois.slice(debut).map(({ id }) => id);
  if (restes.length > 0 && livraison.erreur === null) {
    await moteur.ledger.giveBack(battement.ouvrier, restes);
  }
}
