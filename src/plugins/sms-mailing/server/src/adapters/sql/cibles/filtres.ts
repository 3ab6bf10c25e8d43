import type {
  FiltreDateAction,
  FiltresCampagne,
  FiltresEntrepreneur,
} from '../../../../../core/filtres-campagne';
import { addDays } from '../../../../../core/horaire';
import type { Condition } from '../destinataires/perimetre';
import { allOf, inPeriode, oneOf, oneOfFiches } from './conditions';
import { onMessages } from './filtres-messages';
import {
  sqlFonction,
  sqlRaisonSociale,
  sqlRecherche,
  sqlVille,
  sqlVilleDuContact,
} from './recherche';

/** A filter on one record (decision F9): the fiche has at least one on which all the conditions hold. */
function hasOne(from: string, conditions: readonly Condition[], toujours = 'true'): Condition[] {
  if (conditions.length === 0) {
    return [];
  }
  const { sql, params } = allOf(conditions);
  return [{ sql: `EXISTS (SELECT 1 FROM ${from} WHERE ${toujours} AND ${sql})`, params }];
}

/** Columns of the fiche itself; a box left empty in the CRM reads « Non renseigné ». */
function onIdentite(f: FiltresEntrepreneur): Condition[] {
  return hasOne(
    'entrepreneurs e',
    [
      ...inPeriode('e.date_creation_profil', 'creation', f.dateCreationProfil),
      ...inPeriode('e.date_naissance', 'naissance', f.dateNaissance),
      ...oneOf('e.statut_personne', 'statutPersonne', f.statutPersonne),
      ...oneOf('e.csp', 'csp', f.csp),
      ...oneOf('e.niveau_formation', 'niveauFormation', f.niveauFormation),
      ...oneOf(`coalesce(e.th, 'Non renseigné')`, 'th', f.th),
      ...oneOf(`coalesce(e.rsa, 'Non renseigné')`, 'rsa', f.rsa),
      ...(f.critereCache === true ? [{ sql: 'false', params: {} }] : []),
      ...oneOf(`coalesce(e.qualification_qpv, 'Non renseigné')`, 'qpv', f.qualificationQpv),
      ...oneOf('e.canal_prescription', 'canalPrescription', f.canalPrescription),
      ...oneOf('e.moyen_contact', 'moyenContact', f.moyenContact),
    ],
    'e.id = d.id'
  );
}

/** Latest by date, then by entry: an undated situation is older than any dated one. */
const PLUS_RECENTE = `
  NOT EXISTS (
    SELECT 1 FROM situations_entrepreneur_lnk sl2 JOIN situations s2 ON s2.id = sl2.situation_id
     WHERE sl2.entrepreneur_id = sl.entrepreneur_id
       AND (coalesce(s2.date, '-infinity'), s2.id) > (coalesce(s.date, '-infinity'), s.id))`;

function onSituation(f: FiltresEntrepreneur): Condition[] {
  return hasOne(
    'situations_entrepreneur_lnk sl JOIN situations s ON s.id = sl.situation_id',
    [
      ...inPeriode('s.date', 'situation', f.dateSituation),
      ...oneOf('s.statut_emploi', 'statutEmploi', f.statutEmploi),
    ],
    `sl.entrepreneur_id = d.id AND ${PLUS_RECENTE}`
  );
}

function onProjet(f: FiltresEntrepreneur): Condition[] {
  return hasOne(
    'projets_entrepreneur_lnk pl JOIN projets p ON p.id = pl.projet_id',
    [
      ...oneOf('p.etat', 'etatProjet', f.etatProjet),
      ...oneOf('p.secteur_activite', 'secteurActivite', f.secteurActivite),
    ],
    'pl.entrepreneur_id = d.id'
  );
}

/** The record is linked to one of the fiches named. */
function isLinked(
  lien: { table: string; proprietaire: string; cible: string },
  fiches: string,
  nom: string,
  documentIds: readonly string[] | undefined
): Condition[] {
  return oneOfFiches(`k.${lien.cible}_id`, fiches, nom, documentIds).map(({ sql, params }) => ({
    sql: `EXISTS (SELECT 1 FROM ${lien.table} k WHERE k.${lien.proprietaire} AND ${sql})`,
    params,
  }));
}

