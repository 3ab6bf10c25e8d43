import { simpleParser, type Attachment, type ParsedMail } from 'mailparser';
import { readChamps, type Champs } from '../../../../core/rebonds/read-champs';
import type { CourrierLu } from '../../../../core/rebonds/classify-courrier';

/** Characters of a part that are read: a report is a few hundred. */
const PARTIE_MAX = 32_768;

const FIN_ENTETES = /\r?\n\r?\n/;

/** Of raw bytes: what stands before the first empty line. */
function readEntetes(brut: Buffer): Champs {
  const texte = brut.subarray(0, 4 * PARTIE_MAX).toString('utf8');
  return readChamps(texte.split(FIN_ENTETES, 1)[0] ?? '')[0] ?? {};
}

function findPartie({ attachments }: ParsedMail, types: readonly string[]): string | null {
  const partie = attachments.find(({ contentType }: Attachment) =>
    types.includes(contentType.toLowerCase())
  );
  return partie === undefined ? null : partie.content.subarray(0, PARTIE_MAX).toString('utf8');
}

/**
 * The parts of a message that say what became of one of ours. A message cut short, or that is no message at all, is read
 * as far as it goes: never throws.
 */
export async function parseCourrier(brut: Buffer): Promise<CourrierLu> {
  const entetes = readEntetes(brut);
  try {
    const lu = await simpleParser(brut, {
      keepDeliveryStatus: true,
      skipImageLinks: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      maxHtmlLengthToParse: 4 * PARTIE_MAX,
    });
    const retourne = findPartie(lu, ['message/rfc822', 'text/rfc822-headers', 'message/global']);
    return {
      entetes: { ...entetes, subject: lu.subject ?? '' },
      texte: (lu.text ?? '').slice(0, PARTIE_MAX),
      rapport: findPartie(lu, ['message/delivery-status', 'message/global-delivery-status']),
      plainte: findPartie(lu, ['message/feedback-report']),
      retourne: retourne?.split(FIN_ENTETES, 1)[0] ?? null,
    };
  } catch {
    return { entetes, texte: '', rapport: null, plainte: null, retourne: null };
  }
}
