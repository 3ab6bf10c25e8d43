import { Readable } from 'node:stream';
import DKIM from 'nodemailer/lib/dkim';

/** The DKIM-Signature header, or headers, of a message, with their line ends. */
export type SignMessage = (morceaux: readonly Uint8Array[]) => Promise<Buffer>;

/** nodemailer's own signer. It writes the signature in front of the message, which we already hold. */
export function createSignature(dkim: object): SignMessage {
  const signataire = new DKIM(dkim);
  return async (morceaux) => {
    const taille = morceaux.reduce((somme, morceau) => somme + morceau.length, 0);
    const blocs: Buffer[] = [];
    const signe: AsyncIterable<Buffer> = signataire.sign(Readable.from(morceaux));
    for await (const bloc of signe) blocs.push(bloc);
    const sortie = Buffer.concat(blocs);
    return Buffer.from(sortie.subarray(0, sortie.length - taille));
  };
}
