import { prefixeCle } from '../../../../../core/envoi';
import type { CritereEcarte, EnvoiAutomatique } from '../../../../../core/envoi-automatique';
import { targetDate } from '../../../../../core/horaire';
import { SQL_HISTORIQUE } from '../archives/historique';
import { sqlPerimetre } from '../destinataires/perimetre';
import type { Params } from '../query';
import { sqlPourMoitie } from './conditions';
import { COLONNES_OCCURRENCE, SQL_OCCURRENCE } from './occurrence';
import type { CibleLueDe, Horloge, PartDe, SqlCible } from './part';
import { EFFECTUES, PROGRAMMES } from './tenus';

/** The type, ODS and étape of the action `a`, each with its documentId and name. */
const lie = (alias: string, lien: string, colonne: string, table: string): string => `
  LEFT JOIN LATERAL (SELECT r.document_id, r.nom FROM ${lien} l JOIN ${table} r ON r.id = l.${colonne}
                      WHERE l.action_id = a.id LIMIT 1) ${alias} ON true`;

const REFERENCES = [
  lie('ty', 'actions_type_action_lnk', 'type_action_id', 'types_action'),
  lie('od', 'actions_ods_lnk', 'ods_id', 'ods'),
  lie('et', 'actions_etape_lnk', 'etape_id', 'etapes'),
].join('');

/** Guide §6.c: several values mean any of them, none means no filter; what is not filled in matches none. */
const hors = (colonne: string, nom: string): string =>
  `cardinality(:${nom}::text[]) > 0 AND NOT coalesce(${colonne} = ANY(:${nom}::text[]), false)`;

/**
 * Why a participation is left aside, in the order in which it is explained. Cancelled actions and
 * participations never count (decision F12).
 */
const ECARTS: Readonly<Record<Exclude<CritereEcarte, 'hors_perimetre'>, string>> = {
  action_annulee: `a.statut = 'Annulée'`,
  participation_annulee: `p.statut = 'Annulé'`,
  liste_attente: `p.statut = 'Liste d''attente' AND NOT :listeAttente::boolean`,
  nature: hors('a.nature', 'natures'),
  type_action: hors('ty.document_id', 'types'),
  ods: hors('od.document_id', 'ods'),
  etape: hors('et.document_id', 'etapes'),
  mode_intervention: hors('a.mode_intervention', 'modes'),
  confirme: `:confirme::boolean IS NOT NULL AND coalesce(p.confirme, false) <> :confirme::boolean`,
  presence: hors(`coalesce(p.presence, 'Non saisie')`, 'presences'),
  // Decision F19: with the option off, an action that moved does not warn again.
  date_changee: `NOT :prevenirSiDateChange::boolean AND EXISTS (
    SELECT 1 FROM sms_envois v
     WHERE v.envoi_automatique_id = :regleId::int AND v.action_id = a.id AND v.destinataire_id = le.entrepreneur_id
       AND v.modele_id = :modeleId::int AND v.action_date <> a.date AND starts_with(v.cle, :prefixe::text)
       AND v.statut IN (${PROGRAMMES}, ${EFFECTUES}))`,
};

const SQL_ECART = `CASE ${Object.entries(ECARTS)
  .map(([critere, condition]) => `WHEN ${condition} THEN '${critere}'`)
  .join('\n            ')} END`;

function paramsEcarts({ criteres, ...regle }: EnvoiAutomatique): Params {
  const { confirme } = criteres;
  return {
    listeAttente: regle.inclureListeAttente,
    natures: criteres.natures,
    types: criteres.typesAction,
    ods: criteres.ods,
    etapes: criteres.etapes,
    modes: criteres.modesIntervention,
    confirme: confirme === 'indifferent' ? null : confirme === 'oui',
    presences: criteres.presences,
    prevenirSiDateChange: regle.prevenirSiDateChange,
  };
}

/**
 * The participations looked at: those of the day that the rule looks for tonight; with « rattrapage »
 * (decision B6) also who enrolled after the evening of J−n, until the day before; or those of one action.
 */
function sqlJour({ regle: { regle }, participation }: CibleLueDe<'envoi_automatique'>): string {
  if (participation !== undefined) {
    return 'a.document_id = :action';
  }
  if (!regle.rattrapage || regle.delai >= -1) {
    return 'a.date = :cible::date';
  }
  return `(a.date = :cible::date
           OR (a.date > :soir::date AND a.date < :cible::date
               AND p.created_at > ((a.date + :delai::int + :heure::time) AT TIME ZONE :zone AT TIME ZONE 'UTC')))`;
}

