import type { Knex } from 'knex';
import type { LigneCobaye } from '../../../../../core/api/modeles';
import type { Perimetre } from '../../../../../core/perimetre';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import type { CobayeStore, Echantillon } from '../../../services/ports/modeles';
import { allOf, toMotif } from '../cibles/conditions';
import { sqlTrouve } from '../cibles/pliage';
import { sqlRecherche } from '../cibles/recherche';
import { sqlContexte } from '../contexte/valeurs';
import { sqlDestinataires } from '../destinataires/destination';
import { sqlFiches } from '../destinataires/fiches';
import { sqlPerimetre } from '../destinataires/perimetre';
import { query } from '../query';
import { sqlNomPersonne } from '../noms/affiches';

/** Nobody reads a longer list: one types a little more of the name. */
const LIGNES = 20;

const NOM = sqlNomPersonne('d');
const PRECISION = `coalesce(d.raison_sociale, an.nom, '')`;

interface Ligne {
  documentId: string;
  nom: string;
  precision: string;
  ficheTest: boolean;
}

async function listFiches(
  knex: Knex,
  type: TypeDestinataire,
  recherche: string,
  perimetre: Perimetre
): Promise<LigneCobaye[]> {
  const { sql, params } = allOf([sqlPerimetre(perimetre), ...sqlRecherche(type, 'mot', recherche)]);
  const lignes = await query<Ligne>(
    knex,
    `SELECT d.document_id AS "documentId", ${NOM} AS nom, ${PRECISION} AS precision, d.fiche_test AS "ficheTest"
       FROM (${sqlFiches(type)}) d LEFT JOIN antennes an ON an.id = d.antenne_id
      WHERE ${sql}
      ORDER BY d.fiche_test DESC, lower(d.nom), lower(d.prenom), d.id LIMIT ${String(LIGNES)}`,
    params
  );
  return lignes.map(({ documentId, nom, precision, ficheTest }) => ({
    cobaye: { typeDestinataire: type, documentId, actionDocumentId: null },
    nom,
    precision,
    ficheTest,
    action: null,
  }));
}

/** Participations still standing, of actions still standing. */
const PARTICIPATIONS = `
  FROM participations p
  JOIN participations_action_lnk la ON la.participation_id = p.id
  JOIN actions a ON a.id = la.action_id
  JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id`;
const MAINTENUES = `p.statut IS DISTINCT FROM 'Annulé' AND a.statut IS DISTINCT FROM 'Annulée'`;

type LigneAction = Ligne & {
  actionDocumentId: string;
  objet: string;
  date: string;
  heureDebut: string | null;
  annulee: boolean;
};

async function listParticipations(
  knex: Knex,
  recherche: string,
  perimetre: Perimetre,
  { jour, annulees }: { jour: string; annulees: boolean }
): Promise<LigneCobaye[]> {
  const portee = sqlPerimetre(perimetre);
  const personne = allOf(sqlRecherche('entrepreneur', 'mot', recherche));
  const lignes = await query<LigneAction>(
    knex,
    `SELECT d.document_id AS "documentId", ${NOM} AS nom, ${PRECISION} AS precision, d.fiche_test AS "ficheTest",
            a.document_id AS "actionDocumentId", a.objet, to_char(a.date, 'YYYY-MM-DD') AS date,
            to_char(a.heure_debut, 'HH24:MI') AS "heureDebut", NOT (${MAINTENUES}) AS annulee
       ${PARTICIPATIONS}
       JOIN (${sqlFiches('entrepreneur')}) d ON d.id = le.entrepreneur_id
       LEFT JOIN antennes an ON an.id = d.antenne_id
      WHERE ${annulees ? 'true' : MAINTENUES} AND ${portee.sql} AND ((${personne.sql}) OR ${sqlTrouve('a', 'actions', 'objet')})
      ORDER BY d.fiche_test DESC, abs(a.date - :jour::date), a.id, nom LIMIT ${String(LIGNES)}`,
    {
      ...portee.params,
      ...personne.params,
      objet: toMotif(recherche),
      jour,
    }
  );
  return lignes.map((ligne) => ({
    cobaye: {
      typeDestinataire: 'entrepreneur',
      documentId: ligne.documentId,
      actionDocumentId: ligne.actionDocumentId,
    },
    nom: ligne.nom,
    precision: ligne.precision,
    ficheTest: ligne.ficheTest,
    action: {
      objet: ligne.objet,
      date: ligne.date,
      heureDebut: ligne.heureDebut,
      annulee: ligne.annulee,
    },
  }));
}

/** Drawn by a stable shuffle: the same persons from one look to the next, yet not the oldest fiches only. */
function sqlTirage(type: TypeDestinataire, parAction: boolean): string {
  return parAction
    ? `SELECT le.entrepreneur_id AS destinataire_id, a.id AS action_id, p.id AS participation_id
         ${PARTICIPATIONS} WHERE ${MAINTENUES} ORDER BY md5(p.document_id) LIMIT :limite`
    : `SELECT f.id AS destinataire_id, NULL::int AS action_id, NULL::int AS participation_id
         FROM (${sqlFiches(type)}) f ORDER BY md5(f.document_id) LIMIT :limite`;
}

async function drawValeurs(
  knex: Knex,
  echantillon: Echantillon
): Promise<{ tires: number; valeurs: (string | null)[][] }> {
  const { typeDestinataire, typeContact, but, donnees } = echantillon;
  const portee = sqlPerimetre(echantillon.perimetre);
  const contexte = sqlContexte(donnees, typeDestinataire);
  const choix = { typeDestinataire, typeContact, but, promotionSansConsentement: true };
  const lignes = await query<{ motif: string | null; valeurs: (string | null)[] }>(
    knex,
    `SELECT d.motif, ${contexte.valeurs} AS valeurs
       FROM (${sqlTirage(typeDestinataire, echantillon.parAction)}) u
       JOIN LATERAL (SELECT * FROM (${sqlDestinataires(choix)}) z WHERE z.id = u.destinataire_id LIMIT 1) d ON true
       ${contexte.jointures}
      WHERE ${portee.sql}`,
    { ...portee.params, limite: echantillon.limite }
  );
  return {
    tires: lignes.length,
    valeurs: lignes.filter(({ motif }) => motif === null).map(({ valeurs }) => valeurs),
  };
}

export function createCobayes(knex: Knex): CobayeStore {
  return {
    listFiches: (type, recherche, perimetre) => listFiches(knex, type, recherche, perimetre),
    listParticipations: (recherche, perimetre, options) =>
      listParticipations(knex, recherche, perimetre, options),
    drawValeurs: (echantillon) => drawValeurs(knex, echantillon),
  };
}
