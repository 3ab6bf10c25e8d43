import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import type { PretAEnvoyer } from '../../src/plugins/sms-mailing/core/pret-a-envoyer';
import type { ServeurHttp } from '../../src/plugins/sms-mailing/test/fakes/serveur-http';
import { parseFormulaire } from '../../src/plugins/sms-mailing/test/fakes/serveur-http';
import { startServeurOvh } from '../../src/plugins/sms-mailing/test/fakes/sms-serveur-ovh';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

const MOT_DE_PASSE = 'Ovh-mot-de-passe-42';
const COMPTE = {
  fournisseur: 'ovh-http2sms',
  compte: 'sms-bg11111-1',
  login: 'bge',
  expediteur: 'BGEARTOIS',
};
const SOIR = new Date('2022-03-03T18:00:00Z');

let base: BaseDuGuide;
let ovh: ServeurHttp;

const lire = async () => (await base.ask<ParametresLus>('get', '/parametres')).data;
const ecrire = async ({ sms, ...changes }: { sms?: object; [champ: string]: unknown }) => {
  const { parametres } = await lire();
  const saisie = { ...parametres, ...changes, sms: { ...parametres.sms, ...sms } };
  return base.ask<ParametresLus>('put', '/parametres', saisie);
};
const examiner = async () => (await base.ask<PretAEnvoyer>('get', '/pret-a-envoyer')).data;
const pointsAFaire = async () =>
  (await examiner()).points.filter(({ etat }) => etat === 'a_faire').map(({ cle }) => cle);

async function programmer(typeContact: 'email' | 'sms', nom: string): Promise<void> {
  const modele = await base.createModele({
    typeContact,
    nom,
    objet: typeContact === 'sms' ? '' : nom,
    message: typeContact === 'sms' ? nom : `<p>${nom}</p>`,
  });
  const { documentId } = base.seed.entrepreneurs.palmer!;
  const { status } = await base.ask('post', `/entrepreneurs/${documentId}/programmer`, {
    modeleDocumentIds: [modele],
  });
  expect(status).toBe(200);
}

const etats = () =>
  base.sql<{ type_contact: string; statut: string; detail: string | null }>(
    'SELECT type_contact, statut, detail FROM sms_envois ORDER BY id'
  );
const smsRecus = () => ovh.recues.map((requete) => parseFormulaire(requete).message);

beforeAll(async () => {
  ovh = await startServeurOvh();
  base = await openBaseDuGuide('sms-administrateur', {
    SMS_MAILING_BASE: 'reelle',
    SMS_URL_BASE: ovh.url,
    SMTP_EXPEDITEUR: 'BGE <contact@bge.test>',
    PUBLIC_URL: 'https://messages.bge-arras.fr',
  });
});

afterAll(async () => {
  await base.close();
  await ovh.close();
});

