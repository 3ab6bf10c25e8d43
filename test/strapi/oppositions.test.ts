import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CoordonneeOpposee,
  ResultatEffacement,
} from '../../src/plugins/sms-mailing/core/api/oppositions';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { agentFor, anonymous } from './harness';
import { putSurLeFil, takeDuFil } from './sur-le-fil';

let base: BaseDuGuide;
let modele: string;
let jour = 3;
const cibleDe = (qui: string) => ({
  typeDestinataire: 'entrepreneur',
  documentId: base.seed.entrepreneurs[qui]!.documentId,
});

beforeAll(async () => {
  base = await openBaseDuGuide();
  modele = await base.createModele({
    nom: 'Info',
    objet: 'Info',
    message: '<p>Bonjour ${personne/personne_nom}</p>',
  });
});
afterAll(() => base.close());

/** One message to this person this evening; answers its line. */
async function send(
  qui: string,
  quoi = modele
): Promise<{ id: number; statut: string; motif: string | null }> {
  const date = `2022-03-${String(jour).padStart(2, '0')}`;
  base.setHeure(new Date(`${date}T10:00:00Z`));
  await base.ask('post', `/entrepreneurs/${cibleDe(qui).documentId}/programmer`, {
    modeleDocumentIds: [quoi],
    force: true,
  });
  await base.tick(new Date(`${date}T18:00:00Z`));
  jour += 1;
  const [ligne] = await base.sql<{ id: number; statut: string; motif: string | null }>(
    'SELECT id, statut, motif FROM sms_envois ORDER BY id DESC LIMIT 1'
  );
  return ligne!;
}

describe('Une opposition dite de vive voix', () => {
  it('s’enregistre avec qui, quand et pourquoi, et arrête tout', async () => {
    const cible = cibleDe('palmer');
    const geste = { cible, portee: 'tout', raison: 'demande_orale' };
    const { data } = await base.ask<{ ajoutees: number }>('post', '/oppositions', geste);
    expect(data.ajoutees).toBeGreaterThan(0);
    expect(await send('palmer')).toMatchObject({ statut: 'exclu', motif: 'opposition' });
    const { data: lignes } = await base.ask<CoordonneeOpposee[]>(
      'get',
      `/oppositions/entrepreneur/${cible.documentId}`
    );
    const ligne = lignes.find(({ adresse }) => adresse === 'julien.palmer@boite.test');
    expect(ligne?.oppositions).toMatchObject([{ portee: 'tout', source: 'Saisie à la main' }]);
    expect(ligne?.journal).toMatchObject([
      { geste: 'opposition', raison: 'demande_orale', auteur: 'Camille sms-administrateur' },
    ]);
  });

  it('se lève, et laisse sa trace', async () => {
    const cible = cibleDe('palmer');
    const geste = { cible, portee: 'tout', raison: 'nouvel_accord', preuve: 'E-mail reçu' };
    await base.ask('post', '/oppositions/lever', geste);
    expect(await send('palmer')).toMatchObject({ statut: 'envoye' });
    const gestes = await base.sql<{ geste: string; empreinte: string }>(
      'SELECT geste, empreinte FROM sms_oppositions_journal ORDER BY id'
    );
    expect(new Set(gestes.map(({ geste: nom }) => nom))).toEqual(new Set(['opposition', 'levee']));
    expect(JSON.stringify(gestes)).not.toContain('palmer');
  });

  it('par l’adresse seule, et une raison hors de la liste est refusée', async () => {
    const cible = { adresse: 'Sophie.Martin@boite.test' };
    await base.ask('post', '/oppositions', { cible, portee: 'tout', raison: 'demande_ecrite' });
    expect(await send('martin')).toMatchObject({ statut: 'exclu', motif: 'opposition' });
    const refus = await base.ask('post', '/oppositions', {
      cible,
      portee: 'tout',
      raison: 'Mme Martin est fâchée',
    });
    expect(refus.status).toBe(400);
  });
});

