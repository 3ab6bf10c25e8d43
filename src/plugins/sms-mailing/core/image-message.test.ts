import { describe, expect, it } from 'vitest';
import { cidImage, listImages, readReference, referenceImage, showImages } from './image-message';

describe('les images d’un message', () => {
  it('sont celles du module, chacune une fois, dans l’ordre', () => {
    const message =
      '<p><img alt="a" src="image:12"><img src="image:3"><img src="https://bge.fr/x.png">' +
      '<IMG class="x" src="image:12" width="20">image:99 <a href="image:5">x</a></p>';
    expect(listImages(message)).toEqual([12, 3]);
  });

  it('se nomment par leur numéro, et rien d’autre n’en est une', () => {
    expect(readReference(referenceImage(7))).toBe(7);
    expect(readReference('https://bge.fr/image:7')).toBeNull();
    expect(readReference('image:7;x')).toBeNull();
  });

  it('s’écrivent dans l’aperçu, même lourdes', () => {
    const contenu = new Uint8Array(100_000).map((_, i) => i % 256);
    const html = `<img src="cid:${cidImage(4)}"><img src="cid:${cidImage(44)}">`;
    const montre = showImages(html, [{ id: 4, typeMime: 'image/png', contenu }]);
    const [, base64 = ''] = /src="data:image\/png;base64,([^"]*)"/.exec(montre) ?? [];
    expect(Buffer.from(base64, 'base64').equals(Buffer.from(contenu))).toBe(true);
    expect(montre).toContain(`cid:${cidImage(44)}`);
  });
});
