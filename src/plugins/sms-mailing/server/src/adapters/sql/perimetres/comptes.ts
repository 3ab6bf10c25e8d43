import type { Knex } from 'knex';
import type { ChoixPerimetre } from '../../../../../core/api/envois-automatiques';
import type { SaisieRattachement } from '../../../../../core/api/profils';
import type { Perimetre } from '../../../../../core/perimetre';
import type { CompteLu, Nomme } from '../../../services/ports/perimetres';
import { noteActe } from '../actes/note-acte';
import { execute, query } from '../query';
import { sqlNomCompte, sqlNomIntervenant } from '../noms/affiches';
import { writeRemplacement } from './remplacements';

/** Text, so that no connection's parser of json stands between. */
const COMPTES = `
  SELECT jsonb_build_object(
           'id', u.id, 'email', u.email, 'actif', coalesce(u.is_active, false) AND NOT coalesce(u.blocked, false),
           'nom', ${sqlNomCompte('u')},
           'profils', coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'nom', r.name) ORDER BY r.name)
              FROM admin_users_roles_lnk l JOIN admin_roles r ON r.id = l.role_id WHERE l.user_id = u.id), '[]'),
           'intervenants', coalesce((SELECT jsonb_agg(jsonb_build_object('id', i.id, 'nom', i.nom) ORDER BY i.id)
              FROM intervenants_utilisateur_lnk l JOIN intervenants i ON i.id = l.intervenant_id
             WHERE l.user_id = u.id), '[]'),
           'phraseIntervenant', (SELECT string_agg(concat_ws(', ', ${sqlNomIntervenant('i')},
                'antenne ' || a.nom, 'équipe ' || e.nom), ' ; ' ORDER BY i.id)
              FROM intervenants_utilisateur_lnk l JOIN intervenants i ON i.id = l.intervenant_id
              LEFT JOIN intervenants_antenne_lnk la ON la.intervenant_id = i.id
              LEFT JOIN antennes a ON a.id = la.antenne_id
              LEFT JOIN intervenants_equipe_lnk le ON le.intervenant_id = i.id
              LEFT JOIN equipes e ON e.id = le.equipe_id
             WHERE l.user_id = u.id),
           'antenneIds', to_jsonb(ARRAY(SELECT r.antenne_id FROM sms_rattachements r
              WHERE r.utilisateur_id = u.id AND r.antenne_id IS NOT NULL ORDER BY 1)),
           'equipeIds', to_jsonb(ARRAY(SELECT r.equipe_id FROM sms_rattachements r
              WHERE r.utilisateur_id = u.id AND r.equipe_id IS NOT NULL ORDER BY 1)),
           'remplacement', (SELECT jsonb_build_object('par', r.par_id, 'nom', ${sqlNomCompte('p')}, 'du', r.du, 'au', r.au)
              FROM sms_remplacements r JOIN admin_users p ON p.id = r.par_id WHERE r.utilisateur_id = u.id))::text AS compte
    FROM admin_users u
   WHERE :utilisateurId::int IS NULL OR u.id = :utilisateurId::int
   ORDER BY lower(u.lastname), lower(u.firstname), u.id`;

export async function listComptes(knex: Knex, utilisateurId: number | null): Promise<CompteLu[]> {
  const lignes = await query<{ compte: string }>(knex, COMPTES, { utilisateurId });
  return lignes.map(({ compte }) => JSON.parse(compte) as CompteLu);
}

export async function listLieux(knex: Knex): Promise<{ antennes: Nomme[]; equipes: Nomme[] }> {
  const antennes = await query<Nomme>(knex, 'SELECT id, nom FROM antennes ORDER BY lower(nom), id');
  const equipes = await query<Nomme>(
    knex,
    `SELECT e.id, concat_ws(', ', e.nom, a.nom) AS nom FROM equipes e
       LEFT JOIN equipes_antenne_lnk l ON l.equipe_id = e.id LEFT JOIN antennes a ON a.id = l.antenne_id
      ORDER BY lower(e.nom), e.id`
  );
  return { antennes, equipes };
}

