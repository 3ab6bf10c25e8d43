import type { Knex } from 'knex';
import type { ConflitRegles } from '../../../../../core/api/envois-automatiques';
import { TOUT, type Perimetre } from '../../../../../core/perimetre';
import type { RegleEnregistree } from '../../../services/ports/envois-automatiques';
import { sqlCible } from '../cibles/candidats';
import type { Horloge, Part } from '../cibles/part';
import { sqlFiches } from '../destinataires/fiches';
import { sqlPerimetre } from '../destinataires/perimetre';
import { query, renameParams, type Params } from '../query';

/** Whom one rule reaches on an evening, its parameters named after its rank. */
function sqlRegle(
  regle: RegleEnregistree,
  soir: string,
  horloge: Horloge
): { sql: string; params: Params } {
  const { modeleId: id, but } = regle;
  const part: Part = {
    cible: { genre: 'envoi_automatique', regle, soir, essai: null, avecEcartes: false },
    modele: { id, but, typeContact: regle.regle.typeContact },
    ...{ perimetre: TOUT, force: false, promotionSansConsentement: false },
    ...{ depart: new Date(0), now: new Date(0) },
  };
  const { jointures, condition, params } = sqlCible(part, horloge);
  return renameParams(
    {
      sql: `SELECT :rang::int AS regle_id, o.action_id, d.id AS destinataire_id
              FROM (${sqlFiches('entrepreneur')}) d ${jointures} WHERE ${condition}`,
      params: { ...params, rang: regle.id },
    },
    `_${String(regle.id)}`
  );
}

interface LigneConflit {
  documentId: string;
  objet: string;
  date: string;
  personnes: number;
  regles: number[];
}

/** Two rules that reach one person for one action: one line per action and set of rules; the largest first. */
export async function listConflits(
  knex: Knex,
  regles: readonly RegleEnregistree[],
  { soir, perimetre }: { soir: string; perimetre: Perimetre },
  horloge: Horloge
): Promise<ConflitRegles[]> {
  if (regles.length < 2) {
    return [];
  }
  const portee = sqlPerimetre(perimetre);
  const candidats = regles.map((regle) => sqlRegle(regle, soir, horloge));
  const lignes = await query<LigneConflit>(
    knex,
    `SELECT a.document_id AS "documentId", a.objet, to_char(a.date, 'YYYY-MM-DD') AS date,
            count(*)::int AS personnes, q.regles
       FROM (SELECT u.action_id, u.destinataire_id, array_agg(u.regle_id ORDER BY u.regle_id) AS regles
               FROM (${candidats.map(({ sql }) => sql).join(' UNION ALL ')}) u
               JOIN (${sqlFiches('entrepreneur')}) d ON d.id = u.destinataire_id
              WHERE ${portee.sql}
              GROUP BY 1, 2 HAVING count(*) > 1) q
       JOIN actions a ON a.id = q.action_id
      GROUP BY a.document_id, a.objet, a.date, q.regles
      ORDER BY personnes DESC, a.date, a.document_id LIMIT 100`,
    Object.assign({}, portee.params, ...candidats.map(({ params }) => params)) as Params
  );
  return lignes.map(({ documentId, objet, date, personnes, regles: ids }) => ({
    action: { documentId, objet, date },
    personnes,
    regles: ids.flatMap((id) => regles.filter((r) => r.id === id).map((r) => r.documentId)),
  }));
}
