import { afterEach, describe, expect, it } from 'vitest';
import { TransportError } from '../../core/errors';
import type { SmsAEnvoyer } from '../../server/src/services/ports/sms';
import { BANCS, ECHECS, SECRETS_DES_BANCS, type Banc, type Echec } from './sms-bancs';

const SMS: SmsAEnvoyer = {
  vers: '+33612345678',
  texte: 'Rappel : rendez-vous demain à 9h30, 5 € + [plan]\nBGE',
  encodage: 'gsm7',
  but: 'suivi',
  cle: 'regle:3:action:12:e:7',
};

describe.each(BANCS)('SmsSender $nom', ({ create }) => {
  let banc: Banc;
  afterEach(() => banc.close());

  it('remet le texte tel quel au numéro et rend la référence de l’opérateur', async () => {
    banc = await create();
    const { reference } = await banc.sender.send(SMS);
    expect(reference).not.toBe('');
    expect(banc.recus()).toMatchObject([{ vers: SMS.vers, texte: SMS.texte }]);
  });

  it('remet vingt SMS à la fois, chacun sous sa référence', async () => {
    banc = await create();
    const envois = Array.from({ length: 20 }, (__, i) =>
      banc.sender.send({ ...SMS, cle: `e${i}` })
    );
    const references = (await Promise.all(envois)).map(({ reference }) => reference);
    expect(new Set(references).size).toBe(20);
    expect(banc.recus()).toHaveLength(20);
  });
});

const failureOf = async (banc: Banc): Promise<TransportError> => {
  const erreur: unknown = await banc.sender.send(SMS).catch((raison: unknown) => raison);
  if (!(erreur instanceof TransportError)) throw new Error('TransportError attendue');
  return erreur;
};

describe.each(BANCS.filter(({ echecs }) => echecs.length > 0))(
  'l’échec d’un SMS $nom',
  ({ create, echecs }) => {
    let banc: Banc;
    afterEach(() => banc.close());

    it.each(echecs.map((nom) => [ECHECS[nom][0], nom] as const))('%s', async (_, nom: Echec) => {
      const [, issue, code] = ECHECS[nom] as readonly [string, string, string?];
      banc = await create(nom);
      banc.provoke(nom);
      const erreur = await failureOf(banc);
      expect(erreur).toMatchObject({ issue, ...(code === undefined ? {} : { code }) });
      const tout = `${erreur.message} ${String(erreur.stack)} ${JSON.stringify(erreur)} ${String(erreur.cause)}`;
      for (const secret of [...SECRETS_DES_BANCS, '612345678']) {
        expect(tout).not.toContain(secret);
      }
      banc.provoke(null);
      await banc.sender.send({ ...SMS, cle: 'suivant' });
    });
  }
);

describe.each(BANCS.slice(0, 2))('un SMS incertain $nom', ({ create }) => {
  let banc: Banc;
  afterEach(() => banc.close());

  it('mais pris en charge se retrouve, jamais arrivé non', async () => {
    banc = await create();
    banc.provoke('coupure');
    const depuis = new Date(Date.now() - 1000);
    const isPrise = async () => false;
    await banc.sender.send(SMS).catch(() => undefined);
    banc.provoke(null);
    expect(await banc.sender.findByRef!(SMS, { depuis, isPrise })).toMatchObject({
      reference: expect.any(String) as string,
    });
    const absent = { ...SMS, texte: 'Autre', cle: 'autre' };
    expect(await banc.sender.findByRef!(absent, { depuis, isPrise })).toBeNull();
  });
});
