import { findEntree, type Donnee } from '../../../../core/catalogue-signets';
import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import type { Valeurs } from '../../../../core/rendu';
import type { VersionCourante } from '../ports/modeles';
import { compileRendre, type Rendu } from '../rendre/compile-rendre';

type Cout = Pick<Rendu, 'credits' | 'motif'>;

/** What a part asks of the renderer: whom its text keeps back, and what it costs. */
export interface RenduPart {
  /** What `rendre` reads, in this order. */
  donnees: readonly Donnee[];
  rendre: (brutes: readonly (string | null)[]) => Pick<Rendu, 'objet' | 'texte'> & Cout;
  /** The same for everybody, whatever their values; null: each is to be rendered. */
  constant: Cout | null;
  /** An obligatory signet left empty, or a STOP that nothing says, keeps it back (decision F2). */
  obligatoire: boolean;
}

/** Of each text: a value may say it. */
const exigeStop = ({ typeContact, but }: VersionCourante, { sms }: ReglagesRendu): boolean =>
  typeContact === 'sms' && but === 'promotion' && sms.stopAExiger;

const GRATUIT: Cout = { credits: 0, motif: null };

function litObligatoire({ contenu: { message } }: VersionCourante): boolean {
  return [...message.objet, ...message.html, ...message.texte].some(
    (morceau) =>
      typeof morceau !== 'string' &&
      'signet' in morceau &&
      findEntree(morceau.signet.chemin)?.obligatoire === true
  );
}

type Brutes = readonly (string | null)[];

/** What the base does not hold yet, and will when the message leaves. */
function completerOf(donnees: readonly Donnee[], prevues: Valeurs): (brutes: Brutes) => Brutes {
  return donnees.some((donnee) => donnee in prevues)
    ? (brutes) => brutes.map((brut, i) => brut ?? prevues[donnees[i] as Donnee] ?? null)
    : (brutes) => brutes;
}

/** No version, no text: nothing costs anything, and nothing leaves (`modele_inactif` at departure). */
export function createRenduPart(
  version: VersionCourante | null,
  reglages: ReglagesRendu,
  prevues: Valeurs = {}
): RenduPart {
  if (version === null) {
    const rendre = () => ({ objet: '', texte: '', ...GRATUIT });
    return { donnees: [], rendre, constant: GRATUIT, obligatoire: false };
  }
  const rendre = compileRendre(version, reglages);
  const obligatoire = litObligatoire(version) || exigeStop(version, reglages);
  // An e-mail costs nothing, and only an obligatory signet left empty keeps it back.
  const gratuit = version.typeContact !== 'sms' && !obligatoire ? GRATUIT : null;
  const { donnees } = version.contenu;
  const complete = completerOf(donnees, prevues);
  return {
    donnees,
    rendre: (brutes) => rendre(complete(brutes)),
    constant: rendre.constant ?? gratuit,
    obligatoire,
  };
}
