import { classifyErreurSmtp } from '../erreur-smtp';
import { createRefus } from './echec';
import { confirm, type Fil, type Transaction } from './fil';

interface Rupture {
  readonly cause: Error;
  /** The server did not follow a group of commands: what it held goes again, a command at a time. */
  readonly soupcon?: boolean;
  /** The server said that it closes (421), on a connection where it had served nobody. */
  readonly trop?: boolean;
}

/** The connection is over: says of each message on it what became of it. */
export function breakFil(fil: Fil, rupture: Rupture): void {
  if (fil.mort) return;
  fil.mort = true;
  fil.echeance.disarm();
  confirm(fil);
  fil.session.socket.destroy();
  const touchees = new Set(
    [fil.contenu, ...fil.attendues.map(({ transaction }) => transaction)].filter((t) => t !== null)
  );
  if (isFermetureParNombre(fil, touchees, rupture)) fil.bassin.hote.noteFermeture(fil.servies);
  for (const transaction of touchees) settle(fil, transaction, rupture);
  fil.bassin.lost(fil, fil.vierge ? rupture.cause : null);
}

/** Only an envelope was lost, after messages that were served: how a server says « too many messages ». */
function isFermetureParNombre(fil: Fil, touchees: Set<Transaction>, rupture: Rupture): boolean {
  return (
    fil.servies > 0 &&
    rupture.soupcon !== true &&
    fil.contenu === null &&
    touchees.size > 0 &&
    [...touchees].every(({ remise }) => !remise.pointFinal)
  );
}

function settle(fil: Fil, transaction: Transaction, rupture: Rupture): void {
  const { remise, refus } = transaction;
  if (remise.reglee) return;
  if (refus !== null) {
    const cause = createRefus('EENVELOPE', refus.etape, refus.reponse);
    remise.refuse(classifyErreurSmtp(cause, false));
    return;
  }
  if (remise.pointFinal || fil.contenu === transaction) {
    remise.refuse(classifyErreurSmtp(rupture.cause, remise.pointFinal));
    return;
  }
  if (rupture.soupcon === true && transaction.groupe) {
    remise.seule = true;
    remise.soupcon = 0;
  } else if (!isReprenable(fil, transaction, rupture)) {
    remise.refuse(classifyErreurSmtp(rupture.cause, false));
    return;
  }
  if (!fil.bassin.takeUpAgain(remise)) remise.refuse(classifyErreurSmtp(rupture.cause, false));
}

/** Only its envelope left, on a connection that had proved good or while another is: its own is not to blame. */
function isReprenable(fil: Fil, { enAvance }: Transaction, { trop }: Rupture): boolean {
  return fil.servies > 0 || enAvance || (trop === true && fil.bassin.countAutres(fil) > 0);
}
