import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { idEcritSchema } from '../../../../core/identifiant';
import { createController, found, parse, Telechargement, type FichierDepose } from './handle';

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

/** Guide §5.a « Possibilité d'intégrer une pièce jointe »; decision F8: openable by its name. */
export const pieceJointe = createController({
  deposit: async ({ app, body, fichiers, utilisateur, now }) =>
    app.depositPiecesJointes({
      ...parse(depotSchema, body),
      fichiers: await readFichiers(fichiers.fichiers),
      auteurId: utilisateur.id,
      now,
    }),

  open: async ({ app, params }) => {
    const { id } = parse(adresseSchema, params);
    return new Telechargement(found(await app.piecesJointes.open(id), 'piece-jointe-introuvable'));
  },
});
