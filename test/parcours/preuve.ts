import type { Page } from 'playwright-core';
import type { BoiteAuxLettres } from '../strapi/boite-aux-lettres';

/** « Prouvez votre adresse », asked before the first exemplaire: the code that came is typed back. */
export async function proveAdresse(page: Page, { mails }: BoiteAuxLettres): Promise<void> {
  const fenetre = page.getByRole('dialog', { name: 'Prouvez votre adresse' });
  await fenetre.getByRole('button', { name: 'M’envoyer le code' }).click();
  const champ = fenetre.getByLabel('Code reçu');
  await champ.waitFor();
  await champ.fill(/\d{6}$/.exec(mails.pop()?.subject ?? '')?.[0] ?? '');
  await fenetre.getByRole('button', { name: 'Valider et recevoir l’exemplaire' }).click();
}
