import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { regle } from '../fakes/regle-du-guide';
import { openBancRegle, type BancRegle } from './regle-base';

let banc: BancRegle;
let base: BancRegle['base'];
const addParticipation: BancRegle['addParticipation'] = (...champs) =>
  banc.addParticipation(...champs);
const sort: BancRegle['sort'] = (...quoi) => banc.sort(...quoi);

beforeAll(async () => {
  banc = await openBancRegle();
  ({ base } = banc);
});
beforeEach(async () => {
  await base.knex.raw(
    'TRUNCATE actions, participations, sms_envois, sms_file RESTART IDENTITY CASCADE'
  );
});
afterAll(() => base.close());

describe('quel jour un envoi automatique part (guide §6.b, décisions B3, B6)', () => {
  it.each([
    [-2, '2022-03-05'],
    [-3, '2022-03-06'],
    [0, '2022-03-03'],
    [2, '2022-03-01'],
  ])('J%i vise les actions du %s', async (delai, date) => {
    await addParticipation({ date });
    expect(await sort(regle({}, { delai }))).toBe('part');
    await base.knex('actions').update({ date: '2022-04-01' });
    expect(await sort(regle({}, { delai }))).toBe('autre jour');
  });

  it('sans rattrapage, un inscrit après J-2 ne reçoit rien', async () => {
    await addParticipation({}, { created_at: new Date('2022-03-03T20:00:00Z') });
    expect(await sort(regle(), '2022-03-04')).toBe('autre jour');
  });

  it('le rattrapage vaut jusqu’à la veille, jamais avant J-n ni le jour même, pour les inscrits d’après', async () => {
    await addParticipation({}, { created_at: new Date('2022-03-03T20:00:00Z') });
    const rattrape = regle({}, { rattrapage: true });
    expect(await sort(rattrape, '2022-03-02')).toBe('autre jour');
    expect(await sort(rattrape, '2022-03-03')).toBe('part');
    expect(await sort(rattrape, '2022-03-04')).toBe('part');
    expect(await sort(rattrape, '2022-03-05')).toBe('autre jour');
    await base.knex('participations').update({ created_at: new Date('2022-03-03T17:00:00Z') });
    expect(await sort(rattrape, '2022-03-04')).toBe('autre jour');
  });

  it('le rattrapage ne change rien à un J+n', async () => {
    await addParticipation({}, { created_at: new Date('2022-03-07T20:00:00Z') });
    const suivi = regle({}, { rattrapage: true, delai: 2 });
    expect(await sort(suivi, '2022-03-07')).toBe('part');
    expect(await sort(suivi, '2022-03-08')).toBe('autre jour');
  });
});
