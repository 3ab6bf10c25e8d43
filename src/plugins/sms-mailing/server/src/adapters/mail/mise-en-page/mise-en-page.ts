import type { MiseEnPage } from '../../../services/ports/mise-en-page';
import { compileMessage, MOTEUR } from './compile-message';

/** The layout of the house, over sanitize-html, juice and html-to-text. */
export const miseEnPage: MiseEnPage = { moteur: MOTEUR, compileMessage };
