import { encodeurOf, type CibleEmplacement } from '../../../../core/emplacement';
import { escapeHtml } from '../../../../core/entites-html';
import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import { compileSignet, type Valeurs } from '../../../../core/rendu';
import type { MorceauCompile } from '../ports/mise-en-page';

/** A part of a message, for the values of one destinataire and the link of one envoi. */
export type RenduPartie = (valeurs: Valeurs, lien: string) => string;

export interface OptionsPartie {
  reglages: ReglagesRendu;
  /** The morceaux are those of an HTML. */
  dansHtml: boolean;
}

/** LCEN art. 20: the name and the postal address, a line each. */
function writeIdentite(
  { expediteur, adressePostale }: ReglagesRendu,
  cible: CibleEmplacement
): string {
  const lignes = [expediteur, ...adressePostale.split('\n')]
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '');
  return cible === 'html' ? lignes.map(escapeHtml).join('<br>') : lignes.join('\n');
}

function compileMorceau(
  morceau: MorceauCompile,
  { reglages, dansHtml }: OptionsPartie
): string | RenduPartie {
  if (typeof morceau === 'string') {
    return morceau;
  }
  if ('signet' in morceau) {
    return compileSignet(morceau, { zone: reglages.zone, dansHtml });
  }
  const encode = encodeurOf(morceau.cible, dansHtml);
  switch (morceau.special) {
    case 'lien_desinscription':
      return (_, lien) => encode(lien);
    case 'expediteur':
      return encode(reglages.expediteur);
    case 'identite':
      return writeIdentite(reglages, morceau.cible);
  }
}

/** Prepares one part of a version under these settings: what is left per message is to escape and concatenate. */
export function compileMorceaux(
  morceaux: readonly MorceauCompile[],
  options: OptionsPartie
): RenduPartie {
  const lectures: (string | RenduPartie)[] = [];
  for (const morceau of morceaux) {
    const lecture = compileMorceau(morceau, options);
    const precedente = lectures.at(-1);
    if (typeof lecture === 'string' && typeof precedente === 'string') {
      lectures[lectures.length - 1] = precedente + lecture;
    } else {
      lectures.push(lecture);
    }
  }
  return (valeurs, lien) => {
    let sortie = '';
    for (const lecture of lectures) {
      sortie += typeof lecture === 'string' ? lecture : lecture(valeurs, lien);
    }
    return sortie;
  };
}
