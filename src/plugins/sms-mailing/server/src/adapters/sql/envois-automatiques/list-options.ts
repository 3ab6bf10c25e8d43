import type { Knex } from 'knex';
import type { OptionsEnvoiAutomatique } from '../../../../../core/api/envois-automatiques';
import { query } from '../query';

interface LigneReference {
  genre: 'type_action' | 'ods' | 'etape';
  document_id: string;
  nom: string;
  ods: string | null;
}

/** What a criterion may point to, in the order of a French dictionary. */
const REFERENCES = `
  SELECT 'type_action' AS genre, t.document_id, t.nom, NULL::varchar AS ods FROM types_action t
  UNION ALL
  SELECT 'ods', o.document_id, o.nom, NULL FROM ods o
  UNION ALL
  SELECT 'etape', e.document_id, e.nom, o.document_id
    FROM etapes e
    LEFT JOIN etapes_ods_lnk l ON l.etape_id = e.id
    LEFT JOIN ods o ON o.id = l.ods_id`;

export async function listOptions(knex: Knex): Promise<OptionsEnvoiAutomatique> {
  const ordre = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });
  const lignes = await query<LigneReference>(knex, REFERENCES);
  lignes.sort((a, b) => ordre.compare(a.nom, b.nom));
  const pick = (genre: LigneReference['genre']) =>
    lignes
      .filter((ligne) => ligne.genre === genre)
      .map((ligne) => ({ documentId: ligne.document_id, nom: ligne.nom, ods: ligne.ods }));
  const nommer = ({ documentId, nom }: { documentId: string; nom: string }) => ({
    documentId,
    nom,
  });
  return {
    typesAction: pick('type_action').map(nommer),
    ods: pick('ods').map(nommer),
    etapes: pick('etape'),
  };
}
