import type { Socket } from 'node:net';
import { createEchec } from './echec';
import { sendEnveloppe } from './ecriture';
import { createFil, isLibre, type Bassin, type Fil } from './fil';
import { receive } from './reception';
import type { Remise } from './remise';
import { breakFil } from './rupture';
import type { Session } from './session';

/** The server may take this long to close its side, then the socket is taken down. */
const ADIEU_MS = 5_000;

/** Takes over the socket of a session that nodemailer opened. */
export function openFil(session: Session, bassin: Bassin): Fil {
  const fil = createFil(session, bassin, onTard);
  const { socket } = session;
  let erreur: Error | null = null;
  readBeforeDestroy(socket, (bloc) => receive(fil, bloc));
  socket.on('data', (bloc: Buffer) => receive(fil, bloc));
  socket.on('error', (cause) => {
    erreur ??= cause;
  });
  const onFin = (): void => {
    const derniere = fil.mort ? null : fil.lecteur.flush();
    if (derniere !== null) receive(fil, '\r\n');
    const cause = erreur ?? new Error('Connection closed unexpectedly');
    const code = erreur === null ? 'ECONNECTION' : 'ESOCKET';
    breakFil(fil, { cause: Object.assign(cause, { code, command: 'CONN' }) });
  };
  socket.on('end', onFin);
  socket.on('close', onFin);
  if (session.dejaLu !== '') receive(fil, session.dejaLu);
  return fil;
}

/** Silence to a group is as telling as a refusal of it. */
function onTard(fil: Fil): void {
  if (isLibre(fil)) {
    quit(fil);
    return;
  }
  const cause = createEchec('ETIMEDOUT', 'CONN', 'Timeout');
  breakFil(fil, { cause, soupcon: fil.attendues[0]?.etape !== 'point' });
}

export function take(fil: Fil, remise: Remise): void {
  sendEnveloppe(fil, remise);
}

/** What has not begun is given back; a connection that owes no reply to a final dot closes at once. */
export function abandon(fil: Fil, signal: AbortSignal): void {
  const aborted = fil.attendues.filter(
    ({ etape, transaction }) => etape !== 'point' && transaction?.remise.depart.signal === signal
  );
  aborted.forEach(({ transaction }) => transaction?.remise.giveBack());
  const tenu = fil.contenu !== null || fil.attendues.some(({ etape }) => etape === 'point');
  if (aborted.length > 0 && !tenu) {
    breakFil(fil, { cause: createEchec('ECONNECTION', 'CONN', 'Stopped') });
  }
}

/** Says goodbye on an idle connection. */
export function quit(fil: Fil): void {
  if (fil.mort) return;
  fil.mort = true;
  fil.echeance.disarm();
  const { socket } = fil.session;
  socket.end('QUIT\r\n');
  const minuteur = setTimeout(() => socket.destroy(), ADIEU_MS);
  minuteur.unref();
  socket.once('close', () => clearTimeout(minuteur));
  fil.bassin.lost(fil, null);
}

/**
 * Node takes a socket down as soon as a write fails, with the replies that it has not read yet: a « 552 too big »
 * before a reset would be lost, and with it the difference between refused and unknown. So the bytes that came
 * are read first, for one turn of the loop; a stream in error only shows them to `push`.
 */
function readBeforeDestroy(socket: Socket, onBloc: (bloc: Buffer) => void): void {
  const destroy = socket.destroy.bind(socket);
  let retenu = false;
  socket.destroy = (erreur) => {
    if (erreur === undefined || retenu || socket.destroyed) return destroy(erreur);
    retenu = true;
    socket.push = (bloc: Buffer | null) => {
      if (bloc !== null) onBloc(bloc);
      return true;
    };
    // One turn may be under way: the second is whole.
    setImmediate(() => setImmediate(() => destroy(erreur)));
    return socket;
  };
}
