import type {
  CodeEnvoye,
  DemandeCode,
  DemandePreuve,
  EtatPreuve,
} from '../../../../core/api/exemplaires';
import { assertCode, awaitCode, checkCode, countEssai } from '../../../../core/verification';
import { sendCodeEmail, sendCodeSms } from './send-code';
import type { LigneExemplaire } from '../ports/exemplaires';
import {
  findAdresseExemplaire,
  isAdresseProuvee,
  type AdresseExemplaire,
  type PreuveDeps,
  type Proprietaire,
} from './adresse-exemplaire';
import { recordExemplaire } from './journal-exemplaires';

export interface DemandePreuveDe {
  utilisateur: Proprietaire;
  now: Date;
}

/** Answers the SMS debited. */
async function sendCode(
  deps: PreuveDeps,
  { transport, adresse }: AdresseExemplaire,
  { code, utilisateur, now }: DemandePreuveDe & { code: string }
): Promise<number> {
  const cle = `preuve:${String(utilisateur.id)}.${String(now.getTime())}`;
  if (transport === 'sms') {
    const texte = `Code : ${code}. Il montre que ce mobile est le vôtre, pour vous envoyer un exemplaire.`;
    return sendCodeSms(deps, { cle, numero: adresse, texte, date: now });
  }
  const phrases = [
    `Code : ${code}`,
    'Saisissez-le dans la fenêtre « Prouvez votre adresse » : il montre que cette adresse est la vôtre, pour vous envoyer un exemplaire. Il est valable 30 minutes.',
    'Vous n’avez rien demandé ? Ne donnez ce code à personne.',
  ];
  const message = { cle, adresse, objet: `Code : ${code}`, phrases, date: now };
  await sendCodeEmail(deps, deps.effectifs.expediteur, message);
  return 0;
}

function empreinteOfCode(deps: PreuveDeps, vers: AdresseExemplaire, code: string): string {
  return deps.empreintesPreuves.of(JSON.stringify([code, vers.sujet]));
}

/** Whether an exemplaire may leave at once, or « Prouvez votre adresse » comes first. */
export async function readPreuve(
  deps: PreuveDeps,
  demande: DemandeCode,
  utilisateur: Proprietaire
): Promise<EtatPreuve> {
  const vers = await findAdresseExemplaire(deps, utilisateur, demande);
  const preuve = await deps.exemplaires.readPreuve(utilisateur.id, vers.transport);
  return { prouvee: isAdresseProuvee(deps, preuve, vers), vers: vers.adresse };
}

/** « Prouvez votre adresse »: a code goes there. */
export async function sendCodeAdresse(
  deps: PreuveDeps,
  demande: DemandeCode,
  de: DemandePreuveDe
): Promise<CodeEnvoye> {
  const { utilisateur, now } = de;
  const vers = await findAdresseExemplaire(deps, utilisateur, demande);
  const code = deps.empreintesPreuves.drawCode();
  const ligne: LigneExemplaire = {
    utilisateurId: utilisateur.id,
    genre: 'code',
    transport: vers.transport,
    vers: vers.vers,
    empreinte: deps.empreintesPreuves.of(vers.sujet),
    modele: null,
    personne: null,
  };
  const credits = await recordExemplaire(deps.exemplaires, ligne, {
    now,
    send: () => sendCode(deps, vers, { ...de, code }),
  });
  const attendu = { empreinte: empreinteOfCode(deps, vers, code), vers: vers.vers };
  await deps.exemplaires.changePreuve(
    { utilisateurId: utilisateur.id, transport: vers.transport },
    (precedente) => ({ verification: awaitCode(precedente, attendu, now), resultat: null })
  );
  return { vers: vers.adresse, credits };
}

/** The code typed back proves the address that it went to, and that one alone. */
export async function confirmAdresse(
  deps: PreuveDeps,
  { code, ...demande }: DemandePreuve,
  { utilisateur, now }: DemandePreuveDe
): Promise<{ vers: string }> {
  const vers = await findAdresseExemplaire(deps, utilisateur, demande);
  const empreinte = empreinteOfCode(deps, vers, code);
  const issue = await deps.exemplaires.changePreuve(
    { utilisateurId: utilisateur.id, transport: vers.transport },
    (precedente) => {
      const resultat = checkCode(precedente, empreinte, now);
      const prouvee = {
        ...precedente,
        empreinte: deps.empreintesPreuves.of(vers.sujet),
        verifieLe: now.toISOString(),
        code: null,
      };
      return { resultat, verification: resultat === 'juste' ? prouvee : countEssai(precedente) };
    }
  );
  assertCode(issue);
  return { vers: vers.adresse };
}
