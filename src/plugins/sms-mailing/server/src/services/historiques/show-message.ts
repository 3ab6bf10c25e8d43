import type { MessageArchive } from '../../../../core/api/historique';
import { showImages } from '../../../../core/image-message';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { HistoriqueStore } from '../ports/fiches';
import type { Moteur } from '../ports/moteur';
import { compileRendre } from '../rendre/compile-rendre';
import { readReglagesRendu } from '../rendre/reglages-rendu';

export interface ShowMessageDeps {
  historique: Pick<HistoriqueStore, 'readArchive' | 'isTexteEfface'>;
  moteur: Moteur;
}

/**
 * The message of an envoi as it left: its immutable version, the settings and the values kept with it
 * (decision F5, docs/adr/0016). One that left before the settings were kept is read with those of now. Its
 * images are written out, for a screen. Refused when the envoi has not left, lies outside the périmètre,
 * or left long ago (docs/adr/0024).
 */
export async function showMessage(
  { historique, moteur }: ShowMessageDeps,
  envoiDocumentId: string,
  perimetre: Perimetre
): Promise<MessageArchive> {
  const archive = await historique.readArchive(envoiDocumentId, perimetre);
  if (archive === null && (await historique.isTexteEfface(envoiDocumentId, perimetre))) {
    refuse('texte-efface');
  }
  const version = archive === null ? null : await moteur.versions.load(archive.versionId);
  if (archive === null || version === null) {
    refuse('envoi-introuvable');
  }
  const reglages = archive.reglages ?? (await readReglagesRendu(moteur));
  const lien = moteur.desinscription.lien(archive.envoiId, reglages.adresseDesinscription);
  const { objet, html, texte } = compileRendre(version, reglages)(archive.valeurs, lien);
  const images = await moteur.piecesJointes.read(version.contenu.images ?? []);
  return {
    destinataire: archive.nom,
    adresse: archive.adresse,
    objet,
    html: showImages(html, images),
    texte,
  };
}
