import { createRequire } from 'node:module';
import path from 'node:path';
import type { Knex } from 'knex';
import pg from 'pg';
import { seedCrm } from '../../../../../scripts/seed/index.mjs';
import { envoiAutomatiqueSchema } from '../../core/envoi-automatique';
import { modeleSchema } from '../../core/modele';
import { TOUT } from '../../core/perimetre';
import type * as Compose from '../../server/src/strapi/compose';
import type { ReglagesModule } from '../../server/src/strapi/compose/reglages-module';
import { RACINE } from './ouvriers';

const requireCjs = createRequire(import.meta.url);
const APRES_MIDI = new Date('2022-03-03T14:00:00Z');
export const FENETRE = 50;

/** The settings of the evening, but the bail: each worker has its own. */
export function reglagesOf(port: number, journal: string): ReglagesModule {
  return {
    base: 'essai',
    zone: 'Europe/Paris',
    heure: '19:00',
    scheduler: 'on',
    role: 'worker',
    fenetre: FENETRE,
    bailSecondes: 0,
    publicUrl: 'https://bge.example',
    clesPrecedentes: [],
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
      reseauLocal: [],
      journal,
      twilio: { accountSid: '', authToken: '', messagingServiceSid: '' },
    },
  };
}

/** A campagne by e-mail, one by SMS and an envoi automatique, scheduled in the afternoon by the module itself. */
export async function schedule(base: Knex, reglages: ReglagesModule): Promise<void> {
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
  });
  await application.calculs.refresh();
  const saveModele = async (champs: Record<string, unknown>): Promise<string> => {
    const modele = modeleSchema.parse({
      typeContact: 'email',
      destinataires: ['entrepreneur'],
      but: 'suivi',
      ...champs,
    });
    const neuf = {
      documentId: null,
      version: null,
      annulerProgrammes: null,
      choisi: null,
      perimetre: TOUT,
    };
    const demande = { ...neuf, auteurId: null, now: APRES_MIDI };
    return (await application.saveModele({ ...demande, modele })).documentId;
  };
  const texte = 'Bonjour ${personne/personne_prenom} ${personne/personne_nom}, à bientôt.';
  const scheduleCampagne = async (
    typeContact: 'email' | 'sms',
    champs: Record<string, unknown>
  ) => {
    const modeleDocumentId = await saveModele({ typeContact, message: texte, ...champs });
    await application.scheduleCampagne({
      cible: {
        genre: 'campagne',
        campagneId: null,
        filtres: { typeDestinataire: 'entrepreneur' },
        recherche: '',
        selection: { tous: true, saufIds: [] },
      },
      modeles: [modeleDocumentId],
      ...{ typeContact, perimetre: TOUT, auteurId: null, now: APRES_MIDI, confirmation: null },
      ...{ force: false, annuleeConfirmee: false, promotionConfirmee: true, creditsLus: null },
    });
  };
  await scheduleCampagne('email', { nom: 'Atelier', objet: 'Atelier' });
  await scheduleCampagne('sms', { nom: 'Rappel SMS' });
  const modeleDocumentId = await saveModele({
    nom: 'Rappel J-2',
    objet: 'Rappel du ${action_date# j F}',
    message: '<p>Bonjour ${tableN.action_beneficiaire_personne/personne_prenom}</p>',
  });
  await application.saveEnvoiAutomatique({
    lue: null,
    regle: envoiAutomatiqueSchema.parse({ typeContact: 'email', modeleDocumentId, delai: -2 }),
    sansCritereConfirme: true,
    ...{ perimetre: TOUT, choisi: null, now: APRES_MIDI },
  });
  await application.moteur.mail.close();
}

/** The CRM, in the base at `url`. */
export async function sow(url: string, entrepreneurs: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await seedCrm(client, { reference: '2022-03-03', entrepreneurs, actions: 60 });
  await client.end();
}
