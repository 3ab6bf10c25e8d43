import { TransportError } from '../../../../core/errors';
import type { EnvoiReserve, Issue, Lot } from '../ports/envois';
import type { VersionCourante } from '../ports/modeles';
import type { Moteur } from '../ports/moteur';
import { CODE_OPPOSITION } from '../ports/sms';
import { createFenetre, type Fenetre } from './fenetre';
import { createPrepareEnvoi, type Preparation, type PrepareEnvoi } from './prepare-envoi';
import { PAUSE_CONFIGURATION_MS, settleEchec } from './settle-echec';

export interface Bilan {
  envoyes: number;
  exclus: number;
  echecs: number;
  incertains: number;
  reportes: number;
}

export function emptyBilan(): Bilan {
  return { envoyes: 0, exclus: 0, echecs: 0, incertains: 0, reportes: 0 };
}

const COMPTEURS: Readonly<Record<Issue['statut'], keyof Bilan>> = {
  envoye: 'envoyes',
  exclu: 'exclus',
  echec: 'echecs',
  incertain: 'incertains',
  programme: 'reportes',
};

/** One lot on its way: what the functions below share. */
interface Livraison {
  moteur: Moteur;
  ouvrier: string;
  fenetre: Fenetre;
  bilan: Bilan;
  /** First failure that concerns the account, or the database: the lot stops. */
  arret: { raison: 'configuration' | 'base'; erreur: unknown } | null;
}

type AEnvoyer = Exclude<Preparation, { genre: 'exclu' }>;

async function record(livraison: Livraison, issue: Issue): Promise<void> {
  const { moteur, bilan } = livraison;
  await moteur.ledger.record(issue, moteur.clock());
  bilan[COMPTEURS[issue.statut]] += 1;
}

async function handOver(moteur: Moteur, pret: AEnvoyer): Promise<Issue> {
  const { envoi, adresse } = pret;
  const messageId = pret.genre === 'mail' ? pret.message.messageId : null;
  try {
    const recu =
      pret.genre === 'mail'
        ? { ...(await moteur.mail.send(pret.message)), credits: null }
        : await moteur.sms.send(pret.sms);
    return {
      statut: 'envoye',
      id: envoi.id,
      adresse,
      messageId,
      reference: recu.reference,
      credits: recu.credits ?? pret.credits,
      valeurs: envoi.valeurs,
    };
  } catch (erreur) {
    return settleEchec(erreur, envoi, { adresse, messageId }, moteur.clock());
  }
}

/** From the window to the committed outcome. Never rejects: what fails stops the lot. */
async function deliverOne(livraison: Livraison, pret: AEnvoyer): Promise<void> {
  const { moteur, fenetre } = livraison;
  try {
    const issue = await handOver(moteur, pret);
    if (issue.statut === 'programme' && !issue.compte) {
      livraison.arret ??= { raison: 'configuration', erreur: issue.detail };
    }
    if (issue.statut === 'echec' && issue.motif === CODE_OPPOSITION) {
      await moteur.oppositions.add(pret.adresse, 'sms', 'STOP opérateur', moteur.clock());
    }
    await record(livraison, issue);
  } catch (erreur) {
    livraison.arret ??= { raison: 'base', erreur };
  } finally {
    fenetre.release(1);
  }
}

/** Marked en_cours and committed, then handed over: never the other way round. */
async function launch(livraison: Livraison, groupe: readonly AEnvoyer[]): Promise<void> {
  const { moteur, ouvrier, fenetre, bilan } = livraison;
  await fenetre.acquire(groupe.length);
  let partants: readonly AEnvoyer[] = [];
  try {
    const marques = groupe.map(({ envoi, credits }) => ({ id: envoi.id, credits }));
    const ids = new Set(await moteur.ledger.markEnCours(ouvrier, marques, moteur.clock()));
    partants = groupe.filter(({ envoi }) => ids.has(envoi.id));
  } finally {
    const restes = groupe.length - partants.length;
    bilan.exclus += groupe[0]?.genre === 'sms' ? restes : 0;
    fenetre.release(restes);
  }
  for (const pret of partants) {
    void deliverOne(livraison, pret);
  }
}

