import type { Knex } from 'knex';
import type { CampagneStore } from '../../../services/ports/campagnes';
import { cancelCampagne } from './cancel';
import { countByModele } from './comptes-modeles';
import { listEchecs, listEnvois } from './envois';
import { listCampagnes } from './history';
import { readCampagne } from './read';
import { loadLabels, searchRelations } from './relations';
import { searchDestinataires } from './search';

/** Guide §7 in PostgreSQL: set-based statements, never one per destinataire. */
export function createCampagnes(
  knex: Knex,
  promotionSansConsentement: () => Promise<boolean>
): CampagneStore {
  return {
    search: (part, page) => searchDestinataires(knex, part, page),
    cancel: (annulation) => cancelCampagne(knex, annulation),
    read: (campagneId, perimetre) => readCampagne(knex, campagneId, perimetre),
    list: (page) => listCampagnes(knex, page),
    countByModele: (typeContact, typeDestinataire, perimetre) =>
      countByModele(knex, { typeContact, typeDestinataire }, perimetre),
    listEnvois: (page) => listEnvois(knex, page, promotionSansConsentement),
    listEchecs: (campagneId, perimetre) => listEchecs(knex, campagneId, perimetre),
    loadLabels: (filtres, perimetre) => loadLabels(knex, filtres, perimetre),
    searchRelations: (demande, perimetre) => searchRelations(knex, demande, perimetre),
  };
}
