import type { Knex } from 'knex';
import { canonAdresse } from '../../../../../core/adresse-saisie';
import type { CibleEffacement, ResultatEffacement } from '../../../../../core/api/oppositions';
import type { Empreinteur } from '../../../services/ports/calculs';
import { addOppositions, listSujets, type Sujet } from '../oppositions/gestes';
import { forgetAccords } from '../accords/accords';
import { forgetActes } from '../actes/forget-actes';
import { noteActe } from '../actes/note-acte';
import { execute } from '../query';
import { findEffacee, type Effacee, type LigneEnvoi } from './effacee';

interface Effacement {
  cible: CibleEffacement;
  auteurId: number;
  now: Date;
}

/**
 * The line stays for the counts, under one negative number per erased person: « combien de personnes »
 * remains right, and nothing leads back to her.
 */
const ANONYMISE = `
  UPDATE sms_envois
     SET statut = CASE WHEN statut = 'programme' THEN 'annule' ELSE statut END,
         termine_le = CASE WHEN statut = 'programme' THEN :now::timestamp ELSE termine_le END,
         credits = CASE WHEN statut = 'programme' THEN 0 ELSE credits END,
         cle = 'x:' || id, destinataire_id = :anonyme::int, contact_id = NULL, participation_id = NULL, nom = NULL,
         adresse = NULL, valeurs = NULL, pieces_jointes = NULL, message_id = NULL, reference = NULL, detail = NULL, updated_at = :now
   WHERE id = ANY(:ids)`;

const ANONYMISE_ARCHIVE = `
  UPDATE sms_envois_archives
     SET cle = 'x:' || id, destinataire_id = :anonyme::int, contact_id = NULL, participation_id = NULL, nom = NULL,
         adresse = NULL, detail = NULL
   WHERE id = ANY(:ids)`;

/** Her addresses are opposed: that they came back keeps nobody from writing any more. */
const OUBLIE_REBONDS = 'DELETE FROM sms_rebonds WHERE envoi_id = ANY(:ids)';

/** What a worker has reserved too: its mark finds nothing. */
const RETIRE = 'DELETE FROM sms_file WHERE envoi_id = ANY(:ids)';

const OUBLIE_SUIVIS = `
  DELETE FROM sms_suivis s USING sms_envois e
   WHERE e.id = ANY(:ids) AND (s.cle = e.cle OR s.reference = e.reference)`;

/** Who did it, even when every address was opposed already; of whom, nobody can tell. */
const JOURNAL = `
  INSERT INTO sms_oppositions_journal (empreinte, geste, portee, raison, auteur_id, survenu_le)
  VALUES (NULL, 'effacement', 'tout', 'effacement', :auteurId, :now)`;

/** What was noted in words, when an opposition was lifted. */
const OUBLIE_PREUVES = `
  UPDATE sms_oppositions_journal SET preuve = NULL
   WHERE personne_type = :personneType AND personne_id = :personneId`;

async function anonymise(trx: Knex, envois: readonly LigneEnvoi[], now: Date): Promise<void> {
  const ids = envois.map(({ id }) => id);
  await execute(trx, OUBLIE_SUIVIS, { ids });
  await execute(trx, OUBLIE_REBONDS, { ids });
  await execute(trx, RETIRE, { ids });
  const anonyme = -(ids[0] ?? 0);
  await execute(trx, ANONYMISE, { ids, anonyme, now });
  await execute(trx, ANONYMISE_ARCHIVE, { ids, anonyme });
}

/** Her addresses of today, and those that her lines reached. */
function listEffaces(
  { empreinte }: Empreinteur,
  { personne, entreprise, lignes }: Effacee
): Sujet[] {
  const siennes = personne === null ? [] : personne.coordonnees.map((lue) => lue.empreinte);
  const ecrites = lignes.flatMap(({ adresse }) =>
    adresse === null ? [] : [empreinte(canonAdresse(adresse))]
  );
  const qui = personne === null ? [] : [personne];
  return [...listSujets(qui, siennes), ...listSujets(entreprise ? [] : qui, ecrites)];
}

/** Docs/adr/0012: her lines, wherever they are found from, then her addresses opposed as fingerprints. */
export async function erasePersonne(
  trx: Knex,
  empreinteur: Empreinteur,
  { cible, auteurId, now }: Effacement
): Promise<ResultatEffacement | 'en_cours' | 'inconnue'> {
  const effacee = await findEffacee(trx, empreinteur, cible);
  if (effacee === null) {
    return 'inconnue';
  }
  const envois = effacee.lignes;
  if (envois.some(({ enCours }) => enCours)) {
    return 'en_cours';
  }
  const empreintes = await addOppositions(trx, empreinteur, listEffaces(empreinteur, effacee), {
    portee: 'tout',
    source: 'Effacement',
    geste: 'effacement',
    raison: 'effacement',
    auteurId,
    envoiId: null,
    now,
  });
  await execute(trx, JOURNAL, { auteurId, now });
  await anonymise(trx, envois, now);
  const annules = envois.filter(({ statut }) => statut === 'programme').length;
  if (effacee.personne !== null) {
    const { personneType, personneId } = effacee.personne;
    await execute(trx, OUBLIE_PREUVES, { personneType, personneId });
    await forgetActes(trx, effacee.personne);
    await forgetAccords(trx, personneType, [personneId]);
  }
  await noteActe(trx, 'personne-effacee', { envois: envois.length, annules });
  return { envois: envois.length, annules, empreintes };
}
