import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageAdresses } from '../../src/plugins/sms-mailing/core/api/adresses';
import type { PageHistorique } from '../../src/plugins/sms-mailing/core/api/historique';
import type {
  ParametresLus,
  ResultatConnexion,
} from '../../src/plugins/sms-mailing/core/parametres';
import type { EtatLecture } from '../../src/plugins/sms-mailing/core/rebonds/boite-rebonds';
import {
  startServeurImap,
  type ServeurImap,
} from '../../src/plugins/sms-mailing/test/fakes/serveur-imap';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

const MOT_DE_PASSE = 'Sesame-1';
const CORPUS = path.join(__dirname, '../../src/plugins/sms-mailing/test/corpus/rebonds');
const SOIR = new Date('2022-03-03T18:00:30Z');

let imap: ServeurImap;
let base: BaseDuGuide;
let modele: string;

const palmer = () => base.seed.entrepreneurs.palmer!.documentId;
const lire = async () => (await base.ask<ParametresLus>('get', '/parametres')).data;

async function regler(rebonds: object, secrets: object = {}) {
  const { parametres } = await lire();
  const corps = { ...parametres, rebonds: { ...parametres.rebonds, ...rebonds }, secrets };
  return base.ask<ParametresLus>('put', '/parametres', corps);
}

const listAdresses = async (suite = '') =>
  (await base.ask<PageAdresses>('get', `/adresses-a-corriger?pageSize=100${suite}`)).data;

async function readBoite(now: Date): Promise<EtatLecture> {
  await base.readRebonds(now);
  return (await base.ask<EtatLecture>('get', '/parametres/boite')).data;
}

const dans = (minutes: number): Date => new Date(SOIR.getTime() + minutes * 60_000);

function receive(nom: string, jeton: string, adresse: string): void {
  const brut = readFileSync(path.join(CORPUS, `${nom}.eml`), 'utf8')
    .replaceAll('{JETON}', jeton)
    .replaceAll('{ADRESSE}', adresse);
  imap.boite.push({ uid: (imap.boite.at(-1)?.uid ?? 0) + 10, brut: Buffer.from(brut) });
}

const programmer = () =>
  base.ask('post', `/entrepreneurs/${palmer()}/programmer`, { modeleDocumentIds: [modele] });

beforeAll(async () => {
  imap = await startServeurImap([]);
  base = await openBaseDuGuide('sms-administrateur', {
    SMS_RESEAU_LOCAL: `127.0.0.1:${String(imap.port)}`,
  });
  const message = '<p>Bonjour ${personne/personne_prenom}</p>';
  modele = await base.createModele({ nom: 'Vos droits', objet: 'Vos droits', message });
});
afterAll(async () => {
  await base.close();
  await imap.close();
});

describe('La boîte des retours se règle dans le panneau', () => {
  it('ce qui manque se dit, ce qui est faux aussi, et le mot de passe ne revient jamais', async () => {
    const tester = async () =>
      (await base.ask<ResultatConnexion>('post', '/parametres/boite')).data;
    expect((await tester()).phrase).toContain('Aucune boîte n’est choisie');
    expect((await regler({ hote: 'https://imap.asso.test' })).erreur?.message).toContain(
      'sans « https:// »'
    );
    const boite = { hote: '127.0.0.1', port: imap.port, utilisateur: 'rebonds' };
    await regler({ ...boite, adresse: 'rebonds@boite.test', adressesPlus: true });
    expect((await tester()).phrase).toContain('il manque : Mot de passe');
    const { data } = await regler({}, { motDePasseRebonds: MOT_DE_PASSE });
    expect(data.secrets.motDePasseRebonds).toBe('renseigne');
    expect(JSON.stringify(data)).not.toContain(MOT_DE_PASSE);
    expect(await tester()).toMatchObject({ issue: 'ok' });
  });

  it('le mot de passe ne va qu’au serveur pour lequel il a été saisi', async () => {
    const { data } = await regler({ utilisateur: 'quelquun-d-autre' });
    expect(data.secrets.motDePasseRebonds).toBe('a_ressaisir');
    await regler({ utilisateur: 'rebonds' }, { motDePasseRebonds: MOT_DE_PASSE });
  });
});

