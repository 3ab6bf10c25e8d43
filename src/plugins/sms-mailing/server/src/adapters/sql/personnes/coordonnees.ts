import type { Knex } from 'knex';
import { readAdresseSaisie } from '../../../../../core/adresse-saisie';
import type { Portee } from '../../../../../core/api/oppositions';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import type { Empreinteur } from '../../../services/ports/calculs';
import { PERSONNES, sqlFiches, TABLES_CONTACT } from '../destinataires/fiches';
import type { Personne } from '../oppositions/porteurs';
import { query } from '../query';

const EMAILS = `
  UNION SELECT 'courriel', c.adresse FROM entrepreneurs_cmps x JOIN components_coordonnees_emails c ON c.id = x.cmp_id
         WHERE x.entity_id = d.contact_id AND x.field = 'emails' AND x.component_type = 'coordonnees.email'`;

/** A fiche, or the contact of a company for herself. */
export type TypeVise = TypeDestinataire | 'contact_partenaire';

const CONTACTS = `
  SELECT c.document_id, c.id AS contact_id, nullif(btrim(c.courriel_pro), '') AS courriel FROM contacts_partenaires c`;

function sqlCoordonnees(type: TypeVise): string {
  const isContact = type === 'contact_partenaire';
  const table = TABLES_CONTACT[isContact ? 'entreprise_partenaire' : type];
  return `
  WITH d AS (SELECT * FROM (${isContact ? CONTACTS : sqlFiches(type)}) f
              WHERE f.document_id = :documentId OR f.contact_id = :contactId::int LIMIT 1)
  SELECT d.contact_id AS "personneId", q.genre, q.saisie
    FROM d LEFT JOIN LATERAL (
      SELECT 'courriel' AS genre, d.courriel AS saisie
      ${type === 'entrepreneur' ? EMAILS : ''}
      UNION SELECT 'numero', c.numero FROM ${table}_cmps x
              JOIN components_coordonnees_telephones c ON c.id = x.cmp_id
             WHERE x.entity_id = d.contact_id AND x.field = 'telephones'
               AND x.component_type = 'coordonnees.telephone') q ON true`;
}

interface Ligne {
  personneId: number | null;
  genre: Genre;
  saisie: string | null;
}

type Genre = 'courriel' | 'numero';

export interface Coordonnee {
  genre: Genre;
  /** In its one form. */
  adresse: string;
  empreinte: string;
}

/** The person really written to, and what she can be reached at. */
export interface Coordonnees extends Personne {
  coordonnees: Coordonnee[];
}

/** Where each portée stops something; an opposition of the person holds at the others too. */
const GENRES: Readonly<Record<Portee, readonly Genre[]>> = {
  newsletter: ['courriel'],
  sms: ['numero'],
  tout: ['courriel', 'numero'],
};

export function isConcernee(portee: Portee): (coordonnee: Coordonnee) => boolean {
  return ({ genre }) => GENRES[portee].includes(genre);
}

/** By the document of a fiche, or by the number of the person. */
export type CleVisee = { documentId: string } | { contactId: number };

/** Null: no such fiche, or a company that has nobody to write to. */
export async function readCoordonnees(
  knex: Knex,
  { empreinte }: Empreinteur,
  type: TypeVise,
  cle: CleVisee
): Promise<Coordonnees | null> {
  const params = { documentId: null, contactId: null, ...cle };
  const lignes = await query<Ligne>(knex, sqlCoordonnees(type), params);
  const personneId = lignes[0]?.personneId ?? null;
  if (personneId === null) {
    return null;
  }
  const lues = new Map<string, Coordonnee>();
  for (const { genre, saisie } of lignes) {
    const adresse = readAdresseSaisie(saisie ?? '');
    if (adresse !== null) {
      lues.set(adresse, { genre, adresse, empreinte: empreinte(adresse) });
    }
  }
  const coordonnees = [...lues.values()].sort((a, b) => (a.adresse < b.adresse ? -1 : 1));
  const personneType = type === 'contact_partenaire' ? type : PERSONNES[type];
  return { personneType, personneId, coordonnees };
}
