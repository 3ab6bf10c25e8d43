import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { ModeleOuvert } from '../../src/plugins/sms-mailing/core/api/modeles';
import type { BaseDuGuide } from '../strapi/base-du-guide';
import type { Visite } from './navigateur';

/** The page of one modele, as its user sees it. */
export interface EcranModele {
  page: Page;
  button: (nom: string | RegExp) => Locator;
  message: () => Locator;
  /** A chip of the message. */
  signet: (nom: string) => Locator;
  /** The e-mail of the preview. */
  courriel: () => FrameLocator;
  /** Waits until the screen says it. */
  said: (phrase: string | RegExp) => Promise<void>;
  /** From the list, by its name. */
  open: (nom: string) => Promise<void>;
  paste: (html: string) => Promise<void>;
  /** As the server has it. */
  read: () => Promise<ModeleOuvert>;
}

export const LISTE_MAILING = 'contacts-emails-sms/modeles-mailing';

/** As Word does: its own HTML in the clipboard, which the browser has not tidied. */
const COPIER = `(html) => {
  document.addEventListener('copy', (event) => {
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
  }, { once: true });
  document.execCommand('copy');
}`;

export function createEcranModele(base: BaseDuGuide, visite: Visite): EcranModele {
  const { page } = visite;
  const message = (): Locator => page.getByRole('textbox', { name: 'Message' });
  return {
    page,
    button: (nom) => page.getByRole('button', { name: nom, exact: true }),
    message,
    signet: (nom) => message().locator('.signet').filter({ hasText: nom }),
    courriel: () => page.frameLocator('iframe[title="Message reçu"]'),
    said: (phrase) => page.getByText(phrase).first().waitFor(),
    async open(nom) {
      await visite.open(LISTE_MAILING);
      await page.getByRole('link', { name: nom, exact: true }).click();
      await page.getByRole('heading', { name: nom, level: 1 }).waitFor();
      await message().waitFor();
    },
    async paste(html) {
      await page.evaluate(`(${COPIER})(${JSON.stringify(html)})`);
      await page.keyboard.press('ControlOrMeta+v');
    },
    async read() {
      // A new modele gets its address once it is saved.
      await page.waitForURL(/\/[a-z0-9]{20,}$/);
      const documentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      return (await base.ask<ModeleOuvert>('get', `/modeles/${documentId}`)).data;
    },
  };
}
