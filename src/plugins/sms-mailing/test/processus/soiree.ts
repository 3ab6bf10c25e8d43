import { fork, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import knex, { type Knex } from 'knex';
import pg from 'pg';
import { seedCrm } from '../../../../../scripts/seed/index.mjs';
import { freshDatabase, type FreshDatabase } from '../../../../../test/strapi/harness';
import { envoiAutomatiqueSchema } from '../../core/envoi-automatique';
import { modeleSchema } from '../../core/modele';
import { TOUT } from '../../core/perimetre';
import type * as Compose from '../../server/src/strapi/compose';
import type { ReglagesModule } from '../../server/src/strapi/compose/reglages-module';

const RACINE = path.resolve(import.meta.dirname, '..', '..', '..', '..', '..');
const requireCjs = createRequire(import.meta.url);
const APRES_MIDI = new Date('2022-03-03T14:00:00Z');
const SOIR = '2022-03-03T18:00:00Z';
export const FENETRE = 50;
export const BAIL_MS = 3_000;

const ici = (fichier: string): string => fileURLToPath(new URL(fichier, import.meta.url));

export interface Ouvrier {
  nom: string;
  processus: ChildProcess;
  /** What it wrote in its log. */
  lignes: () => string;
  /** Resolves to the exit code, null when killed. */
  fin: Promise<number | null>;
}

export interface Soiree {
  knex: Knex;
  /** Envois of the campagne and of the fiches; the automatic ones come with the evening. */
  programmes: number;
  startOuvrier(nom: string): Ouvrier;
  /** Message-IDs that the server accepted, in order. */
  recus(): string[];
  sms(): string[];
  statuts(): Promise<Record<string, number>>;
  /** Resolves when nothing is due nor under way any more. */
  waitEnd(delaiMs?: number): Promise<void>;
  close(): Promise<void>;
}

function reglagesOf(port: number, journal: string): ReglagesModule {
  return {
    base: 'essai',
    zone: 'Europe/Paris',
    heure: '19:00',
    scheduler: 'on',
    role: 'worker',
    fenetre: FENETRE,
    bailSecondes: BAIL_MS / 1_000,
    clesPrecedentes: [],
    publicUrl: 'https://bge.example',
    mail: {
      expediteur: 'BGE <contact@bge.example>',
      transport: { host: '127.0.0.1', port, ignoreTLS: true, maxConnections: 5 },
    },
    sms: {
      fournisseur: 'journal',
      expediteur: 'BGE',
      compte: '',
      login: '',
      motDePasse: '',
      urlBase: '',
      journal,
      twilio: { accountSid: '', authToken: '', messagingServiceSid: '' },
    },
  };
}

async function startPuits(fichier: string): Promise<{ puits: ChildProcess; port: number }> {
  const puits = fork(ici('./puits.mjs'), [fichier], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { port } = await new Promise<{ port: number }>((pret) =>
    puits.once('message', (message) => pret(message as { port: number }))
  );
  return { puits, port };
}

/** A campagne by e-mail, one by SMS and an envoi automatique, scheduled in the afternoon by the module itself. */
async function schedule(base: Knex, reglages: ReglagesModule): Promise<void> {
  const { composeOn } = requireCjs(
    path.join(RACINE, 'dist/src/plugins/sms-mailing/server/src/strapi/compose.js')
  ) as typeof Compose;
  const muet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const application = composeOn({
    knex: base,
    connexion: {},
    reglages,
    mail: null,
    clock: () => APRES_MIDI,
    journal: muet,
    transports: null,
    secret: 'secret-d-essai',
    chiffrement: { encrypt: () => null, decrypt: () => null },
  });
  const saveModele = async (champs: Record<string, unknown>): Promise<string> => {
    const modele = modeleSchema.parse({
      typeContact: 'email',
      destinataires: ['entrepreneur'],
      but: 'suivi',
      ...champs,
    });
    const neuf = { documentId: null, version: null, annulerProgrammes: null };
    const demande = { ...neuf, auteurId: null, now: APRES_MIDI };
    return (await application.saveModele({ ...demande, modele })).documentId;
  };
  const texte = 'Bonjour ${personne/personne_prenom} ${personne/personne_nom}, à bientôt.';
  const scheduleCampagne = async (
    typeContact: 'email' | 'sms',
    champs: Record<string, unknown>
  ) => {
    const modeleDocumentId = await saveModele({ typeContact, message: texte, ...champs });
    await application.scheduleCampagne(
      {
        modeleDocumentId,
        typeContact,
        filtres: { typeDestinataire: 'entrepreneur' },
        recherche: '',
        campagneId: null,
        confirme: true,
        selection: { tous: true, saufIds: [] },
      },
      TOUT,
      null
    );
  };
  await scheduleCampagne('email', { nom: 'Atelier', objet: 'Atelier' });
  await scheduleCampagne('sms', { nom: 'Rappel SMS' });
  const modeleDocumentId = await saveModele({
    nom: 'Rappel J-2',
    objet: 'Rappel du ${action_date# j F}',
    message: '<p>Bonjour ${tableN.action_beneficiaire_personne/personne_prenom}</p>',
  });
  await application.saveEnvoiAutomatique({
    documentId: null,
    regle: envoiAutomatiqueSchema.parse({ typeContact: 'email', modeleDocumentId, delai: -2 }),
    sansCritereConfirme: true,
    now: APRES_MIDI,
  });
  await application.moteur.mail.close();
}

/** An evening on a seeded base, its SMTP server and its SMS operator, and workers to be killed. */
export async function openSoiree(entrepreneurs: number): Promise<Soiree> {
  const database: FreshDatabase = await freshDatabase();
  const dossier = mkdtempSync(path.join(tmpdir(), 'sms-mailing-soiree-'));
  const [fichier, journal] = [path.join(dossier, 'recus'), path.join(dossier, 'sms.jsonl')];
  const { puits, port } = await startPuits(fichier);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await seedCrm(client, { reference: '2022-03-03', entrepreneurs, actions: 60 });
  await client.end();
  const base = knex({
    client: 'pg',
    connection: database.url,
    pool: { min: 0, max: 4 },
    log: { warn: () => undefined },
  });
  const reglages = reglagesOf(port, journal);
  await schedule(base, reglages);
  const [{ nombre: programmes }] = (await base('sms_envois').count({ nombre: '*' })) as [
    { nombre: string },
  ];
  const ouvriers: Ouvrier[] = [];
  const readLignes = (nom: string): string[] => {
    try {
      return readFileSync(nom, 'utf8').split('\n').filter(Boolean);
    } catch {
      return [];
    }
  };

  const soiree: Soiree = {
    knex: base,
    programmes: Number(programmes),
    startOuvrier(nom) {
      const args = JSON.stringify({ racine: RACINE, nom, url: database.url, reglages, soir: SOIR });
      const processus = spawn(process.execPath, [ici('./ouvrier.mjs'), args], {
        cwd: RACINE,
        env: { ...process.env, TZ: 'UTC' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let lignes = '';
      processus.stdout.on('data', (bout: Buffer) => (lignes += bout.toString()));
      processus.stderr.on('data', (bout: Buffer) => (lignes += bout.toString()));
      const fin = new Promise<number | null>((resolve) => processus.once('exit', resolve));
      const ouvrier = { nom, processus, lignes: () => lignes, fin };
      ouvriers.push(ouvrier);
      return ouvrier;
    },
    recus: () => readLignes(fichier),
    sms: () => readLignes(journal),
    async statuts() {
      const lignes = await base('sms_envois')
        .groupBy('statut')
        .select<{ statut: string; nombre: string }[]>('statut', base.raw('count(*) AS nombre'));
      return Object.fromEntries(lignes.map(({ statut, nombre }) => [statut, Number(nombre)]));
    },
    async waitEnd(delaiMs = 60_000) {
      const limite = Date.now() + delaiMs;
      for (;;) {
        const { programme = 0, reserve = 0, en_cours = 0 } = await soiree.statuts();
        if (programme + reserve + en_cours === 0) return;
        if (Date.now() > limite) {
          const journaux = ouvriers.map(({ lignes }) => lignes()).join('\n');
          throw new Error(
            `Encore ${JSON.stringify({ programme, reserve, en_cours })}.\n${journaux}`
          );
        }
        await new Promise((suite) => setTimeout(suite, 200));
      }
    },
    async close() {
      for (const { processus } of ouvriers) processus.kill('SIGKILL');
      await Promise.all(ouvriers.map(({ fin }) => fin));
      puits.disconnect();
      await base.destroy();
      await database.drop();
      rmSync(dossier, { recursive: true });
    },
  };
  return soiree;
}
