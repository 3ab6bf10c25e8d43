import {
  listSecretsPerdus,
  missingChamps,
  type CompteSmsOuvert,
} from '../../../../core/compte-sms';
import { findSuspensions, phraseSuspensionSoir } from '../../../../core/suspension';
import { isVerifie } from '../../../../core/verification';
import type { Transport } from '../../../../core/vocabulaire';
import type { Parametres } from '../../../../core/parametres';
import type {
  Empreintes,
  ReglagesEffectifs,
  ReglagesEnregistres,
  ReglagesEnvironnement,
} from '../ports/parametres';

function resolveCompte(
  { parametres, secrets }: ReglagesEnregistres,
  environnement: ReglagesEnvironnement
): CompteSmsOuvert {
  const { fournisseur } = parametres.sms;
  const { motDePasse, secretCle } = secrets;
  return fournisseur === null
    ? environnement.compteSms
    : { ...parametres.sms, fournisseur, secrets: { motDePasse, secretCle } };
}

function listManquants(
  { parametres, etats }: ReglagesEnregistres,
  compte: CompteSmsOuvert
): string[] {
  const { fournisseur } = parametres.sms;
  const perdus = fournisseur === null ? [] : listSecretsPerdus(fournisseur, etats);
  return [...new Set([...missingChamps(compte), ...perdus])];
}

/** A server may refuse the address that undelivered messages come back to: it is proved with the sender. */
function listRetour({ rebonds: { adresse, adressesPlus } }: Parametres): unknown[] {
  return adresse === '' ? [] : [adresse, adressesPlus];
}

/** Sender, account, hours and what may leave, under the settings saved and the environment below them. */
export function resolveReglages(
  enregistres: ReglagesEnregistres,
  environnement: ReglagesEnvironnement,
  { of, toutes }: Pick<Empreintes, 'of' | 'toutes'>
): ReglagesEffectifs {
  const { parametres, verifications, suspendue } = enregistres;
  const zone = parametres.zone ?? environnement.zone;
  const compteSms = resolveCompte(enregistres, environnement);
  const adresse = parametres.expediteurAdresse || environnement.expediteur.adresse;
  const prouves = {
    mail: JSON.stringify(['mail', adresse, environnement.serveurMail, ...listRetour(parametres)]),
    sms: JSON.stringify(['sms', compteSms]),
  };
  const isProuve = (transport: Transport): boolean =>
    toutes(prouves[transport]).some((empreinte) => isVerifie(verifications[transport], empreinte));
  const verifies = { mail: isProuve('mail'), sms: isProuve('sms') };
  const faits = {
    baseReelle: environnement.baseReelle,
    expediteur: adresse,
    fournisseur: compteSms.fournisseur,
    champsManquants: listManquants(enregistres, compteSms),
    verifies,
    urlPublique: environnement.urlPublique,
  };
  return {
    zone,
    heure: parametres.heureDuSoir ?? environnement.heure,
    heuresPromotion: parametres.heuresPromotion,
    expediteur: { nom: parametres.expediteurNom || environnement.expediteur.nom, adresse },
    compteSms,
    empreintes: { mail: of(prouves.mail), sms: of(prouves.sms) },
    suspensions: {
      ...findSuspensions(faits),
      ...(suspendue === null ? {} : { soir: phraseSuspensionSoir(suspendue, zone) }),
    },
    faits,
  };
}
