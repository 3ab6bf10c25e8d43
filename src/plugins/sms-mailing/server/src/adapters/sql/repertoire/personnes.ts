import type { Knex } from 'knex';
import type {
  DemandePersonnes,
  LignePersonne,
  PagePersonnes,
} from '../../../../../core/api/repertoire';
import type { Perimetre } from '../../../../../core/perimetre';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { allOf } from '../cibles/conditions';
import { sqlEmail, sqlNom, sqlNumero, sqlRecherche } from '../cibles/recherche';
import { sqlFiches, sqlFichesLues } from '../destinataires/fiches';
import { sqlPerimetre, type Condition } from '../destinataires/perimetre';
import { runLarge } from '../large-query';
import { query } from '../query';
import {
  SQL_ANTENNE,
  SQL_MOI,
  SQL_REFERENT,
  sqlEmailReference,
  sqlPageTriee,
  sqlTelephonePrincipal,
  TRI_ANTENNE,
  TRI_REFERENT,
  type Tri,
} from './colonnes';
import { toPage } from './page';
import { sqlNomPersonne } from '../noms/affiches';

export interface QuiCherche {
  utilisateurId: number;
  perimetre: Perimetre;
}

const PERSONNE = 'lower(d.nom), lower(d.prenom), d.id';
/** The order of `entrepreneurs_noms_idx`. */
const NOMS: Readonly<Record<TypeDestinataire, string>> = {
  entrepreneur: PERSONNE,
  contact_individuel: PERSONNE,
  entreprise_partenaire: `lower(coalesce(d.raison_sociale, d.nom)), ${PERSONNE}`,
};
const AMOI = `coalesce(d.referent_id IN (${SQL_MOI}), false)`;

const TRIS: Readonly<Record<Exclude<DemandePersonnes['tri'], 'miens'>, Tri>> = {
  nom: { colonne: 'lower(coalesce(d.raison_sociale, d.nom))' },
  antenne: TRI_ANTENNE,
  referent: TRI_REFERENT,
};

/** Of what is found, what its order needs: a link that nothing reads is not joined. */
const FICHE = 'd.id, d.nom, d.prenom, d.raison_sociale';
const COLONNES: Readonly<Record<DemandePersonnes['tri'], string>> = {
  miens: `${FICHE}, d.referent_id`,
  nom: FICHE,
  antenne: `${FICHE}, d.antenne_id`,
  referent: `${FICHE}, d.referent_id`,
};

/** Those one follows come first, whatever the order asked for; then the others, both by their names. */
function sqlMiens(noms: string): string {
  const rangees = (rang: number, condition: string): string => `
    (SELECT d.*, ${String(rang)} AS cle FROM trouvees d WHERE ${condition} ORDER BY ${noms} LIMIT :limite::int + :saut::int)`;
  return `
    SELECT d.id FROM (${rangees(1, AMOI)} UNION ALL ${rangees(2, `NOT ${AMOI}`)}) d
     ORDER BY cle, ${noms} LIMIT :limite::int OFFSET :saut::int`;
}

function sqlOrdonnes(type: TypeDestinataire, { tri, sens }: DemandePersonnes): string {
  const noms = NOMS[type];
  return tri === 'miens'
    ? sqlMiens(noms)
    : sqlPageTriee('trouvees', TRIS[tri], { sens: sens === 'desc' ? 'DESC' : 'ASC', noms });
}

/** Everybody by name: an index has them in this order, and nobody beyond the page is read. */
function isParcourue({ tri, sens, ...filtres }: DemandePersonnes): boolean {
  const { recherche, nom, telephone, email } = filtres;
  return (
    [recherche, nom, telephone, email].every((saisie) => saisie === '') &&
    (tri === 'miens' || (tri === 'nom' && sens === 'asc'))
  );
}

function listConditions(type: TypeDestinataire, demande: DemandePersonnes): Condition[] {
  const { recherche, nom, telephone, email } = demande;
  return [
    ...sqlRecherche(type, 'mot', recherche),
    ...sqlNom(type, 'nom', nom),
    ...sqlNumero(type, 'telephone', telephone),
    ...sqlEmail(type, 'email', email),
  ];
}

/** What a partner is; the others have neither. */
function sqlActivite(type: TypeDestinataire): string {
  const de = (colonne: string): string =>
    type === 'entreprise_partenaire'
      ? `(SELECT ep.${colonne} FROM entreprises_partenaires ep WHERE ep.id = d.id)`
      : 'NULL';
  return `${de('type_partenaire')} AS "typePartenaire", ${de('secteur_activite')} AS "secteurActivite"`;
}

type Ligne = LignePersonne & { total: number };

/** The page is chosen on the fiches alone; only its lines cost an e-mail, a number, a référent. */
const sqlPage = (type: TypeDestinataire, conditions: string, demande: DemandePersonnes): string => `
  WITH trouvees AS ${isParcourue(demande) ? 'NOT MATERIALIZED' : 'MATERIALIZED'} (
         SELECT ${COLONNES[demande.tri]}
           FROM (${sqlFichesLues(type, `${COLONNES[demande.tri]} ${conditions}`)}) d WHERE ${conditions}),
       page AS MATERIALIZED (
         SELECT d.id, row_number() OVER () AS rang
           FROM (${sqlOrdonnes(type, demande)}) d)
  SELECT n.total, d.document_id AS "documentId", d.raison_sociale AS "raisonSociale",
         CASE WHEN d.contact_id IS NOT NULL THEN ${sqlNomPersonne('d')} ELSE '' END AS nom,
         ${sqlEmailReference(type)} AS email, ${sqlTelephonePrincipal(type)} AS telephone, ${SQL_ANTENNE} AS antenne,
         ${SQL_REFERENT} AS referent, ${AMOI} AS "aMoi", d.inactif, d.fiche_test AS "ficheTest",
         ${sqlActivite(type)}
    FROM (SELECT count(*)::int AS total FROM trouvees) n
    LEFT JOIN (page p JOIN LATERAL (SELECT * FROM (${sqlFiches(type)}) q WHERE q.id = p.id LIMIT 1) d ON true) ON true
   ORDER BY p.rang`;

/** Guide §3: « Rechercher un entrepreneur », and the same for the two other families. */
export async function listPersonnes(
  knex: Knex,
  type: TypeDestinataire,
  demande: DemandePersonnes,
  { utilisateurId, perimetre }: QuiCherche
): Promise<PagePersonnes> {
  const { sql, params } = allOf([sqlPerimetre(perimetre), ...listConditions(type, demande)]);
  const lignes = await runLarge(knex, (trx) =>
    query<Ligne>(trx, sqlPage(type, sql, demande), {
      ...params,
      utilisateurId,
      limite: demande.pageSize,
      saut: (demande.page - 1) * demande.pageSize,
    })
  );
  return toPage(lignes, (ligne) => ligne);
}
