import type { Knex } from 'knex';
import type { ModeleSauve, SauvegardeModele } from '../../../services/ports/modeles';
import { noteActe } from '../actes/note-acte';
import { execute } from '../query';
import { cancelProgrammes } from './inactivation';

function toColonnes({ modele, auteurId, now }: SauvegardeModele): Record<string, unknown> {
  return {
    type_contact: modele.typeContact,
    nom: modele.nom,
    objet: modele.objet,
    message: modele.message,
    destinataires: JSON.stringify(modele.destinataires),
    but: modele.but,
    inactif: modele.inactif,
    modalites: JSON.stringify(modele.modalites ?? []),
    pieces_jointes: JSON.stringify(modele.piecesJointes),
    updated_at: now,
    updated_by_id: auteurId,
  };
}

interface LigneEcrite {
  id: number;
  document_id: string;
  version: number;
}

const ECRITES = ['id', 'document_id', 'version'];

async function writeModele(trx: Knex, sauvegarde: SauvegardeModele): Promise<LigneEcrite | null> {
  const { documentId, version, auteurId, now } = sauvegarde;
  const colonnes = toColonnes(sauvegarde);
  if (documentId === null) {
    const [creee] = await trx('sms_modeles')
      .insert({
        ...colonnes,
        version: 1,
        document_id: trx.raw(`translate(gen_random_uuid()::text, '-', '')`),
        created_at: now,
        created_by_id: auteurId,
        published_at: now,
      })
      .returning<LigneEcrite[]>(ECRITES);
    return creee ?? null;
  }
  const [changee] = await trx('sms_modeles')
    .where({ document_id: documentId })
    .whereRaw('coalesce(version, 0) = ?', [version ?? 0])
    .update({ ...colonnes, version: trx.raw('coalesce(version, 0) + 1') })
    .returning<LigneEcrite[]>(ECRITES);
  return changee ?? null;
}

/** Row, new version, and what becomes of the envois programmed with it, in one transaction. */
export async function saveModele(
  knex: Knex,
  sauvegarde: SauvegardeModele
): Promise<ModeleSauve | null> {
  return knex.transaction(async (trx) => {
    const ligne = await writeModele(trx, sauvegarde);
    if (ligne === null) {
      return null;
    }
    const { id, version } = ligne;
    await execute(
      trx,
      `INSERT INTO sms_versions_modele (document_id, modele_id, numero, empreinte, contenu, created_at, updated_at, published_at)
       VALUES (translate(gen_random_uuid()::text, '-', ''), :id, :version,
               encode(sha256(convert_to(:contenu, 'UTF8')), 'hex'), CAST(:contenu AS jsonb), :now, :now, :now)`,
      { id, version, contenu: JSON.stringify(sauvegarde.contenu), now: sauvegarde.now }
    );
    const { acte, annuler, modele, now } = sauvegarde;
    const annules = annuler ? await cancelProgrammes(trx, ligne.document_id, now) : 0;
    await noteActe(trx, acte, { modele: modele.nom, annules });
    return { documentId: ligne.document_id, version, annules };
  });
}
