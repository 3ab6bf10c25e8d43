import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LigneActe, PageActes } from '../../src/plugins/sms-mailing/core/api/journal';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { agentFor, logicielFor, type Agent } from './harness';

let base: BaseDuGuide;
let modele: string;
let palmer: string;
const MOI = 'Camille sms-administrateur';
const FICHES = '/content-manager/collection-types/api::entrepreneur.entrepreneur';

beforeAll(async () => {
  base = await openBaseDuGuide();
  palmer = base.seed.entrepreneurs.palmer!.documentId;
  modele = await base.createModele({ nom: 'Info', objet: 'Info', message: '<p>Bonjour</p>' });
});
afterAll(() => base.close());

const lire = async (recherche = ''): Promise<LigneActe[]> =>
  (await base.ask<PageActes>('get', `/journal?pageSize=100${recherche}`)).data.lignes;
const derniere = async (): Promise<LigneActe> => (await lire())[0]!;
const compte = async (): Promise<number> =>
  (await base.ask<PageActes>('get', '/journal?pageSize=1')).data.total;

describe('Le journal dit qui a fait quoi', () => {
  it('à un modèle, avec les envois que son inactivation annule', async () => {
    expect(await derniere()).toMatchObject({ auteur: MOI, phrase: 'a créé le modèle « Info »' });
    await base.ask('post', `/entrepreneurs/${palmer}/programmer`, { modeleDocumentIds: [modele] });
    expect(await derniere()).toMatchObject({
      phrase: expect.stringMatching(
        /^a programmé « Info » depuis la fiche Entrepreneur, 1 message pour le 03\/03\/2022 à 19h00$/
      ) as string,
      ...{ personne: 'PALMER Julien', personneDocumentId: palmer, genre: 'fiches' },
    });
    const corps = { inactif: true, annulerProgrammes: true };
    await base.ask('post', `/modeles/${modele}/inactif`, corps);
    expect((await derniere()).phrase).toBe('a rendu inactif le modèle « Info », 1 envoi annulé');
    await base.ask('post', `/modeles/${modele}/inactif`, { inactif: false });
    expect((await derniere()).phrase).toBe('a rendu actif le modèle « Info »');
  });

  it('à une règle, à un package, à un soir, aux paramètres, sans leur secret', async () => {
    const regle = { typeContact: 'email', modeleDocumentId: modele, delai: -2, criteres: {} };
    await base.ask('post', '/envois-automatiques', { regle, sansCritereConfirme: true });
    expect((await derniere()).phrase).toBe('a créé l’envoi automatique « Info » (J−2)');
    const lot = { dateAchat: '2022-01-02', achetes: 100, consommes: 0 };
    await base.ask('post', '/packages-sms', lot);
    expect((await derniere()).phrase).toBe('a ajouté le package de 100 SMS du 02/01/2022');
    await base.ask('post', '/soiree/suspendre', {});
    expect((await derniere()).phrase).toBe('a suspendu l’envoi du soir');
    await base.ask('post', '/soiree/reprendre', {});
    const { data } = await base.ask<{ parametres: object }>('get', '/parametres');
    await base.ask('put', '/parametres', {
      ...{ ...data.parametres, adressePostale: '1 rue du Port' },
      secrets: { motDePasse: 'TresSecret1' },
    });
    expect((await derniere()).phrase).toBe(
      'a changé les paramètres : adresse postale, secrets du compte SMS'
    );
    const [table] = await base.sql<{ tout: string }>(
      `SELECT string_agg(a::text, ' ') AS tout FROM sms_actes a`
    );
    expect(table!.tout).not.toMatch(/TresSecret1|rue du Port|Bonjour/);
  });

  it('à une opposition, au profil d’un compte, à une fiche supprimée, par un export', async () => {
    const cible = { typeDestinataire: 'entrepreneur', documentId: palmer };
    const geste = { cible, portee: 'sms', raison: 'demande_orale' };
    await base.ask('post', '/oppositions', geste);
    await base.ask('post', '/oppositions/lever', { ...geste, raison: 'erreur_de_saisie' });
    expect(await derniere()).toMatchObject({
      phrase: 'a levé une opposition aux SMS (Saisie par erreur)',
      personne: 'PALMER Julien',
    });
    const { data } = await base.ask<{ id: number }>('post', '/profils', {
      ...{ nom: 'Assistante', modele: null },
    });
    expect((await derniere()).phrase).toBe('a créé le profil « Assistante »');
    await base.admin.post('/admin/users').send({
      ...{ firstname: 'Julie', lastname: 'Martin', email: 'julie.martin@exemple.fr' },
      roles: [data.id],
    });
    expect((await derniere()).phrase).toBe('a créé le compte « Julie Martin », profil Assistante');
    await base.ask('get', '/preuves?mois=2022-03');
    expect((await derniere()).phrase).toBe('a exporté les preuves d’envoi de 2022-03, 0 ligne');
  });

  it('un refus n’y est pas', async () => {
    const avant = await compte();
    expect((await base.ask('delete', `/modeles/${modele}`)).status).toBe(400);
    const perdu = { portee: 'sms', raison: 'demande_orale' };
    const cible = { typeDestinataire: 'entrepreneur', documentId: 'inconnu' };
    expect((await base.ask('post', '/oppositions', { ...perdu, cible })).status).toBe(400);
    expect(await compte()).toBe(avant);
  });

  it('d’un logiciel, il dit le jeton', async () => {
    const logiciel = await logicielFor(base.app);
    const [fiche] = await base.sql<{ document_id: string; id: number }>(
      `SELECT document_id, id FROM entrepreneurs WHERE id NOT IN (SELECT destinataire_id FROM sms_envois) ORDER BY id DESC LIMIT 1`
    );
    expect((await logiciel.delete(`/api/entrepreneurs/${fiche!.document_id}`)).status).toBe(204);
    expect(await derniere()).toMatchObject({
      auteur: 'Logiciel « Un logiciel »',
      phrase: `a supprimé la fiche Entrepreneur n° ${String(fiche!.id)}`,
      personne: `fiche supprimée, n° ${String(fiche!.id)}`,
    });
  });
});

