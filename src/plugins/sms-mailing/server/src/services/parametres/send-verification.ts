import { maskCourriel, maskNumero } from '../../../../core/masque';
import { isPaysPermis } from '../../../../core/pays-sms';
import { refuse } from '../../../../core/regle';
import { normaliseTelephone } from '../../../../core/telephone';
import { awaitCode } from '../../../../core/verification';
import type { Transport } from '../../../../core/vocabulaire';
import { createRetour } from '../rebonds/create-retour';
import { sendCodeEmail, sendCodeSms } from '../exemplaires/send-code';
import { recordExemplaire } from '../exemplaires/journal-exemplaires';
import type { LigneExemplaire } from '../ports/exemplaires';
import type { ParametresDeps } from './parametres-deps';

/** Binds a code to the sender and account that it proves. */
export function empreinteOfCode(deps: ParametresDeps, transport: Transport, code: string): string {
  return deps.empreintes.of(`${code}:${deps.effectifs.empreintes[transport]}`);
}

function keepCode(
  deps: ParametresDeps,
  transport: Transport,
  { code, vers, now }: { code: string; vers: string; now: Date }
): Promise<null> {
  const attendu = { empreinte: empreinteOfCode(deps, transport, code), vers };
  return deps.reglages.changeVerification(transport, (precedente) => ({
    verification: awaitCode(precedente, attendu, now),
    resultat: null,
  }));
}

export interface DemandeVerification {
  utilisateurId: number;
  now: Date;
}

/** Makes this message's key its own. */
function cleOf({ utilisateurId, now }: DemandeVerification): string {
  return `verification:${String(utilisateurId)}.${String(now.getTime())}`;
}

function toLigne(
  { empreintes }: ParametresDeps,
  { utilisateurId }: DemandeVerification,
  { transport, adresse, vers }: { transport: Transport; adresse: string; vers: string }
): LigneExemplaire {
  return {
    utilisateurId,
    genre: 'code',
    transport,
    vers,
    empreinte: empreintes.of(adresse),
    modele: null,
    personne: null,
  };
}

/** « M'envoyer un e-mail de vérification »: to the logged-in user alone. */
export async function sendVerificationEmail(
  deps: ParametresDeps,
  adresse: string,
  demande: DemandeVerification
): Promise<{ vers: string }> {
  const { now } = demande;
  const { expediteur } = deps.effectifs;
  const code = deps.empreintes.drawCode();
  const objet = `Code de vérification : ${code}`;
  const phrases = [
    objet,
    `Saisissez-le dans les réglages des envois : il montre que les e-mails envoyés par ${expediteur.adresse} arrivent. Il est valable 30 minutes.`,
    'Si ce message est arrivé dans les indésirables, faites vérifier SPF, DKIM et DMARC avant d’envoyer.',
  ];
  const vers = { transport: 'mail', adresse, vers: maskCourriel(adresse) } as const;
  await recordExemplaire(deps.exemplaires, toLigne(deps, demande, vers), {
    now,
    send: () =>
      sendCodeEmail(deps, expediteur, {
        ...{ cle: cleOf(demande), adresse, objet, phrases, date: now },
        // Of no envoi: no line has this number. It proves that the server takes such an address.
        retour: createRetour(deps.moteur.retours, deps.enregistres.parametres.rebonds, 0),
      }),
  });
  await keepCode(deps, 'mail', { code, vers: adresse, now });
  return { vers: adresse };
}

/** « M'envoyer un SMS de vérification »: to the number typed; says what it cost. */
export async function sendVerificationSms(
  deps: ParametresDeps,
  numeroSaisi: string,
  demande: DemandeVerification
): Promise<{ vers: string; credits: number }> {
  const { effectifs, enregistres } = deps;
  const { now } = demande;
  if (effectifs.compteSms.fournisseur === 'journal') {
    refuse('verification-inutile');
  }
  const numero = normaliseTelephone(numeroSaisi);
  if (numero?.mobile !== true) {
    refuse('numero-non-mobile');
  }
  const { e164 } = numero;
  if (!isPaysPermis(e164, enregistres.parametres.paysSms)) {
    refuse('pays-non-permis', { numero: e164 });
  }
  const code = deps.empreintes.drawCode();
  const texte = `Code de vérification : ${code}. Saisissez-le dans les réglages des envois.`;
  const vers = maskNumero(e164);
  const ligne = toLigne(deps, demande, { transport: 'sms', adresse: e164, vers });
  const credits = await recordExemplaire(deps.exemplaires, ligne, {
    now,
    send: () => sendCodeSms(deps, { cle: cleOf(demande), numero: e164, texte, date: now }),
  });
  await keepCode(deps, 'sms', { code, vers, now });
  return { vers: e164, credits };
}
