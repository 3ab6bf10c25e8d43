import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LignePackage } from '../../src/plugins/sms-mailing/core/package-sms';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { expectEntretemps, expectSansVersion } from './refus-version';

let base: BaseDuGuide;

beforeAll(async () => {
  base = await openBaseDuGuide();
});

afterAll(() => base.close());

describe('Décision G9 : le package SMS', () => {
  let documentId: string;

  const lire = async (): Promise<LignePackage> => {
    const { data } = await base.ask<{ packages: LignePackage[] }>('get', '/packages-sms');
    return data.packages.find((lot) => lot.documentId === documentId)!;
  };
  const enregistrer = (saisie: object) => base.ask('put', `/packages-sms/${documentId}`, saisie);
  const corriger = (saisie: object) =>
    base.ask<LignePackage>('post', `/packages-sms/${documentId}/corrections`, saisie);

  beforeAll(async () => {
    const saisie = { dateAchat: '2022-01-02', achetes: 100 };
    documentId = (await base.ask<LignePackage>('post', '/packages-sms', saisie)).data.documentId;
  });

  it('ouvert avant le soir, enregistré après : les SMS débités le soir restent débités', async () => {
    const ouvert = await lire();
    const modele = await base.createModele({ typeContact: 'sms', nom: 'Info', message: 'Bonjour' });
    const { documentId: palmer } = base.seed.entrepreneurs.palmer!;
    await base.ask('post', `/entrepreneurs/${palmer}/programmer`, { modeleDocumentIds: [modele] });
    await base.tick(new Date('2022-03-03T18:00:00Z'));
    expect((await lire()).consommes).toBe(1);
    // Whatever an older screen still sends of « consommés ».
    expect(await enregistrer({ ...ouvert, achetes: 200 })).toMatchObject({ status: 200 });
    expect(await lire()).toMatchObject({ achetes: 200, consommes: 1 });
  });

  it('deux personnes ne s’écrasent pas, et rien n’est écrit de la seconde', async () => {
    const ouvert = await lire();
    expect((await enregistrer({ ...ouvert, achetes: 300 })).status).toBe(200);
    expectEntretemps(await enregistrer({ ...ouvert, achetes: 50 }), 'package-modifie-entretemps');
    expect(await lire()).toMatchObject({ achetes: 300 });
  });

  it('sans la version lue, rien n’est écrit', async () => {
    expectSansVersion(await enregistrer({ dateAchat: '2022-01-02', achetes: 50 }));
    expect(await lire()).toMatchObject({ achetes: 300 });
  });

  it('le décompte se corrige par un mouvement signé, motivé, que le journal montre', async () => {
    const { version } = await lire();
    const plus = await corriger({ credits: 9, raison: 'Relevé de l’opérateur', version });
    expect(plus.data).toMatchObject({ consommes: 10 });
    const moins = await corriger({
      credits: -4,
      raison: 'Saisi deux fois',
      version: plus.data.version,
    });
    expect(moins.data).toMatchObject({ consommes: 6 });
    const journal = await base.ask('get', `/packages-sms/${documentId}/journal`);
    const correction = {
      jour: '2022-03-03',
      nature: 'correction',
      auteur: expect.stringMatching(/^Camille sms-administrateur$/) as string,
    };
    expect(journal.data).toEqual([
      { ...correction, credits: -4, raison: 'Saisi deux fois' },
      { ...correction, credits: 9, raison: 'Relevé de l’opérateur' },
      { jour: '2022-03-03', nature: 'debit', credits: 1 },
    ]);
  });

  it('deux clics ne corrigent qu’une fois', async () => {
    const { version, consommes } = await lire();
    const saisie = { credits: 5, raison: 'Relevé', version };
    const issues = await Promise.all([corriger(saisie), corriger(saisie)]);
    expect(issues.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect((await lire()).consommes).toBe(consommes + 5);
  });

  it.each([
    [{ credits: 0, raison: 'Rien' }, 'au moins un SMS'],
    [{ credits: 1.5, raison: 'Demi' }, 'nombre de SMS à ajouter ou à retirer'],
    [{ credits: 3 }, 'Dites pourquoi'],
    [{ credits: 3, raison: '  ' }, 'Dites pourquoi'],
    [{ credits: -12, raison: 'Trop' }, '11 SMS seulement sont décomptés'],
    [{ credits: 290, raison: 'Trop' }, '300 SMS achetés, dont 11 déjà consommés'],
  ])('une correction %j est refusée, avec la raison', async (saisie, phrase) => {
    const { version } = await lire();
    const { status, erreur } = await corriger({ ...saisie, version });
    expect(status).toBe(400);
    expect(erreur?.message).toContain(phrase);
    expect(await lire()).toMatchObject({ consommes: 11, version });
  });

  it('les SMS achetés ne passent pas sous ceux qui sont consommés', async () => {
    const { erreur } = await enregistrer({ ...(await lire()), achetes: 10 });
    expect(erreur?.message).toContain('11 SMS de ce package sont déjà consommés');
    expect((await enregistrer({ ...(await lire()), achetes: 11 })).status).toBe(200);
  });

  it('corrigé à zéro, il garde son journal : il ne se supprime pas ; entamé sans journal, oui', async () => {
    const { version, consommes } = await lire();
    await corriger({ credits: -consommes, raison: 'Remise à zéro', version });
    expect(await lire()).toMatchObject({ consommes: 0 });
    const servi = await base.ask('delete', `/packages-sms/${documentId}`);
    expect(servi.erreur?.details.regle).toBe('package-utilise');
    const entame = await base.ask<LignePackage>('post', '/packages-sms', {
      dateAchat: '2022-02-01',
      achetes: 10,
      consommes: 4,
    });
    const efface = await base.ask('delete', `/packages-sms/${entame.data.documentId}`);
    expect(efface.status).toBe(200);
  });
});
