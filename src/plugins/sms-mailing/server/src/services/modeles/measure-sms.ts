import type { DemandeRepartition, RepartitionSms } from '../../../../core/api/modeles';
import { findEntree, listDonnees } from '../../../../core/catalogue-signets';
import { refuseDemesure } from '../../../../core/demesure';
import type { Perimetre } from '../../../../core/perimetre';
import { listSignets } from '../../../../core/signet';
import { isSmsTropLong } from '../../../../core/sms';
import { listMorceaux } from '../../../../core/validation-modele';
import type { CobayeStore } from '../ports/modeles';
import type { Moteur } from '../ports/moteur';
import { compileRendre } from '../rendre/compile-rendre';
import { readReglagesRendu } from '../rendre/reglages-rendu';
import { compileMessageSms } from './compile-modele';

export interface MeasureDeps {
  cobayes: CobayeStore;
  moteur: Moteur;
}

/** Enough for the shares to be right to a few per cent. */
const PERSONNES = 2_000;
/** Read letter by letter, for all of them together: beyond, fewer persons. */
const LETTRES = 1_000_000;

/** Guide §5.a « si celui dépasse 155, le message sera envoyé en plusieurs SMS »: to whom, and how many. */
export async function measureSms(
  { cobayes, moteur }: MeasureDeps,
  { modele, typeDestinataire }: DemandeRepartition,
  perimetre: Perimetre
): Promise<RepartitionSms> {
  const { but } = modele;
  refuseDemesure({ typeContact: 'sms', message: modele.message });
  const limite = Math.min(PERSONNES, Math.ceil(LETTRES / Math.max(1, modele.message.length)));
  const morceaux = listMorceaux({ ...modele, typeContact: 'sms' });
  const donnees = listDonnees(morceaux);
  const parAction = listSignets(morceaux).some(
    ({ chemin }) => findEntree(chemin)?.declencheur === 'action'
  );
  const { tires, valeurs } = await cobayes.drawValeurs({
    typeDestinataire,
    typeContact: 'sms',
    but,
    parAction,
    donnees,
    perimetre,
    limite,
  });
  const reglages = await readReglagesRendu(moteur);
  const contenu = { message: compileMessageSms(modele.message), donnees, piecesJointes: [] };
  const rendre = compileRendre({ typeContact: 'sms', but, contenu }, reglages);
  const comptes = valeurs.flatMap((brutes) => rendre(brutes).sms ?? []);
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
    tropLongs: comptes.filter((compte) => isSmsTropLong(compte, reglages.sms.partiesMax)).length,
  };
}
