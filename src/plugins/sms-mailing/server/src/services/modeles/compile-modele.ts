import { listDonnees } from '../../../../core/catalogue-signets';
import { refuseDemesure } from '../../../../core/demesure';
import { listImages } from '../../../../core/image-message';
import { sumTailles, TAILLE_MAX_PIECES_JOINTES, type Modele } from '../../../../core/modele';
import { refuse } from '../../../../core/regle';
import { parseSignets } from '../../../../core/signet';
import { listMorceaux } from '../../../../core/validation-modele';
import type { MessageCompile, MiseEnPage } from '../ports/mise-en-page';
import type { ContenuVersion, PieceJointeStore } from '../ports/modeles';
import { layOutVersion } from '../rendre/lay-out-version';

export interface CompileModeleDeps {
  miseEnPage: MiseEnPage;
  piecesJointes: PieceJointeStore;
}

/** An SMS has no layout: its text, signets kept apart. */
export function compileMessageSms(message: string): MessageCompile {
  const texte = parseSignets(message).map((morceau) =>
    typeof morceau === 'string' ? morceau : { signet: morceau, cible: 'texte' as const }
  );
  return { moteur: 1, objet: [], html: [], texte };
}

/** What was deposited for one send is nobody else's. */
const MODELE = { genre: 'modele' } as const;

/** Guide §5.a: 2 méga for all the files together, images included; none on an SMS (decisions E3, F6). */
async function describePieces(
  deps: CompileModeleDeps,
  modele: Modele,
  images: readonly number[]
): Promise<ContenuVersion['piecesJointes']> {
  if (modele.typeContact === 'sms' && modele.piecesJointes.length > 0) {
    refuse('piece-jointe-sms');
  }
  const pieces = await deps.piecesJointes.describe(modele.piecesJointes, MODELE);
  if (pieces.length < modele.piecesJointes.length) {
    refuse('piece-jointe-introuvable');
  }
  const montrees = await deps.piecesJointes.describe(images, MODELE);
  if (montrees.filter(({ typeMime }) => typeMime.startsWith('image/')).length < images.length) {
    refuse('image-introuvable');
  }
  if (sumTailles([...pieces, ...montrees]) > TAILLE_MAX_PIECES_JOINTES) {
    refuse('piece-jointe-trop-lourde', { limite: '2 Mo' });
  }
  return pieces;
}

/** What a modele becomes once, for all its destinataires and whatever the settings: the body of a version (F4, G2). */
export async function compileModele(
  deps: CompileModeleDeps,
  modele: Modele
): Promise<ContenuVersion> {
  refuseDemesure(modele);
  const images = modele.typeContact === 'sms' ? [] : listImages(modele.message);
  const piecesJointes = await describePieces(deps, modele, images);
  const donnees = listDonnees(listMorceaux(modele));
  if (modele.typeContact === 'sms') {
    return { message: compileMessageSms(modele.message), donnees, piecesJointes };
  }
  const source = { objet: modele.objet, html: modele.message };
  const message = layOutVersion(deps.miseEnPage, modele, source, images);
  return { message, donnees, piecesJointes, images };
}
