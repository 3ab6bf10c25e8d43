import { TransportError } from '../../../../core/errors';
import type { Moteur } from '../ports/moteur';
import type { SmsAEnvoyer } from '../ports/sms';
import type { Incertain } from '../ports/suivis';
import { compileRendre } from '../rendre/compile-rendre';
import { readReglagesRendu } from '../rendre/reglages-rendu';

/** The SMS as it was handed over: its immutable version, the settings and the values kept with it. */
async function rebuildSms(moteur: Moteur, incertain: Incertain): Promise<SmsAEnvoyer | null> {
  const version = await moteur.versions.load(incertain.versionId);
  if (version === null) {
    return null;
  }
  const reglages = incertain.reglages ?? (await readReglagesRendu(moteur));
  const { texte, sms } = compileRendre(version, reglages)(incertain.valeurs);
  return sms === null
    ? null
    : {
        vers: incertain.adresse,
        texte,
        encodage: sms.encodage,
        but: version.but,
        cle: incertain.cle,
      };
}

/** True when the operator holds it: it had left. That it holds nothing proves nothing: a person decides. */
async function reconcileOne(moteur: Moteur, incertain: Incertain): Promise<boolean> {
  const sms = await rebuildSms(moteur, incertain);
  const { cle, depuis } = incertain;
  const isPrise = (reference: string): Promise<boolean> =>
    moteur.suivis.isPrise(reference, cle, moteur.clock());
  const trouve =
    sms === null ? null : ((await moteur.sms.findByRef?.(sms, { depuis, isPrise })) ?? null);
  if (trouve === null) {
    return false;
  }
  const { reference } = trouve;
  const suivi = { reference, cle, statut: 'envoye' } as const;
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
