import { classifyErreurSmtp } from '../erreur-smtp';
import { sendContenu, sendPointVide, sendSuivante } from './ecriture';
import { createEchec, createRefus, isAccord, isRefus } from './echec';
import {
  armPremiere,
  confirm,
  isLibre,
  type Attendue,
  type Commande,
  type Fil,
  type Transaction,
} from './fil';
import { isPermise, type Remise } from './remise';
import type { Reponse } from './reponses';
import { breakFil } from './rupture';

const FERMETURE = 421;
const A_TOI = 354;
/** What servers answer to commands that they did not expect together. */
const DOUTEUX = new Set([500, 503, 554]);
/** RFC 3463: a status that is not of the protocol (x.5.x) speaks of an address or of a policy. */
const STATUT_AUTRE = /^\d{3}[ -]5\.[^5]/;

export function receive(fil: Fil, octets: Uint8Array | string): void {
  fil.lues.push(...fil.lecteur.feed(octets));
  for (let lue = fil.lues.shift(); lue !== undefined && !fil.mort; lue = fil.lues.shift()) {
    fil.session.trace?.('server', lue.texte);
    answer(fil, lue);
  }
}

function answer(fil: Fil, reponse: Reponse): void {
  if (fil.contenu !== null) {
    answerAvantPoint(fil, fil.contenu, reponse);
    return;
  }
  const [attendue] = fil.attendues;
  if (attendue === undefined || isFermetureSeche(attendue, reponse)) {
    answerFermeture(fil, reponse);
    return;
  }
  fil.attendues.shift();
  armPremiere(fil);
  answerTo(fil, attendue, reponse);
  if (reponse.code === FERMETURE) breakFil(fil, { cause: toCause(reponse) });
  else if (isLibre(fil)) fil.bassin.freed(fil);
}

function toCause(reponse: Reponse): Error {
  return createRefus('ECONNECTION', 'CONN', reponse);
}

/** A 421 to anything but a message: the server leaves, and nothing was handed over. */
function isFermetureSeche({ etape }: Attendue, { code }: Reponse): boolean {
  return code === FERMETURE && etape !== 'point';
}

/** The server leaves, or speaks out of turn. */
function answerFermeture(fil: Fil, reponse: Reponse): void {
  const trop = reponse.code === FERMETURE && fil.servies === 0;
  const autres = fil.bassin.countAutres(fil);
  if (trop && autres > 0) fil.bassin.hote.noteTropConnexions(autres);
  breakFil(fil, { cause: toCause(reponse), trop });
}

/** Whatever it says, the rest of the message stays here. */
function answerAvantPoint(fil: Fil, { remise }: Transaction, reponse: Reponse): void {
  const cause = createRefus('EMESSAGE', 'DATA', reponse);
  remise.refuse(classifyErreurSmtp(cause, false));
  breakFil(fil, { cause });
}

function answerTo(fil: Fil, { etape, transaction }: Attendue, reponse: Reponse): void {
  if (transaction === null) {
    if (!isAccord(reponse)) breakFil(fil, { cause: toCause(reponse) });
    return;
  }
  switch (etape) {
    case 'point':
      answerPoint(fil, transaction, reponse);
      return;
    case 'point vide':
      endRefus(fil, transaction, true);
      return;
    case 'DATA':
      answerData(fil, transaction, reponse);
      return;
    case 'RSET':
    case 'MAIL FROM':
    case 'RCPT TO':
    case 'NOOP':
      answerEnveloppe(fil, transaction, { etape, reponse });
      return;
  }
}

function answerPoint(fil: Fil, { remise, groupe }: Transaction, reponse: Reponse): void {
  fil.servies += 1;
  fil.bassin.hote.noteReponse(fil.servies);
  if (isAccord(reponse)) {
    conclude(fil, remise, reponse);
    fil.accordee = remise;
    if (fil.attendues.length === 0) confirm(fil);
    return;
  }
  const cause = createRefus('EMESSAGE', 'DATA', reponse);
  if (!isRefus(reponse)) {
    remise.refuse(classifyErreurSmtp(cause, true));
    breakFil(fil, { cause });
    return;
  }
  // Refused for sure, so it may go again: the reply may be to what followed the dot in the same write.
  const suivie = fil.attendues.length > 0;
  if (!(groupe && suivie && isDouteuse(reponse) && doubt(fil, remise, reponse))) {
    conclude(fil, remise, reponse);
    remise.refuse(classifyErreurSmtp(cause, true));
  }
}

