import type { DemandeApercu, ExemplaireEnvoye } from '../../../../core/api/modeles';
import { TransportError } from '../../../../core/errors';
import type { Modele } from '../../../../core/modele';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import { isPromotionParEmail, phraseManque } from '../../../../core/suspension';
import {
  declencheurOf,
  type But,
  type Modalite,
  type TypeContact,
} from '../../../../core/vocabulaire';
import { handOverNow } from '../livrer/hand-over-now';
import { createPrepareEnvoi, type Preparation } from '../livrer/prepare-envoi';
import { A_VOUS, withBandeau } from './bandeau';
import { checkCredit } from './check-credit';
import type { CreditStore, FicheStore } from '../ports/fiches';
import type { ContenuVersion, ModeleStore } from '../ports/modeles';
import type { Moteur } from '../ports/moteur';
import { compileModele } from '../modeles/compile-modele';
import { AUCUN_ENVOI, readModeleApercu, readSujet } from '../modeles/preview-modele';

export interface ExemplaireDeps {
  moteur: Moteur;
  fiches: Pick<FicheStore, 'apercu'>;
  modeles: Pick<ModeleStore, 'read'>;
  credits: Pick<CreditStore, 'disponible' | 'debit'>;
}

export interface Exemplaire {
  demande: DemandeApercu;
  perimetre: Perimetre;
  utilisateur: { id: number };
  /** Proved to be theirs: an example goes to who asks for it and nowhere else. */
  adresse: string;
  now: Date;
}

function markExemplaire(contenu: ContenuVersion): ContenuVersion {
  const { message } = contenu;
  return { ...contenu, message: { ...message, objet: ['[Exemplaire] ', ...message.objet] } };
}

/** Of an SMS one sees what leaves, to the letter. */
function showSujet(contenu: ContenuVersion, modele: Modele, nom: string): ContenuVersion {
  const { message } = contenu;
  return modele.typeContact === 'sms'
    ? contenu
    : { ...contenu, message: withBandeau(message, nom) };
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
  const { demande, perimetre, utilisateur, adresse } = exemplaire;
  const { cobaye } = demande;
  const modele = await readModeleApercu(deps.modeles, demande);
  const { typeContact, but } = modele;
  checkLien(moteur, modele);
  const compile = markExemplaire(await compileModele(moteur, modele));
  const sujet = await readSujet(fiches, modele, compile.donnees, { cobaye, perimetre });
  const contenu = showSujet(compile, modele, sujet.nom);
  const modalite: Modalite =
    cobaye.actionDocumentId === null ? 'fiche_entrepreneur' : 'fiche_action';
  const { prepare } = await createPrepareEnvoi(
    moteur,
    { modeleId: 0, typeContact, typeDestinataire: cobaye.typeDestinataire, modalite },
    { versionId: 0, modeleId: 0, modeleNom: modele.nom, numero: 0, typeContact, but, contenu }
  );
  const jeton = `${String(utilisateur.id)}.${String(now.getTime())}`;
  const cle = `exemplaire:${declencheurOf(modalite)}:${jeton}`;
  const envoi = {
    ...{ id: AUCUN_ENVOI, cle, nom: A_VOUS, adresse, contactId: null, motif: null },
    piecesJointes: [],
    valeurs: sujet.valeurs,
    tentatives: 0,
  };
  const pret = prepare(envoi, now);
  if (pret.genre === 'exclu') {
    refuse('exemplaire-impossible', { motif: pret.detail ?? pret.motif });
  }
  return pret;
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
  await checkCredit(deps, pret.credits);
  try {
    await (pret.genre === 'mail'
      ? handOverNow(moteur.transports.mail, (depart) => moteur.mail.send(pret.message, depart))
      : handOverNow(moteur.transports.sms, () => moteur.sms.send(pret.sms)));
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
