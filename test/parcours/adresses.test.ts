import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startServeurImap,
  type ServeurImap,
} from '../../src/plugins/sms-mailing/test/fakes/serveur-imap';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, expectAccessible, visit } from './navigateur';

const PORTABLE = { width: 1366, height: 768 };
const RAPPORT = path.join(
  __dirname,
  '../../src/plugins/sms-mailing/test/corpus/rebonds/boite-inexistante-postfix.eml'
);
const ANCIENNE = 'julien.palmer@boite.test';
const NEUVE = 'julien.palmer@neuve.test';

let imap: ServeurImap;
let base: BaseDuGuide;
let palmer: string;
let modele: string;

const programmer = () =>
  base.ask('post', `/entrepreneurs/${palmer}/programmer`, {
    ...{ modeleDocumentIds: [modele], force: true },
  });

beforeAll(async () => {
  imap = await startServeurImap([]);
  const env = { SMS_RESEAU_LOCAL: `127.0.0.1:${String(imap.port)}` };
  base = await openBaseDuGuide('sms-administrateur', env, { panel: true, listen: true });
  palmer = base.seed.entrepreneurs.palmer!.documentId;
  modele = await base.createModele({ nom: 'Info', objet: 'Info', message: '<p>Bonjour</p>' });
});
afterAll(async () => {
  await closeNavigateur();
  await base.close();
  await imap.close();
});

describe('D’un e-mail revenu à l’adresse corrigée', () => {
  it('l’Administrateur règle la boîte des retours et la teste', async () => {
    const { page, open, plaintes, close } = await visit(base.app, 'sms-administrateur', PORTABLE);
    await open('contacts-emails-sms/reglages-des-envois');
    await page.getByLabel('Adresse de retour').fill('rebonds@boite.test');
    await page.getByLabel(/Cette boîte reçoit aussi les adresses en «\s\+\s»/).click();
    await page.getByLabel('Serveur IMAP').fill('127.0.0.1');
    await page.getByLabel('Port', { exact: true }).fill(String(imap.port));
    await page.getByLabel('Utilisateur de la boîte').fill('rebonds');
    await page.getByLabel('Mot de passe de la boîte').fill('Sesame-1');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('Renseigné, chiffré.').first().waitFor();
    await page.getByRole('button', { name: 'Tester la connexion à la boîte' }).click();
    const dit = page.getByText('Le serveur accepte le compte et ouvre la boîte (elle est vide).');
    await dit.first().waitFor();
    await expectAccessible(page);
    expect(plaintes).toEqual([]);
    await close();
  });

  it('un fournisseur qui signale les retours se choisit ; sans adresse publique, c’est dit', async () => {
    const { page, open, plaintes, close } = await visit(base.app, 'sms-administrateur', PORTABLE);
    await open('contacts-emails-sms/reglages-des-envois');
    await page.getByRole('combobox', { name: 'Service d’envoi des e-mails' }).click();
    await page.getByRole('option', { name: 'Brevo' }).click();
    await page.getByText('Enregistrez pour lire l’adresse à déclarer.').waitFor();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText(/Ce fournisseur ne peut pas joindre l’application/).waitFor();
    await expectAccessible(page);
    expect(plaintes).toEqual([]);
    await close();
  });

  it('revenue, elle est dans la liste ; corrigée, elle en sort et la fiche le dit', async () => {
    await programmer();
    await base.tick(new Date('2022-03-03T18:00:30Z'));
    const retour = base.boite.retours.at(-1) ?? '';
    const brut = readFileSync(RAPPORT, 'utf8')
      .replaceAll('{JETON}', retour.slice('rebonds+'.length, retour.indexOf('@')))
      .replaceAll('{ADRESSE}', ANCIENNE);
    imap.boite.push({ uid: 1, brut: Buffer.from(brut) });
    // Programmed before anybody knew.
    await programmer();
    await base.readRebonds(new Date('2022-03-03T18:10:00Z'));

    const { page, open, plaintes, close } = await visit(
      base.app,
      'sms-profil-specifique',
      PORTABLE
    );
    await open('contacts-emails-sms/adresses-a-corriger');
    const ligne = page.getByRole('row').filter({ hasText: 'PALMER Julien' });
    await ligne
      .getByText(/^Refusée par mx\.fournisseur\.test le .*: boîte inexistante\.$/)
      .waitFor();
    await expectAccessible(page);

    await ligne.getByRole('button', { name: 'Corriger l’adresse de PALMER Julien' }).click();
    const fenetre = page.getByRole('dialog', { name: 'Corriger l’adresse de PALMER Julien' });
    await fenetre.getByLabel('Nouvelle adresse e-mail').fill(ANCIENNE);
    await fenetre.getByRole('button', { name: 'Enregistrer l’adresse' }).click();
    await fenetre.getByText('C’est l’adresse à remplacer : saisissez-en une autre.').waitFor();
    await fenetre.getByLabel('Nouvelle adresse e-mail').fill(NEUVE);
    await fenetre.getByRole('button', { name: 'Enregistrer l’adresse' }).click();
    await page.getByText('L’adresse est corrigée : le message déjà programmé y partira.').waitFor();
    await expect.poll(() => ligne.count()).toBe(0);

    await open(`entrepreneurs/${palmer}/coordonnees`);
    await page.getByLabel('Peut recevoir').getByText(NEUVE).first().waitFor();
    expect(await page.locator(`input[value="${NEUVE}"]`).count()).toBe(1);
    expect(plaintes).toEqual([]);
    await close();
    await base.tick(new Date('2022-03-04T18:00:30Z'));
    expect(base.mailsDe('Info')).toEqual([ANCIENNE, NEUVE].sort());
  });
});
