import { describeLienBoite, listManquantsBoite } from '../../../../core/rebonds/boite-rebonds';
import { createSigneRetour } from '../../adapters/jetons/rebond';
import { createBoiteImap } from '../../adapters/rebonds/boite-imap';
import { parseCourrier } from '../../adapters/rebonds/parse-courrier';
import { createRebonds } from '../../adapters/sql/rebonds/rebonds';
import type { RebondsDeps } from '../../services/ports/lecture-rebonds';
import type { Cadre } from './cadre';
import { empreinteurOf, listClesDe, type Hote } from './hote';

/** The mailbox of the settings; null while it lacks something. */
function openBoite({ enregistres, optionsSms }: Cadre): RebondsDeps['boite'] {
  const { rebonds } = enregistres.parametres;
  const { motDePasseRebonds: motDePasse } = enregistres.secrets;
  if (rebonds.hote === '' || listManquantsBoite(rebonds, motDePasse).length > 0) {
    return null;
  }
  return {
    nom: describeLienBoite(rebonds),
    de: createBoiteImap({ ...rebonds, motDePasse }, optionsSms.reseau),
  };
}

export function createRebondsDeps(hote: Hote, cadre: Cadre): RebondsDeps {
  const { knex, clock, journal } = hote;
  return {
    boite: openBoite(cadre),
    rebonds: createRebonds(knex, empreinteurOf(hote)),
    retours: createSigneRetour(listClesDe(hote, 'rebond')),
    parseCourrier,
    clock,
    journal,
  };
}
