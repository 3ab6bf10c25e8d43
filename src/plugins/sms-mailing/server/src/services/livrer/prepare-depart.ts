import { TransportError } from '../../../../core/errors';
import type { EnvoiReserve, Issue } from '../ports/envois';
import type { Moteur } from '../ports/moteur';
import type { Preparation } from './prepare-envoi';
import type { LotPret } from './take-lot';

export type AEnvoyer = Exclude<Preparation, { genre: 'exclu' }>;

const REPORT =
  'Reporté : un SMS de promotion ne part ni la nuit, ni le dimanche, ni un jour férié, à l’heure du destinataire.';

/** What cannot be made into a message is refused, whatever the reason, and the others leave. */
function refuse({ journal }: Moteur, envoi: EnvoiReserve, erreur: unknown): Issue {
  const { id, adresse } = envoi;
  const texte = erreur instanceof Error ? erreur.message : String(erreur);
  if (erreur instanceof TransportError) {
    return { statut: 'echec', id, motif: 'refuse', detail: texte, adresse };
  }
  journal.error(`L’envoi n° ${String(id)} ne peut pas être préparé : ${texte}`);
  const detail =
    'Le message n’a pas pu être préparé : vérifiez le modèle et la fiche, puis prévenez l’administrateur.';
  return { statut: 'echec', id, motif: 'preparation', detail, adresse };
}

/** Ready to leave, or already what becomes of it. Rejects when the base does not give its files. */
export async function prepareOne(
  moteur: Moteur,
  pret: LotPret,
  envoi: EnvoiReserve
): Promise<AEnvoyer | Issue> {
  const { id, piecesJointes } = envoi;
  if (pret.genre === 'exclu') {
    return { statut: 'exclu', id, motif: pret.motif, detail: pret.detail };
  }
  const prepare = piecesJointes.length === 0 ? pret.prepare : await pret.join(piecesJointes);
  try {
    const now = moteur.clock();
    const preparation = prepare(envoi, now);
    if (preparation.genre === 'exclu') {
      return { statut: 'exclu', id, motif: preparation.motif, detail: preparation.detail };
    }
    const disponibleLe = pret.report(preparation.adresse, now);
    return disponibleLe === null
      ? preparation
      : { statut: 'programme', id, disponibleLe, detail: REPORT, compte: false };
  } catch (erreur) {
    return refuse(moteur, envoi, erreur);
  }
}

/** Signed and checked before the mark: what may not reach the wire is refused without having been handed over. */
export async function seal(moteur: Moteur, prepare: AEnvoyer | Issue): Promise<AEnvoyer | Issue> {
  if ('statut' in prepare || prepare.genre === 'sms' || moteur.mail.seal === undefined) {
    return prepare;
  }
  try {
    return { ...prepare, message: await moteur.mail.seal(prepare.message) };
  } catch (erreur) {
    return refuse(moteur, prepare.envoi, erreur);
  }
}
