import type { Apercu, Cobaye, DemandeApercu } from '../../../../core/api/modeles';
import { VALEURS_EXEMPLE, type Donnee } from '../../../../core/catalogue-signets';
import { showImages } from '../../../../core/image-message';
import { countOctets, butOf, type Modele } from '../../../../core/modele';
import type { MotifExclusion } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse, refuseFiche } from '../../../../core/regle';
import { emptySignets } from '../../../../core/rendu';
import { formatSignet } from '../../../../core/signet';
import type { FicheStore } from '../ports/fiches';
import type { ModeleStore } from '../ports/modeles';
import type { Moteur } from '../ports/moteur';
import { compileRendre, listPlacesOf } from '../rendre/compile-rendre';
import { readReglagesRendu } from '../rendre/reglages-rendu';
import { toValeurs } from '../rendre/to-valeurs';
import { compileModele } from './compile-modele';

export interface PreviewDeps {
  moteur: Moteur;
  fiches: Pick<FicheStore, 'apercu'>;
  modeles: Pick<ModeleStore, 'read'>;
}

/** The link of a preview or an example leads to no envoi: nobody can be unsubscribed by it. */
export const AUCUN_ENVOI = 0;

export interface Sujet {
  nom: string;
  adresse: string | null;
  motif: MotifExclusion | null;
  /** Raw, in the order asked for. */
  valeurs: (string | null)[];
}

/** The modele under the pen, or the one saved under that name. */
export async function readModeleApercu(
  modeles: Pick<ModeleStore, 'read'>,
  demande: DemandeApercu
): Promise<Modele> {
  if ('modele' in demande) {
    return demande.modele;
  }
  const enregistre = await modeles.read(demande.modeleDocumentId);
  if (enregistre === null) {
    refuse('modele-introuvable');
  }
  return enregistre;
}

/** The values that the signets will read, from the same query as the engine's (guide §2.c). */
export async function readSujet(
  fiches: Pick<FicheStore, 'apercu'>,
  modele: Pick<Modele, 'typeContact' | 'but'>,
  donnees: readonly Donnee[],
  options: { cobaye: Cobaye; perimetre: Perimetre }
): Promise<Sujet> {
  const { cobaye, perimetre } = options;
  if (cobaye.documentId === null) {
    const valeurs = donnees.map((donnee) => VALEURS_EXEMPLE[donnee] ?? null);
    return { nom: 'Exemple', adresse: null, motif: null, valeurs };
  }
  const [prevu] = await fiches.apercu({
    typeDestinataire: cobaye.typeDestinataire,
    documentIds: [cobaye.documentId],
    actionDocumentId: cobaye.actionDocumentId,
    inclureListeAttente: true,
    typeContact: modele.typeContact,
    but: butOf(modele.typeContact, modele.but),
    donnees,
    perimetre,
    limite: 1,
  });
  if (prevu === undefined) {
    refuseFiche(perimetre);
  }
  return prevu;
}

/** Guide §8.b « aperçu du contenu »: what this person would read, through the code that will send it. */
export async function previewModele(
  { moteur, fiches, modeles }: PreviewDeps,
  demande: DemandeApercu,
  perimetre: Perimetre
): Promise<Apercu> {
  const modele = await readModeleApercu(modeles, demande);
  const contenu = await compileModele(moteur, modele);
  const { cobaye } = demande;
  const sujet = await readSujet(fiches, modele, contenu.donnees, { cobaye, perimetre });
  const reglages = await readReglagesRendu(moteur);
  const lien = moteur.desinscription.lien(AUCUN_ENVOI, reglages.adresseDesinscription);
  const rendu = compileRendre({ ...modele, contenu }, reglages)(sujet.valeurs, lien);
  const { objet, html, texte, sms } = rendu;
  const images = await moteur.piecesJointes.read(contenu.images ?? []);
  return {
    destinataire: sujet.nom,
    adresse: sujet.adresse,
    motif: sujet.motif ?? rendu.motif,
    vides: emptySignets(
      listPlacesOf({ contenu }),
      toValeurs(contenu.donnees, sujet.valeurs, reglages)
    ).map(formatSignet),
    piecesJointes: contenu.piecesJointes,
    objet,
    html: showImages(html, images),
    poids: countOctets(html),
    texte,
    sms: sms === null ? null : { ...sms, texte },
  };
}
