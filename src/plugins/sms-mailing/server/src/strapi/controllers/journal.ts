import { toCsvActes } from '../../../../core/csv-actes';
import { demandeActesSchema, exportActesSchema } from '../../../../core/api/journal';
import { refuse } from '../../../../core/regle';
import { createController, csv, parse, type Requete } from './handle';

/** A sheet of more lines than that opens in nothing that an association has. */
const LIGNES_MAX = 50_000;

/** What everybody did is nobody's périmètre: only who sees everyone reads it. */
function checkTout({ perimetre }: Requete): void {
  if (perimetre.genre !== 'tout') {
    refuse('journal-de-tous');
  }
}

/** The Journal: who did what, when. */
export const journal = createController({
  list: (requete) => {
    checkTout(requete);
    return requete.app.actes.list(parse(demandeActesSchema, requete.query));
  },

  exportCsv: async (requete) => {
    checkTout(requete);
    const { app } = requete;
    const lignes = await app.actes.listTout(parse(exportActesSchema, requete.query), LIGNES_MAX);
    await app.noteExport('export-journal', { lignes: lignes.length });
    return csv('journal', toCsvActes(lignes, app.moteur.reglages.zone));
  },
});
