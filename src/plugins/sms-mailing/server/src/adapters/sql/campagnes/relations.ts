import type { Knex } from 'knex';
import type { DemandeRelations, LigneRelation, Relations } from '../../../../../core/api/filtres';
import {
  RELATIONS_FILTRES,
  relationsOf,
  type FiltresCampagne,
  type RelationFiltre,
} from '../../../../../core/filtres-campagne';
import type { Perimetre } from '../../../../../core/perimetre';
import { sqlBilans } from '../bilans/bilans';
import { toMotif } from '../cibles/conditions';
import { sqlPlie } from '../cibles/pliage';
import type { Condition } from '../destinataires/perimetre';
import { query } from '../query';
import { sqlNomIntervenant } from '../noms/affiches';

/** How a fiche that a filter names is called on screen (alias `r`). */
const NOMS: Readonly<Record<RelationFiltre, string>> = {
  antenne: 'r.nom',
  referent: sqlNomIntervenant('r'),
  ods: 'r.nom',
  etape: 'r.nom',
  ressource: 'r.nom',
  typeAction: 'r.nom',
  lieuAction: 'r.nom',
  sansTypeAction: 'r.nom',
  recuCampagne: `(SELECT concat(m.nom, ' du ', to_char(r.prevu_le, 'DD/MM/YYYY'), ' (' || nullif(r.libelle, '') || ')')
     FROM sms_modeles m WHERE m.id = r.modele_id)`,
  nonRecuModele: 'r.nom',
};

/** What tells two fiches of the same name apart. */
const PRECISIONS: Partial<Record<RelationFiltre, string>> = {
  etape: `(SELECT string_agg(o.nom, ', ' ORDER BY o.nom) FROM etapes_ods_lnk l JOIN ods o ON o.id = l.ods_id
     WHERE l.etape_id = r.id)`,
};

/** So many are offered; typing narrows. */
const OFFERTES = 30;

/** Decision G18: of the fiches `r` that filters name, only a campagne is not everybody's; one sees those that wrote to theirs. */
function sqlVisible(relation: RelationFiltre, perimetre: Perimetre): string {
  return relation === 'recuCampagne' && perimetre.genre !== 'tout'
    ? 'r.id IN (SELECT campagne_id FROM groupes)'
    : 'true';
}

const prefix = ({ sql, params }: Condition): Condition => ({ sql: `WITH ${sql}`, params });

const sqlAvec = (relations: readonly RelationFiltre[], perimetre: Perimetre): Condition =>
  relations.some((relation) => sqlVisible(relation, perimetre) !== 'true')
    ? prefix(sqlBilans(perimetre, 'g.campagne_id > 0'))
    : { sql: '', params: {} };

/** « Relation searched on the server »: the fiches whose name holds what is typed, the most recent campagnes first. */
export async function searchRelations(
  knex: Knex,
  { relation, recherche }: DemandeRelations,
  perimetre: Perimetre
): Promise<Relations> {
  const avec = sqlAvec([relation], perimetre);
  const ordre = relation === 'recuCampagne' ? 'q.id DESC' : 'lower(q.nom), q.id';
  const lignes = await query<LigneRelation>(
    knex,
    `${avec.sql} SELECT q.document_id AS "documentId", q.nom, q.precision
       FROM (SELECT r.id, r.document_id, coalesce(${NOMS[relation]}, '') AS nom,
                    ${PRECISIONS[relation] ?? 'NULL'} AS precision
               FROM ${RELATIONS_FILTRES[relation]} r WHERE ${sqlVisible(relation, perimetre)}) q
      WHERE q.nom <> '' AND ${sqlPlie(`concat_ws(' ', q.nom, q.precision)`)} LIKE :motif
      ORDER BY ${ordre} LIMIT ${String(OFFERTES + 1)}`,
    { ...avec.params, motif: toMotif(recherche) }
  );
  return { lignes: lignes.slice(0, OFFERTES), reste: lignes.length > OFFERTES };
}

const HORS_PERIMETRE = `'hors de votre périmètre'`;

/** Names of the fiches that the filters point at; one that no longer exists has none, one that is hidden says so. */
export async function loadLabels(
  knex: Knex,
  filtres: readonly FiltresCampagne[],
  perimetre: Perimetre
): Promise<Record<string, string>> {
  const nommees: Partial<Record<RelationFiltre, string[]>> = {};
  for (const [relation, ids] of filtres.flatMap((f) => Object.entries(relationsOf(f)))) {
    const cle = relation as RelationFiltre;
    nommees[cle] = [...(nommees[cle] ?? []), ...ids];
  }
  const relations = Object.keys(nommees) as RelationFiltre[];
  if (relations.length === 0) {
    return {};
  }
  const avec = sqlAvec(relations, perimetre);
  const sources = relations.map((relation) => {
    const nom = `CASE WHEN ${sqlVisible(relation, perimetre)} THEN ${NOMS[relation]} ELSE ${HORS_PERIMETRE} END`;
    return `SELECT r.document_id, ${nom} AS nom FROM ${RELATIONS_FILTRES[relation]} r
             WHERE r.document_id = ANY(:${relation}::text[])`;
  });
  const lignes = await query<{ document_id: string; nom: string | null }>(
    knex,
    `${avec.sql} ${sources.join(' UNION ALL ')}`,
    { ...avec.params, ...nommees }
  );
  return Object.fromEntries(lignes.map((l) => [l.document_id, l.nom ?? '']));
}
