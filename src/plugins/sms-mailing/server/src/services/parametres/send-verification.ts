import { TransportError } from '../../../../core/errors';
import { maskNumero } from '../../../../core/masque';
import { refuse } from '../../../../core/regle';
import { countSms, foldSms } from '../../../../core/sms';
import { normaliseTelephone } from '../../../../core/telephone';
import { awaitCode } from '../../../../core/verification';
import type { Transport } from '../../../../core/vocabulaire';
import { composeService } from '../envois/compose-service';
import type { MessagePret } from '../ports/mail';
import type { SmsAEnvoyer } from '../ports/sms';
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

async function handOver<T>(envoyer: () => Promise<T>): Promise<T> {
  try {
    return await envoyer();
  } catch (erreur) {
    if (erreur instanceof TransportError) {
      refuse('verification-impossible', { raison: erreur.message });
    }
    throw erreur;
  }
}

export interface DemandeVerification {
  /** Makes this message's key its own. */
  jeton: string;
  now: Date;
}

function composeEmail(
  { moteur, effectifs }: ParametresDeps,
  { adresse, code }: { adresse: string; code: string },
  { jeton, now }: DemandeVerification
): MessagePret {
  const { expediteur } = effectifs;
  const phrases = [
    `Code de vérification : ${code}`,
    `Saisissez-le dans Paramètres : il montre que les e-mails envoyés par ${expediteur.adresse} arrivent. Il est valable 30 minutes.`,
    'Si ce message est arrivé dans les indésirables, faites vérifier SPF, DKIM et DMARC avant d’envoyer.',
  ];
  return composeService(moteur, expediteur, {
    cle: `verification:${jeton}`,
    destinataire: { nom: '', adresse },
    objet: `Code de vérification : ${code}`,
    html: phrases.map((phrase) => `<p>${phrase}</p>`).join(''),
    texte: phrases.join('\n\n'),
    date: now,
  });
}

/** « M'envoyer un e-mail de vérification »: to the logged-in user alone. */
export async function sendVerificationEmail(
  deps: ParametresDeps,
  adresse: string,
  demande: DemandeVerification
): Promise<{ vers: string }> {
  const code = deps.empreintes.drawCode();
  await handOver(() => deps.moteur.mail.send(composeEmail(deps, { adresse, code }, demande)));
  await keepCode(deps, 'mail', { code, vers: adresse, now: demande.now });
  return { vers: adresse };
}

function composeSms(numero: string, code: string, jeton: string): SmsAEnvoyer {
  const texte = foldSms(`Code de vérification : ${code}. Saisissez-le dans Paramètres.`);
  return { vers: numero, texte, encodage: 'gsm7', but: 'suivi', cle: `verification:${jeton}` };
}

/** Guide §10: a verification is an SMS like another, it is debited. */
async function checkCredit(
  { credits, enregistres }: ParametresDeps,
  demande: number
): Promise<void> {
  const disponible = await credits.disponible();
  if (disponible !== null && disponible < demande && !enregistres.parametres.autoriserDepassement) {
    refuse('credit-insuffisant', { demande, disponible: Math.max(0, disponible) });
  }
}

/** « M'envoyer un SMS de vérification »: to the number typed; says what it cost. */
export async function sendVerificationSms(
  deps: ParametresDeps,
  numeroSaisi: string,
  demande: DemandeVerification
): Promise<{ vers: string; credits: number }> {
  const { moteur, effectifs, credits, enregistres } = deps;
  if (effectifs.compteSms.fournisseur === 'journal') {
    refuse('verification-inutile');
  }
  const numero = normaliseTelephone(numeroSaisi);
  if (numero?.mobile !== true) {
    refuse('numero-non-mobile');
  }
  const code = deps.empreintes.drawCode();
  const sms = composeSms(numero.e164, code, demande.jeton);
  const { caracteresParSms } = enregistres.parametres;
  const compte = countSms(sms.texte, { charsPerSms: caracteresParSms, stopChars: 0 });
  await checkCredit(deps, compte.credits);
  const recu = await handOver(() => moteur.sms.send(sms));
  const debites = recu.credits ?? compte.credits;
  await credits.debit(debites, demande.now);
  await keepCode(deps, 'sms', { code, vers: maskNumero(numero.e164), now: demande.now });
  return { vers: numero.e164, credits: debites };
}
