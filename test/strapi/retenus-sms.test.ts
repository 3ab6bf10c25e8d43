import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PretAEnvoyer } from '../../src/plugins/sms-mailing/core/pret-a-envoyer';
import type { SuiviPackages } from '../../src/plugins/sms-mailing/core/suivi-packages';
import {
  parseFormulaire,
  type ServeurHttp,
} from '../../src/plugins/sms-mailing/test/fakes/serveur-http';
import { startServeurOvh } from '../../src/plugins/sms-mailing/test/fakes/sms-serveur-ovh';
import type { BaseDuGuide } from './base-du-guide';
import { openBaseReelle, type BaseReelle } from './base-reelle';

const SOIR = new Date('2022-03-03T18:00:00Z');
const LENDEMAIN = new Date('2022-03-04T18:00:00Z');
const COMPTE = {
  fournisseur: 'ovh-http2sms',
  compte: 'sms-bg11111-1',
  login: 'bge',
  expediteur: 'BGEARTOIS',
};

let reelle: BaseReelle;
let base: BaseDuGuide;
let ovh: ServeurHttp;

beforeAll(async () => {
  ovh = await startServeurOvh();
  reelle = await openBaseReelle({
    SMS_URL_BASE: ovh.url,
    PUBLIC_URL: 'https://messages.bge-arras.fr',
  });
  ({ base } = reelle);
});

afterAll(async () => {
  await base.close();
  await ovh.close();
});

