import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Soiree } from '../../src/plugins/sms-mailing/core/soiree';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

const MIDI = new Date('2022-03-03T11:00:00Z');
const DIX_NEUF_HEURES = new Date('2022-03-03T18:00:00Z');

let base: BaseDuGuide;
let sms: string;
let email: string;
let palmer: string;

const atelier = (suite: string) =>
  `/actions/${base.seed.actions.palmerAtelier!.documentId}/${suite}`;

beforeAll(async () => {
  base = await openBaseDuGuide();
  palmer = base.seed.entrepreneurs.palmer!.documentId;
  sms = await base.createModele({
    typeContact: 'sms',
    nom: 'SMS',
    message: 'Bonjour ${personne/personne_prenom}',
  });
  email = await base.createModele({
    nom: 'Convocation',
    objet: 'Convocation',
    message: 'Le ${action_date# j F}',
  });
});

beforeEach(async () => {
  await base.sql(
    'TRUNCATE sms_envois, sms_file, sms_envois_automatiques, sms_soirees, sms_confirmations RESTART IDENTITY'
  );
  base.setHeure(MIDI);
});

afterAll(() => base.close());

describe('Une action annulée depuis le clic', () => {
  const annuler = (annulee: boolean) =>
    base.sql('UPDATE actions SET statut = $1 WHERE id = $2', [
      annulee ? 'Annulée' : 'Planifiée',
      base.seed.actions.palmerAtelier!.id,
    ]);
  const envoyer = (suite: object = {}) =>
    base.ask('post', atelier('envoyer'), { modeleDocumentIds: [email], ...suite });

  it('ses participants ne reçoivent rien, et l’historique dit pourquoi', async () => {
    await envoyer();
    await annuler(true);
    await base.tick(new Date('2022-03-03T11:00:30Z'));
    await annuler(false);
    expect(await base.countEnvois()).toEqual({ action_annulee: 4 });
  });

  it('sauf si le clic lui-même l’avait confirmée annulée', async () => {
    await annuler(true);
    await envoyer({ actionAnnuleeConfirmee: true });
    await base.tick(new Date('2022-03-03T11:00:30Z'));
    await annuler(false);
    expect(await base.countEnvois()).toEqual({ envoye: 4 });
  });

  it('confirmer d’avance une action qui n’est pas annulée ne vaut rien', async () => {
    await envoyer({ actionAnnuleeConfirmee: true });
    await annuler(true);
    await base.tick(new Date('2022-03-03T11:00:30Z'));
    await annuler(false);
    expect(await base.countEnvois()).toEqual({ action_annulee: 4 });
  });
});

describe('Une règle qui ne peut pas être programmée', () => {
  const createRappel = (criteres: object) =>
    base.createRegle({ typeContact: 'email', modeleDocumentId: email, delai: -2, criteres });
  const readSoiree = async () => (await base.ask<Soiree>('get', '/soiree')).data;
  const abimer = (regle: string, criteres: string) =>
    base.sql('UPDATE sms_envois_automatiques SET criteres = $1 WHERE document_id = $2', [
      criteres,
      regle,
    ]);

  it('ne perd que la sienne, le dit à l’accueil, et part dès qu’elle est réparée', async () => {
    await createRappel({ natures: ['Individuelle'] });
    const cassee = await createRappel({ natures: ['Collective'] });
    await abimer(cassee, '{"natures":["Inconnue"]}');
    await base.tick(DIX_NEUF_HEURES);
    const partis = (await base.countEnvois()).envoye ?? 0;
    expect(partis).toBeGreaterThan(0);
    const { alertes } = await readSoiree();
    expect(alertes[0]).toMatch(/« Convocation ».*n’a pas pu être programmé/);
    await base.tick(new Date('2022-03-03T18:10:00Z'));
    expect((await base.countEnvois()).envoye).toBe(partis);
    await abimer(cassee, '{"natures":["Collective"]}');
    await base.tick(new Date('2022-03-03T18:20:00Z'));
    expect((await base.countEnvois()).envoye).toBeGreaterThan(partis);
    expect((await readSoiree()).alertes).toEqual([]);
  });

  it('ne casse ni la liste, ni l’accueil, ni « Exécuter l’envoi de 19h maintenant »', async () => {
    await createRappel({ natures: ['Individuelle'] });
    const cassee = await createRappel({ natures: ['Collective'] });
    await abimer(cassee, '{"natures":["Inconnue"]}');
    await base.ask('post', `/entrepreneurs/${palmer}/programmer`, { modeleDocumentIds: [sms] });
    expect((await base.ask('get', '/envois-automatiques')).status).toBe(200);
    const { status, data } = await base.ask('post', '/soiree/executer');
    expect(status).toBe(200);
    expect(data).toMatchObject({ nonProgrammees: ['Convocation'] });
    await base.tick(new Date('2022-03-03T11:00:05Z'));
    const apres = await base.countEnvois();
    expect(apres.programme).toBeUndefined();
    expect(apres.envoye).toBeGreaterThan(1);
  });
});

