import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perimetreParmi } from '../../src/plugins/sms-mailing/core/perimetre';
import type { ResultatSoireeExecutee, Soiree } from '../../src/plugins/sms-mailing/core/soiree';
import type { SuiviPackages } from '../../src/plugins/sms-mailing/core/suivi-packages';
import type * as Compose from '../../src/plugins/sms-mailing/server/src/strapi/compose';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

let base: BaseDuGuide;
const readSoiree = async (): Promise<Soiree> => (await base.ask<Soiree>('get', '/soiree')).data;

beforeAll(async () => {
  base = await openBaseDuGuide();
  const { ods } = base.seed;
  const rappel = await base.createModele({
    nom: 'Rappel',
    objet: 'Rappel',
    message: '<p>${tableN.action_beneficiaire_personne/personne_prenom}</p>',
  });
  await base.createRegle({
    typeContact: 'email',
    modeleDocumentId: rappel,
    delai: -2,
    criteres: { ods: [ods["Activ'Créa lot 1"]!.documentId] },
  });
  const sms = await base.createModele({
    typeContact: 'sms',
    nom: 'SMS long',
    message: 'x'.repeat(200),
  });
  for (const qui of ['palmer', 'martin']) {
    await base.ask(
      'post',
      `/entrepreneurs/${base.seed.entrepreneurs[qui]!.documentId}/programmer`,
      {
        modeleDocumentIds: [sms],
      }
    );
  }
  // Since then, one has become unreachable by SMS, another altogether.
  await base.sql(`UPDATE entrepreneurs SET accepte_sms = false WHERE upper(nom) = 'MARTIN'`);
  await base.sql(`UPDATE entrepreneurs SET inactif = true WHERE upper(nom) = 'DIALLO'`);
});
afterAll(() => base.close());

describe('La première page : ce que la soirée enverra', () => {
  it('dit ce qui part par modèle et ce que cela coûte, qui ne recevra pas et pourquoi', async () => {
    const soiree = await readSoiree();
    expect(soiree.lignes.find(({ modele }) => modele === 'SMS long')).toMatchObject({
      typeContact: 'sms',
      modalite: 'fiche_entrepreneur',
      personnes: 1,
      credits: 2,
    });
    expect(soiree.lignes.find(({ modele }) => modele === 'Rappel')).toMatchObject({
      modalite: 'envoi_automatique',
      personnes: soiree.automatiquesCeSoir,
      credits: 0,
    });
    expect(soiree.automatiquesCeSoir).toBeGreaterThan(1);
    expect(soiree.parType).toEqual({ email: 0, newsletter: 0, sms: 1 });
    expect(soiree.creditsCeSoir).toBe(2);
    expect(soiree.exclus).toEqual(
      expect.arrayContaining([
        { motif: 'sms_non_accepte', nombre: 1 },
        { motif: 'fiche_inactive', nombre: 1 },
      ])
    );
  });

  it('avertit quand personne ne livre, et se tait dès qu’un ouvrier bat', async () => {
    expect((await readSoiree()).planificateurArrete).toBe(true);
    await base.sql(
      `INSERT INTO sms_ouvriers (nom, vu_le) VALUES ('autre-instance', clock_timestamp() AT TIME ZONE 'UTC')`
    );
    expect((await readSoiree()).planificateurArrete).toBe(false);
  });

  it('ne compte que le périmètre de qui regarde, et qui ne voit pas tout ne l’exécute pas', async () => {
    const { compose } = createRequire(import.meta.url)(
      '../../dist/src/plugins/sms-mailing/server/src/strapi/compose.js'
    ) as typeof Compose;
    const app = compose(base.app.strapi);
    const ailleurs = perimetreParmi({});
    expect(await app.describeSoiree(ailleurs)).toMatchObject({
      programmes: 0,
      automatiquesCeSoir: 0,
      creditsCeSoir: 0,
      exclus: [],
      lignes: [],
    });
    await expect(app.runSoireeMaintenant(ailleurs)).rejects.toMatchObject({
      regle: 'soir-de-tous',
    });
  });

  it('« Exécuter maintenant » dit les mêmes nombres, et ce sont ceux qui partent', async () => {
    const annoncee = await readSoiree();
    const { data } = await base.ask<ResultatSoireeExecutee>('post', '/soiree/executer', {});
    expect(data).toEqual({
      programmes: annoncee.programmes,
      automatiques: annoncee.automatiquesCeSoir,
      exclus: annoncee.exclus.reduce((somme, { nombre }) => somme + nombre, 0),
    });
    await base.tick(new Date('2022-03-03T14:01:00Z'));
    expect(base.mailsDe('Rappel')).toHaveLength(data.automatiques);
    expect(base.listSms()).toHaveLength(data.programmes);
    const [exclus] = await base.sql<{ nombre: number }>(
      `SELECT count(*)::int AS nombre FROM sms_envois WHERE statut = 'exclu'`
    );
    expect(exclus?.nombre).toBe(data.exclus);
    expect(await readSoiree()).toMatchObject({ programmes: 0, automatiquesCeSoir: 0, lignes: [] });
  });

  it('« Package SMS » prévoit aussi ce que prendront les envois automatiques (§10)', async () => {
    const sms = await base.createModele({ typeContact: 'sms', nom: 'SMS J-2', message: 'Rappel' });
    const { ods } = base.seed;
    await base.createRegle({
      typeContact: 'sms',
      modeleDocumentId: sms,
      delai: -2,
      criteres: { ods: [ods["Activ'Créa lot 1"]!.documentId] },
    });
    const { creditsCeSoir, lignes } = await readSoiree();
    expect(creditsCeSoir).toBeGreaterThan(0);
    expect(lignes).toMatchObject([{ modele: 'SMS J-2', credits: creditsCeSoir }]);
    const { data } = await base.ask<SuiviPackages>('get', '/packages-sms-suivi');
    expect(data).toMatchObject({ ceSoir: 0, automatiques: creditsCeSoir });
  });
});
