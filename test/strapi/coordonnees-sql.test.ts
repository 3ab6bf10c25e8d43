import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

let base: BaseDuGuide;

beforeAll(async () => {
  base = await openBaseDuGuide();
});
afterAll(() => base.close());

const telephoneNo = async (id: number) =>
  (
    await base.sql<Record<string, unknown>>(
      'SELECT numero, numero_e164, mobile, empreinte FROM components_coordonnees_telephones WHERE id = $1',
      [id]
    )
  )[0];

describe('Ce qui vient par SQL ou par un import', () => {
  const insert = async (champs: string) =>
    (
      await base.sql<{ id: number }>(
        `INSERT INTO components_coordonnees_telephones (numero, contact_possible ${champs.split('|')[0]})
         VALUES ('06\u00a012 34 56 78', true ${champs.split('|')[1]}) RETURNING id`
      )
    )[0]!.id;

  it('ne dit rien de faux avant d’être calculé, et l’est au prochain tour', async () => {
    const id = await insert(`, numero_e164, mobile|, '+33600000000', true`);
    expect(await telephoneNo(id)).toMatchObject({ numero_e164: null, mobile: null });
    await base.tick(new Date('2022-03-03T14:00:00Z'));
    expect(await telephoneNo(id)).toMatchObject({
      numero: '06 12 34 56 78',
      numero_e164: '+33612345678',
      mobile: true,
    });
  });

  it('un numéro remplacé en SQL n’envoie jamais à l’ancien', async () => {
    const id = await insert('|');
    await base.tick(new Date('2022-03-03T14:01:00Z'));
    await base.sql(
      `UPDATE components_coordonnees_telephones SET numero = '0698765432' WHERE id = $1`,
      [id]
    );
    expect(await telephoneNo(id)).toMatchObject({ numero_e164: null, mobile: null });
    await base.tick(new Date('2022-03-03T14:02:00Z'));
    expect(await telephoneNo(id)).toMatchObject({ numero_e164: '+33698765432' });
  });

  it('une case cochée en SQL laisse le calcul en place', async () => {
    const id = await insert('|');
    await base.tick(new Date('2022-03-03T14:03:00Z'));
    await base.sql(
      `UPDATE components_coordonnees_telephones SET contact_possible = false WHERE id = $1`,
      [id]
    );
    expect(await telephoneNo(id)).toMatchObject({ numero_e164: '+33612345678' });
  });

  it('une requête de l’application est calculée en même temps qu’elle écrit', async () => {
    const query = base.app.strapi.db.query('coordonnees.email');
    const { id } = (await query.create({ data: { adresse: 'Requete@Courriel.test ' } })) as {
      id: number;
    };
    expect(
      await base.sql('SELECT id, etat FROM components_coordonnees_emails WHERE adresse = $1', [
        'Requete@Courriel.test',
      ])
    ).toMatchObject([{ id, etat: 'valide' }]);
  });
});
