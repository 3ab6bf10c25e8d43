import type { Knex } from 'knex';
import type { Portee } from '../../../../../core/api/oppositions';
import type { Empreinteur } from '../../../services/ports/calculs';
import { noteActe } from '../actes/note-acte';
import { execute } from '../query';
import type { Personne } from './porteurs';

/** Decision G1: an opposition names a person, an address, or both; it holds for either. */
export interface Sujet {
  empreinte: string | null;
  personneType: string | null;
  personneId: number | null;
}

/** Each person with each address; persons or addresses alone when there is nothing of the other. */
export function listSujets(personnes: readonly Personne[], empreintes: readonly string[]): Sujet[] {
  if (personnes.length === 0 && empreintes.length === 0) {
    return [];
  }
  const adresses = empreintes.length === 0 ? [null] : empreintes;
  const qui = personnes.length === 0 ? [{ personneType: null, personneId: null }] : personnes;
  return qui.flatMap((personne) => adresses.map((empreinte) => ({ ...personne, empreinte })));
}

export interface GesteEcrit {
  portee: Portee;
  source: string;
  geste: 'opposition' | 'effacement';
  raison: string;
  /** Null: the person herself, by a STOP or a link. */
  auteurId: number | null;
  envoiId: number | null;
  now: Date;
}

/** The opposition and its line in the journal, in one statement: both are there, or neither. */
const ADD = `
  WITH ajout AS (
    INSERT INTO sms_oppositions (document_id, empreinte, cle, personne_type, personne_id, portee, source, survenue_le,
                                 created_at, updated_at, published_at)
    SELECT translate(gen_random_uuid()::text, '-', ''), q.empreinte, CASE WHEN q.empreinte IS NOT NULL THEN :cle END,
           q.type, q.id, :portee, :source, :now, :now, :now, :now
      FROM (SELECT DISTINCT s.empreinte, s."personneType" AS type, s."personneId" AS id
              FROM jsonb_to_recordset(:sujets::jsonb) AS s(empreinte text, "personneType" text, "personneId" int)) q
    ON CONFLICT DO NOTHING
    RETURNING empreinte, cle, personne_type, personne_id, portee
  )
  INSERT INTO sms_oppositions_journal (empreinte, cle, personne_type, personne_id, geste, portee, raison, auteur_id,
                                       envoi_id, survenu_le)
  SELECT empreinte, cle, personne_type, personne_id, :geste, portee, :raison, :auteurId::int, :envoiId::int, :now
    FROM ajout`;

/** Answers how many were not there yet. */
export async function addOppositions(
  trx: Knex,
  { cle }: Empreinteur,
  sujets: readonly Sujet[],
  geste: GesteEcrit
): Promise<number> {
  const ajoutees = await execute(trx, ADD, { ...geste, cle, sujets: JSON.stringify(sujets) });
  const { portee, raison } = geste;
  // An erasure has a line of its own, of nobody.
  if (ajoutees > 0 && geste.geste === 'opposition') {
    const par = PAR_ELLE_MEME[raison];
    await noteActe(trx, 'opposition', { portee, raison }, { personne: findSeule(sujets), par });
  }
  return ajoutees;
}

/** Who did what no user did. */
const PAR_ELLE_MEME: Readonly<Record<string, string>> = {
  stop: 'La personne, par un STOP',
  lien: 'La personne, par le lien du message',
  plainte: 'La personne, en signalant le message comme indésirable',
};

/** The person of whom a gesture is, when it is of one alone. */
export function findSeule(
  sujets: readonly Pick<Sujet, 'personneType' | 'personneId'>[]
): Personne | null {
  const [premier] = sujets;
  if (premier === undefined) {
    return null;
  }
  const meme = sujets.every(
    ({ personneType, personneId }) =>
      personneType === premier.personneType && personneId === premier.personneId
  );
  if (!meme) {
    return null;
  }
  const { personneType, personneId } = premier;
  return personneType === null || personneId === null ? null : { personneType, personneId };
}

/** Those of the person, and those of her addresses that name nobody else: another's own opposition stays. */
const LIFT_PERSONNE = `
  o.personne_type = :personneType AND o.personne_id = :personneId
  OR o.personne_type IS NULL AND o.empreinte = ANY(:empreintes::text[])`;
const LIFT_ADRESSE = `o.empreinte = ANY(:empreintes::text[])`;

const lift = (condition: string): string => `
  WITH retrait AS (
    DELETE FROM sms_oppositions o WHERE o.portee = :portee AND (${condition})
    RETURNING o.empreinte, o.cle, o.personne_type, o.personne_id, o.portee
  )
  INSERT INTO sms_oppositions_journal (empreinte, cle, personne_type, personne_id, geste, portee, raison, preuve,
                                       auteur_id, survenu_le)
  SELECT empreinte, cle, personne_type, personne_id, 'levee', portee, :raison, :preuve, :auteurId, :now FROM retrait`;

export const LIFT = { personne: lift(LIFT_PERSONNE), adresse: lift(LIFT_ADRESSE) };