const SOURCES_CHOIX = {
  antennes: [`SELECT r.id, r.nom FROM antennes r`, 'antenneIds'],
  equipes: [
    `SELECT r.id, concat_ws(', ', r.nom, a.nom) FROM equipes r
       LEFT JOIN equipes_antenne_lnk l ON l.equipe_id = r.id LEFT JOIN antennes a ON a.id = l.antenne_id`,
    'equipeIds',
  ],
  intervenants: [`SELECT r.id, ${sqlNomIntervenant('r')} FROM intervenants r`, 'intervenantIds'],
} as const;

const CHOIX = Object.entries(SOURCES_CHOIX)
  .map(
    ([liste, [source, ids]]) =>
      `SELECT '${liste}' AS liste, q.* FROM (${source}) q (id, nom) WHERE :tout OR q.id = ANY(:${ids}::int[])`
  )
  .join(' UNION ALL ');

export async function listChoix(knex: Knex, perimetre: Perimetre): Promise<ChoixPerimetre> {
  const tout = perimetre.genre === 'tout';
  const ids = tout ? { antenneIds: [], equipeIds: [], intervenantIds: [] } : perimetre;
  const lignes = await query<Nomme & { liste: keyof typeof SOURCES_CHOIX }>(
    knex,
    `SELECT * FROM (${CHOIX}) q ORDER BY lower(q.nom), q.id`,
    { ...ids, tout }
  );
  const of = (liste: keyof typeof SOURCES_CHOIX): Nomme[] =>
    lignes.flatMap(({ liste: sienne, id, nom }) => (sienne === liste ? [{ id, nom }] : []));
  return {
    ...{ tout, antennes: of('antennes'), equipes: of('equipes') },
    intervenants: of('intervenants'),
  };
}

const NOMS = `
  SELECT 'antenne ' || nom AS nom FROM antennes WHERE id = ANY(:antenneIds::int[])
   UNION ALL SELECT 'équipe ' || nom FROM equipes WHERE id = ANY(:equipeIds::int[])
   UNION ALL SELECT 'référent ' || ${sqlNomIntervenant('i')} FROM intervenants i
              WHERE id = ANY(:intervenantIds::int[])`;

export async function namePerimetre(knex: Knex, perimetre: Perimetre): Promise<string> {
  if (perimetre.genre === 'tout') {
    return 'tout';
  }
  const noms = await query<{ nom: string }>(knex, NOMS, { ...perimetre });
  return noms.length === 0 ? 'personne' : noms.map(({ nom }) => nom).join(', ');
}

const EXISTENT = `
  SELECT (SELECT count(*) FROM admin_users WHERE id = ANY(:compteIds::int[]))
         + (SELECT count(*) FROM antennes WHERE id = ANY(:antenneIds::int[]))
         + (SELECT count(*) FROM equipes WHERE id = ANY(:equipeIds::int[])) AS trouves`;

const ECRIT = `
  INSERT INTO sms_rattachements (utilisateur_id, antenne_id, equipe_id)
  SELECT :utilisateurId::int, id, NULL FROM unnest(:antenneIds::int[]) id
   UNION ALL SELECT :utilisateurId::int, NULL, id FROM unnest(:equipeIds::int[]) id`;

const COMPTE = `
  SELECT ${sqlNomCompte('u')} AS nom FROM admin_users u WHERE u.id = :utilisateurId::int`;

export function writeRattachement(
  knex: Knex,
  utilisateurId: number,
  { remplacement, ...saisie }: SaisieRattachement
): Promise<boolean> {
  const antenneIds = [...new Set(saisie.antenneIds)];
  const equipeIds = [...new Set(saisie.equipeIds)];
  const compteIds = [utilisateurId, ...(remplacement ? [remplacement.par] : [])];
  const params = { utilisateurId, compteIds, antenneIds, equipeIds };
  return knex.transaction(async (trx) => {
    const [ligne] = await query<{ trouves: string }>(trx, EXISTENT, params);
    if (Number(ligne?.trouves) !== compteIds.length + antenneIds.length + equipeIds.length) {
      return false;
    }
    await execute(
      trx,
      'DELETE FROM sms_rattachements WHERE utilisateur_id = :utilisateurId',
      params
    );
    await execute(trx, ECRIT, params);
    if (remplacement !== undefined) {
      await writeRemplacement(trx, utilisateurId, remplacement);
    }
    const [compte] = await query<{ nom: string }>(trx, COMPTE, params);
    await noteActe(trx, 'compte-rattache', { compte: compte?.nom ?? '' });
    return true;
  });
}
