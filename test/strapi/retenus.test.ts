import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PretAEnvoyer } from '../../src/plugins/sms-mailing/core/pret-a-envoyer';
import type { Soiree } from '../../src/plugins/sms-mailing/core/soiree';
import type { SuiviPackages } from '../../src/plugins/sms-mailing/core/suivi-packages';
import {
  parseFormulaire,
  type ServeurHttp,
} from '../../src/plugins/sms-mailing/test/fakes/serveur-http';
import { startServeurOvh } from '../../src/plugins/sms-mailing/test/fakes/sms-serveur-ovh';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

const SOIR = new Date('2022-03-03T18:00:00Z');
const LENDEMAIN = new Date('2022-03-04T18:00:00Z');
const COMPTE = {
  fournisseur: 'ovh-http2sms',
  compte: 'sms-bg11111-1',
  login: 'bge',
  expediteur: 'BGEARTOIS',
};

interface Ligne {
  statut: string;
  detail: string | null;
  motif: string | null;
}

let base: BaseDuGuide;
let ovh: ServeurHttp;

const ecrire = async (changes: object) => {
  const { data } = await base.ask<{ parametres: object }>('get', '/parametres');
  expect(await base.ask('put', '/parametres', { ...data.parametres, ...changes })).toMatchObject({
    status: 200,
  });
};
const soiree = async () => (await base.ask<Soiree>('get', '/soiree')).data;
const pointsAFaire = async () =>
  (await base.ask<PretAEnvoyer>('get', '/pret-a-envoyer')).data.points
    .filter(({ etat }) => etat === 'a_faire')
    .map(({ cle }) => cle);
const lignesDe = (modele: string) =>
  base.sql<Ligne>(
    `SELECT e.statut, e.detail, e.motif FROM sms_envois e JOIN sms_modeles m ON m.id = e.modele_id
      WHERE m.nom = $1 ORDER BY e.id`,
    [modele]
  );
const statutsDe = async (modele: string) => (await lignesDe(modele)).map(({ statut }) => statut);

/** A modèle whose name is its objet and its text. */
const modele = (typeContact: string, nom: string, suite: object = {}) =>
  base.createModele({
    typeContact,
    nom,
    objet: typeContact === 'sms' ? '' : nom,
    message: typeContact === 'sms' ? nom : `<p>${nom}</p>`,
    ...suite,
  });

async function programmer(documentId: string, qui = 'palmer'): Promise<void> {
  const fiche = `/entrepreneurs/${base.seed.entrepreneurs[qui]!.documentId}`;
  const reponse = await base.ask('post', `${fiche}/programmer`, {
    modeleDocumentIds: [documentId],
  });
  expect(reponse).toMatchObject({ status: 200, data: [{ programmes: 1 }] });
}

const envoyerAuxParticipants = (documentId: string) =>
  base.ask<{ envoiDocumentIds: string[] }[]>(
    'post',
    `/actions/${base.seed.actions.palmerDiagnostic!.documentId}/envoyer`,
    { modeleDocumentIds: [documentId] }
  );

async function verifierEmail(): Promise<void> {
  await base.ask('post', '/parametres/verification-email');
  const code = /\d{6}$/.exec(base.boite.mails.at(-1)?.subject ?? '')?.[0] ?? '';
  const { status } = await base.ask('post', '/parametres/verification', {
    transport: 'mail',
    code,
  });
  expect(status).toBe(200);
}

const exemplaire = (documentId: string, suite: object = {}) =>
  base.ask('post', '/modeles-exemplaire', {
    modeleDocumentId: documentId,
    cobaye: {
      typeDestinataire: 'entrepreneur',
      documentId: base.seed.entrepreneurs.palmer!.documentId,
    },
    ...suite,
  });

beforeAll(async () => {
  ovh = await startServeurOvh();
  base = await openBaseDuGuide('sms-administrateur', {
    // Whatever is not « essai » is a real base.
    SMS_MAILING_BASE: 'production',
    SMS_URL_BASE: ovh.url,
    SMTP_EXPEDITEUR: 'BGE <contact@bge.test>',
    PUBLIC_URL: 'http://localhost:1337',
  });
  await verifierEmail();
});

afterAll(async () => {
  await base.close();
  await ovh.close();
});