/** A message that cannot be built (a header that would not be safe) is refused, and the lot goes on. */
function prepareSafely(prepare: PrepareEnvoi, envoi: EnvoiReserve, now: Date): Preparation | Issue {
  try {
    return prepare(envoi, now);
  } catch (erreur) {
    if (erreur instanceof TransportError) {
      return {
        statut: 'echec',
        id: envoi.id,
        motif: 'refuse',
        detail: erreur.message,
        adresse: envoi.adresse ?? '',
      };
    }
    throw erreur;
  }
}

async function deliverBatch(
  livraison: Livraison,
  prepare: PrepareEnvoi,
  envois: readonly EnvoiReserve[]
): Promise<void> {
  const { moteur } = livraison;
  const taille = Math.max(1, Math.floor(moteur.reglages.fenetre / 4));
  const restes: Promise<void>[] = [];
  let groupe: AEnvoyer[] = [];
  for (const envoi of envois) {
    const prepare_ = prepareSafely(prepare, envoi, moteur.clock());
    if ('statut' in prepare_) {
      restes.push(record(livraison, prepare_));
    } else if (prepare_.genre === 'exclu') {
      const { motif, detail } = prepare_;
      restes.push(record(livraison, { statut: 'exclu', id: envoi.id, motif, detail }));
    } else {
      groupe.push(prepare_);
    }
    if (groupe.length === taille) {
      await launch(livraison, groupe);
      groupe = [];
    }
    if (livraison.arret !== null) {
      break;
    }
  }
  if (groupe.length > 0 && livraison.arret === null) {
    await launch(livraison, groupe);
  }
  await Promise.all(restes);
}

async function excludeAll(livraison: Livraison, envois: readonly EnvoiReserve[]): Promise<void> {
  await Promise.all(
    envois.map((envoi) =>
      record(livraison, { statut: 'exclu', id: envoi.id, motif: 'modele_inactif', detail: null })
    )
  );
}

async function closeLot(livraison: Livraison): Promise<void> {
  const { moteur, ouvrier, arret } = livraison;
  await livraison.fenetre.drain();
  if (arret?.raison === 'base') {
    throw arret.erreur;
  }
  const plusTard =
    arret === null ? null : new Date(moteur.clock().getTime() + PAUSE_CONFIGURATION_MS);
  await moteur.ledger.giveBack(ouvrier, plusTard);
}

export interface ResultatLot {
  bilan: Bilan;
  /** French sentence when the account of this transport is at fault: nothing more leaves by it for now. */
  configuration: string | null;
  /** False when another worker holds all that is due in this lot. */
  trouve: boolean;
}

function isOuverte(livraison: Livraison, signal: AbortSignal): boolean {
  return !signal.aborted && livraison.arret === null;
}

function configurationOf({ arret }: Livraison): string | null {
  return arret?.raison === 'configuration' ? String(arret.erreur) : null;
}

/** Without a version nothing is read, and everything is excluded. */
function describeVersion(version: VersionCourante | null): {
  versionId: number;
  donnees: VersionCourante['contenu']['donnees'];
} {
  return version === null
    ? { versionId: 0, donnees: [] }
    : { versionId: version.versionId, donnees: version.contenu.donnees };
}

/**
 * Claims, renders, sends and records one lot until nothing is due in it or `signal` asks to stop: the one
 * path to the wire of the four modalités (guide §2.a). What was claimed and not sent goes back to the queue.
 */
export async function deliverLot(
  moteur: Moteur,
  ouvrier: string,
  lot: Lot,
  signal: AbortSignal
): Promise<ResultatLot> {
  const { ledger, ouvriers, reglages } = moteur;
  const fenetre = createFenetre(reglages.fenetre);
  const livraison: Livraison = { moteur, ouvrier, fenetre, bilan: emptyBilan(), arret: null };
  const version = await moteur.versions.loadCourante(lot.modeleId);
  const prepare = version === null ? null : await createPrepareEnvoi(moteur, lot, version);
  const { versionId, donnees } = describeVersion(version);
  let trouve = false;
  while (isOuverte(livraison, signal)) {
    await ouvriers.beat(ouvrier);
    const envois = await ledger.claim(lot, {
      ouvrier,
      limite: reglages.tailleLot,
      now: moteur.clock(),
      versionId,
      donnees,
    });
    if (envois.length === 0) {
      break;
    }
    trouve = true;
    await (prepare === null
      ? excludeAll(livraison, envois)
      : deliverBatch(livraison, prepare, envois));
  }
  await closeLot(livraison);
  return { bilan: livraison.bilan, configuration: configurationOf(livraison), trouve };
}
