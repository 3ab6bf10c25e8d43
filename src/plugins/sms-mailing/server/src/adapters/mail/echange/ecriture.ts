import {
  armPremiere,
  expect,
  type Attendue,
  type Commande,
  type Fil,
  type Transaction,
} from './fil';
import type { Remise } from './remise';

/** Written at once; a longer message goes slice after slice, as the server takes them in. */
const TRANCHE = 64 * 1024;
const POINT_FINAL = '.\r\n';
const FIN_DE_LIGNE = '\r\n';
const LF = 10;

/** The envelope of a message: in one write with DATA where groups are taken, else its first command. */
export function sendEnveloppe(fil: Fil, remise: Remise): void {
  const { texte, attendues } = openTransaction(fil, remise);
  write(fil, Buffer.from(texte, 'latin1'));
  expect(fil, ...attendues);
}

/** The next command of an envelope that goes a command at a time. */
export function sendSuivante(fil: Fil, transaction: Transaction): void {
  const etape = transaction.restantes.shift();
  if (etape === undefined) return;
  sendCommande(fil, { etape, transaction }, textOf(fil, transaction.remise, etape));
}

export function sendCommande(fil: Fil, attendue: Attendue, texte: string): void {
  fil.session.trace?.('client', texte);
  write(fil, Buffer.from(`${texte}\r\n`, 'latin1'));
  expect(fil, attendue);
}

/** Every recipient was refused and the server wants a message all the same: an empty one, that goes to nobody. */
export function sendPointVide(fil: Fil, transaction: Transaction): void {
  sendCommande(fil, { etape: 'point vide', transaction }, '.');
}

/** After a 354, once the fence has let it pass. */
export function sendContenu(fil: Fil, transaction: Transaction): void {
  fil.contenu = transaction;
  sendTranches(fil, transaction, { rang: 0, debut: 0, reste: transaction.remise.taille });
}

/** Where the writing of a message stands. */
interface Curseur {
  rang: number;
  debut: number;
  reste: number;
}

function sendTranches(fil: Fil, transaction: Transaction, curseur: Curseur): void {
  const { socket } = fil.session;
  while (curseur.reste > TRANCHE) {
    const [tranche = new Uint8Array()] = take(transaction.remise, curseur, TRANCHE);
    if (!socket.write(tranche)) {
      fil.echeance.arm(fil.bassin.attentes.reponseMs);
      socket.once('drain', () => {
        if (!fil.mort) sendTranches(fil, transaction, curseur);
      });
      return;
    }
  }
  sendFin(fil, transaction, take(transaction.remise, curseur, curseur.reste));
}

/** Up to `taille` bytes, without a copy: one piece of a chunk, or all that is left of them. */
function take({ message: { brut } }: Remise, curseur: Curseur, taille: number): Uint8Array[] {
  const pris: Uint8Array[] = [];
  const tout = taille === curseur.reste;
  for (let morceau = brut[curseur.rang]; morceau !== undefined; morceau = brut[curseur.rang]) {
    const tranche = morceau.subarray(curseur.debut, curseur.debut + taille);
    curseur.debut += tranche.length;
    curseur.reste -= tranche.length;
    if (curseur.debut >= morceau.length) {
      curseur.rang += 1;
      curseur.debut = 0;
    }
    pris.push(tranche);
    if (!tout) break;
  }
  return pris;
}

/** The end of the message, its final dot and the next envelope: one write, one round trip (RFC 2920 §3.1). */
function sendFin(fil: Fil, transaction: Transaction, fin: readonly Uint8Array[]): void {
  const { remise } = transaction;
  fil.contenu = null;
  // Behind a message that goes alone after a doubt, nothing does.
  const suivante = transaction.groupe ? fil.bassin.nextEnAvance(fil) : null;
  fil.attendues.push({ etape: 'point', transaction });
  const point = isLigneEntiere(remise) ? POINT_FINAL : FIN_DE_LIGNE + POINT_FINAL;
  const avance = suivante === null ? null : openTransaction(fil, suivante);
  const octets = Buffer.concat([...fin, Buffer.from(point + (avance?.texte ?? ''), 'latin1')]);
  // Before the write, never by its callback: a write that fails may have left whole.
  remise.pointFinal = true;
  write(fil, octets);
  fil.attendues.push(...(avance?.attendues ?? []));
  armPremiere(fil);
}

function isLigneEntiere({ message: { brut } }: Remise): boolean {
  return brut.at(-1)?.at(-1) === LF;
}

function openTransaction(
  fil: Fil,
  remise: Remise
): { readonly texte: string; readonly attendues: readonly Attendue[] } {
  const groupe =
    !remise.seule && fil.session.extensions.has('PIPELINING') && fil.bassin.hote.isGroupe();
  const commandes: Commande[] = [
    ...(fil.sale ? ['RSET' as const] : []),
    'MAIL FROM',
    'RCPT TO',
    'DATA',
  ];
  const restantes = groupe ? [] : commandes.splice(1);
  const enAvance = fil.attendues.length > 0;
  const transaction: Transaction = { remise, groupe, enAvance, restantes, refus: null };
  fil.sale = false;
  fil.vierge = false;
  const lignes = commandes.map((etape) => textOf(fil, remise, etape));
  lignes.forEach((ligne) => fil.session.trace?.('client', ligne));
  return {
    texte: `${lignes.join('\r\n')}\r\n`,
    attendues: commandes.map((etape) => ({ etape, transaction })),
  };
}

function textOf({ session }: Fil, { message, taille }: Remise, commande: Commande): string {
  const { de, vers } = message.enveloppe;
  switch (commande) {
    case 'MAIL FROM':
      return `MAIL FROM:<${de}>${session.extensions.has('SIZE') ? ` SIZE=${String(taille)}` : ''}`;
    case 'RCPT TO':
      return `RCPT TO:<${vers}>`;
    case 'DATA':
    case 'RSET':
    case 'NOOP':
      return commande;
  }
}

function write(fil: Fil, octets: Uint8Array): void {
  fil.session.socket.write(octets);
}