describe('Une vraie base sans fournisseur de SMS : les SMS attendent (décision G3)', () => {
  const SANS_FOURNISSEUR = expect.stringMatching(/^Retenu : aucun fournisseur de SMS/) as string;
  let rappel: string;
  let clic: string;

  const expectRienDebite = async (reste = 20) => {
    expect(base.listSms()).toEqual([]);
    expect(ovh.recues).toEqual([]);
    expect(await base.sql('SELECT 1 FROM sms_mouvements')).toEqual([]);
    const { data } = await base.ask<{ packages: { achetes: number; consommes: number }[] }>(
      'get',
      '/packages-sms'
    );
    expect(data.packages).toMatchObject([{ achetes: reste, consommes: 0 }]);
  };

  beforeAll(async () => {
    await base.ask('post', '/packages-sms', { dateAchat: '2022-01-02', achetes: 20 });
    rappel = await modele('sms', 'Rappel SMS');
    clic = await modele('sms', 'SMS au clic');
  });

  it('« Prêt à envoyer ? » dit en rouge qu’il manque un fournisseur', async () => {
    expect(await pointsAFaire()).toContain('compte-sms');
    const { data } = await base.ask<PretAEnvoyer>('get', '/pret-a-envoyer');
    const point = data.points.find(({ cle }) => cle === 'compte-sms');
    expect(point?.phrase).toMatch(/^Aucun fournisseur de SMS n’est choisi/);
  });

  it('une fiche, le clic d’une action, une règle exécutée, un envoi test : tout reste programmé', async () => {
    await programmer(rappel);
    await envoyerAuxParticipants(clic);
    const criteres = { ods: [base.seed.ods["Activ'Créa lot 1"]!.documentId] };
    const regle = await base.createRegle({
      typeContact: 'sms',
      modeleDocumentId: await modele('sms', 'SMS de règle'),
      delai: -2,
      criteres,
    });
    await base.ask('post', '/envois-automatiques-test', { regleDocumentIds: [regle] });
    await base.ask('post', `/envois-automatiques/${regle}/executer`);
    await base.tick(new Date('2022-03-03T14:00:30Z'));
    await base.tick(SOIR);
    for (const nom of ['Rappel SMS', 'SMS au clic', 'SMS de règle']) {
      const lignes = (await lignesDe(nom)).filter(({ statut }) => statut !== 'exclu');
      expect(lignes.length, nom).toBeGreaterThan(0);
      expect(new Set(lignes.map(({ statut }) => statut)), nom).toEqual(new Set(['programme']));
      expect(lignes[0]?.detail).toEqual(SANS_FOURNISSEUR);
    }
    const [tests] = await base.sql<{ nombre: number }>(
      `SELECT count(*)::int AS nombre FROM sms_envois WHERE cle LIKE 't:%' AND statut = 'programme'`
    );
    expect(tests?.nombre).toBe(1);
    await expectRienDebite();
  });

  it('l’accueil compte ce qui est retenu à part de ce qui part', async () => {
    base.setHeure(SOIR);
    const { suspensions, retenus, parType, creditsCeSoir, lignes } = await soiree();
    expect(suspensions.sms).toMatch(/^aucun fournisseur de SMS/);
    expect(retenus.sms).toBeGreaterThan(2);
    expect(parType.sms).toBe(0);
    expect(creditsCeSoir).toBe(0);
    expect(lignes.filter(({ typeContact }) => typeContact === 'sms')).toEqual([]);
  });

  it('« Package SMS » dit pourquoi les SMS attendent', async () => {
    const { data } = await base.ask<SuiviPackages>('get', '/packages-sms-suivi');
    expect(data.suspension).toMatch(/^aucun fournisseur de SMS/);
  });

  it('ni exemplaire ni vérification : rien ne prétend partir, rien n’est débité', async () => {
    const essai = await exemplaire(rappel, { numero: '06 39 98 00 77' });
    expect(essai).toMatchObject({
      status: 400,
      erreur: { details: { regle: 'exemplaire-retenu' } },
    });
    expect(essai.erreur?.message).toContain('Aucun fournisseur de SMS n’est choisi');
    const numero = { numero: '06 12 34 56 78' };
    const verification = await base.ask('post', '/parametres/verification-sms', numero);
    expect(verification.erreur?.details.regle).toBe('verification-inutile');
    const connexion = await base.ask('post', '/parametres/connexion', { transport: 'sms' });
    expect(connexion.data).toMatchObject({
      issue: 'impossible',
      phrase: expect.stringMatching(/^Aucun fournisseur de SMS n’est choisi/) as string,
    });
    await expectRienDebite();
  });

  it('ce qui est retenu s’annule comme le reste', async () => {
    const { data } = await envoyerAuxParticipants(await modele('sms', 'SMS regretté'));
    await base.tick(new Date('2022-03-03T18:00:10Z'));
    expect(await lignesDe('SMS regretté')).toMatchObject([{ detail: SANS_FOURNISSEUR }]);
    const { envoiDocumentIds } = data[0]!;
    const annulation = await base.ask('post', '/envois/annuler', { envoiDocumentIds });
    expect(annulation.data).toEqual({ annules: 1 });
    expect(await statutsDe('SMS regretté')).toEqual(['annule']);
  });

  it('les e-mails partent pendant ce temps, l’alerte de stock à l’équipe aussi', async () => {
    await programmer(await modele('email', 'E-mail de suivi'), 'diallo');
    await base.sql('UPDATE sms_packages SET consommes = 19');
    await ecrire({ alertesA: 'direction@bge.test' });
    await base.tick(LENDEMAIN);
    await base.sql('UPDATE sms_packages SET consommes = 0');
    expect(await statutsDe('E-mail de suivi')).toEqual(['envoye']);
    const avis = base.boite.mails.filter(({ to }) => JSON.stringify(to).includes('direction@'));
    expect(avis).toHaveLength(1);
  });

  it('un fournisseur choisi et vérifié, ce qui attendait part et se débite', async () => {
    await ecrire({ sms: COMPTE, secrets: { motDePasse: 'Ovh-42' } });
    await base.tick(new Date('2022-03-04T18:01:00Z'));
    expect(await lignesDe('Rappel SMS')).toMatchObject([
      { statut: 'programme', detail: expect.stringMatching(/^Retenu : .*SMS de vérification/) },
    ]);
    await base.ask('post', '/parametres/verification-sms', { numero: '06 12 34 56 78' });
    const texte = parseFormulaire(ovh.recues.at(-1)!).message ?? '';
    const code = /\d{6}/.exec(texte)?.[0];
    await base.ask('post', '/parametres/verification', { transport: 'sms', code });
    await base.tick(new Date('2022-03-04T18:02:00Z'));
    expect(await lignesDe('Rappel SMS')).toMatchObject([{ statut: 'envoye', detail: null }]);
    expect(base.listSms()).toEqual([]);
    const [{ credits } = { credits: 0 }] = await base.sql<{ credits: number }>(
      `SELECT sum(credits)::int AS credits FROM sms_envois WHERE type_contact = 'sms' AND statut = 'envoye'`
    );
    const [{ consommes } = { consommes: 0 }] = await base.sql<{ consommes: number }>(
      'SELECT consommes FROM sms_packages'
    );
    expect(consommes).toBe(credits + 1);
    expect((await soiree()).retenus.sms).toBe(0);
  });
});