function onParcours(f: FiltresEntrepreneur): Condition[] {
  const vers = (cible: string) => ({
    table: `parcours_${cible}_lnk`,
    proprietaire: 'parcours_id = p.id',
    cible,
  });
  return hasOne(
    'parcours_entrepreneur_lnk pl JOIN parcours p ON p.id = pl.parcours_id',
    [
      ...isLinked(vers('ods'), 'ods', 'ods', f.ods),
      ...isLinked(vers('etape'), 'etapes', 'etape', f.etape),
      ...isLinked(vers('ressource'), 'ressources', 'ressource', f.ressource),
      ...inPeriode('p.date_debut', 'debutOds', f.dateDebutOds),
      ...inPeriode('p.date_fin', 'finOds', f.dateFinOds),
    ],
    'pl.entrepreneur_id = d.id'
  );
}

function onDateAction(filtre: FiltreDateAction | undefined, dateEnvoi: string): Condition[] {
  if (filtre === undefined || filtre.genre === 'aucun') {
    return [];
  }
  const periode =
    filtre.genre === 'periode'
      ? filtre
      : { du: addDays(dateEnvoi, filtre.de), au: addDays(dateEnvoi, filtre.a) };
  return inPeriode('a.date', 'action', periode);
}

const versAction = (cible: string) => ({
  table: `actions_${cible}_lnk`,
  proprietaire: 'action_id = a.id',
  cible,
});

/** One participation that counts, to an action that takes place. */
function hasAction(conditions: readonly Condition[]): Condition[] {
  return hasOne(
    `participations_entrepreneur_lnk xl
       JOIN participations x ON x.id = xl.participation_id
       JOIN participations_action_lnk al ON al.participation_id = x.id
       JOIN actions a ON a.id = al.action_id`,
    conditions,
    `xl.entrepreneur_id = d.id
       AND x.statut IS DISTINCT FROM 'Annulé' AND a.statut IS DISTINCT FROM 'Annulée'`
  );
}

function onAction(f: FiltresEntrepreneur, dateEnvoi: string): Condition[] {
  const sans = hasAction(
    isLinked(versAction('type_action'), 'types_action', 'sansTypeAction', f.sansTypeAction)
  );
  return [
    ...hasAction([
      ...isLinked(versAction('type_action'), 'types_action', 'typeAction', f.typeAction),
      ...isLinked(versAction('site'), 'sites', 'lieuAction', f.lieuAction),
      ...onDateAction(f.dateAction, dateEnvoi),
    ]),
    ...sans.map(({ sql, params }) => ({ sql: `NOT ${sql}`, params })),
  ];
}

function onEntrepreneur(f: FiltresEntrepreneur, dateEnvoi: string): Condition[] {
  return [
    ...onIdentite(f),
    ...onSituation(f),
    ...onProjet(f),
    ...onParcours(f),
    ...onAction(f, dateEnvoi),
    ...sqlVille('entrepreneurs', f.ville),
  ];
}

function onType(filtres: FiltresCampagne, dateEnvoi: string): Condition[] {
  switch (filtres.typeDestinataire) {
    case 'entrepreneur':
      return onEntrepreneur(filtres, dateEnvoi);
    case 'contact_individuel':
      return [
        ...sqlFonction('contacts_individuels', filtres.fonction),
        ...sqlVilleDuContact(filtres.ville),
      ];
    case 'entreprise_partenaire':
      return [
        ...sqlFonction('contacts_partenaires', filtres.fonction),
        ...sqlRaisonSociale(filtres.raisonSociale),
        ...hasOne(
          'entreprises_partenaires e',
          [
            ...oneOf('e.type_partenaire', 'typePartenaire', filtres.typePartenaire),
            ...oneOf('e.secteur_activite', 'secteurActivite', filtres.secteurActivite),
          ],
          'e.id = d.id'
        ),
        ...sqlVille('entreprises_partenaires', filtres.ville),
      ];
  }
}

/**
 * Guide §7.b as conditions on the columns of `sqlFiches` (alias `d`): AND between filters, OR within,
 * bounds included (decision C10), each group of filters on one record of the person (decision F9); none when nothing
 * is chosen. `dateEnvoi` 'YYYY-MM-DD': what a relative date of action counts from.
 */
export function sqlFiltres(filtres: FiltresCampagne, dateEnvoi: string): Condition[] {
  return [
    ...oneOfFiches('d.antenne_id', 'antennes', 'antenne', filtres.antenne),
    ...oneOfFiches('d.referent_id', 'intervenants', 'referent', filtres.referent),
    ...onType(filtres, dateEnvoi),
    ...onMessages(filtres),
    ...sqlRecherche(filtres.typeDestinataire, 'filtre', filtres.recherche),
  ];
}