describe('Guide §1 : une vraie base n’envoie rien avant d’être vérifiée', () => {
  it('une installation neuve suit l’environnement et dit ce qui manque', async () => {
    expect(await lire()).toMatchObject({
      parametres: { expediteurAdresse: '', sms: { fournisseur: null }, heureDuSoir: null },
      environnement: { expediteurAdresse: 'contact@bge.test', heureDuSoir: '19:00' },
      secrets: { motDePasse: 'absent' },
    });
    // Decision G3: without a provider, SMS wait.
    expect(await pointsAFaire()).toEqual(['email-verifie', 'compte-sms']);
  });

  it('un compte SMS enregistré sans mot de passe est incomplet, et le dit', async () => {
    const { data } = await ecrire({ sms: COMPTE });
    expect(data.champsManquants).toEqual(['Mot de passe']);
    expect(await pointsAFaire()).toEqual(['email-verifie', 'compte-sms', 'sms-verifie']);
    const { data: essai } = await base.ask('post', '/parametres/connexion', { transport: 'sms' });
    expect(essai).toMatchObject({
      issue: 'echec',
      phrase: expect.stringContaining('Mot de passe') as string,
    });
  });

  it('le mot de passe est chiffré, et ne ressort par aucune route', async () => {
    const ecrit = await ecrire({ secrets: { motDePasse: MOT_DE_PASSE } });
    const relu = await lire();
    expect(relu.secrets).toEqual({
      ...{ motDePasse: 'renseigne', secretCle: 'absent', motDePasseRebonds: 'absent' },
    });
    expect(relu.champsManquants).toEqual([]);
    expect(JSON.stringify([ecrit, relu, await examiner()])).not.toContain(MOT_DE_PASSE);
    const lignes = await base.sql<{ value: string }>(
      'SELECT value FROM strapi_core_store_settings'
    );
    expect(JSON.stringify(lignes)).not.toContain(MOT_DE_PASSE);
    expect(lignes.some(({ value }) => value.includes('"motDePasse":"v1:'))).toBe(true);
  });

  it('un expéditeur de plus de 11 lettres, avec espace ou accent est refusé', async () => {
    for (const expediteur of ['BGE ARTOIS', 'BGEARTOISNORD', 'BGÉ', '123456']) {
      const { status, erreur } = await ecrire({ sms: { ...COMPTE, expediteur } });
      expect(status, expediteur).toBe(400);
      expect(erreur?.message).toContain('11 lettres ou chiffres');
    }
  });

  it('ce qui est dû reste programmé, et sa ligne dit pourquoi', async () => {
    await programmer('email', 'Retenu');
    await programmer('sms', 'Retenu par SMS');
    await base.tick(SOIR);
    expect(base.boite.mails).toHaveLength(0);
    expect(ovh.recues).toHaveLength(0);
    expect(await etats()).toEqual([
      {
        type_contact: 'email',
        statut: 'programme',
        detail: expect.stringContaining('e-mail de vérification') as string,
      },
      {
        type_contact: 'sms',
        statut: 'programme',
        detail: expect.stringContaining('SMS de vérification') as string,
      },
    ]);
    const soiree = await base.ask<{ suspensions: Record<string, string | null> }>('get', '/soiree');
    expect(soiree.data.suspensions.mail).toContain('« M’envoyer un e-mail de vérification »');
  });

  it('« Tester la connexion » parle au serveur sans rien envoyer', async () => {
    const mail = await base.ask('post', '/parametres/connexion', { transport: 'mail' });
    expect(mail.data).toMatchObject({ issue: 'ok' });
    const sms = await base.ask('post', '/parametres/connexion', { transport: 'sms' });
    expect(sms.data).toMatchObject({ issue: 'impossible' });
    expect(ovh.recues).toHaveLength(0);
  });

  it('le code d’un e-mail reçu ouvre les e-mails, un autre non', async () => {
    const { data } = await base.ask<{ vers: string }>('post', '/parametres/verification-email');
    expect(data.vers).toContain('@exemple.fr');
    const objet = base.boite.mails[0]?.subject ?? '';
    expect(base.boite.mails.map(({ from }) => from?.value[0]?.address)).toEqual([
      'contact@bge.test',
    ]);
    const code = /\d{6}$/.exec(objet)?.[0] ?? '';
    const confirmer = (saisi: string) =>
      base.ask('post', '/parametres/verification', { transport: 'mail', code: saisi });
    const faux = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect((await confirmer(faux)).erreur?.details.regle).toBe('code-faux');
    expect((await confirmer(code)).data).toMatchObject({ mail: { verifie: true } });
    expect((await confirmer(code)).erreur?.details.regle).toBe('code-absent');

    await base.tick(SOIR);
    expect(base.mailsDe('Retenu')).toEqual(['julien.palmer@boite.test']);
    expect((await etats()).map(({ statut }) => statut)).toEqual(['envoye', 'programme']);
  });

  it('un SMS de vérification dit son coût, se débite, et son code ouvre les SMS', async () => {
    await base.ask('post', '/packages-sms', { dateAchat: '2022-01-02', achetes: 10 });
    const demander = (numero: string) =>
      base.ask('post', '/parametres/verification-sms', { numero });
    expect((await demander('01 02 03 04 05')).erreur?.details.regle).toBe('numero-non-mobile');
    expect((await demander('06 12 34 56 78')).data).toEqual({ vers: '+33612345678', credits: 1 });
    const packages = await base.ask<{ packages: { consommes: number }[] }>('get', '/packages-sms');
    expect(packages.data.packages[0]?.consommes).toBe(1);
    expect(parseFormulaire(ovh.recues[0]!)).toMatchObject({
      account: COMPTE.compte,
      login: COMPTE.login,
      password: MOT_DE_PASSE,
      from: COMPTE.expediteur,
      to: '0033612345678',
      noStop: '1',
    });
    const code = /\d{6}/.exec(smsRecus()[0] ?? '')?.[0] ?? '';
    const { data } = await base.ask('post', '/parametres/verification', { transport: 'sms', code });
    expect(data).toMatchObject({ sms: { verifie: true, vers: '+336••••••78' } });

    await base.tick(SOIR);
    expect(smsRecus()).toContain('Retenu par SMS');
    expect(await pointsAFaire()).toEqual([]);
  });

  it('un compte qui change est à vérifier de nouveau', async () => {
    await ecrire({ secrets: { motDePasse: 'un-autre' } });
    expect(await pointsAFaire()).toEqual(['sms-verifie']);
    await programmer('sms', 'Après changement');
    await base.tick(new Date('2022-03-04T18:00:00Z'));
    expect(smsRecus()).not.toContain('Après changement');
    await ecrire({ expediteurAdresse: 'autre@bge.test' });
    expect(await pointsAFaire()).toEqual(['email-verifie', 'sms-verifie']);
  });

  it('le journal n’atteint personne : ses SMS attendent (décision G3)', async () => {
    await ecrire({ sms: { fournisseur: 'journal' } });
    await base.tick(new Date('2022-03-04T18:01:00Z'));
    expect(base.listSms()).toEqual([]);
    expect((await etats()).at(-1)).toMatchObject({
      statut: 'programme',
      detail: expect.stringContaining('aucun fournisseur de SMS') as string,
    });
  });

  it('l’heure et le fuseau choisis remplacent ceux de l’environnement, sans redémarrer', async () => {
    await ecrire({ heureDuSoir: '18:30', zone: 'Indian/Reunion' });
    base.setHeure(new Date('2022-03-05T10:00:00Z'));
    const { data } = await base.ask<{ phrase: string; prochainDepart: string }>('get', '/soiree');
    expect(data.phrase).toBe('Partira ce soir à 18h30');
    expect(data.prochainDepart).toBe('2022-03-05T14:30:00.000Z');
    expect((await ecrire({ heureDuSoir: '23:00' })).status).toBe(400);
    expect((await ecrire({ zone: 'Europe/Lille' })).status).toBe(400);
  });
});
