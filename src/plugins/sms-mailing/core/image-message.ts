/**
 * Decision F6: an image of a message is a file of the module, which the HTML names by its number. It leaves
 * inside the message (`cid:`), and a preview shows it written out (`data:`).
 */
const REFERENCE = /<img\b[^<>]*?\bsrc="image:(\d{1,9})"/gi;

/** The images of a message, each once, in order. */
export function listImages(message: string): number[] {
  return [...new Set([...message.matchAll(REFERENCE)].map(([, numero]) => Number(numero)))];
}

/** As it stands in the message that is stored. */
export function referenceImage(id: number): string {
  return `image:${String(id)}`;
}

/** The file of a reference; null for any other address. */
export function readReference(adresse: string): number | null {
  const numero = /^image:(\d{1,9})$/.exec(adresse)?.[1];
  return numero === undefined ? null : Number(numero);
}

/** Content-ID, without its angle brackets. */
export function cidImage(id: number): string {
  return `image-${String(id)}@message`;
}

const TRANCHE = 8_192;

function toBase64(contenu: Uint8Array): string {
  let binaire = '';
  for (let i = 0; i < contenu.length; i += TRANCHE) {
    binaire += String.fromCharCode(...contenu.subarray(i, i + TRANCHE));
  }
  return btoa(binaire);
}

export interface FichierImage {
  readonly id: number;
  readonly typeMime: string;
  readonly contenu: Uint8Array;
}

/** The HTML of a message, for a screen: each image written out where it is named. */
export function showImages(html: string, images: readonly FichierImage[]): string {
  return images.reduce(
    (courant, { id, typeMime, contenu }) =>
      courant.replaceAll(`cid:${cidImage(id)}`, `data:${typeMime};base64,${toBase64(contenu)}`),
    html
  );
}
