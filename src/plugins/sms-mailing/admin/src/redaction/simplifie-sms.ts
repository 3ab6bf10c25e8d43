import { formatMorceaux, parseSignets } from '../../../core/signet';
import { foldSms } from '../../../core/sms';

/** A letter that will be written another way, and how. */
export interface Remplacement {
  lettre: string;
  par: string;
}

function listLitteraux(message: string): string {
  return parseSignets(message)
    .map((morceau) => (typeof morceau === 'string' ? morceau : ''))
    .join('');
}

/** The letters of the text that will be written another way, each once; `accents`: the setting « Remplacer les accents ». */
export function listRemplacements(message: string, accents = true): Remplacement[] {
  return [...new Set(listLitteraux(message))]
    .map((lettre) => ({ lettre, par: foldSms(lettre, accents) }))
    .filter(({ lettre, par }) => par !== lettre && lettre.trim() !== '');
}

/** « Simplifier les caractères »: what would be done at sending, done in the text; signets are left alone. */
export function simplifySms(message: string, accents = true): string {
  return formatMorceaux(
    parseSignets(message).map((morceau) =>
      typeof morceau === 'string' ? foldSms(morceau, accents) : morceau
    )
  );
}
