import { VALEURS_EXEMPLE, type Donnee } from '../../../../core/catalogue-signets';
import { butOf, type Modele } from '../../../../core/modele';
import type { MotifExclusion } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import { compileRendu, emptySignets, type Valeurs } from '../../../../core/rendu';
import { formatSignet } from '../../../../core/signet';
import { countSms, foldSms, type CompteSms } from '../../../../core/sms';
import type { TypeDestinataire } from '../../../../core/vocabulaire';
import { toMorceaux, toValeurs } from '../envois/prepare-envoi';
import type { FicheStore } from '../ports/fiches';
import type { ContenuVersion } from '../ports/modeles';
import { compileModele, listMorceaux, type CompileModeleDeps } from './compile-modele';

export interface PreviewDeps extends CompileModeleDeps {
  fiches: FicheStore;
  reglages: { expediteur: { nom: string; adresse: string }; zone: string };
}

/** On whom the message is shown: nobody (the catalogue's examples), a fiche, or a participant of an action. */
export interface Cobaye {
  typeDestinataire: TypeDestinataire;
  documentId: string | null;
  actionDocumentId: string | null;
}

export interface Apercu {
  destinataire: string;
  adresse: string | null;
  motif: MotifExclusion | null;
  objet: string;
  html: string;
  texte: string;
  sms: (CompteSms & { texte: string }) | null;
  /** Signets that print nothing for this person. */
  vides: string[];
}

export interface Sujet {
  nom: string;
  adresse: string | null;
  motif: MotifExclusion | null;
  valeurs: Valeurs;
}

/** The values that the signets will read, from the same query as the engine's (guide §2.c). */
export async function readSujet(
  fiches: FicheStore,
  modele: Modele,
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
  modele: Modele,
  options: { cobaye: Cobaye; perimetre: Perimetre }
): Promise<Apercu> {
  const contenu = await compileModele(deps, modele);
  const sujet = await readSujet(deps.fiches, modele, contenu.donnees, options);
  const { zone } = deps.reglages;
  const vides = emptySignets(listMorceaux(modele), sujet.valeurs).map(formatSignet);
  const entete = { destinataire: sujet.nom, adresse: sujet.adresse, motif: sujet.motif, vides };
  if (modele.typeContact === 'sms') {
    const { caracteresParSms, remplacerAccents } = await deps.parametres.read();
    const reglages = { charsPerSms: caracteresParSms, remplacerAccents };
    return { ...entete, ...renderSms(contenu, sujet.valeurs, zone, reglages) };
  }
  const rendu = deps.miseEnPage.compileRendu(contenu.message, zone)(sujet.valeurs, {
    lienDesinscription: 'https://exemple.invalid/desinscription',
  });
  return { ...entete, ...rendu, sms: null };
}
