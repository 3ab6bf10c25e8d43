import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultatEffacement } from '../../src/plugins/sms-mailing/core/api/oppositions';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { agentFor, logicielFor } from './harness';

const CM = '/content-manager/collection-types';
const ENTREPRENEUR = 'api::entrepreneur.entrepreneur';
const CONTACT = 'api::contact-partenaire.contact-partenaire';

let base: BaseDuGuide;
let modele: string;
let jour = 3;

beforeAll(async () => {
  base = await openBaseDuGuide();
  modele = await base.createModele({
    nom: 'Info',
    objet: 'Info',
    message: '<p>Bonjour ${personne/personne_nom}</p>',
    destinataires: ['entrepreneur', 'entreprise_partenaire'],
  });
});
afterAll(() => base.close());

const ficheDe = (qui: string) => base.seed.entrepreneurs[qui]!.documentId;

async function send(qui: string): Promise<void> {
  const date = `2022-03-${String(jour).padStart(2, '0')}`;
  base.setHeure(new Date(`${date}T10:00:00Z`));
  const corps = { modeleDocumentIds: [modele], force: true };
  const programme = await base.ask('post', `/entrepreneurs/${ficheDe(qui)}/programmer`, corps);
  expect(programme.erreur).toBeNull();
  await base.tick(new Date(`${date}T18:00:00Z`));
  jour += 1;
}

const phraseDe = (reponse: { body: unknown }): string =>
  (reponse.body as { error?: { message: string } }).error?.message ?? '';
const exists = async (table: string, documentId: string): Promise<boolean> =>
  (await base.sql(`SELECT 1 FROM ${table} WHERE document_id = $1`, [documentId])).length > 0;
const effacer = (cible: object) =>
  base.ask<ResultatEffacement>('post', '/effacements', { ...cible, confirme: true });
const linesOf = (motif: string) =>
  base.sql<{ id: number }>(`SELECT id FROM sms_envois WHERE nom LIKE $1 OR adresse LIKE $1`, [
    motif,
  ]);

describe('Une fiche que des envois nomment ne se supprime pas', () => {
  const REFUS = /^1 envoi porte le nom de PALMER Julien : la fiche ne peut pas être supprimée\./;

  it('dans le Content Manager, avec ce qu’il faut faire', async () => {
    await send('palmer');
    const reponse = await base.admin.delete(`${CM}/${ENTREPRENEUR}/${ficheDe('palmer')}`);
    expect(reponse.status).toBe(400);
    expect(phraseDe(reponse)).toMatch(REFUS);
    expect(phraseDe(reponse)).toContain('« Effacer la personne (RGPD) »');
    expect(await exists('entrepreneurs', ficheDe('palmer'))).toBe(true);
  });

  it('en lot : aucune des fiches cochées ne l’est', async () => {
    const documentIds = [ficheDe('lefebvre'), ficheDe('palmer')];
    const reponse = await base.admin
      .post(`${CM}/${ENTREPRENEUR}/actions/bulkDelete`)
      .send({ documentIds });
    expect(reponse.status).toBe(400);
    expect(phraseDe(reponse)).toMatch(REFUS);
    expect(await exists('entrepreneurs', ficheDe('lefebvre'))).toBe(true);
  });

  it('par REST', async () => {
    const reponse = await (
      await logicielFor(base.app)
    ).delete(`/api/entrepreneurs/${ficheDe('palmer')}`);
    expect(reponse.status).toBe(400);
    expect(phraseDe(reponse)).toMatch(REFUS);
  });

  it('effacée d’abord, elle se supprime, et ses adresses restent opposées sans elle', async () => {
    const cible = { typeDestinataire: 'entrepreneur', documentId: ficheDe('palmer') };
    expect((await effacer(cible)).data).toMatchObject({ envois: 1 });
    const reponse = await base.admin.delete(`${CM}/${ENTREPRENEUR}/${ficheDe('palmer')}`);
    expect(reponse.status).toBe(200);
    const oppositions = await base.sql(
      'SELECT empreinte IS NOT NULL AS adresse, personne_type, personne_id, portee FROM sms_oppositions'
    );
    expect(oppositions).toHaveLength(2);
    expect(new Set(oppositions.map((o) => JSON.stringify(o)))).toEqual(
      new Set([
        JSON.stringify({ adresse: true, personne_type: null, personne_id: null, portee: 'tout' }),
      ])
    );
    const nommees = await base.sql(
      'SELECT 1 FROM sms_oppositions_journal WHERE personne_id IS NOT NULL'
    );
    expect(nommees).toEqual([]);
  });

  it('une fiche que rien ne nomme se supprime comme avant', async () => {
    const reponse = await base.admin.delete(`${CM}/${ENTREPRENEUR}/${ficheDe('refusRgpd')}`);
    expect(reponse.status).toBe(200);
  });
});

