import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { idEcritSchema } from '../../../../core/identifiant';
import {
  createController,
  forbid,
  found,
  parse,
  Telechargement,
  type FichierDepose,
  type Requete,
} from './handle';

/** Multipart fields come as text: `dejaJointes` is « 3,4 ». */
const depotSchema = z.object({
  dejaJointes: z
    .string()
    .default('')
    .transform((ids) => (ids === '' ? [] : ids.split(',')))
    .pipe(z.array(idEcritSchema).max(20)),
});

const adresseSchema = z.object({ id: idEcritSchema });

const nomSchema = z.string().max(255, {
  error: 'Le nom d’un fichier dépasse 255 caractères : renommez-le, puis joignez-le de nouveau.',
});

async function readFichier(fichier: FichierDepose): Promise<{ nom: string; contenu: Uint8Array }> {
  return {
    nom: parse(nomSchema, fichier.originalFilename ?? ''),
    contenu: new Uint8Array(await readFile(fichier.filepath)),
  };
}

/** The body parser gives files as their writing ends, in any order: by name they always come the same way. */
async function readFichiers(
  deposes: FichierDepose | FichierDepose[] = []
): Promise<{ nom: string; contenu: Uint8Array }[]> {
  const lus = await Promise.all([deposes].flat().map(readFichier));
  return lus.sort((a, b) => a.nom.localeCompare(b.nom, 'fr', { numeric: true }));
}

const readDepot = async ({ body, fichiers, utilisateur, now }: Requete) => ({
  ...parse(depotSchema, body),
  fichiers: await readFichiers(fichiers.fichiers),
  auteurId: utilisateur.id,
  now,
});

/** Guide §5.a « Possibilité d'intégrer une pièce jointe »; decision F8: openable by its name. */
export const pieceJointe = createController({
  deposit: async (requete) =>
    requete.app.depositPiecesJointes({ ...(await readDepot(requete)), usage: 'modele' }),

  open: async ({ app, params }) => {
    const { id } = parse(adresseSchema, params);
    const piece = await app.piecesJointes.open(id, { genre: 'modele' });
    return new Telechargement(found(piece, 'piece-jointe-introuvable'));
  },

  /** Guide §2.c: for one send, by whoever may send from a fiche. */
  depositPourEnvoi: async (requete) => {
    const { app, can } = requete;
    if (!can('fiches.envoyer-depuis-action') && !can('fiches.envoyer-depuis-entrepreneur')) {
      forbid();
    }
    return app.depositPiecesJointes({ ...(await readDepot(requete)), usage: 'envoi' });
  },

  /** Until it leaves, it is its author's alone. */
  openPourEnvoi: async ({ app, params, utilisateur }) => {
    const { id } = parse(adresseSchema, params);
    const piece = await app.piecesJointes.open(id, { genre: 'envoi', auteurId: utilisateur.id });
    return new Telechargement(found(piece, 'piece-envoi-introuvable'));
  },

  openDEnvoi: async ({ app, params, perimetre }) => {
    const { id } = parse(adresseSchema, params);
    const envoiDocumentId = params.documentId ?? '';
    const piece = await app.openPieceDEnvoi({ envoiDocumentId, id }, perimetre);
    return new Telechargement(found(piece, 'envoi-introuvable'));
  },
});
