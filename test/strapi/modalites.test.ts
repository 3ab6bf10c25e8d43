import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Compose from '../../src/plugins/sms-mailing/server/src/strapi/compose';
import { seedCrm, type Resume } from '../../scripts/seed/index.mjs';
import { openBoiteAuxLettres, type BoiteAuxLettres } from './boite-aux-lettres';
import { agentFor, anonymous, startApp, stopApp, storeParametres } from './harness';
import type { Agent, App } from './harness';

const requireCjs = createRequire(import.meta.url);

const APRES_MIDI = new Date('2022-03-03T14:00:00Z');
const DIX_NEUF_HEURES = new Date('2022-03-03T18:00:00Z');
const LENDEMAIN_SOIR = new Date('2022-03-04T18:00:00Z');

let boite: BoiteAuxLettres;
let app: App;
let admin: Agent;
let seed: Resume;
let horloge = APRES_MIDI;
let journalSms: string;

function composition(): Compose.Application {
  const { compose } = requireCjs(
    '../../dist/src/plugins/sms-mailing/server/src/strapi/compose.js'
  ) as typeof Compose;
  return compose(app.strapi);
}

async function tick(now: Date): Promise<void> {
  horloge = now;
  await composition().runTick('ouvrier-de-test', new AbortController().signal);
}

async function createModele(saisie: Record<string, unknown>): Promise<string> {
  const reponse = await admin
    .post('/sms-mailing/modeles')
    .send({ typeContact: 'email', destinataires: ['entrepreneur'], but: 'suivi', ...saisie });
  expect(reponse.body).toMatchObject({ data: { programmes: 0 } });
  return (reponse.body as { data: { documentId: string } }).data.documentId;
}

async function statuts(): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: app.database.url });
  await client.connect();
  const { rows } = await client.query<{ statut: string; n: number }>(
    'SELECT statut, count(*)::int AS n FROM sms_envois GROUP BY statut'
  );
  await client.end();
  return Object.fromEntries(rows.map(({ statut, n }) => [statut, n]));
}

function mailsDe(objet: string): string[] {
  return boite.mails
    .filter(({ subject }) => subject === objet)
    .map(({ to }) => (Array.isArray(to) ? '' : (to?.value[0]?.address ?? '')))
    .sort();
}

beforeAll(async () => {
  boite = await openBoiteAuxLettres();
  journalSms = path.join(mkdtempSync(path.join(tmpdir(), 'sms-mailing-')), 'sms.jsonl');
  app = await startApp({
    env: { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(boite.port), SMS_JOURNAL: journalSms },
  });
  await storeParametres(app, { repentirSecondes: 0 });
  const { compose, setClock } = requireCjs(
    '../../dist/src/plugins/sms-mailing/server/src/strapi/compose.js'
  ) as typeof Compose;
  setClock(app.strapi, () => horloge);
  const client = new pg.Client({ connectionString: app.database.url });
  await client.connect();
  seed = await seedCrm(client, { reference: '2022-03-03', entrepreneurs: 40, actions: 0 });
  await client.end();
  await compose(app.strapi).calculs.refresh();
  admin = await agentFor(app, 'sms-administrateur');
});

afterAll(async () => {
  await stopApp(app);
  await boite.close();
});

