import { createPrivateKey, type KeyObject } from 'node:crypto';
import { Readable } from 'node:stream';
import DKIM from 'nodemailer/lib/dkim';

/** The DKIM-Signature header, or headers, of a message, with their line ends. */
export type SignMessage = (morceaux: readonly Uint8Array[]) => Promise<Buffer>;

/** nodemailer's option `dkim`; of several `keys`, nodemailer reads each itself. */
export type ReglagesDkim = NonNullable<ConstructorParameters<typeof DKIM>[0]>;

/** nodemailer sends unsigned what it cannot sign, without a word: a key that cannot be read is refused at once. */
function readCle(privateKey: string): KeyObject {
  try {
    return createPrivateKey(privateKey);
  } catch (cause) {
    throw new Error(
      'La clé DKIM (DKIM_CLE_PRIVEE) est illisible : collez la clé privée entière, de « -----BEGIN PRIVATE KEY----- » à « -----END PRIVATE KEY----- ».',
      { cause }
    );
  }
}

/**
 * nodemailer's own signer. It writes the signature in front of the message, which we already hold. The key is read
 * once: to read it costs four times what to sign does. Throws when it cannot be read.
 */
export function createSignature(dkim: ReglagesDkim): SignMessage {
  const { privateKey } = dkim;
  const signataire = new DKIM(
    typeof privateKey === 'string' ? { ...dkim, privateKey: readCle(privateKey) } : dkim
  );
  return async (morceaux) => {
    const taille = morceaux.reduce((somme, morceau) => somme + morceau.length, 0);
    const blocs: Buffer[] = [];
    const signe: AsyncIterable<Buffer> = signataire.sign(Readable.from(morceaux));
    for await (const bloc of signe) blocs.push(bloc);
    const sortie = Buffer.concat(blocs);
    return Buffer.from(sortie.subarray(0, sortie.length - taille));
  };
}
