import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';

const SANS_FOURNISSEUR = 'aucun fournisseur de SMS n’est choisi.';

let base: BaseDuGuide;
let visite: Visite;

async function programmer(saisie: Record<string, unknown>): Promise<void> {
  const modele = await base.createModele(saisie);
  for (const qui of ['palmer', 'martin']) {
    await base.ask(
      'post',
      `/entrepreneurs/${base.seed.entrepreneurs[qui]!.documentId}/programmer`,
      {
        modeleDocumentIds: [modele],
      }
    );
  }
}

beforeAll(async () => {
  base = await openBaseDuGuide(
    'sms-administrateur',
    { SMS_MAILING_BASE: 'reelle', SMTP_EXPEDITEUR: 'BGE <contact@bge.test>' },
    { panel: true, listen: true }
  );
  await base.ask('post', '/parametres/verification-email');
  const code = /\d{6}$/.exec(base.boite.mails[0]?.subject ?? '')?.[0];
  await base.ask('post', '/parametres/verification', { transport: 'mail', code });
  visite = await visit(base.app, 'sms-administrateur');
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

describe('Une vraie base dit ce qui est retenu, et pourquoi (décisions G3, G4)', () => {
  it('rien n’attend : l’accueil n’alarme personne', async () => {
    const { page } = visite;
    await page.getByText('Rien n’est programmé pour le prochain envoi.').waitFor();
    expect(await page.getByText('retenu').count()).toBe(0);
  });

  it('tout attend : l’accueil compte ce qui est retenu et n’annonce aucun départ', async () => {
    await programmer({ typeContact: 'sms', nom: 'Rappel', message: 'Rappel' });
    await programmer({
      typeContact: 'newsletter',
      nom: 'Lettre',
      objet: 'Lettre',
      message: '<p>Lettre</p>',
    });
    const { page, open } = visite;
    await open('');
    await page.getByText(`2 SMS retenus : ${SANS_FOURNISSEUR}`).waitFor();
    await page.getByText('2 promotions par e-mail retenues : le lien de désinscription').waitFor();
    await page.getByText('tout ce qui est programmé est retenu').waitFor();
    expect(await page.getByRole('button', { name: /maintenant/ }).count()).toBe(0);
  });

  it('« Package SMS » et « Prêt à envoyer ? » disent la même chose', async () => {
    const { page, open } = visite;
    await open('contacts-emails-sms/packages-sms');
    await page.getByText(`SMS retenus : ${SANS_FOURNISSEUR}`).waitFor();
    await expectAccessible(page);
    await open('contacts-emails-sms/reglages-des-envois');
    const liste = page.getByRole('region', { name: 'Prêt à envoyer ?' });
    for (const point of ['Compte SMS', 'Adresse publique']) {
      const ligne = liste.getByRole('listitem').filter({ hasText: point });
      await ligne.getByRole('img', { name: 'À faire avant d’envoyer' }).waitFor();
    }
  });

  it('ce qui part reste annoncé, sans ce qui est retenu', async () => {
    await programmer({ nom: 'Suivi', objet: 'Suivi', message: '<p>Suivi</p>' });
    const { page, open } = visite;
    await open('');
    await page.getByText('Partiront ce soir à 19h00 : 2 messages.').waitFor();
    await page.getByText(`2 SMS retenus : ${SANS_FOURNISSEUR}`).waitFor();
  });
});
