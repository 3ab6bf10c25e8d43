import type { Knex } from 'knex';
import type { References } from '../../../../core/api/references';
import type { ReferenceStore } from '../../services/ports/references';
import { query } from './query';
import { sqlNomIntervenant } from './noms/affiches';

type Liste = keyof References;

const SOURCES: Readonly<Record<Liste, string>> = {
  antennes: 'SELECT r.document_id, r.nom, NULL AS parent FROM antennes r',
  equipes: 'SELECT r.document_id, r.nom, NULL FROM equipes r',
  referents: `SELECT r.document_id, ${sqlNomIntervenant('r')}, NULL FROM intervenants r`,
  ods: 'SELECT r.document_id, r.nom, NULL FROM ods r',
  etapes: `SELECT r.document_id, r.nom, o.document_id FROM etapes r
             LEFT JOIN etapes_ods_lnk l ON l.etape_id = r.id LEFT JOIN ods o ON o.id = l.ods_id`,
  ressources: 'SELECT r.document_id, r.nom, NULL FROM ressources r',
  typesAction: 'SELECT r.document_id, r.nom, NULL FROM types_action r',
  sites: 'SELECT r.document_id, r.nom, NULL FROM sites r',
};

const LISTES = Object.keys(SOURCES) as Liste[];

/** One statement for all the lists: a page of filters opens in one round. */
const SQL = LISTES.map(
  (liste) => `SELECT '${liste}' AS liste, q.* FROM (${SOURCES[liste]}) q (document_id, nom, parent)`
).join(' UNION ALL ');

interface Ligne {
  liste: Liste;
  document_id: string;
  nom: string;
  parent: string | null;
}

export function createReferences(knex: Knex): ReferenceStore {
  return {
    async list(): Promise<References> {
      const references: References = {
        antennes: [],
        equipes: [],
        referents: [],
        ods: [],
        etapes: [],
        ressources: [],
        typesAction: [],
        sites: [],
      };
      const lignes = await query<Ligne>(knex, `${SQL} ORDER BY liste, nom, document_id`);
      for (const { liste, document_id: documentId, nom, parent } of lignes) {
        if (liste === 'etapes') {
          references.etapes.push({ documentId, nom, odsDocumentId: parent });
        } else {
          references[liste].push({ documentId, nom });
        }
      }
      return references;
    },
  };
}
