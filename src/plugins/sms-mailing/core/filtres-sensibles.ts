import type { FiltresCampagne } from './filtres-campagne';
import type { Permission } from './permissions';
import { refuse } from './regle';

/** Guide §4: who sees, writes and filters by TH and RSA. */
export const DROIT_SENSIBLE = 'fiches.consulter-th-rsa' satisfies Permission;

/** The fields of an entrepreneur that this right opens, and the filters that read them. */
const CHAMPS_SENSIBLES = ['th', 'rsa'] as const;

export const isSensible = (cle: string): boolean =>
  (CHAMPS_SENSIBLES as readonly string[]).includes(cle);

/** What someone without the right reads of filters: that there is a criterion, and no more. */
export function maskFiltres(filtres: FiltresCampagne, thRsa: boolean): FiltresCampagne {
  if (thRsa || filtres.typeDestinataire !== 'entrepreneur') {
    return filtres;
  }
  const { th, rsa, ...suite } = filtres;
  return (th ?? rsa) === undefined ? filtres : { ...suite, critereCache: true };
}

/** Refused, never counted without the criterion: it would reach more people than were asked for. */
export function checkFiltres(filtres: FiltresCampagne, thRsa: boolean): void {
  const lus = maskFiltres(filtres, thRsa);
  if (lus.typeDestinataire === 'entrepreneur' && lus.critereCache === true) {
    refuse('critere-cache');
  }
}
