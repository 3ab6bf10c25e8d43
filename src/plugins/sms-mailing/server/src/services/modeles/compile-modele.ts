import { listDonnees } from '../../../../core/catalogue-signets';
import { refuseDemesure } from '../../../../core/demesure';
import { cidImage, listImages, referenceImage } from '../../../../core/image-message';
import { butOf, TAILLE_MAX_PIECES_JOINTES, type Modele } from '../../../../core/modele';
import { refuse } from '../../../../core/regle';
import { parseSignets, type Morceau } from '../../../../core/signet';
import { listMorceaux } from '../../../../core/validation-modele';
import type { MiseEnPage, MorceauCompile } from '../ports/mise-en-page';
import type { ContenuVersion, PieceJointeStore } from '../ports/modeles';
import type { ParametresStore, ReglagesMoteur } from '../ports/moteur';

export interface CompileModeleDeps {
  miseEnPage: MiseEnPage;
  piecesJointes: PieceJointeStore;
  parametres: ParametresStore;
  reglages: Pick<ReglagesMoteur, 'expediteur'>;
}

function toCompile(morceaux: readonly Morceau[]): MorceauCompile[] {
  return morceaux.map((morceau) =>
    typeof morceau === 'string' ? morceau : { signet: morceau, cible: 'texte' }
  );
}

/** Guide §5.a: 2 méga for all the files together, images included; none on an SMS (decisions E3, F6). */
async function describePieces(
  deps: CompileModeleDeps,
  modele: Modele,
  images: readonly number[]
): Promise<ContenuVersion['piecesJointes']> {
  if (modele.typeContact === 'sms' && modele.piecesJointes.length > 0) {
    refuse('piece-jointe-sms');
  }
  const pieces = await deps.piecesJointes.describe(modele.piecesJointes);
  if (pieces.length < modele.piecesJointes.length) {
    refuse('piece-jointe-introuvable');
  }
  const montrees = await deps.piecesJointes.describe(images);
  if (montrees.filter(({ typeMime }) => typeMime.startsWith('image/')).length < images.length) {
    refuse('image-introuvable');
  }
  const total = [...pieces, ...montrees].reduce((somme, { taille }) => somme + taille, 0);
  if (total > TAILLE_MAX_PIECES_JOINTES) {
    refuse('piece-jointe-trop-lourde', { limite: '2 Mo' });
  }
  return pieces;
}

/** What a modele becomes once, for all its destinataires (decision F4): the body of a version. */
export async function compileModele(
  deps: CompileModeleDeps,
  modele: Modele
): Promise<ContenuVersion> {
  refuseDemesure(modele);
  const images = modele.typeContact === 'sms' ? [] : listImages(modele.message);
  const piecesJointes = await describePieces(deps, modele, images);
  const donnees = listDonnees(listMorceaux(modele));
  if (modele.typeContact === 'sms') {
    const texte = toCompile(parseSignets(modele.message));
    return { message: { moteur: 1, objet: [], html: [], texte }, donnees, piecesJointes };
  }
  const parametres = await deps.parametres.read();
  const nom =
    parametres.expediteurNom === '' ? deps.reglages.expediteur.nom : parametres.expediteurNom;
  const adressePostale = parametres.adressePostale === '' ? null : parametres.adressePostale;
  const message = deps.miseEnPage.compileMessage(
    { objet: modele.objet, html: modele.message },
    {
      typeContact: modele.typeContact,
      but: butOf(modele.typeContact, modele.but),
      expediteur: { nom, adressePostale },
      raison: null,
      images: Object.fromEntries(images.map((id) => [referenceImage(id), `cid:${cidImage(id)}`])),
    }
  );
  return { message, donnees, piecesJointes, images };
}
