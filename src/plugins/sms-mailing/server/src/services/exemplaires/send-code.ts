import { escapeHtml } from '../../../../core/entites-html';
import { TransportError } from '../../../../core/errors';
import { refuse } from '../../../../core/regle';
import { countSms, foldSms } from '../../../../core/sms';
import { checkCredit } from './check-credit';
import type { CreditStore } from '../ports/fiches';
import type { AdresseMail, RetourMail } from '../ports/mail';
import type { Moteur } from '../ports/moteur';
import { composeService } from '../livrer/compose-service';
import { handOverNow } from '../livrer/hand-over-now';

export interface CodeDeps {
  moteur: Moteur;
  credits: CreditStore;
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

interface CodeEmail {
  cle: string;
  adresse: string;
  objet: string;
  phrases: readonly string[];
  date: Date;
  /** Proved with the sender. */
  retour?: RetourMail;
}

/** A code by e-mail, at once. */
export async function sendCodeEmail(
  { moteur }: CodeDeps,
  expediteur: AdresseMail,
  message: CodeEmail
): Promise<void> {
  const { cle, adresse, objet, phrases, date, retour } = message;
  const compose = composeService(moteur, expediteur, {
    cle,
    destinataire: { nom: '', adresse },
    objet,
    html: phrases.map((phrase) => `<p>${escapeHtml(phrase)}</p>`).join(''),
    texte: phrases.join('\n\n'),
    date,
    ...(retour === undefined ? {} : { retour }),
  });
  await handOver(() =>
    handOverNow(moteur.transports.mail, (depart) => moteur.mail.send(compose, depart))
  );
}

/** A code by SMS, at once; answers what it cost. */
export async function sendCodeSms(
  deps: CodeDeps,
  message: { cle: string; numero: string; texte: string; date: Date }
): Promise<number> {
  const { moteur, credits } = deps;
  const texte = foldSms(message.texte);
  const { caracteresParSms } = await moteur.parametres.read();
  const compte = countSms(texte, { charsPerSms: caracteresParSms, stopChars: 0 });
  await checkCredit(deps, compte.credits);
  const { cle, numero: vers } = message;
  const sms = { vers, texte, encodage: 'gsm7', but: 'suivi', cle } as const;
  const recu = await handOver(() => handOverNow(moteur.transports.sms, () => moteur.sms.send(sms)));
  const debites = recu.credits ?? compte.credits;
  await credits.debit(debites, message.date);
  return debites;
}
