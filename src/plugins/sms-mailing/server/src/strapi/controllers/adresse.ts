import {
  demandeAdressesSchema,
  exportAdressesSchema,
  retablirAdresseSchema,
} from '../../../../core/api/adresses';
import { toCsvAdresses } from '../../../../core/csv-adresses';
import { createController, csv, parse } from './handle';

/** All of them on one page: more than an association has fiches. */
const TOUTES = 1_000_000;

/** « Adresses à corriger »: those that came back, and those that nothing can be written to. */
export const adresse = createController({
  list: ({ app, query, perimetre }) =>
    app.listAdresses(parse(demandeAdressesSchema, query), perimetre),

  exportCsv: async ({ app, query, perimetre }) => {
    const demande = { ...parse(exportAdressesSchema, query), page: 1, pageSize: TOUTES };
    const { lignes } = await app.listAdresses(demande, perimetre);
    await app.noteExport('export-adresses', { lignes: lignes.length });
    return csv('adresses-a-corriger', toCsvAdresses(lignes, app.moteur.reglages.zone));
  },

  retablir: async ({ app, body, perimetre }) => {
    await app.retablirAdresse(parse(retablirAdresseSchema, body), perimetre);
    return null;
  },
});