const FAITS = `jsonb_build_object(
  'nature', a.nature, 'typeAction', ty.nom, 'ods', od.nom, 'etape', et.nom, 'modeIntervention', a.mode_intervention,
  'presence', p.presence, 'inscriteLe', to_char(p.created_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;

/** Each person once per action: of two participations, one that the rule reaches. */
const sqlParticipations = (cible: CibleLueDe<'envoi_automatique'>): string => `
  JOIN (SELECT DISTINCT ON (a.id, le.entrepreneur_id) le.entrepreneur_id, ${SQL_OCCURRENCE}, k.ecart,
               ${cible.avecEcartes ? FAITS : 'NULL::jsonb'} AS faits
          FROM actions a
          JOIN participations_action_lnk la ON la.action_id = a.id
          JOIN participations p ON p.id = la.participation_id
          JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
          ${REFERENCES}
          CROSS JOIN LATERAL (SELECT ${SQL_ECART} AS ecart) k
         WHERE ${sqlJour(cible)} ${cible.avecEcartes ? '' : `AND ${sqlPourMoitie('k.ecart IS NULL')}`}
         ORDER BY a.id, le.entrepreneur_id, k.ecart IS NOT NULL, p.id) o ON o.entrepreneur_id = d.id`;

const BASE = `(:prefixe::text || :regleId::int || '.' || o.action_id || '.' || o.action_date || ':e' || d.id
   || ':m' || :modeleId::int || ':')`;

/**
 * Any envoi of the occurrence is all there will be, cancelled or not; a test (keys `t:`) holds nothing. What an evening
 * may plan stands in the ledger itself; of an older one, asked about, the archive knows too.
 */
const sqlTenus = (ancienne: boolean): string => `
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS essais, max(v.id) AS envoi_id, max(v.created_at) AS dernier_le,
           CASE WHEN count(*) = 0 THEN NULL
                WHEN bool_or(v.statut IN (${PROGRAMMES})) THEN 'deja_programme'
                WHEN bool_and(v.statut = 'annule') THEN 'envoi_annule' ELSE 'deja_envoye' END AS tenu
      FROM ${ancienne ? SQL_HISTORIQUE : 'sms_envois'} v
     WHERE v.envoi_automatique_id = :regleId::int AND v.action_id = o.action_id AND v.destinataire_id = d.id
       AND v.modele_id = :modeleId::int AND v.action_date = o.action_date AND starts_with(v.cle, :prefixe::text)) t ON true`;

/** Who is looked at: within what the rule reaches, among the fiches test, one person. */
function listConditions(cible: CibleLueDe<'envoi_automatique'>, portee: string): string[] {
  const { avecEcartes, essai, participation } = cible;
  return [
    ...(avecEcartes ? [] : [portee]),
    ...(essai === null ? [] : ['d.fiche_test']),
    ...((participation?.entrepreneur ?? null) === null ? [] : ['d.document_id = :entrepreneur']),
  ];
}

/**
 * Decision E11: within the périmètre that the rule itself carries, whoever looks and whoever wrote it. Guide §6.b: « envoi à tous les entrepreneurs ayant une action correspondant aux différents paramétrages ».
 */
export function sqlRegle(
  { cible, modele }: PartDe<'envoi_automatique'>,
  { zone, heure }: Horloge
): SqlCible {
  const { regle, soir, essai, participation } = cible;
  const prefixe = essai === null ? `${prefixeCle('envoi_automatique')}:` : `t:${essai}:`;
  const portee = sqlPerimetre(regle.perimetre, 'd', 'regle');
  const conditions = listConditions(cible, portee.sql);
  const { action = null, entrepreneur = null } = participation ?? {};
  return {
    typeDestinataire: 'entrepreneur',
    jointures: `${sqlParticipations(cible)} ${sqlTenus(participation !== undefined)}`,
    colonnes: {
      modalite: `'envoi_automatique'`,
      regle_id: ':regleId::int',
      ...COLONNES_OCCURRENCE,
      base: BASE,
      essais: 't.essais',
      tenu: 't.tenu',
      envoi_id: 't.envoi_id',
      dernier_le: 't.dernier_le',
      ecart: `coalesce(o.ecart, CASE WHEN NOT ${portee.sql} THEN 'hors_perimetre' END)`,
      faits: 'o.faits',
    },
    condition: conditions.length === 0 ? 'true' : conditions.join(' AND '),
    params: {
      ...portee.params,
      ...paramsEcarts(regle.regle),
      prefixe,
      regleId: regle.id,
      modeleId: modele.id,
      soir,
      cible: targetDate(soir, regle.regle.delai),
      delai: regle.regle.delai,
      zone,
      heure,
      action,
      entrepreneur,
    },
  };
}
