import { TransportError } from '../../../../core/errors';
import { countSms } from '../../../../core/sms';
import { countCaracteresStop, createRenduTexte } from '../modeles/render-texte';
import type { Moteur } from '../ports/moteur';
import type { SmsAEnvoyer } from '../ports/sms';
import type { Incertain } from '../ports/suivis';

/** The SMS as it was handed over, from the values kept with it and its immutable version. */
async function rebuildSms(moteur: Moteur, incertain: Incertain): Promise<SmsAEnvoyer | null> {
  const version = await moteur.versions.load(incertain.versionId);
  if (version === null) {
    return null;
  }
  const parametres = await moteur.parametres.read();
  const caracteresStop = countCaracteresStop(moteur.sms);
  const rendre = createRenduTexte(version, moteur.reglages.zone, { ...parametres, caracteresStop });
  const { texte } = rendre(incertain.valeurs);
  const { encodage } = countSms(texte, { charsPerSms: parametres.caracteresParSms, stopChars: 0 });
  return { vers: incertain.adresse, texte, encodage, but: version.but, cle: incertain.cle };
}

/** True when the operator holds it: it had left. That it holds nothing proves nothing: a person decides. */
async function reconcileOne(moteur: Moteur, incertain: Incertain): Promise<boolean> {
  const sms = await rebuildSms(moteur, incertain);
  const trouve =
    sms === null ? null : ((await moteur.sms.findByRef?.(sms, incertain.depuis)) ?? null);
  if (trouve === null) {
    return false;
  }
  const { reference } = trouve;
  const suivi = { reference, cle: incertain.cle, statut: 'envoye' } as const;
  await moteur.suivis.receive(
    [{ ...suivi, code: null, opposition: false, numero: null }],
    moteur.clock(),
    []
  );
  return true;
}

/**
 * Docs/adr/0005: an operator that can be asked settles the SMS of unknown fate before a person has to. One
 * that does not answer is left alone until the next turn.
 */
export async function reconcileIncertains(moteur: Moteur): Promise<void> {
  if (moteur.sms.findByRef === undefined) {
    return;
  }
  let tranches = 0;
  try {
    for (const incertain of await moteur.suivis.takeIncertains(moteur.clock())) {
      tranches += (await reconcileOne(moteur, incertain)) ? 1 : 0;
    }
  } catch (erreur) {
    if (!(erreur instanceof TransportError)) {
      throw erreur;
    }
  }
  if (tranches > 0) {
    moteur.journal.info(`${String(tranches)} SMS incertains retrouvés chez l’opérateur : envoyés.`);
  }
}
