import type { Knex } from 'knex';
import type { ComptesRegle, ConflitRegles } from '../../../../../core/api/envois-automatiques';
import { targetDate } from '../../../../../core/horaire';
import type { Perimetre } from '../../../../../core/perimetre';
import type { RegleEnregistree } from '../../../services/ports/envois-automatiques';
import { sqlDestinataires } from '../destinataires/destination';
import { sqlFiches } from '../destinataires/fiches';
import { sqlPerimetre } from '../destinataires/perimetre';
import { query, renameParams, type Params } from '../query';
import { sqlCandidats } from './candidats';

export interface ReglagesSoir {
  zone: string;
  heure: string;
  promotionSansConsentement: () => Promise<boolean>;
}

interface Fragment {
  sql: string;
  params: Params;
}

/** Each person once per action, as the plan of the evening takes them. */
export function sqlUniques(candidats: string): string {
  return `SELECT DISTINCT ON (c.action_id, c.destinataire_id) c.* FROM (${candidats}) c
           ORDER BY c.action_id, c.destinataire_id, c.participation_id`;
}

/** The envoi of the same occurrence, tests aside (their keys start with « t: »). */
export const SQL_OCCURRENCE = (regle: string, candidat: string): string => `
  SELECT v.statut, v.motif, v.envoye_le FROM sms_envois v
   WHERE v.envoi_automatique_id = ${regle} AND v.action_id = ${candidat}.action_id
     AND v.destinataire_id = ${candidat}.destinataire_id AND v.action_date = ${candidat}.action_date
     AND starts_with(v.cle, 'a:')`;

/** One rule among others in a statement: its parameters carry its rank. */
function sqlRegle(
  { id, modeleId, regle }: RegleEnregistree,
  soir: string,
  reglages: ReglagesSoir
): Fragment {
  const ligne = { id, modeleId, typeContact: regle.typeContact, regle };
  const { zone, heure } = reglages;
  const cible = targetDate(soir, regle.delai);
  return sqlCandidats(ligne, { soir, cible, zone, heure });
}

function sqlRegles(
  regles: readonly RegleEnregistree[],
  soir: string,
  reglages: ReglagesSoir
): Fragment {
  const fragments = regles.map((regle) => {
    const { sql, params } = sqlRegle(regle, soir, reglages);
    const nommes = {
      sql: `SELECT :rang::int AS regle_id, :modele::int AS modele_id, q.* FROM (${sqlUniques(sql)}) q`,
      params: { ...params, rang: regle.id, modele: regle.modeleId },
    };
    return renameParams(nommes, `_${String(regle.id)}`);
  });
  return {
    sql: fragments.map(({ sql }) => sql).join(' UNION ALL '),
    params: Object.assign({}, ...fragments.map(({ params }) => params)) as Params,
  };
}

/** Rules whose destinataires are judged alike stand in one part of the statement. */
function groupRegles(regles: readonly RegleEnregistree[]): RegleEnregistree[][] {
  const groupes = new Map<string, RegleEnregistree[]>();
  for (const regle of regles) {
    const cle = `${regle.regle.typeContact}:${regle.but}`;
    groupes.set(cle, [...(groupes.get(cle) ?? []), regle]);
  }
  return [...groupes.values()];
}

interface LigneComptes extends ComptesRegle {
  regle_id: number;
}

/** Guide §6.b, seen before the evening: one statement for all the rules. */
export async function countSoir(
  knex: Knex,
  regles: readonly RegleEnregistree[],
  { soir, perimetre }: { soir: string; perimetre: Perimetre },
  reglages: ReglagesSoir
): Promise<Map<number, ComptesRegle>> {
  const comptes = new Map<number, ComptesRegle>(
    regles.map(({ id }) => [id, { recevront: 0, exclus: 0, dejaPrevus: 0 }])
  );
  if (regles.length === 0) {
    return comptes;
  }
  const portee = sqlPerimetre(perimetre);
  const promotionSansConsentement = await reglages.promotionSansConsentement();
  const parties = groupRegles(regles).map((groupe) => {
    const [premiere] = groupe;
    const candidats = sqlRegles(groupe, soir, reglages);
    const destinataires = sqlDestinataires({
      typeDestinataire: 'entrepreneur',
      typeContact: premiere?.regle.typeContact ?? 'email',
      but: premiere?.but ?? 'suivi',
      promotionSansConsentement,
    });
    return {
      sql: `
      SELECT u.regle_id, d.motif, e.statut
        FROM (${candidats.sql}) u
        JOIN LATERAL (SELECT * FROM (${destinataires}) z WHERE z.id = u.destinataire_id LIMIT 1) d ON true
        LEFT JOIN LATERAL (${SQL_OCCURRENCE('u.regle_id', 'u')} AND v.modele_id = u.modele_id LIMIT 1) e ON true
       WHERE ${portee.sql}`,
      params: candidats.params,
    };
  });
  const lignes = await query<LigneComptes>(
    knex,
    `SELECT q.regle_id, count(*) FILTER (WHERE q.statut IS NULL AND q.motif IS NULL)::int AS recevront,
            count(*) FILTER (WHERE q.statut IS NULL AND q.motif IS NOT NULL)::int AS exclus,
            count(*) FILTER (WHERE q.statut IS NOT NULL)::int AS "dejaPrevus"
       FROM (${parties.map(({ sql }) => sql).join(' UNION ALL ')}) q GROUP BY 1`,
    Object.assign({}, portee.params, ...parties.map(({ params }) => params)) as Params
  );
  for (const { regle_id: id, ...compte } of lignes) {
    comptes.set(id, compte);
  }
  return comptes;
}

interface LigneConflit {
  documentId: string;
  objet: string;
  date: string;
  personnes: number;
  regles: number[];
}

/** One line per action and set of rules; the largest first. */
export async function listConflits(
  knex: Knex,
  regles: readonly RegleEnregistree[],
  { soir, perimetre }: { soir: string; perimetre: Perimetre },
  reglages: ReglagesSoir
): Promise<ConflitRegles[]> {
  if (regles.length < 2) {
    return [];
  }
  const portee = sqlPerimetre(perimetre);
  const candidats = sqlRegles(regles, soir, reglages);
  const lignes = await query<LigneConflit>(
    knex,
    `SELECT a.document_id AS "documentId", a.objet, to_char(a.date, 'YYYY-MM-DD') AS date,
            count(*)::int AS personnes, q.regles
       FROM (SELECT u.action_id, u.destinataire_id, array_agg(u.regle_id ORDER BY u.regle_id) AS regles
               FROM (${candidats.sql}) u
               JOIN (${sqlFiches('entrepreneur')}) d ON d.id = u.destinataire_id
              WHERE ${portee.sql}
              GROUP BY 1, 2 HAVING count(*) > 1) q
       JOIN actions a ON a.id = q.action_id
      GROUP BY a.document_id, a.objet, a.date, q.regles
      ORDER BY personnes DESC, a.date, a.document_id LIMIT 100`,
    { ...candidats.params, ...portee.params }
  );
  return lignes.map(({ documentId, objet, date, personnes, regles: ids }) => ({
    action: { documentId, objet, date },
    personnes,
    regles: ids.flatMap((id) => regles.filter((r) => r.id === id).map((r) => r.documentId)),
  }));
}
