import addressparser from 'nodemailer/lib/addressparser';
import type { AdresseMail } from '../../services/ports/mail';
import { normaliseAdresse } from './entetes';

/**
 * The single mailbox of a setting such as `defaultFrom`: « BGE <contact@bge.example> » or a bare address.
 * Throws TransportError `refuse` when it is none.
 */
export function parseAdresse(texte: string): AdresseMail {
  const [premiere] = addressparser(texte, { flatten: true });
  return { nom: premiere?.name ?? '', adresse: normaliseAdresse(premiere?.address ?? '') };
}