describe('Une opposition suit la personne et l’adresse (décision G1)', () => {
  /** As the gestionnaire does it in the panel. */
  const replace = (qui: string, champs: object) =>
    base.admin
      .put(
        `/content-manager/collection-types/api::entrepreneur.entrepreneur/${cibleDe(qui).documentId}`
      )
      .send(champs);

  it('le lien d’une newsletter vaut pour l’e-mail qu’elle donne ensuite, pas pour les rappels', async () => {
    const lettre = await base.createModele({
      typeContact: 'newsletter',
      nom: 'Lettre',
      objet: 'La lettre',
      message: '<p>Bonjour</p>',
      but: 'promotion',
    });
    expect(await send('lefebvre', lettre)).toMatchObject({ statut: 'envoye' });
    const recue = base.boite.mails.find(({ subject }) => subject === 'La lettre');
    const lien = /https?:[^"]*(\/api\/sms-mailing\/d\/[^"]+)"/.exec(String(recue?.html))?.[1] ?? '';
    expect((await anonymous(base.app).post(lien)).text).toContain('C’est fait');
    const neuve = { adresse: 'nadia.neuve@boite.test', reference: true, accepte: true };
    expect((await replace('lefebvre', { emails: [neuve] })).status).toBe(200);
    expect(await send('lefebvre', lettre)).toMatchObject({ statut: 'exclu', motif: 'opposition' });
    expect(await send('lefebvre')).toMatchObject({ statut: 'envoye' });
  });

  it('écrite à la main comme on la colle, elle n’est « ajoutée » que si la personne ne reçoit plus rien', async () => {
    const geste = { portee: 'tout', raison: 'demande_ecrite' };
    const cible = { adresse: 'Nadia Lefebvre <nadia.neuve@boite.test>' };
    const { data } = await base.ask('post', '/oppositions', { cible, ...geste });
    expect(data).toEqual({ ajoutees: 1, personnes: 1 });
    const autre = { adresse: 'nl.autre@boite.test', reference: true, accepte: true };
    await replace('lefebvre', { emails: [autre] });
    expect(await send('lefebvre')).toMatchObject({ statut: 'exclu', motif: 'opposition' });
    const { data: levee } = await base.ask('post', '/oppositions/lever', {
      cible: { adresse: 'mailto:nadia.neuve@boite.test' },
      ...geste,
    });
    expect(levee).toEqual({ levees: 1, restent: 0 });
    expect(await send('lefebvre')).toMatchObject({ statut: 'envoye' });
  });

  it.each(['@@@', 'a@x.fr, b@y.fr'])('« %s » est refusée avec une phrase', async (adresse) => {
    const geste = { cible: { adresse }, portee: 'tout', raison: 'demande_ecrite' };
    const refus = await base.ask('post', '/oppositions', geste);
    expect(refus.status).toBe(400);
    expect(refus.erreur?.message).toMatch(/^Cette adresse n’est ni un e-mail ni un numéro/);
  });
});

describe('L’effacement d’une personne (RGPD, art. 17)', () => {
  const lignesDe = (ids: number[]) =>
    base.sql<Record<string, unknown>>(
      `SELECT statut, nom, adresse, valeurs, message_id, reference, participation_id, destinataire_id, cle, modele_id
         FROM sms_envois WHERE id = ANY($1) ORDER BY id`,
      [ids]
    );
  const effacer = (confirme = true) =>
    base.ask<ResultatEffacement>('post', '/effacements', { ...cibleDe('diallo'), confirme });

  it('se confirme, et attend qu’aucun message ne soit en train de partir', async () => {
    const { id } = await send('diallo');
    expect((await effacer(false)).status).toBe(400);
    await putSurLeFil(base, id);
    expect((await effacer()).erreur?.details).toMatchObject({ regle: 'envoi-en-cours' });
    expect((await lignesDe([id]))[0]?.adresse).toBe('amadou.diallo@boite.test');
    await takeDuFil(base, id, null);
  });

  it('garde les comptes, oublie la personne, annule ce qui l’attendait', async () => {
    const { id } = await send('diallo');
    await base.ask('post', `/entrepreneurs/${cibleDe('diallo').documentId}/programmer`, {
      modeleDocumentIds: [modele],
      force: true,
    });
    const { data } = await effacer();
    expect(data).toMatchObject({ envois: 3, annules: 1 });
    const [ligne] = await lignesDe([id]);
    expect(ligne).toMatchObject({
      statut: 'envoye',
      nom: null,
      adresse: null,
      valeurs: null,
      message_id: null,
      reference: null,
      participation_id: null,
      cle: `x:${id}`,
    });
    expect(ligne?.destinataire_id).toBeLessThan(0);
    const table = await base.sql('SELECT * FROM sms_envois WHERE destinataire_id < 0');
    expect(JSON.stringify(table)).not.toMatch(/diallo|amadou/i);
  });

  it('une réimportation de la même adresse n’écrit plus', async () => {
    expect(await send('diallo')).toMatchObject({ statut: 'exclu', motif: 'opposition' });
  });

  it('reste à l’Administrateur', async () => {
    for (const profil of ['sms-profil-specifique', 'sms-conseiller']) {
      const agent = await agentFor(base.app, profil);
      const corps = { ...cibleDe('palmer'), confirme: true };
      expect((await base.ask('post', '/effacements', corps, agent)).status).toBe(403);
    }
    expect(await send('palmer')).toMatchObject({ statut: 'envoye' });
  });
});
