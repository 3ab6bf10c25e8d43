import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LigneAccord } from '../../src/plugins/sms-mailing/core/accord';
import type { EnJson } from '../../src/plugins/sms-mailing/core/api/en-json';
import type { AvantEnvoi } from '../../src/plugins/sms-mailing/core/api/fiches';
import type { FichePersonne } from '../../src/plugins/sms-mailing/core/api/repertoire';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { agentFor, logicielFor, type Brute } from './harness';

const FICHES = '/content-manager/collection-types/api::entrepreneur.entrepreneur';
const MOI = 'Camille sms-administrateur';
let base: BaseDuGuide;

beforeAll(async () => {
  base = await openBaseDuGuide();
});
afterAll(() => base.close());

const documentIdDe = (qui: string): string => base.seed.entrepreneurs[qui]!.documentId;

async function lire(qui: string): Promise<LigneAccord[]> {
  const { data } = await base.ask<LigneAccord[]>(
    'get',
    `/accords/entrepreneur/${documentIdDe(qui)}`
  );
  return data;
}

/** What was noted since then, the oldest first. */
async function depuis(qui: string, geste: () => Promise<unknown>): Promise<LigneAccord[]> {
  const avant = new Set((await lire(qui)).map(({ id }) => id));
  await geste();
  return (await lire(qui)).filter(({ id }) => !avant.has(id)).reverse();
}

const write = (qui: string, champs: object, ecran = ''): Promise<unknown> =>
  base.admin
    .put(`${FICHES}/${documentIdDe(qui)}`)
    .set('x-sms-ecran', ecran)
    .send(champs)
    .then(({ status }) => {
      expect(status).toBe(200);
    });

const emailsDe = async (qui: string): Promise<Record<string, unknown>[]> => {
  const lue: Brute = await base.admin.get(`${FICHES}/${documentIdDe(qui)}`);
  return (lue.body as { data: { emails: Record<string, unknown>[] } }).data.emails;
};

describe('Chaque case cochée est notée', () => {
  it('depuis le panneau : qui, quand, sur quel écran, avec les mots de la case', async () => {
    const [ligne, ...suite] = await depuis('palmer', () =>
      write('palmer', { accepteSms: false }, 'coordonnees')
    );
    expect(ligne).toMatchObject({
      ...{ quoi: 'sms', valeur: 'non', auteur: MOI, ecran: 'sur l’onglet Coordonnées' },
      ...{ libelle: 'Accepte d’être contacté par SMS', coordonnee: null },
    });
    expect(suite).toEqual([]);
  });

  it('un enregistrement qui ne change aucune case ne note rien, même s’il récrit les adresses', async () => {
    const emails = await emailsDe('palmer');
    expect(await depuis('palmer', () => write('palmer', { emails, prenom: 'Jules' }))).toEqual([]);
  });

  it('adresse par adresse ; une adresse remplacée ne garde pas l’accord de l’autre', async () => {
    const [premier] = await emailsDe('palmer');
    expect(premier?.accepte).toBe(true);
    const decoche = await depuis('palmer', () =>
      write('palmer', { emails: [{ ...premier, accepte: false }] })
    );
    expect(decoche).toMatchObject([
      ...[{ quoi: 'email', valeur: 'non', coordonnee: premier?.adresse }],
    ]);
    expect(decoche[0]?.ecran).toBe('sur la fiche complète');
    const neuf = { adresse: 'neuf@boite.test', reference: true, accepte: true };
    expect(await depuis('palmer', () => write('palmer', { emails: [neuf] }))).toMatchObject([
      { quoi: 'email', valeur: 'oui', coordonnee: 'neuf@boite.test', auteur: MOI },
    ]);
    const [recoche] = await emailsDe('palmer');
    const changee = { ...recoche, adresse: 'autre@boite.test' };
    expect(await depuis('palmer', () => write('palmer', { emails: [changee] }))).toMatchObject([
      { valeur: 'retire', coordonnee: 'neuf@boite.test' },
      { valeur: 'oui', coordonnee: 'autre@boite.test' },
    ]);
    expect(await depuis('palmer', () => write('palmer', { emails: [] }))).toMatchObject([
      { valeur: 'retire', coordonnee: 'autre@boite.test', auteur: MOI },
    ]);
  });

  it('par l’API d’un logiciel, et à la création d’une fiche', async () => {
    const logiciel = await logicielFor(base.app);
    const data = {
      ...{ nom: 'NEUVE', prenom: 'Ana', accepteSms: true, consentementRgpd: 'Oui' },
      emails: [{ adresse: 'ana@boite.test', reference: true, accepte: true }],
      telephones: [{ typeNumero: 'Mobile', numero: '0639980077', contactPossible: true }],
    };
    const creee: Brute = await logiciel.post('/api/entrepreneurs').send({ data });
    const { documentId } = (creee.body as { data: { documentId: string } }).data;
    const { data: lignes } = await base.ask<LigneAccord[]>(
      'get',
      `/accords/entrepreneur/${documentId}`
    );
    expect(lignes.map(({ quoi, valeur }) => `${quoi} ${valeur}`).sort()).toEqual([
      ...['email oui', 'rgpd Oui', 'sms oui', 'telephone oui'],
    ]);
    expect(new Set(lignes.map(({ auteur, ecran }) => `${auteur}, ${ecran}`))).toEqual(
      new Set(['Logiciel « Un logiciel », par un autre logiciel'])
    );
  });

  it('en SQL, elle l’est aussi, sans auteur ; un import dit le sien', async () => {
    const changer = (valeur: boolean, avant = '') =>
      base.sql(
        `${avant} UPDATE entrepreneurs SET accepte_sms = ${String(valeur)} WHERE document_id = '${documentIdDe('martin')}'`
      );
    await changer(true);
    const [anonyme] = await depuis('martin', () => changer(false));
    expect(anonyme).toMatchObject({ auteur: '', ecran: 'hors du panneau, dans la base (import)' });
    const [signee] = await depuis('martin', () =>
      changer(true, `SET sms_mailing.auteur = 'Import du 3 mars';`)
    );
    expect(signee).toMatchObject({ auteur: 'Import du 3 mars', valeur: 'oui' });
  });
});