describe('Guide §2.a : les quatre modalités, de la demande au message reçu', () => {
  it('l’envoi à un entrepreneur attend 19h, puis part une fois, personnalisé (§9)', async () => {
    const modele = await createModele({
      nom: 'Récapitulatif des droits',
      objet: 'Vos droits',
      message:
        '<p>Bonjour ${personne/personne_civilite} ${personne/personne_nom}, voici votre attestation.</p>',
    });
    const { documentId } = seed.entrepreneurs.palmer!;
    const demande = () =>
      admin
        .post(`/sms-mailing/entrepreneurs/${documentId}/programmer`)
        .send({ modeleDocumentIds: [modele] });
    const reponse = await demande();
    expect(reponse.body).toMatchObject({ data: [{ programmes: 1, dejaProgrammes: 0 }] });
    expect((await demande()).body).toMatchObject({ data: [{ programmes: 0, dejaProgrammes: 1 }] });

    await tick(new Date(DIX_NEUF_HEURES.getTime() - 1_000));
    expect(boite.mails).toHaveLength(0);
    await tick(DIX_NEUF_HEURES);
    expect(mailsDe('Vos droits')).toEqual(['julien.palmer@boite.test']);
    expect(boite.mails[0]?.text).toContain('Bonjour Monsieur PALMER, voici votre attestation.');

    const historique = await admin.get(`/sms-mailing/entrepreneurs/${documentId}/historique`);
    expect(historique.body).toMatchObject({
      data: {
        total: 1,
        lignes: [
          { statut: 'envoye', origine: 'fiche_entrepreneur', modele: 'Récapitulatif des droits' },
        ],
      },
    });
    const { lignes } = (historique.body as { data: { lignes: { documentId: string }[] } }).data;
    const archive = await admin.get(`/sms-mailing/envois/${lignes[0]!.documentId}/message`);
    expect((archive.body as { data: { html: string } }).data.html).toBe(boite.mails[0]?.html);
  });

  it('l’envoi aux participants part au clic, à chacun le sien, sans attendre le soir (§8)', async () => {
    const modele = await createModele({
      nom: 'Convocation',
      objet: 'Convocation',
      message:
        '<p>Bonjour ${tableN.action_beneficiaire_personne/personne_prenom}, rendez-vous le ${action_date# j F Y à H:i}.</p>',
    });
    horloge = new Date(DIX_NEUF_HEURES.getTime() + 3_600_000);
    const reponse = await admin
      .post(`/sms-mailing/actions/${seed.actions.palmerAtelier!.documentId}/envoyer`)
      .send({ modeleDocumentIds: [modele] });
    expect(reponse.body).toMatchObject({ data: [{ programmes: 4 }] });
    await tick(horloge);
    expect(mailsDe('Convocation')).toEqual([
      'amadou.diallo@boite.test',
      'julien.palmer@boite.test',
      'nl.creation@boite.test',
      'sophie.martin@boite.test',
    ]);
    const palmer = boite.mails.find(
      ({ text, subject }) => subject === 'Convocation' && text?.includes('Julien')
    );
    expect(palmer?.text).toContain('rendez-vous le 5 mars 2022 à 09:30');
  });

  it('l’envoi automatique J-1 part à 19h la veille, et ne se répète pas (§6)', async () => {
    const modele = await createModele({
      nom: 'Mail rappel rendez-vous',
      objet: 'Rappel',
      message: '<p>Bonjour ${tableN.action_beneficiaire_personne/personne_prenom}, à bientôt.</p>',
    });
    horloge = new Date('2022-03-04T10:00:00Z');
    const creation = await admin.post('/sms-mailing/envois-automatiques').send({
      regle: {
        typeContact: 'email',
        modeleDocumentId: modele,
        delai: -1,
        criteres: { natures: ['Collective'], ods: [seed.ods["Activ'Créa lot 1"]!.documentId] },
      },
    });
    expect(creation.status).toBe(200);
    const essai = await admin
      .post('/sms-mailing/envois-automatiques-essai')
      .send({ soir: '2022-03-04' });
    const prevus = (essai.body as { data: { recevront: number }[] }).data[0]!.recevront;
    expect(prevus).toBeGreaterThanOrEqual(4);
    await tick(LENDEMAIN_SOIR);
    expect(mailsDe('Rappel')).toHaveLength(prevus);
    await tick(new Date(LENDEMAIN_SOIR.getTime() + 60_000));
    expect(mailsDe('Rappel')).toHaveLength(prevus);
  });

  it('la campagne SMS dit son coût, part à 19h et débite le package (§7, §10)', async () => {
    await admin.post('/sms-mailing/packages-sms').send({ dateAchat: '2018-01-02', achetes: 500 });
    const modele = await createModele({
      typeContact: 'sms',
      nom: 'SMS info',
      message: 'Bonjour ${personne/personne_prenom}, pensez à votre dossier.',
    });
    horloge = new Date('2022-03-05T10:00:00Z');
    const reponse = await admin.post('/sms-mailing/campagnes').send({
      modeleDocumentId: modele,
      typeContact: 'sms',
      filtres: { typeDestinataire: 'entrepreneur' },
      selection: { ids: [seed.entrepreneurs.palmer!.id, seed.entrepreneurs.diallo!.id] },
    });
    expect(reponse.body).toMatchObject({
      data: { programmes: 2, credits: 2, phraseDepart: 'Partira ce soir à 19h00' },
    });
    await tick(new Date('2022-03-05T18:00:00Z'));
    const lignes = readFileSync(journalSms, 'utf8').trim().split('\n');
    expect(lignes).toHaveLength(2);
    expect(lignes.join('\n')).toContain('Bonjour Julien, pensez à votre dossier.');
    const packages = await admin.get('/sms-mailing/packages-sms');
    expect(packages.body).toMatchObject({
      data: { packages: [{ consommes: 2 }], disponible: 498 },
    });
  });

  it('le lien d’une newsletter désinscrit d’un clic, des promotions seulement', async () => {
    const modele = await createModele({
      typeContact: 'newsletter',
      nom: 'Lettre',
      objet: 'La lettre',
      message: '<p>Bonjour ${personne/personne_prenom}</p>',
    });
    const { documentId } = seed.entrepreneurs.martin!;
    const programmer = () =>
      admin
        .post(`/sms-mailing/entrepreneurs/${documentId}/programmer`)
        .send({ modeleDocumentIds: [modele] });
    horloge = new Date('2022-03-06T10:00:00Z');
    await programmer();
    await tick(new Date('2022-03-06T18:00:00Z'));
    const lettre = boite.mails.find(({ subject }) => subject === 'La lettre');
    const lien =
      /https?:[^"]*(\/api\/sms-mailing\/d\/[^"]+)"/.exec(String(lettre?.html))?.[1] ?? '';
    expect((await anonymous(app).get(lien)).text).toContain('Que ne souhaitez-vous plus recevoir');
    expect((await anonymous(app).get(`${lien}x`)).status).toBe(404);
    expect((await anonymous(app).post(lien)).text).toContain('C’est fait');

    horloge = new Date('2022-03-07T10:00:00Z');
    await programmer();
    await tick(new Date('2022-03-07T18:00:00Z'));
    expect(mailsDe('La lettre')).toHaveLength(1);
    const historique = await admin.get(`/sms-mailing/entrepreneurs/${documentId}/historique`);
    expect(historique.body).toMatchObject({
      data: { lignes: [{ statut: 'exclu', motif: 'opposition' }, { statut: 'envoye' }, {}, {}] },
    });
  });

  it('aucun envoi ne reste en route et aucun message n’est parti deux fois', async () => {
    const restes = await statuts();
    expect(restes.reserve ?? 0).toBe(0);
    expect(restes.en_cours ?? 0).toBe(0);
    const ids = boite.mails.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      boite.mails.every(({ text, html }) => !`${text ?? ''}${String(html)}`.includes('${'))
    ).toBe(true);
  });
});
