import { createEcheance, type Echeance } from './echeance';
import type { Hote } from './hote';
import { createLecteur, type Lecteur, type Reponse } from './reponses';
import type { Remise } from './remise';
import type { Session } from './session';

export type Commande = 'RSET' | 'MAIL FROM' | 'RCPT TO' | 'DATA' | 'NOOP';

/** A reply that is awaited: to a command, to the final dot, or to the dot of a message that has nobody to go to. */
export type Etape = Commande | 'point' | 'point vide';

/** A message on a connection, from its envelope to the reply to its final dot. */
export interface Transaction {
  readonly remise: Remise;
  /** Its commands left together. */
  readonly groupe: boolean;
  /** Its envelope left before the message in front had its answer. */
  readonly enAvance: boolean;
  /** Of its commands, those that wait for the reply to the one before. */
  readonly restantes: Commande[];
  /** The first command that was refused. */
  refus: { readonly etape: Commande; readonly reponse: Reponse } | null;
}

export interface Attendue {
  readonly etape: Etape;
  readonly transaction: Transaction | null;
}

export interface Attentes {
  /** For any reply but the next, and for the server to take in a slice of a message. */
  readonly reponseMs: number;
  /** For the reply to the final dot. */
  readonly pointMs: number;
}

/** Whoever holds the connections: gives them messages, takes back those that did not leave. */
export interface Bassin {
  readonly hote: Hote;
  readonly attentes: Attentes;
  readonly tailleReponseMax: number;
  /** Whose envelope leaves with the final dot that this connection is about to write; null: none. */
  nextEnAvance(fil: Fil): Remise | null;
  /** Not handed over: another connection, or a command at a time. False: tried often enough. */
  takeUpAgain(remise: Remise): boolean;
  /** Other connections that still serve. */
  countAutres(fil: Fil): number;
  freed(fil: Fil): void;
  /** `sterile`: why it is over before it carried anything; null otherwise. */
  lost(fil: Fil, sterile: Error | null): void;
}

/** One connection that carries messages. */
export interface Fil {
  readonly session: Session;
  readonly bassin: Bassin;
  readonly lecteur: Lecteur;
  readonly echeance: Echeance;
  /** Replies awaited, in the order in which they will come. */
  readonly attendues: Attendue[];
  /** Read and not handled yet. */
  readonly lues: Reponse[];
  /**
   * Accepted, if that reply was its own: known once the replies to the envelope behind it are in their places. A
   * server that leaves one out would else have a message taken for sent.
   */
  accordee: Remise | null;
  /** Being written, its final dot not yet. */
  contenu: Transaction | null;
  /** Messages that had their answer. */
  servies: number;
  /** A transaction stays open on the server, that no dot ended: RSET comes first. */
  sale: boolean;
  /** No envelope left on it yet. */
  vierge: boolean;
  mort: boolean;
}

export function createFil(session: Session, bassin: Bassin, onTard: (fil: Fil) => void): Fil {
  const fil: Fil = {
    session,
    bassin,
    lecteur: createLecteur(bassin.tailleReponseMax),
    echeance: createEcheance(() => onTard(fil)),
    attendues: [],
    lues: [],
    accordee: null,
    contenu: null,
    servies: 0,
    sale: false,
    vierge: true,
    mort: false,
  };
  return fil;
}

export function isLibre({ mort, contenu, attendues }: Fil): boolean {
  return !mort && contenu === null && attendues.length === 0;
}

/** Its message is whole on its way, and nothing follows it yet. */
export function isSurLePoint({ mort, attendues }: Fil): boolean {
  const [premiere] = attendues;
  return (
    !mort &&
    attendues.length === 1 &&
    premiere?.etape === 'point' &&
    premiere.transaction?.groupe === true
  );
}

export function confirm(fil: Fil): void {
  fil.accordee?.accept();
  fil.accordee = null;
}

/** Counts from now: the reply that stands first is the one to wait for. */
export function armPremiere({ attendues, echeance, bassin }: Fil): void {
  const [premiere] = attendues;
  if (premiere === undefined) echeance.disarm();
  else
    echeance.arm(premiere.etape === 'point' ? bassin.attentes.pointMs : bassin.attentes.reponseMs);
}

export function expect(fil: Fil, ...attendues: readonly Attendue[]): void {
  const seules = fil.attendues.length === 0;
  fil.attendues.push(...attendues);
  if (seules) armPremiere(fil);
}
