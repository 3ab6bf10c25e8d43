import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modeleSchema } from '../../core/modele';
import type { ReglagesRendu } from '../../core/reglages-rendu';
import { miseEnPage } from '../../server/src/adapters/mail/mise-en-page/mise-en-page';
import { createReglagesRendu } from '../../server/src/adapters/sql/envois/reglages-rendu';
import { createModeles } from '../../server/src/adapters/sql/modeles/modeles';
import { createVersions } from '../../server/src/adapters/sql/modeles/versions';
import type { VersionCourante } from '../../server/src/services/ports/modeles';
import { createVersionsAJour } from '../../server/src/services/rendre/versions-a-jour';
import { createVersion } from '../fakes/moteur-fictif';
import { REGLAGES_RENDU } from '../fakes/reglages-rendu';
import { openBase, type Base } from './campagnes-base';
import { SOIR } from './envois-base';

let base: Base;

beforeAll(async () => {
  base = await openBase();
});

afterAll(() => base.close());

describe('les réglages gardés avec ce qui part', () => {
  const keep = (reglages: ReglagesRendu): Promise<number> =>
    createReglagesRendu(base.knex).keep(reglages);

  it('sont une ligne, qui que soit celui qui les garde et dans quelque ordre', async () => {
    const { sms, ...reste } = REGLAGES_RENDU;
    const ids = await Promise.all([
      ...Array.from({ length: 8 }, () => keep(REGLAGES_RENDU)),
      keep({ sms, ...reste }),
    ]);
    expect(new Set(ids).size).toBe(1);
  });

  it('changés, sont une autre ligne ; revenus, la première', async () => {
    const avant = await keep(REGLAGES_RENDU);
    const ailleurs = { ...REGLAGES_RENDU, adressePostale: '3 place Jean-Jaurès, 62300 Lens 😀' };
    expect(await keep(ailleurs)).not.toBe(avant);
    expect(await keep(REGLAGES_RENDU)).toBe(avant);
  });
});

describe('une version d’une ancienne mise en page', () => {
  const source = { objet: 'Lettre', message: '<p>Bonjour</p>' };

  async function save(moteur: number): Promise<VersionCourante> {
    const { contenu } = createVersion('newsletter', 'promotion');
    const modele = modeleSchema.parse({
      ...source,
      typeContact: 'newsletter',
      nom: 'Lettre',
      destinataires: ['entrepreneur'],
      but: 'promotion',
    });
    const { documentId } = (await createModeles(base.knex).save({
      documentId: null,
      version: null,
      modele,
      contenu: { ...contenu, message: { ...contenu.message, moteur } },
      ...{ acte: 'modele-cree', annuler: false },
      auteurId: null,
      now: SOIR,
    }))!;
    const { id } = await base
      .knex('sms_modeles')
      .where({ document_id: documentId })
      .first<{ id: number }>('id');
    return (await createVersions(base.knex).loadCourante(id))!;
  }

  it('demandée par plusieurs instances à la fois, est compilée de nouveau une fois pour toutes', async () => {
    const vieille = await save(2);
    const lues = await Promise.all(
      Array.from({ length: 6 }, () =>
        createVersionsAJour(createVersions(base.knex), miseEnPage).loadCourante(vieille.modeleId)
      )
    );
    expect(new Set(lues.map((lue) => lue?.versionId)).size).toBe(1);
    const { modeleId } = vieille;
    const lignes = await base.knex('sms_versions_modele').where({ modele_id: modeleId });
    expect(lignes).toHaveLength(2);
    expect(lues[0]).toMatchObject({
      numero: vieille.numero,
      contenu: { message: { moteur: miseEnPage.moteur } },
    });
    expect(await createVersions(base.knex).load(vieille.versionId)).toEqual(vieille);
  });

  it('n’a plus de source quand une autre version vient d’être enregistrée', async () => {
    const versions = createVersions(base.knex);
    const vieille = await save(2);
    expect(await versions.readSource(vieille)).toEqual({
      objet: source.objet,
      html: source.message,
    });
    await base.knex('sms_modeles').where({ id: vieille.modeleId }).update({ version: 2 });
    expect(await versions.readSource(vieille)).toBeNull();
  });
});
