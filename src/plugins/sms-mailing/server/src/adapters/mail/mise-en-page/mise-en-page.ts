import type { MiseEnPage } from '../../../services/ports/mise-en-page';
import { compileMessage } from './compile-message';
import { compileRendu } from './compile-rendu';

/** The layout of the house, over sanitize-html, juice and html-to-text. */
export const miseEnPage: MiseEnPage = { compileMessage, compileRendu };
