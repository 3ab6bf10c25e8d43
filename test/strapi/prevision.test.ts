import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  EssaiRegle,
  TableEnvoisAutomatiques,
} from '../../src/plugins/sms-mailing/core/api/envois-automatiques';
import type { ComptePackages } from '../../src/plugins/sms-mailing/core/package-sms';
import type { Soiree } from '../../src/plugins/sms-mailing/core/soiree';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

let base: BaseDuGuide;
let sms: string;

const readSoiree = async (suite = ''): Promise<Soiree> =>
  (await base.ask<Soiree>('get', `/soiree${suite}`)).data;

const programmer = (qui: string, modele: string) =>
  base.ask('post', `/entrepreneurs/${base.seed.entrepreneurs[qui]!.documentId}/programmer`, {
    modeleDocumentIds: [modele],
  });

beforeAll(async () => {
  base = await openBaseDuGuide();
  const criteres = { ods: [base.seed.ods["Activ'Créa lot 1"]!.documentId] };
  const rappel = await base.createModele({
    ...{ nom: 'Rappel', objet: 'Rappel' },
    message: '<p>Le ${action_date#j F Y}</p>',
  });
  sms = await base.createModele({ typeContact: 'sms', nom: 'SMS', message: 'Bonjour' });
  const smsDuSoir = await base.createModele({
    ...{ typeContact: 'sms', nom: 'SMS du soir', message: 'À ${action_date#H:i}' },
  });
  await base.createRegle({
    ...{ typeContact: 'email', modeleDocumentId: rappel, delai: -2, criteres },
  });
  await base.createRegle({
    ...{ typeContact: 'sms', modeleDocumentId: smsDuSoir, delai: -2, criteres },
  });
  await base.ask('post', '/packages-sms', { dateAchat: '2022-01-02', achetes: 100, consommes: 0 });
  await programmer('palmer', sms);
  await programmer('martin', sms);
});
afterAll(() => base.close());

describe('Un seul nombre pour « ce soir » (décision G13)', () => {
  it('l’accueil, les envois automatiques, la simulation et les packages disent le même', async () => {
    const soiree = await readSoiree();
    const table = (await base.ask<TableEnvoisAutomatiques>('get', '/envois-automatiques')).data;
    const essais = (
      await base.ask<EssaiRegle[]>('post', '/envois-automatiques-essai', { soir: soiree.soir })
    ).data;
    const packages = (await base.ask<ComptePackages>('get', '/packages-sms')).data;
    expect(soiree.programmes).toBe(2);
    expect(soiree.automatiquesCeSoir).toBeGreaterThan(2);
    expect(table.total).toEqual({
      programmes: soiree.programmes,
      automatiques: soiree.automatiquesCeSoir,
    });
    const sum = (nombres: number[]): number => nombres.reduce((a, b) => a + b, 0);
    expect(sum(table.lignes.map(({ ceSoir }) => ceSoir?.recevront ?? 0))).toBe(
      soiree.automatiquesCeSoir
    );
    expect(sum(essais.map(({ recevront }) => recevront))).toBe(soiree.automatiquesCeSoir);
    expect(soiree.creditsCeSoir).toBeGreaterThan(2);
    expect(soiree.resteSms).toBe(100 - soiree.creditsCeSoir);
    expect(packages.ensuite).toBe(soiree.resteSms);
  });

  it('dit d’où vient chaque message, et qui en reçoit plusieurs', async () => {
    const { origines, sollicitees, programmes, automatiquesCeSoir } = await readSoiree();
    expect(origines.map(({ modele }) => modele).sort()).toEqual(['Rappel', 'SMS', 'SMS du soir']);
    expect(origines.reduce((somme, { personnes }) => somme + personnes, 0)).toBe(
      programmes + automatiquesCeSoir
    );
    expect(origines.find(({ modele }) => modele === 'Rappel')?.regle).toEqual(expect.any(String));
    const palmer = sollicitees.find(({ nom }) => nom === 'PALMER Julien');
    expect(palmer?.messages).toBe(3);
    expect(sollicitees.every(({ messages }) => messages > 1)).toBe(true);
  });

  it('garde le compte tant que rien n’est écrit, et le refait dès qu’une fiche change', async () => {
    const avant = await readSoiree();
    base.setHeure(new Date(Date.parse(avant.calculeeLe) + 60_000));
    expect((await readSoiree()).calculeeLe).toBe(avant.calculeeLe);
    await base.sql(`UPDATE entrepreneurs SET inactif = true WHERE upper(nom) = 'MARTIN'`);
    const apres = await readSoiree();
    expect(apres.calculeeLe).not.toBe(avant.calculeeLe);
    expect(apres.programmes).toBe(1);
    expect(apres.exclus.find(({ motif }) => motif === 'fiche_inactive')?.nombre).toBeGreaterThan(0);
    await base.sql(`UPDATE entrepreneurs SET inactif = false WHERE upper(nom) = 'MARTIN'`);
    expect((await readSoiree()).programmes).toBe(2);
  });

  it('les SMS qui manquent sont comptés comme 19h les comptera', async () => {
    await base.sql('UPDATE sms_packages SET consommes = 97');
    const prevue = await readSoiree();
    const manquent = prevue.exclus.find(({ motif }) => motif === 'credit_sms_insuffisant');
    expect(manquent?.nombre).toBeGreaterThan(0);
    expect(prevue.resteSms).toBe(0);
    await base.sql('UPDATE sms_packages SET consommes = 0');
  });

  it('les soirs suivants se regardent aussi ; un soir passé se refuse en le disant', async () => {
    const demain = await readSoiree('?soir=2022-03-04');
    expect(demain).toMatchObject({ soir: '2022-03-04', programmes: 0 });
    const hier = await base.ask('get', '/soiree?soir=2022-03-02');
    expect(hier.status).toBe(400);
    expect(hier.erreur?.message).toContain('choisissez un soir à partir du 03/03/2022');
    expect((await base.ask('get', '/soiree?soir=pas-une-date')).status).toBe(400);
  });

  it('ce qui est annoncé est ce qui part à 19h', async () => {
    const { programmes, automatiquesCeSoir, creditsCeSoir } = await readSoiree();
    await base.tick(new Date('2022-03-03T18:00:30Z'));
    await base.tick(new Date('2022-03-03T18:01:00Z'));
    expect(base.boite.mails.length + base.listSms().length).toBe(programmes + automatiquesCeSoir);
    const [package_] = await base.sql<{ consommes: number }>('SELECT consommes FROM sms_packages');
    expect(package_?.consommes).toBe(creditsCeSoir);
  });
});
