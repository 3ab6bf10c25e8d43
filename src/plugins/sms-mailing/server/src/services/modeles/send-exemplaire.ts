import type { Modele } from '../../../../core/modele';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import { declencheurOf, type Modalite } from '../../../../core/vocabulaire';
import { createPrepareEnvoi } from '../envois/prepare-envoi';
import type { FicheStore } from '../ports/fiches';
import type { ContenuVersion } from '../ports/modeles';
import type { Moteur } from '../ports/moteur';
import { compileModele } from './compile-modele';
import { readSujet, type Cobaye } from './preview-modele';

export interface Exemplaire {
  modele: Modele;
  cobaye: Cobaye;
  perimetre: Perimetre;
  /** The logged-in user's own address or number: an example goes nowhere else. */
  adresse: string;
  /** Makes this example's key its own. */
  jeton: string;
}

function markExemplaire(contenu: ContenuVersion): ContenuVersion {
  const { message } = contenu;
  return { ...contenu, message: { ...message, objet: ['[Exemplaire] ', ...message.objet] } };
}

/**
 * Decision E8 « M'envoyer un exemplaire »: rendered on a real person, delivered to the tester alone. Writes
 * no envoi, no statistic, no history.
 */
export async function sendExemplaire(
  moteur: Moteur,
  fiches: FicheStore,
  exemplaire: Exemplaire
): Promise<{ adresse: string; credits: number }> {
  const { modele, cobaye, perimetre, adresse, jeton } = exemplaire;
  const contenu = markExemplaire(await compileModele(moteur, modele));
  const sujet = await readSujet(fiches, modele, contenu.donnees, { cobaye, perimetre });
  const modalite: Modalite =
    cobaye.actionDocumentId === null ? 'fiche_entrepreneur' : 'fiche_action';
  const { typeContact, but } = modele;
  const prepare = await createPrepareEnvoi(
    moteur,
    { modeleId: 0, typeContact, typeDestinataire: cobaye.typeDestinataire, modalite },
    { versionId: 0, modeleId: 0, modeleNom: modele.nom, numero: 0, typeContact, but, contenu }
  );
  const valeurs = contenu.donnees.map((donnee) => sujet.valeurs[donnee] ?? null);
  const pret = prepare(
    {
      id: 0,
      cle: `exemplaire:${declencheurOf(modalite)}:${jeton}`,
      nom: sujet.nom,
      adresse,
      motif: null,
      valeurs,
      tentatives: 0,
    },
    moteur.clock()
  );
  if (pret.genre === 'exclu') {
    refuse('exemplaire-impossible', {
      motif: pret.motif,
      detail: pret.detail,
    });
  }
  await (pret.genre === 'mail' ? moteur.mail.send(pret.message) : moteur.sms.send(pret.sms));
  return { adresse, credits: pret.credits };
}
