import type { Knex } from 'knex';
import type { CampagneStore } from '../../../services/ports/campagnes';
import { cancelCampagne } from './cancel';
import { countByModele } from './comptes-modeles';
import { listCampagnes } from './history';
import { loadLabels, readCampagne } from './read';
import { searchDestinataires } from './search';

/** Guide §7 in PostgreSQL: set-based statements, never one per destinataire. */
export function createCampagnes(knex: Knex): CampagneStore {
  return {
    search: (part, page) => searchDestinataires(knex, part, page),
    cancel: (annulation) => cancelCampagne(knex, annulation),
    read: (campagneId, perimetre) => readCampagne(knex, campagneId, perimetre),
    list: (page) => listCampagnes(knex, page),
    countByModele: (typeContact, typeDestinataire, perimetre) =>
      countByModele(knex, { typeContact, typeDestinataire }, perimetre),
    loadLabels: (filtres) => loadLabels(knex, filtres),
  };
}