describe('Un e-mail revient : l’adresse est à corriger', () => {
  let retour: string;

  it('chaque envoi porte sa propre adresse de retour', async () => {
    await programmer();
    await base.tick(SOIR);
    expect(base.mailsDe('Vos droits')).toEqual(['julien.palmer@boite.test']);
    retour = base.boite.retours.at(-1) ?? '';
    expect(retour).toMatch(/^rebonds\+[0-9a-z]{14,21}@boite\.test$/);
    expect(base.boite.mails.at(-1)?.messageId).toContain(retour.slice(8, retour.indexOf('@')));
  });

  it('lue, la boîte le dit dans l’historique, le bilan et la liste', async () => {
    const jeton = retour.slice(8, retour.indexOf('@'));
    receive('absence-francais', jeton, 'julien.palmer@boite.test');
    receive('boite-inexistante-postfix', jeton, 'julien.palmer@boite.test');
    expect(await readBoite(dans(6))).toMatchObject({ traites: 1, laisses: 1, echec: null });
    expect(imap.boite).toHaveLength(1);
    const { data } = await base.ask<PageHistorique>(
      'get',
      `/personnes/entrepreneur/${palmer()}/historique`
    );
    expect(data.lignes[0]).toMatchObject({
      statut: 'echec',
      detail: 'Revenu : boîte inexistante, dit par mx.fournisseur.test (5.1.1).',
    });
    expect(await base.countEnvois()).toEqual({ revenu: 1 });
    const { lignes } = await listAdresses('&defaut=revenue');
    expect(lignes).toMatchObject([
      {
        ...{ nom: 'PALMER Julien', adresse: 'julien.palmer@boite.test' },
        retour: { raison: 'boite_inexistante', par: 'mx.fournisseur.test' },
      },
    ]);
  });

  it('un envoi suivant dit qu’il ne partira pas, et le même message relu ne change rien', async () => {
    const { data } = await base.ask<{ modeles: { exclus: { motif: string }[] }[] }>(
      'post',
      `/entrepreneurs/${palmer()}/avant-envoi`,
      { modeleDocumentIds: [modele], force: true }
    );
    expect(data.modeles[0]?.exclus).toMatchObject([{ motif: 'adresse_refusee' }]);
    const { data: fiche } = await base.ask('get', `/personnes/entrepreneur/${palmer()}`);
    expect(fiche).toMatchObject({
      destinations: { email: { motif: 'adresse_refusee' } },
      retour: { raison: 'boite_inexistante', par: 'mx.fournisseur.test' },
    });
    imap.scenario.validite += 1;
    await readBoite(dans(12));
    expect(await base.countEnvois()).toEqual({ revenu: 1 });
  });

  it('un faux rapport, dont le jeton n’est pas d’ici, ne signale personne', async () => {
    receive('boite-inexistante-postfix', '1zzzzzzzzzzzzz', 'marie.martin@boite.test');
    receive(
      'boite-inexistante-gmail',
      retour.slice(8, retour.indexOf('@')),
      'marie.martin@boite.test'
    );
    await readBoite(dans(18));
    expect((await listAdresses('&defaut=revenue')).lignes).toHaveLength(1);
  });

  it('corrigée sur la fiche, elle quitte la liste et reçoit de nouveau', async () => {
    const chemin = `/content-manager/collection-types/api::entrepreneur.entrepreneur/${palmer()}`;
    const { body } = (await base.admin.get(chemin)) as {
      body: { data: { emails: { id: number; adresse: string }[] } };
    };
    const emails = body.data.emails.map((email) =>
      email.adresse === 'julien.palmer@boite.test'
        ? { ...email, adresse: 'julien@neuve.test' }
        : email
    );
    expect((await base.admin.put(chemin).send({ emails })).status).toBe(200);
    expect((await listAdresses('&defaut=revenue')).lignes).toEqual([]);
    base.boite.mails.splice(0);
    const envoi = { modeleDocumentIds: [modele], force: true };
    await base.ask('post', `/entrepreneurs/${palmer()}/programmer`, envoi);
    await base.tick(new Date('2022-03-04T18:00:30Z'));
    expect(base.mailsDe('Vos droits')).toEqual(['julien@neuve.test']);
  });

  it('une boîte qui ne répond plus se dit, depuis quand', async () => {
    imap.scenario.coupeA = 'SELECT';
    const etat = await readBoite(new Date('2022-03-04T19:00:00Z'));
    expect(etat.echec).toMatch(/n’a pas répondu|n’a pas pu être lue/);
    expect(etat.echecDepuis).toBe('2022-03-04T19:00:00Z');
  });
});

