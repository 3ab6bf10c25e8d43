import type { Knex } from 'knex';
import type { PersonneVisee, ResultatEffacement } from '../../../../../core/api/oppositions';
import { sqlFiches } from '../destinataires/fiches';
import { execute, query } from '../query';
import { ADD_OPPOSITIONS } from './gestes';

interface Effacement {
  personne: PersonneVisee;
  adresses: readonly string[];
  auteurId: number;
  now: Date;
}

interface LigneEnvoi {
  id: number;
  statut: string;
  adresse: string | null;
}

/** Locked until the end: no worker takes one of them meanwhile. */
const VERROU = `
  SELECT id, statut, adresse FROM sms_envois
   WHERE type_destinataire = :typeDestinataire AND destinataire_id = :fiche ORDER BY id FOR UPDATE`;

/**
 * The line stays for the counts, under one negative number per erased person: « combien de personnes »
 * remains right, and nothing leads back to her.
 */
const ANONYMISE = `
  UPDATE sms_envois
     SET statut = CASE WHEN statut = 'programme' THEN 'annule' ELSE statut END,
         termine_le = CASE WHEN statut = 'programme' THEN :now::timestamp ELSE termine_le END,
         credits = CASE WHEN statut = 'programme' THEN 0 ELSE credits END,
         cle = 'x:' || id, destinataire_id = :anonyme::int, participation_id = NULL, nom = NULL, adresse = NULL,
         valeurs = NULL, message_id = NULL, reference = NULL, detail = NULL, updated_at = :now
   WHERE id = ANY(:ids)`;

const OUBLIE_SUIVIS = `
  DELETE FROM sms_suivis s USING sms_envois e
   WHERE e.id = ANY(:ids) AND (s.cle = e.cle OR s.reference = e.reference)`;

/** Who did it, even when every address was opposed already; of whom, nobody can tell. */
const JOURNAL = `
  INSERT INTO sms_oppositions_journal (empreinte, geste, portee, raison, auteur_id, survenu_le)
  VALUES (NULL, 'effacement', 'tout', 'effacement', :auteurId, :now)`;

/** Docs/adr/0012. Null: one of her envois is on its way, nothing is touched. */
export async function erasePersonne(
  trx: Knex,
  { personne, adresses, auteurId, now }: Effacement
): Promise<ResultatEffacement | null> {
  const { typeDestinataire, documentId } = personne;
  const [fiche] = await query<{ id: number }>(
    trx,
    `SELECT f.id FROM (${sqlFiches(typeDestinataire)}) f WHERE f.document_id = :documentId LIMIT 1`,
    { documentId }
  );
  const envois = await query<LigneEnvoi>(trx, VERROU, { typeDestinataire, fiche: fiche?.id ?? 0 });
  if (envois.some(({ statut }) => statut === 'reserve' || statut === 'en_cours')) {
    return null;
  }
  const ids = envois.map(({ id }) => id);
  const ecrites = envois.flatMap(({ adresse }) => adresse?.toLowerCase() ?? []);
  const empreintes = await execute(trx, ADD_OPPOSITIONS, {
    adresses: [...new Set([...adresses, ...ecrites])],
    source: 'Effacement',
    geste: 'effacement',
    portee: 'tout',
    raison: 'effacement',
    auteurId,
    now,
  });
  await execute(trx, JOURNAL, { auteurId, now });
  await execute(trx, OUBLIE_SUIVIS, { ids });
  await execute(trx, ANONYMISE, { ids, anonyme: -(ids[0] ?? 0), now });
  const annules = envois.filter(({ statut }) => statut === 'programme').length;
  return { envois: ids.length, annules, empreintes };
}
