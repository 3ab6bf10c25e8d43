import type { MessageArchive } from '../../../../core/api/historique';
import { showImages } from '../../../../core/image-message';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { EnvoiArchive, HistoriqueStore } from '../ports/fiches';
import type { PieceJointeStore, VersionCourante } from '../ports/modeles';
import type { Moteur } from '../ports/moteur';
import { compileRendre } from '../rendre/compile-rendre';
import { readReglagesRendu } from '../rendre/reglages-rendu';

export interface ShowMessageDeps {
  historique: Pick<HistoriqueStore, 'readArchive' | 'isTexteEfface'>;
  moteur: Moteur;
}

/** What an envoi left with; refused when it has not left, lies outside the périmètre, or left long ago. */
async function readDepart(
  { historique, moteur }: ShowMessageDeps,
  envoiDocumentId: string,
  perimetre: Perimetre
): Promise<{ archive: EnvoiArchive; version: VersionCourante }> {
  const archive = await historique.readArchive(envoiDocumentId, perimetre);
  if (archive === null && (await historique.isTexteEfface(envoiDocumentId, perimetre))) {
    refuse('texte-efface');
  }
  const version = archive === null ? null : await moteur.versions.load(archive.versionId);
  if (archive === null || version === null) {
    refuse('envoi-introuvable');
  }
  return { archive, version };
}

/** A file that this envoi carried: its modèle's then, or its own. */
export async function openPieceDEnvoi(
  deps: ShowMessageDeps,
  { envoiDocumentId, id }: { envoiDocumentId: string; id: number },
  perimetre: Perimetre
): ReturnType<PieceJointeStore['open']> {
  const { archive, version } = await readDepart(deps, envoiDocumentId, perimetre);
  const siennes = [
    ...version.contenu.piecesJointes.map((piece) => piece.id),
    ...archive.piecesJointes,
  ];
  return siennes.includes(id) ? deps.moteur.piecesJointes.open(id) : null;
}

/**
 * The message of an envoi as it left: its immutable version, the settings and the values kept with it
 * (decision F5, docs/adr/0016). One that left before the settings were kept is read with those of now. Its
 * images are written out, for a screen. Refused when the envoi has not left, lies outside the périmètre,
 * or left long ago (docs/adr/0024).
 */
export async function showMessage(
  deps: ShowMessageDeps,
  envoiDocumentId: string,
  perimetre: Perimetre
): Promise<MessageArchive> {
  const { moteur } = deps;
  const { archive, version } = await readDepart(deps, envoiDocumentId, perimetre);
  const reglages = archive.reglages ?? (await readReglagesRendu(moteur));
  const lien = moteur.desinscription.lien(archive.envoiId, reglages.adresseDesinscription);
  const { objet, html, texte } = compileRendre(version, reglages)(archive.valeurs, lien);
  const images = await moteur.piecesJointes.read(version.contenu.images ?? []);
  const propres = await moteur.piecesJointes.describe(archive.piecesJointes);
  return {
    destinataire: archive.nom,
    adresse: archive.adresse,
    objet,
    html: showImages(html, images),
    texte,
    piecesJointes: [...version.contenu.piecesJointes, ...propres],
  };
}
