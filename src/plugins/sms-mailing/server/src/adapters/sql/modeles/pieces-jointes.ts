import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { PieceJointeDeposee } from '../../../../../core/api/modeles';
import { TransportError } from '../../../../../core/errors';
import type { PieceJointeStore, UsagePiece } from '../../../services/ports/modeles';
import { execute } from '../query';

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
      // Its messages alone stay, with their reason; the rest of the evening leaves.
      throw new TransportError('refuse', 'Un fichier joint à ce message n’existe plus.', {
        code: 'piece_jointe_invalide',
      });
    }
    return ligne;
  });
}

const whereUsage = (usage: UsagePiece) =>
  usage.genre === 'modele'
    ? { pour_envoi: false }
    : { pour_envoi: true, auteur_id: usage.auteurId };

/** A version is the archive of what left: what it names stays, as what a modèle, its message or an envoi names. */
const PURGE = `
  WITH utiles AS (
    SELECT x::int AS id FROM sms_modeles m, jsonb_array_elements_text(coalesce(m.pieces_jointes, '[]')) x
    UNION
    SELECT (regexp_matches(m.message, 'image:(\\d{1,9})', 'g'))[1]::int FROM sms_modeles m
    UNION
    SELECT (x ->> 'id')::int FROM sms_versions_modele v, jsonb_array_elements(coalesce(v.contenu -> 'piecesJointes', '[]')) x
    UNION
    SELECT x::int FROM sms_versions_modele v, jsonb_array_elements_text(coalesce(v.contenu -> 'images', '[]')) x
    UNION
    SELECT x::int FROM sms_envois e, jsonb_array_elements_text(e.pieces_jointes) x WHERE e.pieces_jointes IS NOT NULL
  )
  DELETE FROM sms_pieces_jointes p WHERE p.deposee_le < :avant AND p.id NOT IN (SELECT u.id FROM utiles u)`;

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

    async describe(ids, usage): Promise<PieceJointeDeposee[]> {
      if (ids.length === 0) {
        return [];
      }
      const lignes = await knex('sms_pieces_jointes')
        .whereIn('id', [...ids])
        .where(usage === undefined ? {} : whereUsage(usage))
        .select<Omit<Ligne, 'contenu'>[]>('id', 'nom', 'type_mime', 'taille');
      return ids.flatMap((id) => lignes.filter((ligne) => ligne.id === id).map(toDeposee));
    },

    async open(id, usage) {
      const ligne = await knex('sms_pieces_jointes')
        .where({ id, ...(usage === undefined ? {} : whereUsage(usage)) })
        .first<Ligne | undefined>('id', 'nom', 'type_mime', 'taille', 'contenu');
      return ligne === undefined
        ? null
        : { nom: ligne.nom, typeMime: ligne.type_mime, contenu: new Uint8Array(ligne.contenu) };
    },

    async add(piece, { usage, auteurId, now }): Promise<PieceJointeDeposee> {
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
          pour_envoi: usage === 'envoi',
        })
        .returning<Omit<Ligne, 'contenu'>[]>(['id', 'nom', 'type_mime', 'taille']);
      if (ligne === undefined) {
        throw new Error('La pièce jointe n’a pas été enregistrée.');
      }
      return toDeposee(ligne);
    },

    purge: (avant) => execute(knex, PURGE, { avant }),
  };
}
