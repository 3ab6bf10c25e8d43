import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSmsSenderOvh } from '../../server/src/adapters/sms/ovh-http2sms';
import { CODE_OPPOSITION, type SmsAEnvoyer } from '../../server/src/services/ports/sms';
import { parseFormulaire, type ServeurHttp } from '../fakes/serveur-http';
import { refusOvh, startServeurOvh } from '../fakes/sms-serveur-ovh';
import { DELAI_MS, reseauVers } from './passerelle-banc';

const SMS: SmsAEnvoyer = {
  vers: '+33612345678',
  texte: 'Rappel\nà 9h',
  encodage: 'gsm7',
  but: 'suivi',
  cle: 'regle:3:action:12:2022-03-03:entrepreneur:7',
};
const SECRET = 'secret-de-l-adresse-de-suivi-ovh';

describe('OVHcloud', () => {
  let serveur: ServeurHttp;
  beforeEach(async () => {
    serveur = await startServeurOvh();
  });
  afterEach(() => serveur.close());

  const open = (secretsSuivi: readonly string[] = []) =>
    createSmsSenderOvh({
      compte: 'sms-xx11111-1',
      login: 'bge',
      motDePasse: 'mot-de-passe',
      expediteur: 'BGEARTOIS',
      secretsSuivi,
      urlApi: `${serveur.url}/cgi-bin/sms/http2sms.cgi`,
      reseau: reseauVers(serveur.url),
      delaiMs: DELAI_MS,
    });
  const formulaireOf = async (sms: Partial<SmsAEnvoyer>) => {
    await open().send({ ...SMS, ...sms });
    return parseFormulaire(serveur.recues.at(-1)!);
  };

  it('reçoit un formulaire, jamais une adresse qui porte le mot de passe', async () => {
    expect(await formulaireOf({})).toEqual({
      account: 'sms-xx11111-1',
      login: 'bge',
      password: 'mot-de-passe',
      from: 'BGEARTOIS',
      to: '0033612345678',
      message: 'Rappel\rà 9h',
      contentType: 'text/json',
      smsCoding: '1',
      noStop: '1',
      tag: expect.stringMatching(/^[0-9a-f]{20}$/) as string,
    });
    expect(serveur.recues[0]).toMatchObject({
      methode: 'POST',
      chemin: '/cgi-bin/sms/http2sms.cgi',
    });
    expect(serveur.recues[0]?.entetes['content-type']).toContain(
      'application/x-www-form-urlencoded'
    );
  });

  it('ajoute la mention STOP à une promotion, pas à un suivi', async () => {
    expect((await formulaireOf({ but: 'promotion' })).noStop).toBe('0');
    expect(open().capacites).toMatchObject({ stopAjoute: true, caracteresStop: 11 });
  });

  it('passe en Unicode quand le texte le demande', async () => {
    expect(await formulaireOf({ texte: 'Ça va 🙂', encodage: 'ucs2' })).toMatchObject({
      smsCoding: '2',
      message: 'Ça va 🙂',
    });
  });

  it('le même envoi a toujours le même tag, un autre envoi un autre', async () => {
    const tag = (await formulaireOf({})).tag;
    expect((await formulaireOf({})).tag).toBe(tag);
    expect((await formulaireOf({ cle: 'autre' })).tag).not.toBe(tag);
  });

  it('dit ce qui reste sur le compte', async () => {
    expect(await open().send(SMS)).toEqual({
      reference: '10867690',
      credits: null,
      creditsRestants: 1987.5,
    });
  });

  it.each([
    [refusOvh(201, 'Missing login'), 'configuration', '201'],
    [refusOvh(202, 'Invalid tag: is too long'), 'configuration', '202'],
    [refusOvh(401, 'IP not allowed'), 'configuration', '401'],
    [refusOvh(202, 'Invalid receiver'), 'refuse', '202'],
    [refusOvh(201, 'Missing to'), 'refuse', '201'],
    [refusOvh(202, 'Receiver 0033612345678 is blacklisted (STOP)'), 'refuse', CODE_OPPOSITION],
    [refusOvh(202, 'Invalid noStop'), 'configuration', '202'],
    [refusOvh(401, 'Your account is on a blacklist'), 'configuration', '401'],
    [refusOvh(403, 'Service stopped: stop sending to receivers'), 'configuration', '403'],
    [refusOvh(201, 'Account blacklisted, too many invalid numbers'), 'configuration', '201'],
    [{ status: 500, corps: '{"status":500}' }, 'configuration', '500'],
    [{ status: 403, corps: '<html>' }, 'configuration', '403'],
    [{ status: 302, corps: '' }, 'configuration', '302'],
    [{ status: 404, corps: 'x' }, 'configuration', '404'],
  ])('%j : %s', async (incident, issue, code) => {
    serveur.incident = incident;
    await expect(open().send(SMS)).rejects.toMatchObject({ issue, code });
  });

  it('éteint, laisse réessayer ; il ne s’agit pas de ce SMS seul', async () => {
    await serveur.close();
    await expect(open().send(SMS)).rejects.toMatchObject({
      issue: 'reessayer',
      portee: 'transport',
    });
    serveur = await startServeurOvh();
  });

  describe('rend compte à une adresse secrète', () => {
    const report = (parametres: Record<string, string>, secret = SECRET) =>
      open([SECRET, 'secret-d-avant']).parseStatus!({
        methode: 'GET',
        url: 'https://bge.example/x',
        entetes: {},
        parametres,
        corps: {},
        secret,
      });

    it.each([
      ['1', 'envoye'],
      ['2', 'envoye'],
      ['3', 'envoye'],
      ['4', 'remis'],
      ['5', 'echec'],
      ['23', 'echec'],
      ['202', 'echec'],
    ])('ptt %s : %s', (ptt, statut) => {
      expect(report({ id: '108', ptt })).toMatchObject([
        { reference: '108', statut, code: statut === 'echec' ? ptt : null, opposition: false },
      ]);
    });

    it.each([
      [{ id: '108', ptt: '6' }],
      [{ id: '108', ptt: 'x' }],
      [{ id: '108' }],
      [{ ptt: '4' }],
    ])('%j ne dit rien d’utile', (parametres) => {
      expect(report(parametres)).toEqual([]);
    });

    it('celle d’avant un changement de clé est encore crue', () => {
      expect(report({ id: '108', ptt: '4' }, 'secret-d-avant')).toHaveLength(1);
    });

    it('sans elle, n’est pas cru', () => {
      const parametres = { id: '108', ptt: '4' };
      expect(report(parametres, '')).toBeNull();
      expect(report(parametres, `${SECRET}x`)).toBeNull();
      expect(report(parametres, SECRET.replace('s', 'z'))).toBeNull();
      expect(
        open().parseStatus!({
          methode: 'GET',
          url: '',
          entetes: {},
          corps: {},
          parametres,
          secret: '',
        })
      ).toBeNull();
    });
  });
});
