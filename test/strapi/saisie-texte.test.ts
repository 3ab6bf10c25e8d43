import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnJson } from '../../src/plugins/sms-mailing/core/api/en-json';
import type { AvantEnvoi } from '../../src/plugins/sms-mailing/core/api/fiches';
import type { Apercu } from '../../src/plugins/sms-mailing/core/api/modeles';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

const TEAMS = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting/0?context=a';

let base: BaseDuGuide;
let entretien: string;
beforeAll(async () => {
  base = await openBaseDuGuide();
  entretien = base.seed.actions.entretienEmergence!.documentId;
});
afterAll(() => base.close());

async function writeLien(lien: string): Promise<void> {
  await base.sql('UPDATE actions SET lien_visio = $1 WHERE document_id = $2', [lien, entretien]);
}

/** Saved, then sent at once to the participants of the action; the e-mail as it came. */
async function recevoir(nom: string, message: string) {
  const modele = await base.createModele({ nom, objet: nom, message });
  const corps = { modeleDocumentIds: [modele], force: true };
  expect((await base.ask('post', `/actions/${entretien}/envoyer`, corps)).status).toBe(200);
  await base.tick(new Date('2022-03-03T14:00:00Z'));
  return base.boite.mails.find(({ subject }) => subject === nom);
}

describe('un signet sert de lien', () => {
  const LIEN = '<p><a href="${action_lien_visio}">Rejoindre</a></p>';

  it.each([
    ['Rejoindre la réunion : ' + TEAMS, TEAMS],
    [`<${TEAMS}>`, TEAMS],
    ['lena@bge.fr', 'mailto:lena@bge.fr'],
    ['06 12 34 56 78', 'tel:0612345678'],
  ])('« %s » ouvre %s', async (saisi, attendu) => {
    await writeLien(saisi);
    const mail = await recevoir(`Lien ${saisi.slice(0, 2)}`, LIEN);
    expect(mail?.html).toContain(`href="${attendu.replaceAll('&', '&amp;')}"`);
    expect(mail?.text).toContain(attendu);
  });

  it('« à venir » n’ouvre rien : personne ne reçoit de lien mort, et c’est dit avant le clic', async () => {
    await writeLien('à venir');
    const modele = await base.createModele({ nom: 'Mort', objet: 'Mort', message: LIEN });
    const { data } = await base.ask<EnJson<AvantEnvoi>>(
      'post',
      `/actions/${entretien}/avant-envoi`,
      { modeleDocumentIds: [modele] }
    );
    expect(data.modeles[0]?.recevront).toEqual([]);
    expect(data.modeles[0]?.exclus.map(({ motif }) => motif)).toContain('signet_vide');
    const apercu = await base.ask<Apercu>('post', '/modeles-apercu', {
      modeleDocumentId: modele,
      cobaye: {
        typeDestinataire: 'entrepreneur',
        documentId: base.seed.entrepreneurs.diallo!.documentId,
        actionDocumentId: entretien,
      },
    });
    expect(apercu.data).toMatchObject({ motif: 'signet_vide', vides: ['${action_lien_visio}'] });
    expect(apercu.data.html).not.toContain('href="#"');
  });
});

describe('ce qu’un modèle importé apporte', () => {
  it('un nom de police entre guillemets s’enregistre et part', async () => {
    const mail = await recevoir(
      'Police',
      '<p style="font-family:&quot;Times New Roman&quot;,serif">Bonjour</p>'
    );
    expect(mail?.html).toContain("font-family: 'Times New Roman',serif");
  });

  it('la part texte d’un tableau a une ligne par rangée', async () => {
    const mail = await recevoir(
      'Tableau',
      '<table><tr><th>Date</th><th>Heure</th></tr><tr><td>5 mars</td><td>9h30</td></tr></table>'
    );
    expect(mail?.text).toMatch(/^Date \| Heure\n5 mars \| 9h30\n/);
  });

  it('« \\${…} » se comprend sans être normalisé', async () => {
    const mail = await recevoir('Guide', '<p>Bonjour \\${personne/personne_prenom},</p>');
    expect(mail?.text).toMatch(/^Bonjour Amadou,/);
  });

  it.each([
    ['un signet jamais fermé', '<p>Le ${action_date</p>', /n’est pas fermé/],
    ['une barre du mauvais côté', '<p>Le $\\{action_date}</p>', /retirez la barre/],
  ])('%s empêche d’activer, pas de garder un brouillon', async (nom, message, phrase) => {
    const saisie = {
      ...{ typeContact: 'email', destinataires: ['entrepreneur'], but: 'suivi' },
      ...{ nom, objet: nom, message },
    };
    const refus = await base.ask('post', '/modeles', saisie);
    expect(refus).toMatchObject({
      status: 400,
      erreur: { details: { regle: 'signet-mal-ecrit' } },
    });
    expect(refus.erreur?.message).toMatch(phrase);
    expect((await base.ask('post', '/modeles', { ...saisie, inactif: true })).status).toBe(200);
  });

  it('un message que Gmail couperait dit son poids', async () => {
    const { data } = await base.ask<Apercu>('post', '/modeles-apercu', {
      modele: {
        ...{ typeContact: 'newsletter', destinataires: ['entrepreneur'], but: 'promotion' },
        ...{ nom: 'Longue', objet: 'Longue', message: `<p>${'é'.repeat(60_000)}</p>` },
      },
      cobaye: { typeDestinataire: 'entrepreneur', documentId: null, actionDocumentId: null },
    });
    expect(data.poids).toBeGreaterThan(120_000);
  });
});