describe('Ne pas écrire à une personne ce soir (B11)', () => {
  it('retirée avant 19h d’un envoi automatique, elle ne le reçoit pas ; les autres si', async () => {
    const regle = await base.createRegle({
      typeContact: 'email',
      modeleDocumentId: email,
      delai: -2,
      criteres: { natures: ['Collective'] },
    });
    const personnes = [
      {
        entrepreneurDocumentId: palmer,
        actionDocumentId: base.seed.actions.palmerAtelier!.documentId,
      },
    ];
    const retirer = () =>
      base.ask<{ retires: number }>('post', `/envois-automatiques/${regle}/retirer`, { personnes });
    expect((await retirer()).data).toEqual({ retires: 1 });
    expect((await retirer()).data).toEqual({ retires: 0 });
    base.boite.mails.length = 0;
    await base.tick(DIX_NEUF_HEURES);
    expect(await base.countEnvois()).toMatchObject({ annule: 1 });
    const recus = base.mailsDe('Convocation');
    expect(recus).not.toContain('julien.palmer@boite.test');
    expect(recus.length).toBeGreaterThan(2);
  });
});

describe('Renvoyer aux échecs (G20)', () => {
  it('un échec repart sous le numéro suivant de sa clé, une fois', async () => {
    await base.ask('post', atelier('envoyer'), { modeleDocumentIds: [email] });
    await base.tick(new Date('2022-03-03T11:00:30Z'));
    const [echec] = await base.sql<{ document_id: string; cle: string }>(
      `UPDATE sms_envois SET statut = 'echec', motif = 'refuse' WHERE id = (SELECT min(id) FROM sms_envois)
       RETURNING document_id, cle`
    );
    const relancer = () =>
      base.ask('post', '/envois/relancer', { envoiDocumentIds: [echec!.document_id] });
    expect((await relancer()).data).toMatchObject([{ programmes: 1, dejaProgrammes: 0 }]);
    expect((await relancer()).data).toMatchObject([{ programmes: 0, dejaProgrammes: 1 }]);
    const [suite] = await base.sql<{ cle: string; modalite: string }>(
      'SELECT cle, modalite FROM sms_envois ORDER BY id DESC LIMIT 1'
    );
    expect(suite).toEqual({ cle: echec!.cle.replace(/:0$/, ':1'), modalite: 'fiche_action' });
    await base.tick(new Date('2022-03-03T11:01:00Z'));
    expect(await base.countEnvois()).toMatchObject({ envoye: 4, refuse: 1 });
    const inconnu = await base.ask('post', '/envois/relancer', { envoiDocumentIds: ['x'] });
    expect(inconnu.erreur?.details).toMatchObject({ regle: 'envoi-introuvable' });
  });
});