describe('Une vraie base sans adresse publique : les promotions par e-mail attendent (décision G4)', () => {
  const MATIN = new Date('2022-03-05T10:00:00Z');
  const SAMEDI = new Date('2022-03-05T18:00:00Z');
  const LIEN_MORT = expect.stringMatching(
    /^Retenu : le lien de désinscription.*http:\/\/localhost:1337/
  ) as string;
  const PROMOTIONS = ['Lettre de mars', 'Promotion par e-mail'];
  let lettre: string;

  beforeAll(async () => {
    base.setHeure(MATIN);
    lettre = await modele('newsletter', 'Lettre de mars');
    const promotion = await modele('email', 'Promotion par e-mail', { but: 'promotion' });
    const suivi = await modele('email', 'Suivi du samedi');
    for (const qui of ['palmer', 'martin', 'diallo']) {
      await programmer(lettre, qui);
      await programmer(promotion, qui);
    }
    await programmer(suivi);
  });

  it('« Prêt à envoyer ? » et l’accueil le disent, l’e-mail de suivi y reste compté', async () => {
    expect(await pointsAFaire()).toEqual(['url-publique']);
    expect(await soiree()).toMatchObject({
      suspensions: { mail: null, promotion: expect.stringContaining('PUBLIC_URL') as string },
      retenus: { mail: 0, promotion: 6, sms: 0 },
      programmes: 1,
      parType: { email: 1, newsletter: 0 },
    });
  });

  it('newsletters et e-mails de promotion restent programmés, leur ligne dit pourquoi ; le suivi part', async () => {
    await base.tick(SAMEDI);
    for (const nom of PROMOTIONS) {
      const attendue = { statut: 'programme', detail: LIEN_MORT };
      expect(await lignesDe(nom), nom).toMatchObject([attendue, attendue, attendue]);
      expect(base.mailsDe(nom)).toEqual([]);
    }
    expect(base.mailsDe('Suivi du samedi')).toEqual(['julien.palmer@boite.test']);
  });

  it('au clic d’une fiche Action aussi', async () => {
    const nom = 'Promotion au clic';
    await envoyerAuxParticipants(await modele('email', nom, { but: 'promotion' }));
    await base.tick(new Date('2022-03-05T18:00:10Z'));
    expect(await lignesDe(nom)).toMatchObject([{ statut: 'programme', detail: LIEN_MORT }]);
  });

  it('un exemplaire ne porte jamais de lien mort : celui d’une promotion est refusé, celui d’un suivi part', async () => {
    const avant = base.boite.mails.length;
    const refuse = await exemplaire(lettre);
    expect(refuse).toMatchObject({
      status: 400,
      erreur: { details: { regle: 'exemplaire-retenu' } },
    });
    expect(refuse.erreur?.message).toContain('PUBLIC_URL');
    expect(base.boite.mails).toHaveLength(avant);
    expect((await exemplaire(await modele('email', 'Suivi relu'))).status).toBe(200);
    expect(base.boite.mails).toHaveLength(avant + 1);
  });

  it('un modèle corrigé en suivi part, et sa ligne ne dit plus « Retenu »', async () => {
    const nom = 'Mal classé';
    const documentId = await modele('email', nom, { but: 'promotion' });
    base.setHeure(MATIN);
    await programmer(documentId, 'lefebvre');
    await base.tick(new Date('2022-03-05T18:01:00Z'));
    expect(await statutsDe(nom)).toEqual(['programme']);
    const { data } = await base.ask<object>('get', `/modeles/${documentId}`);
    const modifie = { ...data, but: 'suivi', version: undefined };
    expect(await base.ask('put', `/modeles/${documentId}`, modifie)).toMatchObject({ status: 200 });
    await base.tick(new Date('2022-03-05T18:02:00Z'));
    expect(await lignesDe(nom)).toMatchObject([{ statut: 'envoye', detail: null }]);
  });

  it('l’adresse devenue publique, ce qui attendait part au tour suivant, revérifié', async () => {
    await base.sql(`UPDATE entrepreneurs SET inactif = true WHERE upper(nom) = 'MARTIN'`);
    await base.restart({ PUBLIC_URL: 'https://messages.bge-arras.fr/' });
    await base.tick(new Date('2022-03-05T18:03:00Z'));
    for (const nom of PROMOTIONS) {
      expect(await lignesDe(nom), nom).toMatchObject([
        { statut: 'envoye', detail: null },
        { statut: 'exclu', motif: 'fiche_inactive' },
        { statut: 'envoye', detail: null },
      ]);
    }
    const recue = base.boite.mails.find(({ subject }) => subject === 'Lettre de mars');
    const lien = /https:\/\/messages\.bge-arras\.fr\/api\/sms-mailing\/d\/[\w.-]+/;
    expect(JSON.stringify(recue?.headers.get('list'))).toMatch(lien);
    expect(recue?.html).toMatch(lien);
    expect(await pointsAFaire()).toEqual([]);
    expect((await soiree()).retenus).toEqual({ mail: 0, promotion: 0, sms: 0 });
  });

  it('un exemplaire de newsletter porte alors le vrai lien', async () => {
    expect((await exemplaire(lettre)).status).toBe(200);
    const recu = base.boite.mails.at(-1);
    expect(recu?.html).toContain('https://messages.bge-arras.fr/api/sms-mailing/d/');
    expect(JSON.stringify(recu?.headers.get('list'))).toContain('messages.bge-arras.fr');
  });
});
