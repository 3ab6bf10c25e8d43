import type { FournisseurSms } from '../../../../core/compte-sms';
import type { Moteur } from '../ports/moteur';
import type { AccueilSuivi, AnnonceSuivi, IssueSuivi, RequeteSuivi } from '../ports/sms';
import type { EmpreintesSuivi } from '../ports/suivis';

export interface SuiviDeps {
  moteur: Moteur;
  /** Of the account in force: only its operator is listened to. */
  fournisseur: FournisseurSms;
  empreintesOf: EmpreintesSuivi;
}

/** Before a body is read: is it from the operator of the account, by its method, with its proof? */
export function admitSuivi(
  { moteur, fournisseur }: SuiviDeps,
  de: string,
  annonce: AnnonceSuivi
): AccueilSuivi {
  return de === fournisseur ? (moteur.sms.admitStatus?.(annonce) ?? 'inconnu') : 'inconnu';
}

/** What the operator says after the fact: delivered, failed, STOP. Said twice, it counts once, even when somebody has since decided otherwise. */
export async function receiveSuivi(
  { moteur, fournisseur, empreintesOf }: SuiviDeps,
  de: string,
  requete: RequeteSuivi
): Promise<IssueSuivi> {
  const { sms, suivis, clock } = moteur;
  if (de !== fournisseur || sms.parseStatus === undefined) {
    return 'inconnu';
  }
  const lus = sms.parseStatus(requete);
  if (lus === null) {
    return 'refuse';
  }
  if (lus.length > 0) {
    await suivis.receive(lus, clock(), empreintesOf(de, requete));
  }
  return 'recu';
}