describe('La preuve se lit à côté de qui ne reçoit pas', () => {
  const prevoir = async (qui: string, modele: string) => {
    const { data } = await base.ask<EnJson<AvantEnvoi>>(
      'post',
      `/entrepreneurs/${documentIdDe(qui)}/avant-envoi`,
      { modeleDocumentIds: [modele] }
    );
    return data.modeles[0]!.exclus;
  };

  it('avant l’envoi : qui a décoché la case, quand et où ; rien quand rien n’a été dit', async () => {
    const sms = { nom: 'SMS', typeContact: 'sms', message: 'Bonjour' };
    const modele = await base.createModele(sms);
    await write('diallo', { accepteSms: false }, 'coordonnees');
    expect(await prevoir('diallo', modele)).toMatchObject([
      {
        motif: 'sms_non_accepte',
        refus: { valeur: 'non', auteur: MOI, ecran: 'sur l’onglet Coordonnées' },
        opposition: null,
      },
    ]);
    await write('diallo', { accepteSms: true });
    const fiche = `/entrepreneur/${documentIdDe('diallo')}`;
    expect((await base.ask<LigneAccord[]>('get', `/accords${fiche}`)).data[0]?.valeur).toBe('oui');
    await base.sql('UPDATE entrepreneurs SET inactif = true WHERE document_id = $1', [
      documentIdDe('diallo'),
    ]);
    expect(await prevoir('diallo', modele)).toMatchObject([
      { motif: 'fiche_inactive', refus: null, opposition: null },
    ]);
  });
});

describe('La preuve ne se change pas', () => {
  it.each([`UPDATE sms_accords SET valeur = 'oui'`, 'DELETE FROM sms_accords'])(
    '%s : refusé par la base',
    async (requete) => {
      await expect(base.sql(requete)).rejects.toThrow(/ne se modifie pas/);
    }
  );

  it('se lit dans son périmètre seulement', async () => {
    const conseiller = await agentFor(base.app, 'sms-conseiller');
    const chemin = `/accords/entrepreneur/${documentIdDe('palmer')}`;
    expect((await base.ask('get', chemin, undefined, conseiller)).status).toBe(200);
    expect((await base.ask('get', '/accords/entrepreneur/inconnu')).status).toBe(400);
  });

  it('d’une personne effacée, puis supprimée, ne mène plus à elle', async () => {
    const { data: fiche } = await base.ask<FichePersonne>(
      'get',
      `/personnes/entrepreneur/${documentIdDe('lefebvre')}`
    );
    await write('lefebvre', { accepteSms: false });
    const cible = { typeDestinataire: 'entrepreneur', documentId: documentIdDe('lefebvre') };
    await base.ask('post', '/effacements', { ...cible, confirme: true });
    await base.admin.delete(`${FICHES}/${documentIdDe('lefebvre')}`);
    const [table] = await base.sql<{ reste: string }>(
      `SELECT coalesce(string_agg(a::text, ' '), '') AS reste FROM sms_accords a`
    );
    expect(fiche.email).not.toBeNull();
    expect(table!.reste).not.toContain(fiche.email);
  });
});