describe('Un serveur refuse l’adresse dès l’envoi : elle est à corriger aussi', () => {
  it('l’envoi garde les mots du serveur, la liste dit la raison, le suivant ne part pas', async () => {
    const { martin } = base.seed.entrepreneurs;
    const chemin = `/entrepreneurs/${martin!.documentId}/programmer`;
    base.boite.refusees.add('sophie.martin@boite.test');
    await base.ask('post', chemin, { modeleDocumentIds: [modele] });
    await base.tick(new Date('2022-03-05T18:00:30Z'));
    expect((await listAdresses('&defaut=revenue')).lignes).toEqual([]);
    base.boite.refusees.clear();
    base.boite.inconnues.add('sophie.martin@boite.test');
    await base.ask('post', chemin, { modeleDocumentIds: [modele], force: true });
    await base.tick(new Date('2022-03-06T18:00:30Z'));
    expect((await listAdresses('&defaut=revenue')).lignes).toMatchObject([
      {
        ...{ adresse: 'sophie.martin@boite.test', defaut: 'revenue' },
        retour: { raison: 'boite_inexistante', par: '' },
      },
    ]);
    const [dernier] = await base.sql(
      `SELECT statut, motif, detail FROM sms_envois ORDER BY id DESC LIMIT 1`
    );
    expect(dernier).toMatchObject({
      ...{ statut: 'echec', motif: 'refuse' },
      detail: expect.stringContaining('550 5.1.1 Boîte inconnue') as string,
    });
    const { data } = await base.ask<{ modeles: { exclus: { motif: string }[] }[] }>(
      'post',
      `/entrepreneurs/${martin!.documentId}/avant-envoi`,
      { modeleDocumentIds: [modele], force: true }
    );
    expect(data.modeles[0]?.exclus).toMatchObject([{ motif: 'adresse_refusee' }]);
  });
});

describe('La liste des adresses s’exporte, et se limite au périmètre', () => {
  it('la feuille dit les mêmes lignes, et le journal qu’elle a été prise', async () => {
    const { lignes } = await listAdresses();
    const { text } = await base.admin.get('/sms-mailing/adresses-a-corriger-csv');
    expect(text.trim().split('\r\n')).toHaveLength(lignes.length + 1);
    expect(lignes.map(({ defaut }) => defaut)).toContain('fictive');
    const actes = await base.sql(`SELECT phrase FROM sms_actes WHERE nom = 'export-adresses'`);
    expect(actes).toHaveLength(1);
  });

  it('qui n’a que ses fiches ne voit que les siennes, dans la feuille aussi', async () => {
    const droit = `action = 'plugin::sms-mailing.fiches.consulter-historique'`;
    const limiter = (conditions: string) =>
      base.sql(`UPDATE admin_permissions SET conditions = '${conditions}' WHERE ${droit}`);
    await limiter('["plugin::sms-mailing.perimetre-antenne"]');
    const vues = await listAdresses();
    const { text } = await base.admin.get('/sms-mailing/adresses-a-corriger-csv');
    await limiter('[]');
    expect(vues).toMatchObject({ total: 0, lignes: [] });
    expect(text.trim().split('\r\n')).toHaveLength(1);
  });
});
