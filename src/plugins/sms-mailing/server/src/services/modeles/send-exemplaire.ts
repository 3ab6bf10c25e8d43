import type { DemandeApercu, ExemplaireEnvoye } from '../../../../core/api/modeles';
import { TransportError } from '../../../../core/errors';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import { isPromotionParEmail, phraseManque } from '../../../../core/suspension';
import { normaliseTelephone } from '../../../../core/telephone';
import {
  declencheurOf,
  type But,
  type Modalite,
  type TypeContact,
} from '../../../../core/vocabulaire';
import { createPrepareEnvoi, type Preparation } from '../envois/prepare-envoi';
import type { CreditStore, FicheStore } from '../ports/fiches';
import type { ContenuVersion, ModeleStore, TesteurStore } from '../ports/modeles';
import type { Moteur } from '../ports/moteur';
import { compileModele } from './compile-modele';
import { AUCUN_ENVOI, readModeleApercu, readSujet } from './preview-modele';

export interface ExemplaireDeps {
  moteur: Moteur;
  fiches: Pick<FicheStore, 'apercu'>;
  modeles: Pick<ModeleStore, 'read'>;
  credits: Pick<CreditStore, 'disponible' | 'debit'>;
  testeurs: TesteurStore;
}

export interface Exemplaire {
  demande: DemandeApercu;
  /** For an SMS; null: the mobile of the intervenant linked to the user. */
  numero: string | null;
  perimetre: Perimetre;
  /** An example goes to who asks for it and nowhere else. */
  utilisateur: { id: number; email: string };
  now: Date;
}

function markExemplaire(contenu: ContenuVersion): ContenuVersion {
  const { message } = contenu;
  return { ...contenu, message: { ...message, objet: ['[Exemplaire] ', ...message.objet] } };
}

async function readNumero(testeurs: TesteurStore, exemplaire: Exemplaire): Promise<string> {
  const saisi = exemplaire.numero ?? (await testeurs.readNumero(exemplaire.utilisateur.id));
  const numero = normaliseTelephone(saisi ?? '');
  if (numero?.mobile !== true) {
    refuse('numero-exemplaire');
  }
  return numero.e164;
}

type AEnvoyer = Exclude<Preparation, { genre: 'exclu' }>;

/** An example is what leaves (decision G2): while its unsubscribe link would be dead, it does not (G4). */
function checkLien({ suspensions }: Moteur, genre: { typeContact: TypeContact; but: But }): void {
  const { promotion } = suspensions;
  if (promotion !== null && isPromotionParEmail(genre)) {
    refuse('exemplaire-retenu', { raison: phraseManque(promotion) });
  }
}

async function prepareExemplaire(
  deps: ExemplaireDeps,
  exemplaire: Exemplaire,
  now: Date
): Promise<AEnvoyer> {
  const { moteur, fiches } = deps;
  const { demande, perimetre, utilisateur } = exemplaire;
  const { cobaye } = demande;
  const modele = await readModeleApercu(deps.modeles, demande);
  const { typeContact, but } = modele;
  checkLien(moteur, modele);
  const adresse =
    typeContact === 'sms' ? await readNumero(deps.testeurs, exemplaire) : utilisateur.email;
  const contenu = markExemplaire(await compileModele(moteur, modele));
  const sujet = await readSujet(fiches, modele, contenu.donnees, { cobaye, perimetre });
  const modalite: Modalite =
    cobaye.actionDocumentId === null ? 'fiche_entrepreneur' : 'fiche_action';
  const { prepare } = await createPrepareEnvoi(
    moteur,
    { modeleId: 0, typeContact, typeDestinataire: cobaye.typeDestinataire, modalite },
    { versionId: 0, modeleId: 0, modeleNom: modele.nom, numero: 0, typeContact, but, contenu }
  );
  const jeton = `${String(utilisateur.id)}.${String(now.getTime())}`;
  const cle = `exemplaire:${declencheurOf(modalite)}:${jeton}`;
  const { nom, valeurs } = sujet;
  const envoi = { id: AUCUN_ENVOI, cle, nom, adresse, motif: null, valeurs, tentatives: 0 };
  const pret = prepare(envoi, now);
  if (pret.genre === 'exclu') {
    refuse('exemplaire-impossible', { motif: pret.detail ?? pret.motif });
  }
  return pret;
}

/** Short of credits, an example is refused as any SMS would be (decision E2). */
async function checkCredits({ credits, moteur }: ExemplaireDeps, demande: number): Promise<void> {
  const disponible = await credits.disponible();
  const { autoriserDepassement } = await moteur.parametres.read();
  if (disponible !== null && disponible < demande && !autoriserDepassement) {
    refuse('credit-insuffisant', { demande, disponible: Math.max(0, disponible) });
  }
}

/**
 * Decision E8 « M'envoyer un exemplaire »: rendered on a real person, delivered to the tester alone. Writes
 * no envoi, no statistic, no history; an SMS is debited like any other.
 */
export async function sendExemplaire(
  deps: ExemplaireDeps,
  exemplaire: Exemplaire
): Promise<ExemplaireEnvoye> {
  const { moteur, credits } = deps;
  const pret = await prepareExemplaire(deps, exemplaire, exemplaire.now);
  await checkCredits(deps, pret.credits);
  try {
    await (pret.genre === 'mail' ? moteur.mail.send(pret.message) : moteur.sms.send(pret.sms));
  } catch (erreur) {
    if (!(erreur instanceof TransportError)) {
      throw erreur;
    }
    if (erreur.issue === 'configuration') {
      refuse('exemplaire-retenu', { raison: erreur.message });
    }
    refuse('exemplaire-impossible', { motif: erreur.message });
  }
  if (pret.credits > 0) {
    await credits.debit(pret.credits, exemplaire.now);
  }
  return { adresse: pret.adresse, credits: pret.credits };
}
