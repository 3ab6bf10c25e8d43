import type { MotifExclusion } from '../../../../core/motif';
import type { Parametres } from '../../../../core/parametres';
import { compileRendu } from '../../../../core/rendu';
import { countSms, foldSms, isSmsTropLong } from '../../../../core/sms';
import { createControleVides, toMorceaux, toValeurs } from '../envois/prepare-envoi';
import type { VersionCourante } from '../ports/modeles';
import type { SmsSender } from '../ports/sms';

export interface RenduTexte {
  /** Empty for an SMS. */
  objet: string;
  texte: string;
  /** SMS that this text costs; 0 for an e-mail. */
  credits: number;
  /** What in the text itself keeps it back (decision F2, six SMS at most). */
  motif: MotifExclusion | null;
}

export type ReglagesRendu = Pick<Parametres, 'caracteresParSms' | 'remplacerAccents'> & {
  /** What the operator adds to a promotion. */
  caracteresStop: number;
};

export function countCaracteresStop({ capacites }: SmsSender): number {
  return capacites.stopAjoute ? capacites.caracteresStop : 0;
}

/** What each person would read, without its layout: prepared once, asked for thousands of raw values. */
export function createRenduTexte(
  version: VersionCourante,
  zone: string,
  reglages: ReglagesRendu
): (brutes: readonly (string | null)[]) => RenduTexte {
  const { message, donnees } = version.contenu;
  const rendreObjet = compileRendu(toMorceaux(message.objet), 'texte', zone);
  const rendreTexte = compileRendu(toMorceaux(message.texte), 'texte', zone);
  const findVides = createControleVides(version);
  const options = {
    charsPerSms: reglages.caracteresParSms,
    stopChars: version.but === 'promotion' ? reglages.caracteresStop : 0,
  };
  return (brutes) => {
    const valeurs = toValeurs(donnees, brutes);
    const vide = findVides(valeurs) === null ? null : 'signet_vide';
    const lu = { objet: rendreObjet(valeurs), texte: rendreTexte(valeurs) };
    if (version.typeContact !== 'sms') {
      return { ...lu, credits: 0, motif: vide };
    }
    const texte = foldSms(lu.texte, reglages.remplacerAccents);
    const compte = countSms(texte, options);
    const tropLong = isSmsTropLong(compte) ? 'sms_trop_long' : null;
    return { objet: '', texte, credits: compte.credits, motif: vide ?? tropLong };
  };
}