describe('Une vraie base sans fournisseur de SMS : les SMS attendent (décision G3)', () => {
  const SANS_FOURNISSEUR = expect.stringMatching(/^Retenu : aucun fournisseur de SMS/) as string;
  let rappel: string;
  let clic: string;

  const expectRienDebite = async (reste = 20) => {
    expect(base.listSms()).toEqual([]);
    expect(ovh.recues).toEqual([]);
    expect(await base.sql('SELECT 1 FROM sms_mouvements')).toEqual([]);
    const { data } = await base.ask<{ packages: { achetes: number; consommes: number }[] }>(
      'get',
      '/packages-sms'
    );
    expect(data.packages).toMatchObject([{ achetes: reste, consommes: 0 }]);
  };

  beforeAll(async () => {
    await base.ask('post', '/packages-sms', { dateAchat: '2022-01-02', achetes: 20 });
    rappel = await reelle.createModele('sms', 'Rappel SMS');
    clic = await reelle.createModele('sms', 'SMS au clic');
  });

  it('« Prêt à envoyer ? » dit en rouge qu’il manque un fournisseur', async () => {
    expect(await reelle.listAFaire()).toContain('compte-sms');
    const { data } = await base.ask<PretAEnvoyer>('get', '/pret-a-envoyer');
    const point = data.points.find(({ cle }) => cle === 'compte-sms');
    expect(point?.phrase).toMatch(/^Aucun fournisseur de SMS n’est choisi/);
  });

  it('une fiche, le clic d’une action, une règle exécutée, un envoi test : tout reste programmé', async () => {
    await reelle.programmer(rappel);
    await reelle.envoyer(clic);
    const criteres = { ods: [base.seed.ods["Activ'Créa lot 1"]!.documentId] };
    const regle = await base.createRegle({
      typeContact: 'sms',
      modeleDocumentId: await reelle.createModele('sms', 'SMS de règle'),
      delai: -2,
      criteres,
    });
    await base.ask('post', '/envois-automatiques-test', { regleDocumentIds: [regle] });
    await base.ask('post', `/envois-automatiques/${regle}/executer`);
    await base.tick(new Date('2022-03-03T14:00:30Z'));
    await base.tick(SOIR);
    for (const nom of ['Rappel SMS', 'SMS au clic', 'SMS de règle']) {
      const lignes = (await reelle.lignesDe(nom)).filter(({ statut }) => statut !== 'exclu');
      expect(lignes.length, nom).toBeGreaterThan(0);
      expect(new Set(lignes.map(({ statut }) => statut)), nom).toEqual(new Set(['programme']));
      expect(lignes[0]?.detail).toEqual(SANS_FOURNISSEUR);
    }
    const [tests] = await base.sql<{ nombre: number }>(
      `SELECT count(*)::int AS nombre FROM sms_envois WHERE cle LIKE 't:%' AND statut = 'programme'`
    );
    expect(tests?.nombre).toBe(1);
    await expectRienDebite();
  });

  it('l’accueil compte ce qui est retenu à part de ce qui part', async () => {
    base.setHeure(SOIR);
    const { suspensions, retenus, parType, creditsCeSoir, lignes } = await reelle.readSoiree();
    expect(suspensions.sms).toMatch(/^aucun fournisseur de SMS/);
    expect(retenus.sms).toBeGreaterThan(2);
    expect(parType.sms).toBe(0);
    expect(creditsCeSoir).toBe(0);
    expect(lignes.filter(({ typeContact }) => typeContact === 'sms')).toEqual([]);
  });

  it('« Package SMS » dit pourquoi les SMS attendent', async () => {
    const { data } = await base.ask<SuiviPackages>('get', '/packages-sms-suivi');
    expect(data.suspension).toMatch(/^aucun fournisseur de SMS/);
  });

  it('ni exemplaire ni vérification : rien ne prétend partir, rien n’est débité', async () => {
    const mobile = { numero: '06 39 98 00 77' };
    const essai = await reelle.sendExemplaire(rappel, mobile);
    expect(essai.erreur?.message).toContain('Aucun fournisseur de SMS n’est choisi');
    const code = await base.ask('post', '/exemplaires/code', { transport: 'sms', ...mobile });
    expect(code.status).toBe(400);
    expect(code.erreur?.message).toContain('Aucun fournisseur de SMS n’est choisi');
    const numero = { numero: '06 12 34 56 78' };
    const verification = await base.ask('post', '/parametres/verification-sms', numero);
    expect(verification.erreur?.details.regle).toBe('verification-inutile');
    const connexion = await base.ask('post', '/parametres/connexion', { transport: 'sms' });
    expect(connexion.data).toMatchObject({
      issue: 'impossible',
      phrase: expect.stringMatching(/^Aucun fournisseur de SMS n’est choisi/) as string,
    });
    await expectRienDebite();
  });

  it('ce qui est retenu s’annule comme le reste', async () => {
    const envoiDocumentIds = await reelle.envoyer(await reelle.createModele('sms', 'SMS regretté'));
    await base.tick(new Date('2022-03-03T18:00:10Z'));
    expect(await reelle.lignesDe('SMS regretté')).toMatchObject([{ detail: SANS_FOURNISSEUR }]);
    const annulation = await base.ask('post', '/envois/annuler', { envoiDocumentIds });
    expect(annulation.data).toEqual({ annules: 1 });
    expect(await reelle.lignesDe('SMS regretté')).toMatchObject([{ statut: 'annule' }]);
  });

  it('les e-mails partent pendant ce temps, l’alerte de stock à l’équipe aussi', async () => {
    await reelle.programmer(await reelle.createModele('email', 'E-mail de suivi'), 'diallo');
    await base.sql('UPDATE sms_packages SET consommes = 19');
    await reelle.writeParametres({ alertesA: 'direction@bge.test' });
    await base.tick(LENDEMAIN);
    await base.sql('UPDATE sms_packages SET consommes = 0');
    expect(await reelle.lignesDe('E-mail de suivi')).toMatchObject([{ statut: 'envoye' }]);
    const avis = base.boite.mails.filter(({ to }) => JSON.stringify(to).includes('direction@'));
    expect(avis).toHaveLength(1);
  });

  it('un fournisseur choisi et vérifié, ce qui attendait part et se débite', async () => {
    await reelle.writeParametres({ sms: COMPTE, secrets: { motDePasse: 'Ovh-42' } });
    await base.tick(new Date('2022-03-04T18:01:00Z'));
    expect(await reelle.lignesDe('Rappel SMS')).toMatchObject([
      {
        statut: 'programme',
        detail: expect.stringMatching(/^Retenu : .*SMS de vérification/) as string,
      },
    ]);
    await base.ask('post', '/parametres/verification-sms', { numero: '06 12 34 56 78' });
    const texte = parseFormulaire(ovh.recues.at(-1)!).message ?? '';
    const code = /\d{6}/.exec(texte)?.[0];
    await base.ask('post', '/parametres/verification', { transport: 'sms', code });
    await base.tick(new Date('2022-03-04T18:02:00Z'));
    expect(await reelle.lignesDe('Rappel SMS')).toMatchObject([{ statut: 'envoye', detail: null }]);
    expect(base.listSms()).toEqual([]);
    const [{ credits } = { credits: 0 }] = await base.sql<{ credits: number }>(
      `SELECT sum(credits)::int AS credits FROM sms_envois WHERE type_contact = 'sms' AND statut = 'envoye'`
    );
    const [{ consommes } = { consommes: 0 }] = await base.sql<{ consommes: number }>(
      'SELECT consommes FROM sms_packages'
    );
    expect(consommes).toBe(credits + 1);
    expect((await reelle.readSoiree()).retenus.sms).toBe(0);
  });
});
