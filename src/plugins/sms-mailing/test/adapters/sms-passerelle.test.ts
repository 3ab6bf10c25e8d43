import { afterEach, describe, expect, it } from 'vitest';
import { passerelleSchema } from '../../core/passerelle-sms';
import { createSmsSenderPasserelle } from '../../server/src/adapters/sms/http-generic';
import { parseFormulaire, type ReponseServie } from '../fakes/serveur-http';
import {
  createBancPasserelle,
  createReport,
  DELAI_MS,
  MOT_DE_PASSE,
  reseauVers,
  SMS,
} from './passerelle-banc';

const banc = createBancPasserelle();
afterEach(() => banc.close());

describe('une passerelle quelconque', () => {
  const FORMULAIRE = {
    champs: { a: '{vers}', t: '{texte}', c: '{compte}', p: '{motDePasse}', k: '{codage}' },
    numero: 'zeros',
    codage: { gsm7: 'GSM', ucs2: 'UNI' },
    reponse: { format: 'statut' },
  };

  it('par formulaire', async () => {
    const sender = await banc.open(FORMULAIRE, { status: 200, corps: '' });
    await sender.send({ ...SMS, encodage: 'ucs2' });
    expect(parseFormulaire(banc.serveur().recues[0]!)).toEqual({
      a: '0033612345678',
      t: SMS.texte,
      c: 'compte-7',
      p: MOT_DE_PASSE,
      k: 'UNI',
    });
  });

  it('par GET, le mot de passe en en-tête', async () => {
    const saisie = {
      methode: 'GET',
      champs: { to: '{vers}', text: '{texte}' },
      entetes: { Authorization: 'Bearer {motDePasse}' },
      reponse: { format: 'statut' },
    };
    const sender = await banc.open(saisie, { status: 200, corps: '' });
    await sender.send(SMS);
    const { chemin, entetes } = banc.serveur().recues[0]!;
    expect(new URL(chemin, 'http://x').searchParams.get('text')).toBe(SMS.texte);
    expect(chemin).not.toContain(MOT_DE_PASSE);
    expect(entetes.authorization).toBe(`Bearer ${MOT_DE_PASSE}`);
  });

  it('un texte qui imite un repère ou casse le JSON part tel quel', async () => {
    const texte = '{motDePasse} "}, {"to": "0"\\';
    const sender = await banc.open(
      { corps: 'json', champs: { t: '{texte}' }, reponse: { format: 'statut' } },
      { status: 200, corps: '' }
    );
    await sender.send({ ...SMS, texte });
    expect(JSON.parse(banc.serveur().recues[0]!.corps)).toEqual({ t: texte });
  });

  it('un mot de passe que la passerelle répète n’apparaît pas dans l’erreur', async () => {
    const corps = `1 bad key ${MOT_DE_PASSE} for 33612345678 <b>see</b> https://x.example/?k=${MOT_DE_PASSE}`;
    const sender = await banc.open(
      { reponse: { format: 'texte', succes: { valeurs: ['0'] } } },
      { status: 400, corps },
      { publique: true }
    );
    const erreur = await sender.send(SMS).catch((raison: unknown) => raison as Error);
    expect((erreur as Error).message).toContain('bad key ••• for •••');
    expect((erreur as Error).message).not.toMatch(/secrete|612345678|https/);
  });

  it('ce que répond un serveur du réseau local ne se lit pas dans l’erreur', async () => {
    const corps = '{"token":"secret-du-voisin"} et tout le reste de sa page';
    for (const reponse of [
      { format: 'texte', succes: { valeurs: ['0'] }, issues: { '9': 'refuse' } },
      { format: 'json', code: 'token' },
    ]) {
      const sender = await banc.open({ reponse }, { status: 400, corps });
      const erreur = await sender.send(SMS).catch((raison: unknown) => raison as Error);
      expect(erreur).toMatchObject({ issue: 'refuse', code: '400' });
      expect((erreur as Error).message).not.toMatch(/secret-du-voisin|token|page/);
      await banc.close();
    }
  });

  it('ne suit pas une redirection : le mot de passe irait ailleurs', async () => {
    const sender = await banc.open(FORMULAIRE, {
      status: 302,
      corps: '',
      entetes: { location: 'http://127.0.0.1:9/' },
    });
    await expect(sender.send(SMS)).rejects.toMatchObject({ issue: 'configuration', code: '302' });
    expect(banc.serveur().recues).toHaveLength(1);
  });

  it('respecte le délai qu’elle demande', async () => {
    const sender = await banc.open(FORMULAIRE, {
      status: 429,
      corps: '',
      entetes: { 'retry-after': '7' },
    });
    await expect(sender.send(SMS)).rejects.toMatchObject({
      issue: 'reessayer',
      reessayerDansMs: 7000,
    });
  });

  it('coupe une réponse sans fin', async () => {
    const sender = await banc.open(
      { reponse: { format: 'texte', succes: { valeurs: ['0'] } } },
      { status: 200, corps: `0 ${'x'.repeat(500_000)}` }
    );
    await expect(sender.send(SMS)).resolves.toBeDefined();
  });

  it('un STOP sans référence dit au moins à qui', async () => {
    const suivi = { statut: 'e', numero: 'n', statuts: { STOP: 'opposition' } };
    const sender = await banc.open({ suivi }, { status: 200, corps: '{}' });
    expect(sender.parseStatus!(createReport({ e: 'STOP', n: '0033612345678' }))).toMatchObject([
      { opposition: true, numero: '+33612345678', statut: 'echec' },
    ]);
    expect(sender.parseStatus!(createReport({ e: 'STOP' }))).toEqual([]);
  });

  describe('son solde', () => {
    const solde = (chemin = 'credits.sms') => ({
      solde: {
        url: 'https://remplacee.example',
        methode: 'GET',
        entetes: { 'X-Cle': '{motDePasse}' },
        champs: { compte: '{compte}' },
        chemin,
      },
    });
    async function openSolde(reponse: ReponseServie, chemin?: string) {
      await banc.open({}, reponse);
      const saisie = solde(chemin);
      return createSmsSenderPasserelle({
        passerelle: passerelleSchema.parse({
          url: banc.serveur().url,
          solde: { ...saisie.solde, url: `${banc.serveur().url}/solde` },
        }),
        compte: 'compte-7',
        login: '',
        motDePasse: MOT_DE_PASSE,
        expediteur: '',
        urlSuivi: null,
        secretsSuivi: [],
        reseau: reseauVers(banc.serveur().url),
        delaiMs: DELAI_MS,
      });
    }

    it('se lit là où les réglages le disent', async () => {
      const sender = await openSolde({ status: 200, corps: '{"credits":{"sms":"1200"}}' });
      expect(await sender.balance!()).toEqual({ montant: 1200, unite: 'SMS' });
      expect(banc.serveur().recues[0]).toMatchObject({
        methode: 'GET',
        chemin: '/solde?compte=compte-7',
      });
    });

    it.each([
      [{ status: 401, corps: '' }, 'configuration'],
      [{ status: 500, corps: '' }, 'reessayer'],
    ])('%j : %s, jamais incertain', async (reponse, issue) => {
      const sender = await openSolde(reponse);
      await expect(sender.balance!()).rejects.toMatchObject({ issue });
    });

    it('illisible, est inconnu', async () => {
      expect(await (await openSolde({ status: 200, corps: '{}' })).balance!()).toBeNull();
    });
  });
});
