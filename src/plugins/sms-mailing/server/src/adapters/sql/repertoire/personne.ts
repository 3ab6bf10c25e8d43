import type { Knex } from 'knex';
import type { Destinations } from '../../../../../core/api/fiches';
import type { FichePersonne, OppositionsDites } from '../../../../../core/api/repertoire';
import { porteesQuiArretent } from '../../../../../core/destinataire';
import type { Perimetre } from '../../../../../core/perimetre';
import { typeContactSchema, type TypeDestinataire } from '../../../../../core/vocabulaire';
import { sqlFiches, TABLES_CONTACT } from '../destinataires/fiches';
import { sqlPerimetre } from '../destinataires/perimetre';
import { sqlDestinations, toDestinations, type Colonnes } from '../fiches/destinations';
import { fromJson } from '../modeles/modeles';
import { listOpposees } from '../oppositions/list-opposees';
import { query } from '../query';
import { sqlRetour } from '../rebonds/refusee';
import { SQL_ANTENNE, SQL_REFERENT, sqlEmailReference, sqlTelephonePrincipal } from './colonnes';
import { sqlNomPersonne } from '../noms/affiches';

const LIENS_ADRESSE: Readonly<Record<TypeDestinataire, string | null>> = {
  entrepreneur: 'entrepreneurs',
  contact_individuel: null,
  entreprise_partenaire: 'entreprises_partenaires',
};

/** Of a fiche `d`: « Adresse de référence », on one line. */
function sqlAdresse(type: TypeDestinataire): string {
  const table = LIENS_ADRESSE[type];
  return table === null
    ? 'NULL::text'
    : `
  (SELECT nullif(concat_ws(', ', nullif(btrim(c.rue), ''), nullif(btrim(c.complement), ''),
                 nullif(btrim(concat_ws(' ', c.code_postal, c.ville)), '')), '')
     FROM ${table}_cmps x JOIN components_coordonnees_adresses c ON c.id = x.cmp_id
    WHERE x.entity_id = d.id AND x.field = 'adresses' AND x.component_type = 'coordonnees.adresse'
    ORDER BY coalesce(c.reference, false) DESC, x."order", c.id LIMIT 1)`;
}

/** Of a fiche `d`: « Projets ». */
const PROJETS = `
  ARRAY(SELECT concat_ws(', ', nullif(btrim(j.nom), ''), lower(j.etat))
     FROM projets_entrepreneur_lnk jl JOIN projets j ON j.id = jl.projet_id
    WHERE jl.entrepreneur_id = d.id AND coalesce(nullif(btrim(j.nom), ''), j.etat) IS NOT NULL
    ORDER BY j.id)`;

/** Of a fiche `d`: « Entreprise accompagnée ». */
const ENTREPRISE = `(SELECT nullif(btrim(e.entreprise_accompagnee), '') FROM entrepreneurs e WHERE e.id = d.id)`;

/** Of a fiche `d`: the fingerprints of the addresses that it accepts. */
function sqlEmpreintes(type: TypeDestinataire): string {
  return type === 'entrepreneur'
    ? `SELECT c.empreinte FROM entrepreneurs_cmps x JOIN components_coordonnees_emails c ON c.id = x.cmp_id
        WHERE x.entity_id = d.contact_id AND x.field = 'emails' AND c.accepte`
    : 'd.empreinte_courriel';
}

function sqlPersonne(type: TypeDestinataire, destinations: ReturnType<typeof sqlDestinations>) {
  const estEntrepreneur = type === 'entrepreneur';
  const contact = TABLES_CONTACT[type];
  return `
  SELECT f.document_id AS "documentId", ${sqlNomPersonne('d')} AS nom,
         d.raison_sociale AS "raisonSociale",
         ${estEntrepreneur ? 'NULL::text' : `(SELECT c.fonction FROM ${contact} c WHERE c.id = d.contact_id)`} AS fonction,
         ${SQL_REFERENT} AS referent, ${SQL_ANTENNE} AS antenne,
         ${sqlAdresse(type)} AS adresse, ${sqlEmailReference(type)} AS email, ${sqlTelephonePrincipal(type)} AS telephone,
         ${estEntrepreneur ? PROJETS : `ARRAY[]::text[]`} AS projets,
         ${estEntrepreneur ? ENTREPRISE : 'NULL::text'} AS entreprise,
         ${estEntrepreneur ? `coalesce(d.consentement, 'Non renseigné')` : 'NULL::text'} AS consentement,
         d.inactif, d.fiche_test AS "ficheTest", ${destinations.colonnes},
         ${sqlRetour(sqlEmpreintes(type))} AS retour,
         (SELECT count(*)::int FROM sms_envois e
           WHERE e.type_destinataire = :type AND e.destinataire_id = d.id AND e.statut = 'programme') AS programmes,
         (SELECT c.document_id FROM ${contact} c WHERE c.id = d.contact_id) AS coordonnees
    FROM (${sqlFiches(type)}) f ${destinations.jointures}
    CROSS JOIN LATERAL (SELECT d_email.*) d
   WHERE f.document_id = :documentId`;
}

type Ligne = Colonnes & Omit<FichePersonne, 'destinations' | 'typeDestinataire' | 'oppositions'>;

/** Decision G1. Nothing is asked of who is opposed to nothing. */
async function readOppositions(
  knex: Knex,
  type: TypeDestinataire,
  documentId: string,
  destinations: Destinations
): Promise<OppositionsDites> {
  const arretes = typeContactSchema.options.filter(
    (typeContact) => destinations[typeContact].motif === 'opposition'
  );
  const dites = await Promise.all(
    arretes.map(async (typeContact) => {
      const portees = porteesQuiArretent(typeContact, 'suivi');
      const [dite] = await listOpposees(knex, type, [documentId], portees);
      return dite === undefined
        ? []
        : [[typeContact, { source: dite.source, survenueLe: dite.survenueLe }] as const];
    })
  );
  return Object.fromEntries(dites.flat());
}

/** Guide §9.a, the header of a fiche; null when it does not exist or lies outside the périmètre. */
export async function readPersonne(
  knex: Knex,
  type: TypeDestinataire,
  documentId: string,
  { perimetre, promotion }: { perimetre: Perimetre; promotion: boolean }
): Promise<FichePersonne | null> {
  const portee = sqlPerimetre(perimetre);
  const sql = `${sqlPersonne(type, sqlDestinations(type, promotion))} AND ${portee.sql} LIMIT 1`;
  const [ligne] = await query<Ligne>(knex, sql, { ...portee.params, type, documentId });
  if (ligne === undefined) {
    return null;
  }
  const destinations = toDestinations(ligne);
  const { raisonSociale, fonction, referent, antenne, adresse, email, telephone } = ligne;
  const {
    projets,
    entreprise,
    consentement,
    inactif,
    ficheTest,
    programmes,
    coordonnees,
    nom,
    retour,
  } = ligne;
  return {
    ...{ documentId, typeDestinataire: type, nom, raisonSociale, fonction, referent, antenne },
    ...{ adresse, email, telephone, projets, entreprise, consentement, inactif, ficheTest },
    ...{ programmes, coordonnees, retour: fromJson<FichePersonne['retour']>(retour), destinations },
    oppositions: await readOppositions(knex, type, documentId, destinations),
  };
}
