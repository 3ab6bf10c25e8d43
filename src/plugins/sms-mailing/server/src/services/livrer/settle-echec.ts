import { TransportError } from '../../../../core/errors';
import type { Verdict } from '../../../../core/transport/fautes';
import type { Fait } from '../../../../core/transport/marche';
import { spread } from '../../../../core/transport/spread';
import type { EnvoiReserve, Issue } from '../ports/envois';
import type { Journal } from '../ports/moteur';
import { CODE_OPPOSITION } from '../ports/sms';
import type { EtatTransport, RemiseEnCours } from '../ports/transports';

const MINUTE_MS = 60_000;

/** Waits between the tries that an envoi pays: a greylisting server wants 15 minutes, a restarted one a few seconds. */
const REPRISES_MS = [1, 15, 30, 60, 240].map((minutes) => minutes * MINUTE_MS);

type EnvoiRemis = Pick<EnvoiReserve, 'id' | 'tentatives' | 'adresse'>;

/** What the failure of a hand-over was, and whose. */
export interface Echec {
  readonly erreur: unknown;
  readonly verdict: Verdict;
}

/** Of a bug: its own words are for the log. */
const INTERROMPUE =
  'L’envoi a été interrompu par une erreur de l’application : il est peut-être parti.';

const sayErreur = (erreur: unknown): string =>
  erreur instanceof Error ? erreur.message : String(erreur);

/** A try of its own, spread so that those refused together do not come back together; then it is given up. */
function payTry(
  { id, tentatives, adresse }: EnvoiRemis,
  { message: detail, reessayerDansMs }: TransportError,
  now: Date
): Issue {
  const attente = REPRISES_MS[tentatives];
  if (attente === undefined) {
    return { statut: 'echec', id, motif: 'abandon', detail, adresse };
  }
  const ms = Math.max(attente, reessayerDansMs ?? 0);
  const disponibleLe = new Date(now.getTime() + spread(ms, `${String(id)}:${String(tentatives)}`));
  return { statut: 'programme', id, disponibleLe, detail, compte: true };
}

/**
 * What a failed hand-over becomes (docs/adr/0005): a definite refusal is an echec, what is the envoi's own fault
 * is tried again a few times, an unknown fate goes to a human. What the server or the account is to blame for
 * costs the envoi nothing (docs/adr/0026): it waits behind the others. Anything that is not a TransportError is a
 * bug: nobody knows what left, so it is incertain too.
 */
export function settleEchec({ erreur, verdict }: Echec, envoi: EnvoiRemis, now: Date): Issue {
  const { id, adresse } = envoi;
  const detail = sayErreur(erreur);
  if (!(erreur instanceof TransportError)) {
    return { statut: 'incertain', id, detail: INTERROMPUE };
  }
  if (erreur.issue === 'incertain') {
    return { statut: 'incertain', id, detail };
  }
  if (erreur.issue === 'refuse') {
    const motif = erreur.code === CODE_OPPOSITION ? 'opposition' : 'refuse';
    const { retour } = erreur;
    return { statut: 'echec', id, motif, detail, adresse, ...(retour === null ? {} : { retour }) };
  }
  if (!verdict.sienne) {
    const disponibleLe = new Date(now.getTime() + verdict.retourMs);
    return { statut: 'programme', id, disponibleLe, detail, compte: false };
  }
  return erreur.issue === 'configuration'
    ? { statut: 'echec', id, motif: 'refuse', detail, adresse }
    : payTry(envoi, erreur, now);
}

/** A message not taken for now, by whom it concerns. */
function toReport({ portee, reessayerDansMs }: TransportError): Fait {
  switch (portee) {
    case 'message':
      return { genre: 'attente', dansMs: reessayerDansMs };
    case 'douteuse':
      return { genre: 'plus-tard' };
    case 'rythme':
      return { genre: 'rythme', dansMs: reessayerDansMs };
    case 'transport':
      return { genre: 'panne' };
  }
}

/** What the failure is for the transport. */
function toFait(erreur: unknown): Fait {
  if (!(erreur instanceof TransportError)) {
    return { genre: 'panne' };
  }
  switch (erreur.issue) {
    case 'incertain':
      return { genre: 'panne' };
    case 'refuse':
      return { genre: 'refus' };
    case 'configuration':
      return { genre: erreur.portee === 'douteuse' ? 'acces' : 'compte' };
    case 'reessayer':
      return toReport(erreur);
  }
}

/** Tells the transport, and answers whose fault it was. */
export function noteEchec(
  erreur: unknown,
  { transport, remise }: { transport: EtatTransport; remise: RemiseEnCours },
  journal: Journal
): Echec {
  const detail = sayErreur(erreur);
  const avant = transport.sonde;
  const bogue = !(erreur instanceof TransportError);
  const verdict = remise.note(toFait(erreur), bogue ? INTERROMPUE : detail);
  if (bogue) {
    journal.warn(`Une remise a été interrompue : ${detail}`);
  }
  if (avant === 'non' && transport.sonde === 'attendue') {
    const suite =
      transport.parMinute === null
        ? 'suspendus pour quelques minutes'
        : 'ralentis au rythme du serveur';
    journal.error(`Envois ${suite}, rien n’est perdu : ${detail}`);
  }
  return { erreur, verdict };
}
