import { Refusal } from './refusal';

/** Of formidable: fields too heavy, too many fields, files too heavy. */
const TROP_LOURDS: readonly unknown[] = [1006, 1007, 1009];

interface BodyError extends Error {
  status?: unknown;
  code?: unknown;
  /** In bytes, of raw-body. */
  limit?: unknown;
  /** Of the machine: disk full, no more descriptors. */
  syscall?: unknown;
}

function formatTaille(octets: number): string {
  const kilo = octets / 1024;
  return kilo < 1024 ? `${kilo} ko` : `${kilo / 1024} Mo`;
}

export function createTropLourd(limite: number): Refusal {
  return new Refusal(
    413,
    'PayloadTooLargeError',
    `Cette demande est trop lourde, ${formatTaille(limite)} au plus : allégez-la, puis recommencez.`
  );
}

export function createIllisible(remede: string): Refusal {
  return new Refusal(400, 'ValidationError', `Cette demande est illisible : ${remede}.`);
}

export const COMPRESSEE = new Refusal(
  415,
  'UnsupportedMediaTypeError',
  'Cette demande est compressée : envoyez-la telle quelle, sans Content-Encoding.'
);

export const TROP_DE_FICHIERS = new Refusal(
  413,
  'PayloadTooLargeError',
  'Cette demande apporte trop de fichiers à la fois : envoyez-les en plusieurs fois.'
);

/** What the libraries that read bodies throw, in words: a fault of the sender's, else one of the machine's. */
export function translateBodyError(error: BodyError, maxFichiers: number): Error {
  const { status, code, limit, syscall } = error;
  if (syscall !== undefined || error instanceof Refusal) {
    return error;
  }
  if (status === 413 || TROP_LOURDS.includes(code)) {
    return createTropLourd(typeof limit === 'number' ? limit : maxFichiers);
  }
  return createIllisible('vérifiez le JSON ou le formulaire envoyé');
}
