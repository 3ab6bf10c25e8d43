import { missingChamps, type CompteSmsOuvert } from '../../../../core/compte-sms';
import type { Horaires } from '../../../../core/horaire-promotion';
import {
  findSuspensions,
  type FaitsBloquants,
  type Suspensions,
} from '../../../../core/suspension';
import { isVerifie } from '../../../../core/verification';
import type { Transport } from '../../../../core/vocabulaire';
import type { Empreintes, ReglagesEnregistres } from '../ports/parametres';

/** What the machine's environment says; a fresh installation has nothing else. */
export interface ReglagesEnvironnement {
  zone: string;
  heure: string;
  expediteur: { nom: string; adresse: string };
  /** Server and login through which e-mails leave. */
  serveurMail: string;
  compteSms: CompteSmsOuvert;
  urlPublique: string;
  /** Null: the relay signs, or nobody does. */
  dkim: { domaine: string; selecteur: string } | null;
  /** Docs/adr/0013: on a « base d'essai » nothing is held back. */
  baseReelle: boolean;
}

/** The settings in force: what the panel saved wins over the environment. */
export interface ReglagesEffectifs extends Horaires {
  expediteur: { nom: string; adresse: string };
  compteSms: CompteSmsOuvert;
  /** What a verification proves, for each transport. */
  empreintes: Readonly<Record<Transport, string>>;
  faits: FaitsBloquants;
  suspensions: Suspensions;
}

function resolveCompte(
  { parametres, secrets }: ReglagesEnregistres,
  environnement: ReglagesEnvironnement
): CompteSmsOuvert {
  const { fournisseur } = parametres.sms;
  return fournisseur === null
    ? environnement.compteSms
    : { ...parametres.sms, fournisseur, secrets };
}

/** Sender, account, hours and what may leave, under the settings saved and the environment below them. */
export function resolveReglages(
  enregistres: ReglagesEnregistres,
  environnement: ReglagesEnvironnement,
  empreinteOf: Empreintes['of']
): ReglagesEffectifs {
  const { parametres, verifications } = enregistres;
  const compteSms = resolveCompte(enregistres, environnement);
  const adresse = parametres.expediteurAdresse || environnement.expediteur.adresse;
  const empreintes = {
    mail: empreinteOf(JSON.stringify(['mail', adresse, environnement.serveurMail])),
    sms: empreinteOf(JSON.stringify(['sms', compteSms])),
  };
  const verifies = {
    mail: isVerifie(verifications.mail, empreintes.mail),
    sms: isVerifie(verifications.sms, empreintes.sms),
  };
  const faits = {
    baseReelle: environnement.baseReelle,
    expediteur: adresse,
    fournisseur: compteSms.fournisseur,
    champsManquants: missingChamps(compteSms),
    verifies,
    urlPublique: environnement.urlPublique,
  };
  return {
    zone: parametres.zone ?? environnement.zone,
    heure: parametres.heureDuSoir ?? environnement.heure,
    heuresPromotion: parametres.heuresPromotion,
    expediteur: { nom: parametres.expediteurNom || environnement.expediteur.nom, adresse },
    compteSms,
    empreintes,
    suspensions: findSuspensions(faits),
    faits,
  };
}