describe('Le journal se cherche', () => {
  it('par sujet, par auteur, par mot, et par le nom de la personne', async () => {
    expect((await lire('&genre=packages')).map(({ genre }) => genre)).toEqual(['packages']);
    expect(await lire('&auteur=personne-d-autre')).toEqual([]);
    expect((await lire('&auteur=CAMILLE')).length).toBeGreaterThan(5);
    expect((await lire('&recherche=package'))[0]?.genre).toBe('packages');
    const palmers = await lire('&recherche=palmer');
    expect(palmers.length).toBeGreaterThan(1);
    expect(new Set(palmers.map(({ personne }) => personne))).toEqual(new Set(['PALMER Julien']));
  });

  it('par période, jours compris, à l’heure de l’association', async () => {
    await base.sql(
      `INSERT INTO sms_actes (survenu_le, auteur, genre, nom, phrase, recherche)
       VALUES ('2020-06-30 22:30', 'Julie', 'modeles', 'modele-cree', 'a fait', 'a fait')`
    );
    expect(await lire('&du=2020-07-01&au=2020-07-01')).toHaveLength(1);
    expect(await lire('&du=2020-06-30&au=2020-06-30')).toHaveLength(0);
  });

  it('s’exporte, et l’export y est noté', async () => {
    const { text } = await base.admin.get('/sms-mailing/journal-csv?genre=packages');
    expect(text.split('\r\n')[1]).toContain('"a ajouté le package de 100 SMS du 02/01/2022"');
    expect((await derniere()).phrase).toBe('a exporté le journal, 1 ligne');
  });

  it('reste à l’Administrateur qui voit toutes les fiches', async () => {
    for (const profil of ['sms-profil-specifique', 'sms-conseiller']) {
      const agent: Agent = await agentFor(base.app, profil);
      expect((await base.ask('get', '/journal', undefined, agent)).status).toBe(403);
    }
    await base.sql(
      `UPDATE admin_permissions SET conditions = '["plugin::sms-mailing.perimetre-antenne"]'
        WHERE action = 'plugin::sms-mailing.journal.consulter-journal'`
    );
    const refus = await base.ask('get', '/journal');
    await base.sql(
      `UPDATE admin_permissions SET conditions = '[]'
        WHERE action = 'plugin::sms-mailing.journal.consulter-journal'`
    );
    expect(refus.erreur?.message).toMatch(/^Le journal montre ce que tous ont fait/);
  });
});

describe('Le journal ne se modifie pas', () => {
  it.each([
    `UPDATE sms_actes SET phrase = 'rien'`,
    'DELETE FROM sms_actes',
    'TRUNCATE sms_actes',
    `UPDATE sms_actes SET personne_id = NULL`,
  ])('%s : refusé par la base', async (requete) => {
    await expect(base.sql(requete)).rejects.toThrow(/ne se modifie pas/);
  });

  it('une personne effacée n’y est plus, ses lignes restent', async () => {
    const avant = await compte();
    const cible = { typeDestinataire: 'entrepreneur', documentId: palmer };
    await base.ask('post', '/effacements', { ...cible, confirme: true });
    expect((await derniere()).phrase).toMatch(/^a effacé une personne : 1 envoi rendu anonyme/);
    expect(await compte()).toBe(avant + 1);
    const liees = await base.sql(
      `SELECT 1 FROM sms_actes a JOIN entrepreneurs e ON e.id = a.personne_id AND a.personne_type = 'entrepreneur'
        WHERE e.document_id = $1`,
      [palmer]
    );
    expect(liees).toEqual([]);
    await base.admin.delete(`${FICHES}/${palmer}`);
    expect((await lire('&recherche=palmer')).length).toBe(0);
  });
});
