import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../../../../test/strapi/harness';
import { foldRecherche } from '../../core/pliage';
import { sqlPlie } from '../../server/src/adapters/sql/cibles/pliage';

let database: FreshDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await freshDatabase({ empty: true });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const TEXTES = [
  'L’HÔTE',
  "l'hôte",
  'CŒUR d’or',
  'MÜLLER'.normalize('NFD'),
  'Müller',
  'Łukasz ŁÓDŹ',
  'Créer',
  'Anne-Marie',
  'Anne\u2011Marie\u00a0Le\u202fGall',
  'SØREN Æther',
  'Straße',
  'Đặng Þór',
  '\u202aDupont\u202c\u200b',
  '  deux \t lignes\n ',
  'ﬁnance',
  'NGUYỄN',
];

it.each(['"C"', '"default"'])('SQL et core plient de même, classement %s', async (classement) => {
  const { rows } = await client.query<{ plie: string }>(
    `SELECT ${sqlPlie(`t COLLATE ${classement}`)} AS plie FROM unnest($1::text[]) WITH ORDINALITY u(t, n) ORDER BY n`,
    [TEXTES]
  );
  expect(rows.map(({ plie }) => plie)).toEqual(TEXTES.map(foldRecherche));
});
