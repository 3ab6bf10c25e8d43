import type { ProgrammationResultat } from '../../../../core/api/fiches';
import { reserveCredits, type ReserveCreditsDeps } from '../packages-sms/reserve-credits';
import type { ModeleAEnvoyer, ResultatProgrammation } from '../ports/fiches';

/** When a modèle leaves, and what programming it wrote. */
interface Programmee {
  depart: Date;
  resultat: ResultatProgrammation;
}

/** Guide §8.b, §9.b: « autant de mails que de modèles ». Each holds back its SMS before the next. */
export async function scheduleModeles(
  deps: ReserveCreditsDeps,
  modeles: readonly ModeleAEnvoyer[],
  schedule: (modele: ModeleAEnvoyer) => Promise<Programmee>
): Promise<ProgrammationResultat[]> {
  const resultats: ProgrammationResultat[] = [];
  for (const modele of modeles) {
    const { depart, resultat } = await schedule(modele);
    const { ids, documentIds, programmes, dejaProgrammes } = resultat;
    const credits = modele.typeContact === 'sms' ? await reserveCredits(deps, modele.id, ids) : 0;
    resultats.push({
      modele: modele.nom,
      programmes,
      dejaProgrammes,
      credits,
      depart,
      envoiDocumentIds: documentIds,
    });
  }
  return resultats;
}
