import { filtresCampagneSchema, type FiltresCampagne } from '../../../../../core/filtres-campagne';
import type { CleFiltre } from '../../../../../core/phrases-filtres';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';

/** One value of a filter, whatever the filter. */
export type Valeur = readonly string[] | string | object | undefined;

export function videFiltres(typeDestinataire: TypeDestinataire): FiltresCampagne {
  return { typeDestinataire };
}

export function valeurOf(filtres: FiltresCampagne, cle: CleFiltre): Valeur {
  return (filtres as Partial<Record<CleFiltre, Valeur>>)[cle];
}

function isVide(valeur: Valeur): boolean {
  if (valeur === undefined || valeur === '') {
    return true;
  }
  if (Array.isArray(valeur)) {
    return valeur.length === 0;
  }
  return typeof valeur === 'object' && Object.values(valeur).every((v) => v === undefined);
}

/** The filters with that one changed; emptied, it is no longer there. */
export function withFiltre(
  filtres: FiltresCampagne,
  cle: CleFiltre,
  valeur: Valeur
): FiltresCampagne {
  const autres = Object.entries(filtres).filter(([autre]) => autre !== cle);
  return Object.fromEntries(
    isVide(valeur) ? autres : [...autres, [cle, valeur]]
  ) as FiltresCampagne;
}

/** The filters written in an address; null when they are not for these destinataires, or mean nothing. */
export function parseFiltres(
  texte: string | null,
  typeDestinataire: TypeDestinataire
): FiltresCampagne | null {
  if (texte === null) {
    return null;
  }
  try {
    const lus = filtresCampagneSchema.safeParse(JSON.parse(texte));
    return lus.success && lus.data.typeDestinataire === typeDestinataire ? lus.data : null;
  } catch {
    return null;
  }
}

/** What the server would refuse, as it would say it; null: they can be searched. */
export function problemeFiltres(filtres: FiltresCampagne): string | null {
  return filtresCampagneSchema.safeParse(filtres).error?.issues[0]?.message ?? null;
}
