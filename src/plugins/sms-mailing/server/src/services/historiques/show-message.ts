import { showImages } from '../../../../core/image-message';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import { compileRendu } from '../../../../core/rendu';
import { foldSms } from '../../../../core/sms';
import { toMorceaux, toValeurs } from '../envois/prepare-envoi';
import type { HistoriqueStore } from '../ports/fiches';
import type { MessageRendu, MiseEnPage } from '../ports/mise-en-page';
import type { PieceJointeStore, VersionStore } from '../ports/modeles';
import type { ParametresStore } from '../ports/moteur';

export interface ShowMessageDeps {
  historique: HistoriqueStore;
  versions: VersionStore;
  miseEnPage: MiseEnPage;
  parametres: ParametresStore;
  piecesJointes: Pick<PieceJointeStore, 'read'>;
  zone: string;
}

export interface MessageArchive extends MessageRendu {
  destinataire: string;
  adresse: string | null;
}

/**
 * The message of an envoi as it left, from the values kept with it and the immutable version it was made of
 * (decision F5). Refused when the envoi has not left, or lies outside the périmètre.
 */
export async function showMessage(
  deps: ShowMessageDeps,
  envoiDocumentId: string,
  perimetre: Perimetre
): Promise<MessageArchive> {
  const archive = await deps.historique.readArchive(envoiDocumentId, perimetre);
  const version = archive === null ? null : await deps.versions.load(archive.versionId);
  if (archive === null || version === null) {
    refuse('envoi-introuvable');
  }
  const { donnees, message, images = [] } = version.contenu;
  const valeurs = toValeurs(donnees, archive.valeurs);
  const entete = { destinataire: archive.nom, adresse: archive.adresse };
  if (archive.typeContact === 'sms') {
    const { remplacerAccents } = await deps.parametres.read();
    const brut = compileRendu(toMorceaux(message.texte), 'texte', deps.zone)(valeurs);
    return { ...entete, objet: '', html: '', texte: foldSms(brut, remplacerAccents) };
  }
  const rendu = deps.miseEnPage.compileRendu(message, deps.zone)(valeurs, {
    lienDesinscription: null,
  });
  const html = showImages(rendu.html, await deps.piecesJointes.read(images));
  return { ...entete, ...rendu, html };
}
