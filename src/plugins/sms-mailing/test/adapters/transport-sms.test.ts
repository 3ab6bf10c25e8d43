import { afterEach, describe, expect, it } from 'vitest';
import { createSmsSenderOvh } from '../../server/src/adapters/sms/ovh-http2sms';
import { createSmsSenderTwilio } from '../../server/src/adapters/sms/twilio';
import type { SmsSender } from '../../server/src/services/ports/sms';
import { createVersion, LOT } from '../fakes/moteur-fictif';
import { openNuit, type NuitVirtuelle } from '../fakes/nuit-virtuelle';
import { addEnvois, statuts } from '../fakes/poste';
import {
  parseFormulaire,
  startServeurHttp,
  type ReponseServie,
  type ServeurHttp,
} from '../fakes/serveur-http';
import { refusOvh } from '../fakes/sms-serveur-ovh';
import { COMPTE, JETON } from '../fakes/sms-serveur-twilio';
import { DELAI_MS, reseauVers } from './passerelle-banc';

const MINUTE = 60_000;

const createTwilio = (urlApi: string): SmsSender =>
  createSmsSenderTwilio({
    ...{ accountSid: COMPTE, authToken: JETON, cleApi: null, expediteur: 'BGEARTOIS' },
    ...{ messagingServiceSid: null, urlSuivi: null, urlApi, delaiMs: DELAI_MS },
  });

const createOvh = (urlApi: string): SmsSender =>
  createSmsSenderOvh({
    ...{ compte: 'sms-xx11111-1', login: 'bge', motDePasse: 'secret', expediteur: 'BGEARTOIS' },
    ...{ secretsSuivi: [], urlApi, reseau: reseauVers(urlApi), delaiMs: DELAI_MS },
  });

const refusTwilio = (status: number, code: number): ReponseServie => ({
  status,
  corps: JSON.stringify({ status, code, message: 'no', more_info: '' }),
});

const accepteTwilio = (rang: number): ReponseServie => ({
  status: 201,
  corps: JSON.stringify({
    ...{ sid: `SM${String(rang).padStart(32, '0')}`, status: 'queued', num_segments: '1' },
    ...{ direction: 'outbound-api', body: '', date_created: new Date().toUTCString() },
  }),
});

const accepteOvh = (rang: number): ReponseServie => ({
  status: 200,
  corps: JSON.stringify({ status: 100, creditLeft: '10', SmsIds: [String(rang)] }),
});

/** Issue « the engine under a bad server »: what an operator does is paid by the transport, never by an envoi. */
describe('une soirée devant un opérateur de SMS fautif', () => {
  const fermer: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of fermer.splice(0)) await close();
  });

  async function open(
    create: (url: string) => SmsSender,
    answer: (vers: string, rang: number, now: number) => ReponseServie
  ): Promise<{ nuit: NuitVirtuelle; serveur: ServeurHttp }> {
    let elapsed = (): number => 0;
    const serveur = await startServeurHttp((requete, rang) => {
      const { To = '', to = '' } = parseFormulaire(requete);
      return answer(To + to, rang, elapsed());
    });
    fermer.push(serveur.close);
    const nuit = openNuit((horloge) => {
      elapsed = horloge;
      return { sms: create(serveur.url) };
    });
    const { fictif } = nuit;
    fictif.modeles.set(1, createVersion('sms'));
    for (let i = 0; i < 30; i += 1) {
      addEnvois(fictif, 1, {
        lot: { ...LOT, typeContact: 'sms' },
        destination: { nom: 'PALMER', adresse: `+336123456${String(10 + i)}`, motif: null },
      });
    }
    return { nuit, serveur };
  }

  it.each([21408, 21606, 21608, 21212])(
    'qui refuse un seul mobile (%i) : il est un échec, les autres partent, rien n’est suspendu',
    async (code) => {
      const { nuit } = await open(createTwilio, (vers, rang) =>
        vers.endsWith('10') ? refusTwilio(400, code) : accepteTwilio(rang)
      );
      await nuit.run(10 * MINUTE);
      expect(statuts(nuit.fictif)).toEqual({ envoye: 29, echec: 1 });
      expect(nuit.elapsed()).toBeLessThan(3 * MINUTE);
      expect(nuit.alerte()).toBeNull();
    }
  );

  it('qui refuse l’expéditeur à tous (21606) : c’est le compte, rien n’est un échec', async () => {
    const { nuit } = await open(createTwilio, () => refusTwilio(400, 21606));
    await nuit.run(30 * MINUTE);
    expect(statuts(nuit.fictif)).toEqual({ programme: 30 });
    expect(nuit.alerte()).toContain('l’expéditeur n’appartient pas au compte');
  });

  it.each([
    [201, 'Account blacklisted, too many invalid numbers'],
    [401, 'Your account is on our blacklist'],
    [403, 'Please stop: this service is closed'],
  ])(
    'OVH qui dit de son compte (%i) « %s » n’écrit l’opposition de personne',
    async (status, dit) => {
      const { nuit } = await open(createOvh, () => refusOvh(status, dit));
      await nuit.run(30 * MINUTE);
      expect(statuts(nuit.fictif)).toEqual({ programme: 30 });
      expect(nuit.fictif.ledger.envois.every(({ tentatives }) => tentatives === 0)).toBe(true);
      expect(nuit.alerte()).toContain('vérifiez les réglages SMS');
    }
  );

  it.each<[string, (url: string) => SmsSender, (rang: number) => ReponseServie]>([
    ['Twilio', createTwilio, accepteTwilio],
    ['OVH', createOvh, accepteOvh],
  ])(
    '%s qui dit 503 et dans combien de temps revenir n’est pas dérangé avant, puis d’un seul SMS, sans un incertain',
    async (_, create, accepte) => {
      const instants: number[] = [];
      const { nuit } = await open(create, (__, rang, now) => {
        instants.push(now);
        return now < 18 * MINUTE
          ? { status: 503, corps: '', entetes: { 'retry-after': '600' } }
          : accepte(rang);
      });
      await nuit.run(15 * MINUTE);
      expect(statuts(nuit.fictif)).toEqual({ programme: 30 });
      expect(nuit.fictif.ledger.envois.every(({ tentatives }) => tentatives === 0)).toBe(true);
      const seconde = instants.filter((now) => now >= MINUTE);
      expect(seconde).toHaveLength(1);
      expect(seconde[0]).toBeGreaterThanOrEqual(10 * MINUTE);
      await nuit.run(30 * MINUTE);
      expect(statuts(nuit.fictif)).toEqual({ envoye: 30 });
      expect(nuit.alerte()).toBeNull();
    }
  );
});
