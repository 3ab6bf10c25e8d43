import type { LigneSemaine } from '../../../core/api/soiree';
import type { ComptePackages } from '../../../core/package-sms';
import type { AgePrevision } from '../../../core/prevision';
import type { Soiree } from '../../../core/soiree';
import { useListPackagesQuery } from '../api/packages-sms';
import { useDescribeSemaineQuery, useDescribeSoireeQuery } from '../api/soiree';
import type { EtatRequete } from '../components/Requete';

/** A count that is being made anew is looked for as often. */
const REFAITE_MS = 3_000;
/** Who asks again goes on with the evenings that were not counted yet. */
const COMPTEE_MS = 1_000;

const HEURE = new Intl.DateTimeFormat('fr-FR', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The age of a forecast, as the clock it was counted at. */
export function phraseAge({ calculeeLe, perimee }: AgePrevision): string {
  const quand = `Compté à ${HEURE.format(new Date(calculeeLe))}`;
  return perimee ? `${quand} ; quelque chose a changé depuis, le compte se refait.` : `${quand}.`;
}

/** « Partira ce soir à 19h00 » ; of an evening that somebody holds back, that it does not leave. */
export const phraseDepart = ({
  phrase,
  suspendue,
}: Pick<Soiree, 'phrase' | 'suspendue'>): string =>
  suspendue === null ? phrase : 'Retenu tant que l’envoi du soir est suspendu';

/** How often what was counted then is asked for again. */
export const rythmeDe = (age: AgePrevision | undefined, rythmeMs = 0): number =>
  age?.perimee === true ? REFAITE_MS : rythmeMs;

interface SoireeSuivie extends EtatRequete<Soiree> {
  /** Of the evening asked for; undefined until it is known. */
  currentData?: Soiree | undefined;
}

/**
 * An evening as last counted; while it is counted anew, soon asked for again, else every `rythmeMs` (0: never). Who
 * shows it says its age.
 */
export function useSoireeSuivie(soir: string | undefined, rythmeMs = 0): SoireeSuivie {
  const { currentData: connue } = useDescribeSoireeQuery(soir);
  return useDescribeSoireeQuery(soir, {
    pollingInterval: rythmeDe(connue, rythmeMs),
  });
}

function rythmeDeSemaine(semaine: readonly LigneSemaine[]): number {
  return semaine.some(({ compte }) => compte === null)
    ? COMPTEE_MS
    : Math.max(...semaine.map(({ compte }) => rythmeDe(compte ?? undefined)));
}

/** The evenings to come, asked for again until each is counted, and counted of what is written now. */
export function useSemaineSuivie(): readonly LigneSemaine[] {
  const { data: connue } = useDescribeSemaineQuery(undefined);
  const pollingInterval = connue === undefined ? 0 : rythmeDeSemaine(connue);
  return useDescribeSemaineQuery(undefined, { pollingInterval }).data ?? [];
}

/** The packages, and what the evening foreseen will leave of them: the same. */
export function usePackagesSuivis(): EtatRequete<ComptePackages> {
  const { data: connus } = useListPackagesQuery(undefined);
  return useListPackagesQuery(undefined, { pollingInterval: rythmeDe(connus?.prevu) });
}
