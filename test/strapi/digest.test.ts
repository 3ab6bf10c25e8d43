import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIX_NEUF_HEURES, openBancCeSoir, type BancCeSoir } from './banc-ce-soir';

const MATIN = (minutes: number) => new Date(Date.UTC(2022, 2, 3, 7, minutes));

let banc: BancCeSoir;
const digests = () =>
  banc.base.boite.mails.filter(({ subject }) => subject?.startsWith('Ce soir, jeudi 3 mars'));

async function regler(reglages: object): Promise<void> {
  const { data } = await banc.base.ask<{ parametres: object }>('get', '/parametres');
  const { erreur } = await banc.base.ask('put', '/parametres', { ...data.parametres, ...reglages });
  expect(erreur).toBeNull();
}

beforeAll(async () => {
  banc = await openBancCeSoir();
  await banc.remettre();
  await banc.corriger('<p>Le 12 février 2022, salle 12</p>');
});
afterAll(() => banc.base.close());

describe('Ce qui partira le soir, envoyé le matin', () => {
  it('ne part pas tant que personne ne l’a demandé, ni avant 8h', async () => {
    await banc.base.tick(MATIN(30));
    await regler({ digestMatin: true, alertesA: 'gestion@boite.test' });
    await banc.base.tick(new Date('2022-03-03T06:30:00Z'));
    expect(digests()).toEqual([]);
  });

  it('part une fois, avec le nombre de « Ce soir » et ce qui est à vérifier, sans nommer personne', async () => {
    banc.base.setHeure(MATIN(0));
    const { programmes, automatiquesCeSoir } = await banc.readSoiree();
    await banc.base.tick(MATIN(1));
    await banc.base.tick(MATIN(2));
    expect(digests()).toHaveLength(1);
    const [digest] = digests();
    expect(digest?.to).toMatchObject({ value: [{ address: 'gestion@boite.test' }] });
    expect(digest?.subject).toBe(
      `Ce soir, jeudi 3 mars : ${String(programmes + automatiquesCeSoir)} messages`
    );
    expect(digest?.text).toContain('contient une date passée : 12 février 2022');
    expect(digest?.text).toContain(
      `Rappel (E-mail, Envoi automatique) : ${String(automatiquesCeSoir)} personnes`
    );
    expect(digest?.text).not.toContain('PALMER');
  });

  it('n’annonce plus rien une fois l’heure passée', async () => {
    await banc.base.sql(`DELETE FROM sms_avis`);
    await banc.base.tick(DIX_NEUF_HEURES);
    expect(digests()).toHaveLength(1);
  });
});
