import type { DepartEnvoi, EnvoiReserve, Issue } from '../ports/envois';
import type { Depart } from '../ports/mail';
import { countIssue } from './bilan';
import { isAnous, recordOrStop, rendre, type Livraison } from './livraison';
import { prepareOne, seal, type AEnvoyer } from './prepare-depart';
import { noteEchec, settleEchec } from './settle-echec';
import { sizeFenetre } from './taille-fenetre';
import type { Prise } from './take-lot';
import type { EtatTransport, RemiseEnCours } from '../ports/transports';

/** What the transport asks again right before the first byte. */
function toDepartMail(
  livraison: Livraison,
  transport: EtatTransport,
  remise: RemiseEnCours
): Depart {
  return {
    isPermis: () => remise.isPermise() && isAnous(livraison),
    // Neither slowed nor probing: what goes ahead is not to wait.
    enAvance: transport.debit.parSeconde === null && transport.sonde === 'non',
    prioritaire: livraison.voie === 'immediate',
    signal: livraison.signal,
  };
}

async function handOver(
  livraison: Livraison,
  transport: EtatTransport,
  { envoi, ...pret }: AEnvoyer
): Promise<Issue> {
  const { moteur } = livraison;
  const remise = transport.begin(String(envoi.id));
  if (!remise.isPermise()) {
    return rendre(envoi.id);
  }
  try {
    const recu =
      pret.genre === 'mail'
        ? await moteur.mail.send(pret.message, toDepartMail(livraison, transport, remise))
        : await moteur.sms.send(pret.sms);
    if (recu === null) {
      remise.giveBack();
      return rendre(envoi.id);
    }
    remise.note({ genre: 'parti' }, '');
    const credits = 'credits' in recu ? (recu.credits ?? pret.credits) : pret.credits;
    return { statut: 'envoye', id: envoi.id, reference: recu.reference, credits };
  } catch (erreur) {
    const echec = noteEchec(erreur, { transport, remise }, moteur.journal);
    return settleEchec(echec, envoi, moteur.clock());
  }
}

/** Waits for a place, looks once more whether it may leave, leaves. */
async function handOverInPlace(
  livraison: Livraison,
  transport: EtatTransport,
  pret: AEnvoyer
): Promise<Issue> {
  const places = transport.places[livraison.voie];
  await places.acquire(1);
  try {
    return isAnous(livraison) ? await handOver(livraison, transport, pret) : rendre(pret.envoi.id);
  } finally {
    places.release(1);
  }
}

/** From the window to the committed outcome. Never rejects. */
async function deliverOne(
  livraison: Livraison,
  transport: EtatTransport,
  { pret, marqueMs }: { pret: AEnvoyer; marqueMs: number }
): Promise<void> {
  const { moteur, mesure, fenetre } = livraison;
  const { chrono } = moteur;
  const debut = chrono.elapsed();
  const issue = await handOverInPlace(livraison, transport, pret);
  const transportMs = chrono.elapsed() - debut;
  await recordOrStop(livraison, issue);
  mesure.note({ transportMs, horsTransportMs: marqueMs + chrono.elapsed() - debut - transportMs });
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
  // After a suspension the answer to one decides for the others.
  const seule = transport.sonde !== 'non';
  const remises = partants.map((pret) => deliverOne(livraison, transport, { pret, marqueMs }));
  if (seule) {
    await Promise.all(remises);
  }
}

/** The next group is prepared and marked meanwhile; the answer to a probe is waited for. */
async function launchAhead(
  livraison: Livraison,
  transport: EtatTransport,
  groupe: readonly AEnvoyer[]
): Promise<void> {
  const { marques } = livraison;
  await marques.acquire(1);
  const lancement = launch(livraison, transport, groupe)
    .catch((cause: unknown) => {
      livraison.erreur ??= { cause };
    })
    .finally(() => {
      marques.release(1);
    });
  if (transport.sonde !== 'non') {
    await lancement;
  }
}

/** Envois marked by one statement; the window follows the transport. */
function sizeGroupe({ fenetre, garantie, mesure }: Livraison, transport: EtatTransport): number {
  const { taille, groupe } = sizeFenetre(garantie, transport.parallele, mesure);
  fenetre.resize(taille);
  return groupe;
}

/** The next ones whose turn it is; none when nothing may leave any more. */
async function takeTurn(
  livraison: Livraison,
  transport: EtatTransport,
  restants: readonly EnvoiReserve[]
): Promise<readonly EnvoiReserve[]> {
  if (restants.length === 0 || !isAnous(livraison) || !transport.isOuvert()) {
    return [];
  }
  const taille = Math.min(restants.length, sizeGroupe(livraison, transport));
  const admis = await transport.admit(taille, livraison.signal);
  return isAnous(livraison) ? restants.slice(0, admis) : [];
}

/**
 * Renders, sends and records what was claimed: the one path to the wire of the four modalités (guide §2.a).
 * What may not leave after all goes back to the queue. A turn is waited for before the mark: nothing waits
 * « en cours » that a crash would make incertain.
 */
export async function deliverPrise(livraison: Livraison, prise: Prise): Promise<void> {
  const { moteur, battement } = livraison;
  const { pret, envois } = prise;
  const transport = moteur.transports[prise.transport];
  const arretes: Promise<void>[] = [];
  let restants = envois;
  for (;;) {
    const suivants = await takeTurn(livraison, transport, restants);
    if (suivants.length === 0) {
      break;
    }
    restants = restants.slice(suivants.length);
    const partants: AEnvoyer[] = [];
    const prepares = suivants.map(async (envoi) =>
      seal(moteur, await prepareOne(moteur, pret, envoi))
    );
    for (const prepare of await Promise.all(prepares)) {
      if ('statut' in prepare) {
        arretes.push(recordOrStop(livraison, prepare));
      } else {
        partants.push(prepare);
      }
    }
    if (partants.length > 0) {
      await launchAhead(livraison, transport, partants);
    }
  }
  await Promise.all(arretes);
  if (restants.length > 0 && livraison.erreur === null) {
    const ids = restants.map(({ id }) => id);
    await moteur.ledger.giveBack(battement.ouvrier, ids);
  }
}
