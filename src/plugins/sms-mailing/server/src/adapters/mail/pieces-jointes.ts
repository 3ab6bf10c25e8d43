import { extname } from 'node:path';
import MimeNode from 'nodemailer/lib/mime-node';
import { TransportError } from '../../../../core/errors';
import type { PieceJointe } from '../../services/ports/mail';

/** Guide §5.a « taille limitée à 2 méga », for all the files of a modèle together (decision E3). */
export const OCTETS_MAX = 2 * 1024 * 1024;

interface Format {
  readonly typeMime: string;
  readonly isReal: (contenu: Buffer) => boolean;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';
const JPEG: Format = { typeMime: 'image/jpeg', isReal: (c) => startsWith(c, 'ffd8ff') };

const FORMATS: Readonly<Record<string, Format>> = {
  pdf: { typeMime: 'application/pdf', isReal: (c) => c.subarray(0, 1024).includes('%PDF-') },
  docx: { typeMime: `${OFFICE}.wordprocessingml.document`, isReal: (c) => isOffice(c, 'word/') },
  xlsx: { typeMime: `${OFFICE}.spreadsheetml.sheet`, isReal: (c) => isOffice(c, 'xl/') },
  pptx: { typeMime: `${OFFICE}.presentationml.presentation`, isReal: (c) => isOffice(c, 'ppt/') },
  odt: { typeMime: `${ODF}.text`, isReal: (c) => isOdf(c, 'text') },
  ods: { typeMime: `${ODF}.spreadsheet`, isReal: (c) => isOdf(c, 'spreadsheet') },
  odp: { typeMime: `${ODF}.presentation`, isReal: (c) => isOdf(c, 'presentation') },
  png: { typeMime: 'image/png', isReal: (c) => startsWith(c, '89504e470d0a1a0a') },
  jpg: JPEG,
  jpeg: JPEG,
  gif: { typeMime: 'image/gif', isReal: (c) => c.subarray(0, 4).toString('latin1') === 'GIF8' },
  ics: {
    typeMime: 'text/calendar; charset=utf-8',
    isReal: (c) => c.subarray(0, 64).includes('BEGIN:VCALENDAR'),
  },
};

/**
 * The MIME type of each file, in order. Throws TransportError `refuse` (code `piece_jointe_invalide`) with a
 * French sentence when one is empty, of a format not allowed, not what its name says, or all too big.
 */
export function checkPiecesJointes(pieces: readonly PieceJointe[]): string[] {
  const total = pieces.reduce((somme, piece) => somme + piece.contenu.length, 0);
  if (total > OCTETS_MAX) {
    const mega = (total / 1024 / 1024).toFixed(1).replace('.', ',');
    throw refus(
      `Les pièces jointes pèsent ${mega} Mo au total et la limite est de 2 Mo : allégez ou retirez un fichier.`
    );
  }
  return pieces.map(typeMimeOf);
}

/** Header block and base64 body of one file, ready to stand between two boundaries. */
export function formatPartie(piece: PieceJointe, typeMime: string): Buffer {
  const noeud = new MimeNode('multipart/mixed').createChild(typeMime, {
    filename: cleanNom(piece.nom),
  });
  noeud.setHeader({
    'Content-Transfer-Encoding': 'base64',
    'Content-Disposition': piece.cid === null ? 'attachment' : 'inline',
    ...(piece.cid === null ? {} : { 'Content-Id': `<${piece.cid}>` }),
  });
  const lignes = toBuffer(piece.contenu).toString('base64').replace(/.{76}/g, '$&\r\n');
  return Buffer.from(`${noeud.buildHeaders()}\r\n\r\n${lignes}`, 'latin1');
}

function typeMimeOf(piece: PieceJointe): string {
  const extension = extname(piece.nom).slice(1).toLowerCase();
  const format = Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
  if (format === undefined) {
    throw refus(
      `« ${piece.nom} » ne peut pas être joint : les formats acceptés sont ${Object.keys(FORMATS).join(', ')}.`
    );
  }
  if (piece.contenu.length === 0) {
    throw refus(`« ${piece.nom} » est vide : joignez-le de nouveau.`);
  }
  if (!format.isReal(toBuffer(piece.contenu))) {
    throw refus(
      `« ${piece.nom} » n’est pas un vrai fichier ${extension} (ou contient des macros) : réexportez-le puis joignez-le de nouveau.`
    );
  }
  return format.typeMime;
}

function refus(message: string): TransportError {
  return new TransportError('refuse', message, { code: 'piece_jointe_invalide' });
}

function toBuffer(contenu: Uint8Array): Buffer {
  return Buffer.from(contenu.buffer, contenu.byteOffset, contenu.byteLength);
}

function startsWith(contenu: Buffer, hexa: string): boolean {
  return contenu.subarray(0, hexa.length / 2).toString('hex') === hexa;
}

function isZip(contenu: Buffer): boolean {
  return startsWith(contenu, '504b0304');
}

/** The names of the entries stand uncompressed in the archive; a macro-enabled one carries vbaProject.bin. */
function isOffice(contenu: Buffer, dossier: string): boolean {
  return isZip(contenu) && contenu.includes(dossier) && !contenu.includes('vbaProject.bin');
}

function isOdf(contenu: Buffer, genre: string): boolean {
  return isZip(contenu) && contenu.subarray(0, 200).includes(`mimetype${ODF}.${genre}`);
}

function cleanNom(nom: string): string {
  return nom.replace(/^.*[/\\]/, '').replace(/\p{Cc}/gu, '');
}