describe('Une personne dont la fiche n’est plus là s’efface par une ligne de l’historique', () => {
  it('toutes ses lignes, ses adresses opposées', async () => {
    await send('martin');
    await send('martin');
    const { id } = base.seed.entrepreneurs.martin!;
    await base.sql('DELETE FROM entrepreneurs WHERE id = $1', [id]);
    const [ligne] = await linesOf('MARTIN%');
    const { data } = await effacer({ envoiId: ligne!.id });
    expect(data).toMatchObject({ envois: 2, empreintes: 1 });
    expect(await linesOf('%MARTIN%')).toEqual([]);
    expect(await linesOf('sophie.martin%')).toEqual([]);
    expect((await effacer({ envoiId: ligne!.id })).erreur?.details).toMatchObject({
      regle: 'personne-inconnue',
    });
  });

  it('l’Administrateur seul', async () => {
    await send('diallo');
    const [ligne] = await linesOf('DIALLO%');
    const agent = await agentFor(base.app, 'sms-profil-specifique');
    const corps = { envoiId: ligne!.id, confirme: true };
    expect((await base.ask('post', '/effacements', corps, agent)).status).toBe(403);
  });
});

describe('Le contact d’une entreprise est une personne', () => {
  it('ce qui lui fut écrit la nomme, et elle s’efface sans l’entreprise', async () => {
    const [banque] = await base.sql<{ id: number; document_id: string }>(
      `SELECT id, document_id FROM entreprises_partenaires WHERE raison_sociale = 'Banque du Ternois'`
    );
    const campagne = await base.ask('post', '/campagnes', {
      modeleDocumentId: modele,
      typeContact: 'email',
      filtres: { typeDestinataire: 'entreprise_partenaire' },
      selection: { ids: [banque!.id] },
    });
    expect(campagne).toMatchObject({ data: { programmes: 1 }, erreur: null });
    await base.tick(new Date(`2022-03-${String(jour).padStart(2, '0')}T18:00:00Z`));
    const [ligne] = await base.sql<{ contact_id: number; statut: string }>(
      `SELECT contact_id, statut FROM sms_envois WHERE type_destinataire = 'entreprise_partenaire'`
    );
    expect(ligne?.statut).toBe('envoye');
    const [claire] = await base.sql<{ id: number; document_id: string }>(
      `SELECT id, document_id FROM contacts_partenaires WHERE nom = 'LENGLET'`
    );
    expect(ligne?.contact_id).toBe(claire!.id);
    const refus = await base.admin.delete(`${CM}/${CONTACT}/${claire!.document_id}`);
    expect(phraseDe(refus)).toMatch(/^1 envoi porte le nom de LENGLET Claire/);
    const cible = { typeDestinataire: 'contact_partenaire', documentId: claire!.document_id };
    expect((await effacer(cible)).data).toMatchObject({ envois: 1 });
    expect((await base.admin.delete(`${CM}/${CONTACT}/${claire!.document_id}`)).status).toBe(200);
  });
});
