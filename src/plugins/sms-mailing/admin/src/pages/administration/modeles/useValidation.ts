import { useMemo } from 'react';
import type { ReglagesSms } from '../../../../../core/sms';
import type { ValidationModele } from '../../../../../core/validation-modele';
import { useReadReglagesSmsQuery } from '../../../api/apercu';
import { validateBrouillon, type Brouillon } from './brouillon';

interface Validation {
  validation: ValidationModele;
  /** Those its SMS are counted with; null: not read yet, or there is nothing to count. */
  reglagesSms: ReglagesSms | null;
}

/** What the rules say of the modele under the pen, its SMS counted as they will be billed. */
export function useValidation(brouillon: Brouillon, lectureSeule: boolean): Validation {
  const { data } = useReadReglagesSmsQuery(undefined, {
    skip: lectureSeule || brouillon.typeContact !== 'sms',
  });
  const validation = useMemo(() => validateBrouillon(brouillon, data), [brouillon, data]);
  return { validation, reglagesSms: data ?? null };
}