function answerEnveloppe(
  fil: Fil,
  transaction: Transaction,
  refus: { readonly etape: Commande; readonly reponse: Reponse }
): void {
  const { etape, reponse } = refus;
  if (isAccord(reponse)) {
    sendSuivante(fil, transaction);
  } else if (etape === 'RSET') {
    breakFil(fil, { cause: toCause(reponse) });
  } else if (!isRefus(reponse)) {
    stumble(fil, transaction, reponse);
  } else {
    transaction.refus ??= refus;
    if (!transaction.groupe) endRefus(fil, transaction);
  }
}

function answerData(fil: Fil, transaction: Transaction, reponse: Reponse): void {
  if (reponse.code === A_TOI || isRefus(reponse)) confirm(fil);
  const attend = reponse.code === A_TOI || (!transaction.groupe && isAccord(reponse));
  if (transaction.refus !== null) {
    answerDataRefusee(fil, transaction, attend, reponse);
  } else if (attend && fil.lues.length === 0) {
    beginContenu(fil, transaction);
  } else if (isRefus(reponse)) {
    transaction.refus = { etape: 'DATA', reponse };
    endRefus(fil, transaction);
  } else {
    stumble(fil, transaction, reponse);
  }
}

/** There is nothing to send after it. */
function answerDataRefusee(
  fil: Fil,
  transaction: Transaction,
  attend: boolean,
  reponse: Reponse
): void {
  if (attend && transaction.refus?.etape === 'RCPT TO') {
    sendPointVide(fil, transaction);
    return;
  }
  endRefus(fil, transaction);
  if (!isRefus(reponse)) breakFil(fil, { cause: toCause(reponse) });
}

/** The last look before the first byte: a message that may not leave any more leaves the server waiting. */
function beginContenu(fil: Fil, transaction: Transaction): void {
  if (isPermise(transaction.remise)) {
    sendContenu(fil, transaction);
    return;
  }
  transaction.remise.giveBack();
  // A lone dot would deliver an empty message, any command would be its content.
  breakFil(fil, { cause: createEchec('ECONNECTION', 'DATA', 'Nothing to send') });
}

/** A transaction that no content followed. */
function endRefus(fil: Fil, transaction: Transaction, pointVide = false): void {
  const { remise, refus, groupe } = transaction;
  if (refus === null) return;
  const { etape, reponse } = refus;
  fil.servies += 1;
  fil.bassin.hote.noteReponse(fil.servies);
  fil.sale ||= !pointVide;
  if (groupe && isDouteuse(reponse) && doubt(fil, remise, reponse)) return;
  conclude(fil, remise, reponse);
  remise.refuse(classifyErreurSmtp(createRefus('EENVELOPE', etape, reponse), false));
}

function isDouteuse({ code, texte }: Reponse): boolean {
  return DOUTEUX.has(code) && !STATUT_AUTRE.test(texte);
}

/** Perhaps the group was refused, not the message: it goes once more, a command at a time. */
function doubt(fil: Fil, remise: Remise, { code }: Reponse): boolean {
  if (remise.seule || !fil.bassin.takeUpAgain(remise)) return false;
  remise.seule = true;
  remise.soupcon = code;
  remise.pointFinal = false;
  return true;
}

/** Alone, the same message had another answer: it was the group. */
function conclude(fil: Fil, { soupcon }: Remise, { code }: Reponse): void {
  if (soupcon !== null && soupcon !== code) fil.bassin.hote.giveUpGroupes();
}

/** A reply that no command of ours calls for: nobody knows any more what answers what. */
function stumble(fil: Fil, transaction: Transaction, reponse: Reponse): void {
  const cause = toCause(reponse);
  fil.accordee?.refuse(classifyErreurSmtp(cause, true));
  fil.attendues.unshift({ etape: 'DATA', transaction });
  breakFil(fil, { cause, soupcon: true });
}
