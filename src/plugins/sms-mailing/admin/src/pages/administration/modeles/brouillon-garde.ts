import { gardeSchema, type Garde } from '../../../../../core/garde-brouillon';
import type { TypeContact } from '../../../../../core/vocabulaire';
import type { Brouillon } from './brouillon';

const PREFIXE = 'sms-mailing.brouillon';

/** Older, it is no longer what the person has in mind. */
const DUREE_MS = 7 * 86_400_000;

/** One a person and a modèle: another user of the same browser never meets it. */
export function cleGarde(utilisateur: number, typeContact: TypeContact, documentId: string | null) {
  return [PREFIXE, String(utilisateur), typeContact, documentId ?? 'nouveau'].join('.');
}

function parseGarde(texte: string | null): Garde | null {
  try {
    const lue = gardeSchema.safeParse(JSON.parse(texte ?? 'null'));
    return lue.success ? lue.data : null;
  } catch {
    return null;
  }
}

/** What was typed and never saved; null when there is none, or when it says what is saved. */
export function readGarde(cle: string, depart: Brouillon, now: number): Garde | null {
  const garde = parseGarde(localStorage.getItem(cle));
  const perimee = garde === null || now - garde.le > DUREE_MS;
  return perimee || JSON.stringify(garde.brouillon) === JSON.stringify(depart) ? null : garde;
}

/** A full or closed storage keeps nothing: the text is on screen, and nothing promised otherwise yet. */
export function writeGarde(cle: string, brouillon: Brouillon, now: number): void {
  try {
    localStorage.setItem(cle, JSON.stringify({ le: now, brouillon } satisfies Garde));
  } catch {
    localStorage.removeItem(cle);
  }
}

export function dropGarde(cle: string): void {
  localStorage.removeItem(cle);
}
