import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnJson } from '../../src/plugins/sms-mailing/core/api/en-json';
import type {
  AvantEnvoi,
  ProgrammationResultat,
} from '../../src/plugins/sms-mailing/core/api/fiches';
import type {
  MessageArchive,
  PageHistorique,
} from '../../src/plugins/sms-mailing/core/api/historique';
import { openBaseDuGuide, toReponse, type BaseDuGuide } from './base-du-guide';
import { agentFor, type Agent } from './harness';

const ATTESTATION = Buffer.from('%PDF-1.4\nattestation de PALMER\n%%EOF\n');
const PLAN = Buffer.from('%PDF-1.4\nplan d’accès\n%%EOF\n');
const SOIR = new Date('2022-03-03T18:00:00Z');
const ENVOI = '/envois/pieces-jointes';

let base: BaseDuGuide;
let conseiller: Agent;
let modele: string;

const fiche = (nom: string, suite: string): string =>
  `/entrepreneurs/${base.seed.entrepreneurs[nom]!.documentId}/${suite}`;

async function deposit(
  contenu: Buffer,
  nom: string,
  { chemin = ENVOI, agent = conseiller } = {}
): Promise<number> {
  const reponse = await agent.post(`/sms-mailing${chemin}`).attach('fichiers', contenu, nom);
  expect(toReponse(reponse)).toMatchObject({ status: 200, erreur: null });
  return (reponse.body as { data: { id: number }[] }).data[0]!.id;
}

const programmer = (nom: string, corps: object, agent = conseiller) =>
  base.ask<EnJson<ProgrammationResultat>[]>(
    'post',
    fiche(nom, 'programmer'),
    { modeleDocumentIds: [modele], ...corps },
    agent
  );

/** By the first letters of the address, the files that each received. */
const recus = (objet: string): Record<string, string[]> =>
  Object.fromEntries(
    base.boite.mails
      .filter(({ subject }) => subject === objet)
      .map(({ to, attachments }) => [
        (to as { text: string }).text,
        attachments.map(({ filename }) => filename ?? ''),
      ])
  );

const PALMER = '"PALMER Julien" <julien.palmer@boite.test>';
const MARTIN = '"MARTIN Sophie" <sophie.martin@boite.test>';

beforeAll(async () => {
  base = await openBaseDuGuide();
  conseiller = await agentFor(base.app, 'sms-conseiller');
  const plan = await deposit(PLAN, 'plan.pdf', { chemin: '/pieces-jointes', agent: base.admin });
  modele = await base.createModele({
    ...{ nom: 'Vos droits', objet: 'Vos droits', piecesJointes: [plan] },
    message: '<p>Bonjour ${personne/personne_prenom}, ci-joint votre attestation.</p>',
  });
});
afterAll(() => base.close());

