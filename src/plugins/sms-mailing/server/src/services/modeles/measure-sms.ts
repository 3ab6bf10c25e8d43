import type { DemandeRepartition, RepartitionSms } from '../../../../core/api/modeles';
import { findEntree, listDonnees } from '../../../../core/catalogue-signets';
import { refuseDemesure } from '../../../../core/demesure';
import type { Perimetre } from '../../../../core/perimetre';
import { compileRendu } from '../../../../core/rendu';
import { listSignets } from '../../../../core/signet';
import { countSms, foldSms, isSmsTropLong } from '../../../../core/sms';
import { listMorceaux } from '../../../../core/validation-modele';
import { toValeurs } from '../envois/prepare-envoi';
import type { CobayeStore } from '../ports/modeles';
import type { ParametresStore } from '../ports/moteur';

export interface MeasureDeps {
  cobayes: CobayeStore;
  parametres: ParametresStore;
  zone: string;
  /** What the operator adds to a promotion. */
  caracteresStop: number;
}

/** Enough for the shares to be right to a few per cent. */
const PERSONNES = 2_000;
/** Read letter by letter, for all of them together: beyond, fewer persons. */
const LETTRES = 1_000_000;

/** Guide §5.a « si celui dépasse 155, le message sera envoyé en plusieurs SMS »: to whom, and how many. */
export async function measureSms(
  deps: MeasureDeps,
  { modele, typeDestinataire }: DemandeRepartition,
  perimetre: Perimetre
): Promise<RepartitionSms> {
  refuseDemesure({ typeContact: 'sms', message: modele.message });
  const limite = Math.min(PERSONNES, Math.ceil(LETTRES / Math.max(1, modele.message.length)));
  const morceaux = listMorceaux({ ...modele, typeContact: 'sms' });
  const donnees = listDonnees(morceaux);
  const parAction = listSignets(morceaux).some(
    ({ chemin }) => findEntree(chemin)?.declencheur === 'action'
  );
  const { tires, valeurs } = await deps.cobayes.drawValeurs({
    typeDestinataire,
    typeContact: 'sms',
    but: modele.but,
    parAction,
    donnees,
    perimetre,
    limite,
  });
  const { caracteresParSms: charsPerSms, remplacerAccents } = await deps.parametres.read();
  const stopChars = modele.but === 'promotion' ? deps.caracteresStop : 0;
  const rendre = compileRendu(morceaux, 'texte', deps.zone);
  const comptes = valeurs.map((brutes) =>
    countSms(foldSms(rendre(toValeurs(donnees, brutes)), remplacerAccents), {
      charsPerSms,
      stopChars,
    })
  );
  const parCredits = new Map<number, number>();
  for (const { credits } of comptes) {
    parCredits.set(credits, (parCredits.get(credits) ?? 0) + 1);
  }
  return {
    mesures: comptes.length,
    echantillon: tires >= limite,
    parCredits: [...parCredits]
      .sort(([a], [b]) => a - b)
      .map(([credits, personnes]) => ({ credits, personnes })),
    credits: comptes.reduce((somme, { credits }) => somme + credits, 0),
    tropLongs: comptes.filter(isSmsTropLong).length,
  };
}
