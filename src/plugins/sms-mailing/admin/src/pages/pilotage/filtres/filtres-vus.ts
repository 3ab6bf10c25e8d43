import type { ComptesDestinataires } from '../../../../../core/api/campagnes';
import type { FiltresVus } from '../../../../../core/api/filtres';
import type { EnJson } from '../../../../../core/api/en-json';
import { formatInstant, pluralize } from '../../../components/texte';

type Comptes = Pick<EnJson<ComptesDestinataires>, 'effectues' | 'programmes' | 'nonFaits'>;

/** Everyone that filters find, in whatever onglet. */
export function countTrouves({ comptes }: { comptes: Comptes }): number {
  const { effectues, programmes, nonFaits } = comptes;
  return effectues + programmes + nonFaits.total;
}

/** « Gardés le 03/03/2022 : 41 personnes alors, 43 maintenant. » */
export function phraseVus({ le, nombre }: FiltresVus, maintenant: number | null): string {
  const alors = nombre === null ? '' : `${pluralize(nombre, 'personne')} alors, `;
  const combien = maintenant === null ? '…' : pluralize(maintenant, 'personne');
  return `Gardés le ${formatInstant(le).slice(0, 10)} : ${alors}${combien} maintenant.`;
}
