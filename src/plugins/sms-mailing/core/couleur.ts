import { z } from 'zod';

/** « #1d4f91 », as a colour field of a browser gives it. */
export const couleurSchema = z
  .string()
  .regex(/^#[\da-f]{6}$/i, { error: 'Choisissez une couleur, comme #1d4f91.' })
  .default('#1d4f91');

/** WCAG 2.2, relative luminance. */
function luminanceOf(couleur: string): number {
  const [rouge = 0, vert = 0, bleu = 0] = [1, 3, 5].map((rang) => {
    const part = Number.parseInt(couleur.slice(rang, rang + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * rouge + 0.7152 * vert + 0.0722 * bleu;
}

const ENCRES = ['#ffffff', '#12181f'] as const;

/** WCAG 2.2: 1 the same, 21 black on white; a text is read from 4.5. */
export function contraste(une: string, autre: string): number {
  const [claire = 0, foncee = 0] = [luminanceOf(une), luminanceOf(autre)].sort((a, b) => b - a);
  return (claire + 0.05) / (foncee + 0.05);
}

/** What is written on this colour: white where it is read, else nearly black. */
export function encreSur(couleur: string): string {
  const [blanc, noir] = ENCRES;
  return contraste(couleur, blanc) >= 4.5 ? blanc : noir;
}
