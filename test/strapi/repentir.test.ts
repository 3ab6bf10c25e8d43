import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import type { EnJson } from '../../src/plugins/sms-mailing/core/api/en-json';
import type { ProgrammationResultat } from '../../src/plugins/sms-mailing/core/api/fiches';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

let base: BaseDuGuide;
let convocation: string;

const envoyer = async (): Promise<EnJson<ProgrammationResultat> | undefined> => {
  const { data } = await base.ask<EnJson<ProgrammationResultat>[]>(
    'post',
    `/actions/${base.seed.actions.palmerDiagnostic!.documentId}/envoyer`,
    { modeleDocumentIds: [convocation] }
  );
  return data[0];
};

beforeAll(async () => {
  base = await openBaseDuGuide();
  // An installation that never opened its settings.
  await base.sql(
    `DELETE FROM strapi_core_store_settings WHERE key = 'plugin_sms-mailing_parametres'`
  );
  convocation = await base.createModele({
    ...{ nom: 'Convocation', objet: 'Convocation', message: '<p>Le ${action_date}</p>' },
  });
});

afterAll(() => base.close());

describe('Décision F18 : le délai pour se raviser', () => {
  it('une installation neuve laisse 30 secondes', async () => {
    const { data } = await base.ask<ParametresLus>('get', '/parametres');
    expect(data.parametres.repentirSecondes).toBe(30);
    expect(await envoyer()).toMatchObject({ programmes: 1, repentirSecondes: 30 });
  });

  it('avant la fin du délai rien n’est parti ; à sa fin, le message part', async () => {
    await base.tick(new Date('2022-03-03T14:00:29Z'));
    expect(base.mailsDe('Convocation')).toEqual([]);
    await base.tick(new Date('2022-03-03T14:00:30Z'));
    expect(base.mailsDe('Convocation')).toEqual(['julien.palmer@boite.test']);
  });
});
