import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { PieceJointeDeposee } from '../../../../../core/api/modeles';
import type { PieceJointeStore } from '../../../services/ports/modeles';

interface Ligne {
  id: number;
  nom: string;
  type_mime: string;
  taille: number;
  contenu: Buffer;
}

function toDeposee(ligne: Omit<Ligne, 'contenu'>): PieceJointeDeposee {
  return { id: ligne.id, nom: ligne.nom, typeMime: ligne.type_mime, taille: ligne.taille };
}

function inOrder<T extends { id: number }>(ids: readonly number[], lignes: readonly T[]): T[] {
  return ids.map((id) => {
    const ligne = lignes.find((candidate) => candidate.id === id);
    if (ligne === undefined) {
      throw new Error(`Pièce jointe ${String(id)} introuvable.`);
    }
    return ligne;
  });
}

/** Bytes of attachments: private (never under public/), written once, never changed. */
export function createPiecesJointes(knex: Knex): PieceJointeStore {
  return {
    async read(ids) {
      if (ids.length === 0) {
        return [];
      }
      const lignes = await knex('sms_pieces_jointes')
        .whereIn('id', [...ids])
        .select<Ligne[]>('id', 'nom', 'type_mime', 'taille', 'contenu');
      return inOrder(ids, lignes).map((ligne) => ({
        id: ligne.id,
        nom: ligne.nom,
        typeMime: ligne.type_mime,
        contenu: new Uint8Array(ligne.contenu),
      }));
    },

    async describe(ids): Promise<PieceJointeDeposee[]> {
      if (ids.length === 0) {
        return [];
      }
      const lignes = await knex('sms_pieces_jointes')
        .whereIn('id', [...ids])
        .select<Omit<Ligne, 'contenu'>[]>('id', 'nom', 'type_mime', 'taille');
      return ids.flatMap((id) => lignes.filter((ligne) => ligne.id === id).map(toDeposee));
    },

    async open(id) {
      const ligne = await knex('sms_pieces_jointes')
        .where({ id })
        .first<Ligne | undefined>('id', 'nom', 'type_mime', 'taille', 'contenu');
      return ligne === undefined
        ? null
        : { nom: ligne.nom, typeMime: ligne.type_mime, contenu: new Uint8Array(ligne.contenu) };
    },

    async add(piece, auteurId, now): Promise<PieceJointeDeposee> {
      const contenu = Buffer.from(piece.contenu);
      const [ligne] = await knex('sms_pieces_jointes')
        .insert({
          nom: piece.nom,
          type_mime: piece.typeMime,
          taille: contenu.length,
          empreinte: createHash('sha256').update(contenu).digest('hex'),
          contenu,
          deposee_le: now,
          auteur_id: auteurId,
        })
        .returning<Omit<Ligne, 'contenu'>[]>(['id', 'nom', 'type_mime', 'taille']);
      if (ligne === undefined) {
        throw new Error('La pièce jointe n’a pas été enregistrée.');
      }
      return toDeposee(ligne);
    },
  };
}
