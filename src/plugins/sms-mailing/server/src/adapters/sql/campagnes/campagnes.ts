import type { Knex } from 'knex';
import type { CampagneStore } from '../../../services/ports/campagnes';
import { cancelCampagne } from './cancel';
import { countDestinataires } from './count';
import { drawValeurs } from './draw-valeurs';
import { countByModele, listCampagnes } from './history';
import { loadLabels, readCampagne } from './read';
import { forgetIfEmpty, scheduleCampagne } from './schedule';
import { searchDestinataires } from './search';

/** Guide §7 in PostgreSQL: set-based statements, never one per destinataire. */
export function createCampagnes(knex: Knex): CampagneStore {
  return {
    search: (critere, page) => searchDestinataires(knex, critere, page),
    count: (critere, selection) => countDestinataires(knex, critere, selection),
    drawValeurs: (critere, selection, options) => drawValeurs(knex, critere, selection, options),
    schedule: (critere, programmation) => scheduleCampagne(knex, critere, programmation),
    forgetIfEmpty: (campagneId) => forgetIfEmpty(knex, campagneId),
    cancel: (annulation) => cancelCampagne(knex, annulation),
    read: (campagneId, perimetre) => readCampagne(knex, campagneId, perimetre),
    list: (page) => listCampagnes(knex, page),
    countByModele: (typeContact, typeDestinataire, perimetre) =>
      countByModele(knex, { typeContact, typeDestinataire }, perimetre),
    loadLabels: (filtres) => loadLabels(knex, filtres),
  };
}
