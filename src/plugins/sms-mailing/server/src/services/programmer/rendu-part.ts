import { findEntree, type Donnee } from '../../../../core/catalogue-signets';
import { createRenduTexte, type ReglagesRendu, type RenduTexte } from '../modeles/render-texte';
import { toMorceaux } from '../envois/prepare-envoi';
import type { VersionCourante } from '../ports/modeles';

/** What a part asks of the renderer: whom its text keeps back, and what it costs. */
export interface RenduPart {
  /** What `rendre` reads, in this order. */
  donnees: readonly Donnee[];
  rendre: (brutes: readonly (string | null)[]) => RenduTexte;
  /** The same for everybody, whatever their values; null: each is to be rendered. */
  constant: Pick<RenduTexte, 'credits' | 'motif'> | null;
  /** An obligatory signet left empty keeps it back (decision F2). */
  obligatoire: boolean;
}

const VIDE: RenduTexte = { objet: '', texte: '', credits: 0, motif: null };

function litObligatoire({ contenu: { message } }: VersionCourante): boolean {
  return toMorceaux([...message.objet, ...message.html, ...message.texte]).some(
    (morceau) => typeof morceau !== 'string' && findEntree(morceau.chemin)?.obligatoire === true
  );
}

/** No version, no text: nothing costs anything, and nothing leaves (`modele_inactif` at departure). */
export function createRenduPart(
  version: VersionCourante | null,
  zone: string,
  reglages: ReglagesRendu
): RenduPart {
  if (version === null) {
    return { donnees: [], rendre: () => VIDE, constant: VIDE, obligatoire: false };
  }
  const { donnees } = version.contenu;
  const rendre = createRenduTexte(version, zone, reglages);
  const obligatoire = litObligatoire(version);
  if (donnees.length === 0) {
    return { donnees, rendre, constant: rendre([]), obligatoire };
  }
  // An e-mail costs nothing, and only an obligatory signet left empty keeps it back.
  const constant = version.typeContact !== 'sms' && !obligatoire ? VIDE : null;
  return { donnees, rendre, constant, obligatoire };
}
