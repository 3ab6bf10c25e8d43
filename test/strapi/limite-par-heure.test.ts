import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnJson } from '../../src/plugins/sms-mailing/core/api/en-json';
import type { AvantEnvoi } from '../../src/plugins/sms-mailing/core/api/fiches';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

const CLIC = new Date('2022-03-03T14:00:00Z');
const TOUR = new Date('2022-03-03T14:00:30Z');
const UNE_HEURE_APRES = new Date('2022-03-03T15:01:00Z');

let base: BaseDuGuide;
let convocation: string;

const ask = async <T>(suite: string) =>
  base.ask<T>('post', `/actions/${base.seed.actions.palmerAtelier!.documentId}/${suite}`, {
    modeleDocumentIds: [convocation],
    force: true,
  });
const prevoir = async () => (await ask<EnJson<AvantEnvoi>>('avant-envoi')).data;

beforeAll(async () => {
  base = await openBaseDuGuide();
  base.setHeure(CLIC);
  convocation = await base.createModele({ nom: 'C', objet: 'Convocation', message: '<p>C</p>' });
  const { parametres } = (await base.ask<ParametresLus>('get', '/parametres')).data;
  const saisie = { ...parametres, emailsParHeure: 3, partDuClic: 0 };
  expect((await base.ask('put', '/parametres', saisie)).status).toBe(200);
});
afterAll(() => base.close());

describe('la limite d’e-mails par heure, au clic d’une fiche Action', () => {
  it('dit combien partent tout de suite et quand partiront les autres, qui partent alors', async () => {
    expect(await prevoir()).toMatchObject({
      messages: 4,
      modeles: [{ phraseDepart: 'Partira immédiatement' }],
      avertissements: [
        'Votre limite de 3 e-mails par heure n’en laisse partir que 3 tout de suite : les autres partiront à partir de 16h00.',
      ],
    });
    expect((await ask('envoyer')).status).toBe(200);
    await base.tick(TOUR);
    expect(base.mailsDe('Convocation')).toHaveLength(3);

    const avant = await prevoir();
    expect(avant.modeles[0]?.phraseDepart).toBe('Partira aujourd’hui à 16h00');
    expect(avant.avertissements).toContain(
      'Votre limite de 3 e-mails par heure est atteinte : ces e-mails partiront à partir de 16h00.'
    );
    await base.tick(UNE_HEURE_APRES);
    expect(base.mailsDe('Convocation')).toHaveLength(4);
  });
});
