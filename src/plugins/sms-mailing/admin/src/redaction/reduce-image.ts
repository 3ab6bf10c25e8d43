/** CSS pixels: the sheet of an e-mail, its margins left out. */
export const LARGEUR_FEUILLE = 552;
/** Twice as many dots, for fine screens. */
const LARGEUR_FICHIER = 2 * LARGEUR_FEUILLE;
const QUALITE = 0.85;

/** What every mail reader shows, and the end of the name that the server expects. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
};

export interface ImageReduite {
  fichier: File;
  /** As it is shown: never wider than the sheet. */
  largeur: number;
}

function nameAs(nom: string, type: string): string {
  return `${nom.replace(/\.[^.]*$/, '')}.${EXTENSIONS[type] ?? 'jpg'}`;
}

/** Paper under what is transparent, as a JPEG has none. */
function draw(image: ImageBitmap, largeur: number, fond: string | null): HTMLCanvasElement {
  const toile = document.createElement('canvas');
  toile.width = largeur;
  toile.height = Math.round((image.height * largeur) / image.width);
  const dessin = toile.getContext('2d');
  if (dessin !== null) {
    if (fond !== null) {
      dessin.fillStyle = fond;
      dessin.fillRect(0, 0, toile.width, toile.height);
    }
    dessin.imageSmoothingQuality = 'high';
    dessin.drawImage(image, 0, 0, toile.width, toile.height);
  }
  return toile;
}

function toFile(toile: HTMLCanvasElement, nom: string, type: string): Promise<File> {
  return new Promise((resolve, reject) => {
    toile.toBlob(
      (contenu) => {
        if (contenu === null) {
          reject(new Error('L’image ne peut pas être réduite.'));
        } else {
          resolve(new File([contenu], nameAs(nom, type), { type }));
        }
      },
      type,
      QUALITE
    );
  });
}

/** A photo from a phone, brought down to what an e-mail shows; a moving picture stays as it is. */
export async function reduceImage(fichier: File): Promise<ImageReduite> {
  const image = await createImageBitmap(fichier);
  const { name, type } = fichier;
  const largeur = Math.min(LARGEUR_FEUILLE, image.width);
  const connu = type in EXTENSIONS;
  if (type === 'image/gif' || (connu && image.width <= LARGEUR_FICHIER)) {
    return { fichier: new File([fichier], nameAs(name, type), { type }), largeur };
  }
  const isPng = type === 'image/png';
  const toile = draw(image, Math.min(LARGEUR_FICHIER, image.width), isPng ? null : '#ffffff');
  return { fichier: await toFile(toile, name, isPng ? type : 'image/jpeg'), largeur };
}
