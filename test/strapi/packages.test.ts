import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LignePackage } from '../../src/plugins/sms-mailing/core/package-sms';
import type { SuiviPackages } from '../../src/plugins/sms-mailing/core/suivi-packages';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

let base: BaseDuGuide;

const suivi = async () => (await base.ask<SuiviPackages>('get', '/packages-sms-suivi')).data;

async function addPackage(saisie: object): Promise<string> {
  return (await base.ask<LignePackage>('post', '/packages-sms', saisie)).data.documentId;
}

beforeAll(async () => {
  base = await openBaseDuGuide();
});

afterAll(() => base.close());

describe('Guide §10 : le décompte du package SMS', () => {
  it('un package incohérent est refusé, avec une phrase', async () => {
    const saisie = { dateAchat: '2018-01-02', achetes: 10, consommes: 11 };
    const { status, erreur } = await base.ask('post', '/packages-sms', saisie);
    expect(status).toBe(400);
    expect(erreur?.message).toContain('ne peut pas dépasser le nombre de SMS achetés');
  });

  it('un envoi programmé réserve ses SMS, puis les débite du plus ancien package', async () => {
    const ancien = await addPackage({ dateAchat: '2018-01-02', achetes: 500, consommes: 499 });
    const recent = await addPackage({ dateAchat: '2021-01-02', achetes: 100 });
    const modele = await base.createModele({ typeContact: 'sms', nom: 'Info', message: 'Bonjour' });
    for (const qui of ['palmer', 'martin'] as const) {
      const { documentId } = base.seed.entrepreneurs[qui]!;
      await base.ask('post', `/entrepreneurs/${documentId}/programmer`, {
        modeleDocumentIds: [modele],
      });
    }
    expect(await suivi()).toMatchObject({ ceSoir: 2, plusTard: 0 });

    await base.tick(new Date('2022-03-03T18:00:00Z'));
    const { consommation, ceSoir } = await suivi();
    expect(ceSoir).toBe(0);
    expect(consommation).toHaveLength(12);
    expect(consommation.at(-1)).toEqual({ mois: '2022-03', sms: 2 });
    const journal = (documentId: string) =>
      base.ask<object[]>('get', `/packages-sms/${documentId}/journal`);
    const debit = { jour: '2022-03-03', nature: 'debit', credits: 1 };
    expect((await journal(ancien)).data).toEqual([debit]);
    expect((await journal(recent)).data).toEqual([debit]);
  });

  it('le graphique et « SMS consommés » lisent les mêmes mouvements, et disent le même nombre', async () => {
    const { data } = await base.ask<{ packages: LignePackage[] }>('get', '/packages-sms');
    const consommes = (lots: readonly LignePackage[]) =>
      lots.reduce((somme, lot) => somme + lot.consommes, 0);
    expect(consommes(data.packages)).toBe(501);
    expect(await suivi()).toMatchObject({ anterieurs: 499 });

    const recent = data.packages[1]!;
    const correction = { credits: 7, raison: 'Relevé', version: recent.version };
    await base.ask('post', `/packages-sms/${recent.documentId}/corrections`, correction);
    const { consommation, anterieurs } = await suivi();
    expect(consommation.at(-1)).toEqual({ mois: '2022-03', sms: 9 });
    const apres = await base.ask<{ packages: LignePackage[] }>('get', '/packages-sms');
    const dits = consommation.reduce((somme, { sms }) => somme + sms, anterieurs);
    expect(dits).toBe(consommes(apres.data.packages));
  });

  it('un package qui a servi reste dans le décompte ; un package neuf se supprime', async () => {
    const { data } = await base.ask<{ packages: LignePackage[] }>('get', '/packages-sms');
    const servi = await base.ask('delete', `/packages-sms/${data.packages[0]!.documentId}`);
    expect(servi.status).toBe(400);
    expect(servi.erreur?.message).toContain('il reste dans le décompte');
    const neuf = await addPackage({ dateAchat: '2022-01-02', achetes: 100 });
    expect((await base.ask('delete', `/packages-sms/${neuf}`)).status).toBe(200);
    expect((await base.ask('delete', `/packages-sms/${neuf}`)).erreur?.message).toContain(
      'n’existe plus'
    );
  });
});
