import type { Knex } from 'knex';
import type {
  DemandeActions,
  DemandePersonnes,
  FichePersonne,
  PageActions,
  PagePersonnes,
} from '../../../../../core/api/repertoire';
import type { Perimetre } from '../../../../../core/perimetre';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { listActions } from './actions';
import { readPersonne } from './personne';
import { listPersonnes, type QuiCherche } from './personnes';

/** Guide §3: the search pages of the fiches, and the header of a person. */
export interface Repertoire {
  listPersonnes(
    type: TypeDestinataire,
    demande: DemandePersonnes,
    qui: QuiCherche
  ): Promise<PagePersonnes>;
  /** Null when it does not exist or lies outside the périmètre. */
  readPersonne(
    type: TypeDestinataire,
    documentId: string,
    perimetre: Perimetre
  ): Promise<FichePersonne | null>;
  /** `aujourdhui`: the local day, 'YYYY-MM-DD'. */
  listActions(
    demande: DemandeActions,
    qui: QuiCherche & { aujourdhui: string }
  ): Promise<PageActions>;
}

export function createRepertoire(
  knex: Knex,
  promotionSansConsentement: () => Promise<boolean>
): Repertoire {
  return {
    listPersonnes: (type, demande, qui) => listPersonnes(knex, type, demande, qui),
    readPersonne: async (type, documentId, perimetre) =>
      readPersonne(knex, type, documentId, {
        perimetre,
        promotion: await promotionSansConsentement(),
      }),
    listActions: (demande, qui) => listActions(knex, demande, qui),
  };
}
