import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Explication } from '../../src/plugins/sms-mailing/core/api/envois-automatiques';
import type { PageHistorique } from '../../src/plugins/sms-mailing/core/api/historique';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

/** Fourteen months after the evening of the guide. */
const TARD = '2023-05-04';

let base: BaseDuGuide;
let palmer: string;
let action: string;
let envoi: string;

const historique = async (): Promise<PageHistorique> =>
  (await base.ask<PageHistorique>('get', `/entrepreneurs/${palmer}/historique`)).data;
const message = () => base.ask('get', `/envois/${envoi}/message`);
const countArchives = async (): Promise<number> =>
  (await base.sql<{ n: number }>('SELECT count(*)::int AS n FROM sms_envois_archives'))[0]!.n;

beforeAll(async () => {
  base = await openBaseDuGuide();
  palmer = base.seed.entrepreneurs.palmer!.documentId;
  action = base.seed.actions.palmerAtelier!.documentId;
  const rappel = { nom: 'Rappel', objet: 'Rappel', message: '<p>À bientôt.</p>' };
  await base.createRegle({
    typeContact: 'email',
    modeleDocumentId: await base.createModele(rappel),
    delai: -2,
    criteres: { ods: [base.seed.ods["Activ'Créa lot 1"]!.documentId] },
  });
  await base.tick(new Date('2022-03-03T18:00:00Z'));
  envoi = (await historique()).lignes[0]!.documentId;
});

afterAll(() => base.close());

describe('Conservation des messages', () => {
  it('le texte se relit, et rien ne bouge en plein jour, même des mois après', async () => {
    await base.tick(new Date(`${TARD}T10:00:00Z`));
    expect(await countArchives()).toBe(0);
    expect((await message()).status).toBe(200);
  });

  it('la nuit, il est effacé : l’historique reste, « Le message » et « Pourquoi ? » le disent', async () => {
    const avant = await historique();
    await base.tick(new Date(`${TARD}T23:00:00Z`));
    expect(await countArchives()).toBeGreaterThan(0);
    expect(await historique()).toEqual(avant);
    expect((await message()).erreur).toMatchObject({
      message: expect.stringContaining('n’est plus gardé') as string,
      details: { regle: 'texte-efface' },
    });
    const { data } = await base.ask<Explication>('post', '/envois-automatiques-pourquoi', {
      entrepreneurDocumentId: palmer,
      actionDocumentId: action,
    });
    expect(data.regles).toMatchObject([
      { issue: 'envoi', raison: 'Envoyé le 03/03/2022. Son texte n’est plus gardé.' },
    ]);
  });

  it('un échec archivé ne se renvoie pas, et la raison le dit', async () => {
    await base.sql(`UPDATE sms_envois_archives SET statut = 'echec' WHERE document_id = $1`, [
      envoi,
    ]);
    const refus = await base.ask('post', '/envois/relancer', { envoiDocumentIds: [envoi] });
    await base.sql(`UPDATE sms_envois_archives SET statut = 'envoye' WHERE document_id = $1`, [
      envoi,
    ]);
    expect(refus.erreur?.details).toMatchObject({ regle: 'envoi-archive' });
  });

  it('la preuve d’un mois se télécharge, archive comprise', async () => {
    const { status, headers, text } = await base.admin.get('/sms-mailing/preuves?mois=2022-03');
    expect(status).toBe(200);
    expect(headers['content-disposition']).toContain('preuves-2022-03.csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const { adresse } = (await historique()).lignes[0]!;
    const lignes = text.split('\r\n').filter((ligne) => ligne.includes(`"${String(adresse)}"`));
    expect(lignes).toHaveLength(1);
    expect(lignes[0]).toContain('"03/03/2022"');
    expect(
      (await base.admin.get('/sms-mailing/preuves?mois=2022-02')).text.split('\r\n')
    ).toHaveLength(2);
    const refus = await base.ask('get', '/preuves?mois=mars');
    expect(refus.erreur?.message).toContain('Choisissez un mois');
  });

  it('les durées se règlent, celle du texte jamais sous treize mois ni au-delà de la preuve', async () => {
    const save = async (durees: object) => {
      const { parametres } = (await base.ask<ParametresLus>('get', '/parametres')).data;
      return base.ask<ParametresLus>('put', '/parametres', { ...parametres, ...durees });
    };
    expect((await save({ texteMois: 12 })).erreur?.message).toContain('13 mois au moins');
    expect((await save({ texteMois: 36, preuveMois: 24 })).erreur?.message).toContain(
      'aussi longtemps que leur texte'
    );
    const { status, data } = await save({ texteMois: 24, preuveMois: 36 });
    expect({ status, parametres: data.parametres }).toMatchObject({
      status: 200,
      parametres: { texteMois: 24, preuveMois: 36 },
    });
  });
});
