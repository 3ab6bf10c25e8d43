import type { Knex } from 'knex';
import type { DemandeActions, LigneAction, PageActions } from '../../../../../core/api/repertoire';
import { allOf, inPeriode, oneOfFiches, toMotif } from '../cibles/conditions';
import { sqlPlie, sqlTrouve } from '../cibles/pliage';
import { sqlRemplissage } from '../cibles/remplissage';
import { sqlActionVisible, type Condition } from '../destinataires/perimetre';
import { runLarge } from '../large-query';
import { fromJson } from '../modeles/modeles';
import { sqlNomIntervenant } from '../noms/affiches';
import { query } from '../query';
import { SQL_MOI, sqlIntervenant } from './colonnes';
import { toPage } from './page';
import type { QuiCherche } from './personnes';

const SITE = `(SELECT sl.site_id FROM actions_site_lnk sl WHERE sl.action_id = a.id LIMIT 1)`;
const ANIMATEUR = `(SELECT al.intervenant_id FROM actions_animateur_lnk al WHERE al.action_id = a.id LIMIT 1)`;
const LIEU = `(SELECT s.nom FROM sites s WHERE s.id = ${SITE})`;

/** Of an action `a`: led by one of these intervenants, or with them. */
const sqlMenee = (intervenants: string): string => `
  EXISTS (SELECT 1 FROM actions_animateur_lnk l WHERE l.action_id = a.id AND l.intervenant_id IN (${intervenants}))
    OR EXISTS (SELECT 1 FROM actions_intervenants_lnk l WHERE l.action_id = a.id AND l.intervenant_id IN (${intervenants}))`;

/** Of an action `a` and the person asked about. */
const PARTICIPATION = `
  (SELECT jsonb_build_object('statut', coalesce(p.statut, 'Inscrit'), 'presence', coalesce(p.presence, 'Non saisie'))
     FROM participations_action_lnk la
     JOIN participations p ON p.id = la.participation_id
     JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
     JOIN entrepreneurs e ON e.id = le.entrepreneur_id
    WHERE la.action_id = a.id AND e.document_id = :entrepreneur::text
    ORDER BY p.statut IS NOT DISTINCT FROM 'Annulé', p.id LIMIT 1)`;

const APRES = 'a.date, a.heure_debut NULLS LAST, a.id';
const PROCHES = `
  a.date < :aujourdhui::date, CASE WHEN a.date >= :aujourdhui::date THEN a.date END,
  CASE WHEN a.date >= :aujourdhui::date THEN a.heure_debut END, a.date DESC, a.heure_debut DESC NULLS LAST, a.id`;

const ORDRES: Readonly<Record<DemandeActions['tri'], (sens: 'ASC' | 'DESC') => string>> = {
  proches: () => PROCHES,
  date: (sens) => `a.date ${sens}, a.heure_debut ${sens} NULLS LAST, a.id`,
  objet: (sens) => `lower(a.objet) ${sens}, ${APRES}`,
  lieu: (sens) => `${LIEU} ${sens} NULLS LAST, ${APRES}`,
};

/** Of an action `a`: it takes place, or is led, where or by whom this text says. Few places and names: each folded once. */
const LIEU_OU_NOM = `
  a.id IN (SELECT l.action_id FROM actions_site_lnk l WHERE l.site_id IN (
             SELECT s.id FROM sites s WHERE ${sqlPlie('s.nom')} LIKE :texte))
    OR a.id IN (SELECT l.action_id FROM actions_animateur_lnk l WHERE l.intervenant_id IN (
                  SELECT i.id FROM intervenants i WHERE ${sqlPlie(sqlNomIntervenant('i'))} LIKE :texte))`;

/** « Texte recherché »: in the objet, the place or a name of who leads it. */
function sqlTexte(texte: string): Condition[] {
  return texte === ''
    ? []
    : [
        {
          sql: `${sqlTrouve('a', 'actions', 'texte')} OR ${LIEU_OU_NOM}`,
          params: { texte: toMotif(texte) },
        },
      ];
}

function sqlIntervenants(documentId: string | undefined): Condition[] {
  return documentId === undefined
    ? []
    : [
        {
          sql: sqlMenee('SELECT i.id FROM intervenants i WHERE i.document_id = :intervenant'),
          params: { intervenant: documentId },
        },
      ];
}

function listConditions(demande: DemandeActions): Condition[] {
  const { recherche, objet, site, intervenant, du, au, entrepreneur, miennes } = demande;
  return [
    ...sqlTexte(recherche),
    ...(objet === ''
      ? []
      : [{ sql: sqlTrouve('a', 'actions', 'objet'), params: { objet: toMotif(objet) } }]),
    ...oneOfFiches(SITE, 'sites', 'site', site === undefined ? [] : [site]),
    ...sqlIntervenants(intervenant),
    ...inPeriode('a.date', 'date', { du, au }),
    ...(entrepreneur === undefined ? [] : [{ sql: `${PARTICIPATION} IS NOT NULL`, params: {} }]),
    ...(miennes === 'true' ? [{ sql: sqlMenee(SQL_MOI), params: {} }] : []),
  ];
}

type Ligne = Omit<LigneAction, 'participation'> & { total: number; participation: unknown };

const sqlPage = (conditions: string, ordre: string): string => `
  WITH trouvees AS MATERIALIZED (SELECT a.id, a.date, a.heure_debut, a.objet FROM actions a WHERE ${conditions}),
       page AS MATERIALIZED (
         SELECT a.id, row_number() OVER () AS rang
           FROM (SELECT a.id FROM trouvees a ORDER BY ${ordre} LIMIT :limite::int OFFSET :saut::int) a)
  SELECT n.total, a.document_id AS "documentId", a.objet, to_char(a.date, 'YYYY-MM-DD') AS date, a.capacite,
         to_char(a.heure_debut, 'HH24:MI') AS "heureDebut", to_char(a.heure_fin, 'HH24:MI') AS "heureFin",
         ${LIEU} AS lieu, ${sqlIntervenant(ANIMATEUR)} AS intervenant, a.statut IS NOT DISTINCT FROM 'Annulée' AS annulee,
         coalesce(${sqlMenee(SQL_MOI)}, false) AS "aMoi", r.inscrits, r.surbookes,
         CASE WHEN :entrepreneur::text IS NOT NULL THEN ${PARTICIPATION} END AS participation
    FROM (SELECT count(*)::int AS total FROM trouvees) n
    LEFT JOIN (page p JOIN actions a ON a.id = p.id JOIN LATERAL ${sqlRemplissage()} r ON true) ON true
   ORDER BY p.rang`;

/** Guide §3: « Rechercher une action ». */
export async function listActions(
  knex: Knex,
  demande: DemandeActions,
  { utilisateurId, perimetre, aujourdhui }: QuiCherche & { aujourdhui: string }
): Promise<PageActions> {
  const { sql, params } = allOf([sqlActionVisible(perimetre), ...listConditions(demande)]);
  const ordre = ORDRES[demande.tri](demande.sens === 'asc' ? 'ASC' : 'DESC');
  const lignes = await runLarge(knex, (trx) =>
    query<Ligne>(trx, sqlPage(sql, ordre), {
      ...params,
      utilisateurId,
      aujourdhui,
      entrepreneur: demande.entrepreneur ?? null,
      limite: demande.pageSize,
      saut: (demande.page - 1) * demande.pageSize,
    })
  );
  return toPage(lignes, ({ participation, ...ligne }) => ({
    ...ligne,
    participation: fromJson<LigneAction['participation']>(participation),
  }));
}
