import { Image, type ImageOptions } from '@tiptap/extension-image';
import { readReference, referenceImage } from '../../../core/image-message';

interface Options extends ImageOptions {
  /** The address at which the browser shows a file of the module. */
  loadImage: (id: number) => Promise<string>;
}

/**
 * Shows an image where its reference stands (decision F6). In a paragraph, so that it is aligned as its text is
 * and can bear a link.
 */
export const NoeudImage = Image.extend<Options>({
  addOptions() {
    const heritees = this.parent?.();
    if (heritees === undefined) {
      throw new Error('L’extension Image de TipTap n’a pas d’options.');
    }
    return {
      ...heritees,
      inline: true,
      allowBase64: false,
      loadImage: () => Promise.resolve(''),
    };
  },

  /** `data-image` on the page: the browser would look for an `image:12`. */
  addAttributes() {
    return {
      ...this.parent?.(),
      src: {
        default: null,
        parseHTML: (element: HTMLElement) => {
          const { image } = element.dataset;
          return image === undefined ? element.getAttribute('src') : referenceImage(Number(image));
        },
        renderHTML: ({ src }: { src?: string | null }) => {
          const id = readReference(src ?? '');
          return id === null ? { src } : { 'data-image': String(id) };
        },
      },
    };
  },

  parseHTML() {
    return [{ tag: 'img[data-image]' }, ...(this.parent?.() ?? [])];
  },

  addNodeView() {
    const { loadImage } = this.options;
    return ({ node }) => {
      const dom = document.createElement('img');
      const { src, alt, width } = node.attrs as { src: string; alt?: string; width?: number };
      dom.alt = alt ?? '';
      if (width) {
        dom.width = width;
      }
      const id = readReference(src);
      if (id === null) {
        dom.src = src;
      } else {
        void loadImage(id).then((adresse) => {
          dom.src = adresse;
        });
      }
      return { dom };
    };
  },
});
