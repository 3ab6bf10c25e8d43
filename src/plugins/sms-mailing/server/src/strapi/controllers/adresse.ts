import {
  demandeAdressesSchema,
  exportAdressesSchema,
  retablirAdresseSchema,
} from '../../../../core/api/adresses';
import { toCsvAdresses } from '../../../../core/csv-adresses';
import { createController, parse, Telechargement } from './handle';

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
    const contenu = new TextEncoder().encode(toCsvAdresses(lignes, app.moteur.reglages.zone));
    const typeMime = 'text/csv; charset=utf-8';
    return new Telechargement({ nom: 'adresses-a-corriger.csv', typeMime, contenu });
  },

  retablir: async ({ app, body, perimetre }) => {
    await app.retablirAdresse(parse(retablirAdresseSchema, body), perimetre);
    return null;
  },
});
