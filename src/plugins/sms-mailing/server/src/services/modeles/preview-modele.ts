import type { Apercu, Cobaye, DemandeApercu } from '../../../../core/api/modeles';
import { VALEURS_EXEMPLE, type Donnee } from '../../../../core/catalogue-signets';
import { showImages } from '../../../../core/image-message';
import { butOf, type Modele } from '../../../../core/modele';
import type { MotifExclusion } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import { compileRendu, emptySignets, type Valeurs } from '../../../../core/rendu';
import { formatSignet } from '../../../../core/signet';
import { countSms, foldSms } from '../../../../core/sms';
import { listMorceaux } from '../../../../core/validation-modele';
import { toMorceaux, toValeurs } from '../envois/prepare-envoi';
import type { FicheStore } from '../ports/fiches';
import type { ContenuVersion, ModeleStore } from '../ports/modeles';
import { compileModele, type CompileModeleDeps } from './compile-modele';

export interface PreviewDeps extends CompileModeleDeps {
  fiches: FicheStore;
  modeles: ModeleStore;
  reglages: { expediteur: { nom: string; adresse: string }; zone: string };
}

export interface Sujet {
  nom: string;
  adresse: string | null;
  motif: MotifExclusion | null;
  valeurs: Valeurs;
}

/** The modele under the pen, or the one saved under that name. */
export async function readModeleApercu(
  modeles: ModeleStore,
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
  fiches: FicheStore,
  modele: Pick<Modele, 'typeContact' | 'but'>,
  donnees: readonly Donnee[],
  options: { cobaye: Cobaye; perimetre: Perimetre }
): Promise<Sujet> {
  const { cobaye, perimetre } = options;
  if (cobaye.documentId === null) {
    return { nom: 'Exemple', adresse: null, motif: null, valeurs: VALEURS_EXEMPLE };
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
    refuse('fiche-introuvable');
  }
  return { ...prevu, valeurs: toValeurs(donnees, prevu.valeurs) };
}

function renderSms(
  contenu: ContenuVersion,
  valeurs: Valeurs,
  zone: string,
  options: { charsPerSms: number; remplacerAccents: boolean }
): Pick<Apercu, 'objet' | 'html' | 'texte' | 'sms'> {
  const rendu = compileRendu(toMorceaux(contenu.message.texte), 'texte', zone)(valeurs);
  const texte = foldSms(rendu, options.remplacerAccents);
  const sms = { ...countSms(texte, { charsPerSms: options.charsPerSms, stopChars: 0 }), texte };
  return { objet: '', html: '', texte, sms };
}

/** Guide §8.b « aperçu du contenu »: what this person would read, through the code that will send it. */
export async function previewModele(
  deps: PreviewDeps,
  demande: DemandeApercu,
  perimetre: Perimetre
): Promise<Apercu> {
  const modele = await readModeleApercu(deps.modeles, demande);
  const contenu = await compileModele(deps, modele);
  const { cobaye } = demande;
  const sujet = await readSujet(deps.fiches, modele, contenu.donnees, { cobaye, perimetre });
  const { zone } = deps.reglages;
  const vides = emptySignets(listMorceaux(modele), sujet.valeurs).map(formatSignet);
  const entete = {
    destinataire: sujet.nom,
    adresse: sujet.adresse,
    motif: sujet.motif,
    vides,
    piecesJointes: contenu.piecesJointes,
  };
  if (modele.typeContact === 'sms') {
    const { caracteresParSms, remplacerAccents } = await deps.parametres.read();
    const reglages = { charsPerSms: caracteresParSms, remplacerAccents };
    return { ...entete, ...renderSms(contenu, sujet.valeurs, zone, reglages) };
  }
  const rendu = deps.miseEnPage.compileRendu(contenu.message, zone)(sujet.valeurs, {
    lienDesinscription: 'https://exemple.invalid/desinscription',
  });
  const html = showImages(rendu.html, await deps.piecesJointes.read(contenu.images ?? []));
  return { ...entete, ...rendu, html, sms: null };
}
