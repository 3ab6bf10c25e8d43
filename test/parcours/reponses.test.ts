import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, expectAccessible, openPublique, visit, type Visite } from './navigateur';

const SOIR = new Date('2022-03-03T18:00:00Z');

let base: BaseDuGuide;
let action: string;
let panneau: Visite;
let heure = new Date('2022-03-03T14:00:00Z');

const avance = async (minutes: number): Promise<void> => {
  heure = new Date(heure.getTime() + minutes * 60_000);
  await base.tick(heure);
};

/** The link of the last message of this objet that this person received, on the address of the application under test. */
function lienDe(objet: string, nom: string): string {
  const recu = [...base.boite.mails]
    .reverse()
    .find(({ subject, to }) => subject === objet && JSON.stringify(to).includes(nom));
  const lien = /https?:\/\/[^/"]+(\/api\/[^"\s]+)"/.exec(String(recu?.html))?.[1];
  expect(lien, `le lien de « ${objet} » reçu par ${nom}`).toBeDefined();
  return `${base.app.url ?? ''}${lien ?? ''}`;
}

async function regarder(url: string): Promise<void> {
  const page = await openPublique(url, { javaScript: true });
  await expectAccessible(page);
  await page.context().close();
}

const titre = (page: Page): Promise<string | null> => page.locator('h1').textContent();

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  action = base.seed.actions.palmerAtelier!.documentId;
  await base.sql(`UPDATE entrepreneurs SET consentement_rgpd = 'Oui', accepte_sms = true`);
  await base.sql('UPDATE participations SET confirme = NULL');
  await base.sql('UPDATE actions SET capacite = 3, surbooking = NULL WHERE document_id = $1', [
    action,
  ]);
  await base.sql(
    `UPDATE participations p SET statut = 'Liste d''attente', confirme = NULL
       FROM participations_entrepreneur_lnk l JOIN entrepreneurs e ON e.id = l.entrepreneur_id
       JOIN participations_action_lnk a ON true JOIN actions c ON c.id = a.action_id
      WHERE l.participation_id = p.id AND a.participation_id = p.id AND c.document_id = $1 AND e.document_id = $2`,
    [action, base.seed.entrepreneurs.diallo!.documentId]
  );
  const lien = '<p><a href="${action_lien_confirmation}">Répondre</a></p>';
  const rappel = await base.createModele({ nom: 'Rappel', objet: 'Rappel', message: lien });
  await base.createModele({ nom: 'Place libérée', objet: 'Une place', message: lien });
  await base.createModele({ nom: 'Convocation', objet: 'Convocation', message: '<p>Venez</p>' });
  await base.ask('post', `/actions/${action}/envoyer`, { modeleDocumentIds: [rappel] });
  await avance(1);
  panneau = await visit(base.app, 'sms-administrateur');
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

describe('Du message reçu à la fiche (décision G16)', () => {
  it('« Je confirme », sans JavaScript, se lit sur la fiche', async () => {
    const lien = lienDe('Rappel', 'MARTIN');
    await regarder(lien);
    const page = await openPublique(lien);
    expect(await titre(page)).toContain('Viendrez-vous');
    await page.getByRole('button', { name: 'Je confirme' }).click();
    expect(await titre(page)).toContain('nous vous attendons');
    await page.context().close();
    await panneau.open(`actions/${action}/participants`);
    const ligne = panneau.page.getByRole('row', { name: /MARTIN Sophie/ });
    await ligne.getByText('Oui, par son lien').waitFor();
  });

  it('« Je ne pourrai pas venir » libère une place : l’accueil et la fiche le disent', async () => {
    const page = await openPublique(lienDe('Rappel', 'PALMER'));
    await page.getByRole('button', { name: 'Je ne pourrai pas venir' }).click();
    expect(await titre(page)).toContain('vous ne viendrez pas');
    await page.context().close();
    await panneau.open(`actions/${action}/participants`);
    await panneau.page.getByText('1 place est libre et 1 personne attend.').waitFor();
    await panneau.page.getByText('1 désistement', { exact: true }).first().waitFor();
    await panneau.open('');
    await panneau.page.getByText(/1 place libre, 1 personne en attente\..*DIALLO Amadou/).waitFor();
  });

  it('« Proposer la place » écrit, la personne accepte, la convocation part, la fiche le dit', async () => {
    const { page } = panneau;
    await panneau.open(`actions/${action}/participants`);
    await page.getByRole('button', { name: 'Proposer la place à DIALLO Amadou' }).click();
    const fenetre = page.getByRole('dialog');
    await fenetre.getByRole('checkbox', { name: /^Place libérée/ }).check();
    await fenetre.getByRole('combobox', { name: /Convocation/ }).click();
    await page.getByRole('option', { name: /^Convocation/ }).click();
    await fenetre.getByText(/1 message, à 1 vraie personne/).waitFor();
    await fenetre
      .getByText(/^La place sera gardée jusqu’au \d\d\/\d\d\/\d{4}.*début de l’action\.$/)
      .waitFor();
    await expectAccessible(page, '[role=dialog]');
    await fenetre.getByRole('button', { name: 'Proposer la place' }).click();
    await page.getByText(/^Place proposée le .* gardée jusqu’au /).waitFor();
    await expectAccessible(page);
    await avance(1);

    const lien = lienDe('Une place', 'DIALLO');
    await regarder(lien);
    const publique = await openPublique(lien);
    expect(await titre(publique)).toContain('Une place s’est libérée');
    await publique.getByRole('button', { name: 'Je prends la place' }).click();
    expect(await titre(publique)).toContain('nous vous attendons');
    await publique.context().close();
    await avance(1);
    expect(base.mailsDe('Convocation')).toEqual(['amadou.diallo@boite.test']);
    await panneau.open(`actions/${action}/participants`);
    await page.getByText(/^A pris la place le .* Sa convocation est partie\.$/).waitFor();
  });
});

describe('La désinscription, du message reçu à la fiche', () => {
  it('la page se lit et se choisit sans JavaScript ; le choix est dans Oppositions et sur la fiche', async () => {
    const { documentId } = base.seed.entrepreneurs.palmer!;
    const lettre = await base.createModele({
      ...{ typeContact: 'newsletter', nom: 'Lettre', objet: 'La lettre', but: 'promotion' },
      message: '<p>Bonjour</p>',
    });
    await base.ask('post', `/entrepreneurs/${documentId}/programmer`, {
      modeleDocumentIds: [lettre],
    });
    await base.tick(SOIR);
    const lien = lienDe('La lettre', 'PALMER');
    await regarder(lien);
    const page = await openPublique(lien);
    expect(await titre(page)).toContain('Que ne souhaitez-vous plus recevoir');
    await page.getByRole('radio', { name: /Plus rien du tout/ }).check();
    await page.getByRole('button', { name: 'Enregistrer mon choix' }).click();
    expect(await titre(page)).toContain('C’est fait');
    await page.getByText('Vous ne recevrez plus rien de notre part.').waitFor();
    await page.context().close();
    await regarder(lien);

    await panneau.open('contacts-emails-sms/oppositions');
    const ligne = panneau.page.getByRole('row', { name: /PALMER Julien/ });
    await ligne
      .getByText(/lien de désinscription/i)
      .first()
      .waitFor();
    await panneau.open(`entrepreneurs/${documentId}/coordonnees`);
    await panneau.page
      .getByText(/Tout message.*lien de désinscription/)
      .first()
      .waitFor();
    expect(panneau.plaintes).toEqual([]);
  });
});