describe('Guide §2.c « ci-joint votre attestation » : un fichier pour un seul envoi', () => {
  it('nommé avant le clic, reçu avec ceux du modèle, par lui seul, et gardé avec le message', async () => {
    const attestation = await deposit(ATTESTATION, 'attestation.pdf');
    const corps = { modeleDocumentIds: [modele], piecesJointes: [attestation] };
    const { data: avant } = await base.ask<EnJson<AvantEnvoi>>(
      'post',
      fiche('palmer', 'avant-envoi'),
      corps,
      conseiller
    );
    expect(avant.piecesJointes.map(({ nom }) => nom)).toEqual(['attestation.pdf']);
    const ouverte = await conseiller.get(`/sms-mailing${ENVOI}/${String(attestation)}`).buffer();
    expect(ouverte.body).toEqual(ATTESTATION);
    expect((await programmer('palmer', corps)).data[0]).toMatchObject({ programmes: 1 });
    expect((await programmer('martin', {})).data[0]).toMatchObject({ programmes: 1 });
    await base.tick(SOIR);
    expect(recus('Vos droits')).toEqual({
      [PALMER]: ['plan.pdf', 'attestation.pdf'],
      [MARTIN]: ['plan.pdf'],
    });
    const recue = base.boite.mails.find(({ attachments }) => attachments.length === 2);
    expect(recue?.attachments[1]?.content).toEqual(ATTESTATION);

    const { data: histoire } = await base.ask<EnJson<PageHistorique>>(
      'get',
      fiche('palmer', 'historique')
    );
    const envoi = `/envois/${histoire.lignes[0]!.documentId}`;
    const { data: message } = await base.ask<MessageArchive>('get', `${envoi}/message`);
    expect(message.piecesJointes.map(({ nom }) => nom)).toEqual(['plan.pdf', 'attestation.pdf']);
    const gardee = await base.admin
      .get(`/sms-mailing${envoi}/pieces-jointes/${String(attestation)}`)
      .buffer();
    expect(gardee.body).toEqual(ATTESTATION);
  });

  it('il n’est qu’à son auteur : ni un autre envoi, ni un modèle, ni l’adresse des modèles ne le donnent', async () => {
    const sien = await deposit(ATTESTATION, 'sien.pdf');
    const lire = async (chemin: string, agent: Agent) =>
      toReponse(await agent.get(`/sms-mailing${chemin}`)).status;
    expect(await lire(`${ENVOI}/${String(sien)}`, base.admin)).toBe(400);
    expect(await lire(`/pieces-jointes/${String(sien)}`, base.admin)).toBe(400);
    const { erreur } = await programmer(
      'palmer',
      { piecesJointes: [sien], force: true },
      base.admin
    );
    expect(erreur?.details).toMatchObject({ regle: 'piece-envoi-introuvable' });
    const vole = await base.ask('post', '/modeles', {
      ...{ typeContact: 'email', destinataires: ['entrepreneur'], but: 'suivi' },
      ...{ nom: 'Volé', objet: 'x', message: '<p>Ici</p>', piecesJointes: [sien] },
    });
    expect(vole.erreur?.details).toMatchObject({ regle: 'piece-jointe-introuvable' });
    const [autre] = await base.sql<{ document_id: string }>(
      `SELECT document_id FROM sms_envois WHERE pieces_jointes IS NULL AND statut = 'envoye' LIMIT 1`
    );
    expect(
      await lire(`/envois/${autre!.document_id}/pieces-jointes/${String(sien)}`, conseiller)
    ).toBe(400);
  });

  it('trop lourd avec ce que porte le modèle, ou sur un SMS : refusé avec une phrase, rien n’est écrit', async () => {
    const lourd = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(2 * 1024 * 1024 - 9)]);
    const gros = await deposit(lourd, 'gros.pdf');
    const sms = await base.createModele({ typeContact: 'sms', nom: 'SMS', message: 'Bonjour' });
    const avant = await base.countEnvois();
    const trop = await programmer('diallo', { piecesJointes: [gros] });
    expect(trop.erreur?.message).toMatch(/« Vos droits ».* dépassent 2 Mo par message/);
    const muet = await programmer('diallo', { modeleDocumentIds: [sms], piecesJointes: [gros] });
    expect(muet.erreur?.message).toMatch(/Un SMS ne porte pas de pièce jointe/);
    expect(await base.countEnvois()).toEqual(avant);
    const virus = await conseiller
      .post(`/sms-mailing${ENVOI}`)
      .attach('fichiers', Buffer.from('MZ'), 'virus.exe');
    expect(toReponse(virus)).toMatchObject({
      status: 400,
      erreur: { message: expect.stringMatching(/formats acceptés/) as string },
    });
  });
});

describe('depuis la fiche Action', () => {
  it('tous les participants le reçoivent ; « Renvoyer aux échecs » le porte encore', async () => {
    const objet = 'Le livret';
    const livret = await base.createModele({
      ...{ nom: objet, objet, message: '<p>Le ${action_date}</p>' },
    });
    const piece = await deposit(ATTESTATION, 'livret.pdf');
    base.boite.refusees.add('sophie.martin@boite.test');
    const { data } = await base.ask<EnJson<ProgrammationResultat>[]>(
      'post',
      `/actions/${base.seed.actions.palmerAtelier!.documentId}/envoyer`,
      { modeleDocumentIds: [livret], piecesJointes: [piece] },
      conseiller
    );
    expect(data[0]?.programmes).toBeGreaterThan(2);
    await base.tick(new Date('2022-03-03T18:01:00Z'));
    base.boite.refusees.clear();
    const premiers = recus(objet);
    expect(Object.keys(premiers)).not.toContain(MARTIN);
    expect(new Set(Object.values(premiers).map(String))).toEqual(new Set(['livret.pdf']));
    const echecs = await base.sql<{ document_id: string }>(
      `SELECT document_id FROM sms_envois WHERE statut = 'echec'`
    );
    const envoiDocumentIds = echecs.map(({ document_id: id }) => id);
    expect((await base.ask('post', '/envois/relancer', { envoiDocumentIds })).status).toBe(200);
    await base.tick(new Date('2022-03-03T18:02:00Z'));
    expect(recus(objet)[MARTIN]).toEqual(['livret.pdf']);
  });
});

describe('ce qu’il devient', () => {
  it('l’oublié est effacé au soir ; le sien part avec la personne qu’on efface', async () => {
    const lire = async () =>
      (await base.sql<{ nom: string }>('SELECT nom FROM sms_pieces_jointes ORDER BY id')).map(
        ({ nom }) => nom
      );
    await base.sql(`UPDATE sms_pieces_jointes SET deposee_le = '2022-03-01 12:00'`);
    await base.tick(new Date('2022-03-04T18:00:00Z'));
    expect(await lire()).toEqual(['plan.pdf', 'attestation.pdf', 'livret.pdf']);
    const { documentId } = base.seed.entrepreneurs.palmer!;
    const efface = await base.ask('post', '/effacements', {
      ...{ typeDestinataire: 'entrepreneur', documentId, confirme: true },
    });
    expect(efface.status).toBe(200);
    await base.tick(new Date('2022-03-05T18:00:00Z'));
    expect(await lire()).toEqual(['plan.pdf', 'livret.pdf']);
  });
});
