import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecapCampagne } from '../../src/plugins/sms-mailing/core/api/campagnes';
import type { AvantEnvoi } from '../../src/plugins/sms-mailing/core/api/fiches';
import type { BaseDuGuide } from './base-du-guide';
import { openBaseReelle, type BaseReelle } from './base-reelle';

let reelle: BaseReelle;
let base: BaseDuGuide;

beforeAll(async () => {
  reelle = await openBaseReelle({ PUBLIC_URL: 'http://localhost:1337' });
  ({ base } = reelle);
});

afterAll(() => base.close());

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
    lettre = await reelle.createModele('newsletter', 'Lettre de mars');
    const promotion = await reelle.createModele('email', 'Promotion par e-mail', {
      but: 'promotion',
    });
    const suivi = await reelle.createModele('email', 'Suivi du samedi');
    for (const qui of ['palmer', 'martin', 'diallo']) {
      await reelle.programmer(lettre, qui);
      await reelle.programmer(promotion, qui);
    }
    await reelle.programmer(suivi);
  });

  it('« Prêt à envoyer ? » et l’accueil le disent, l’e-mail de suivi y reste compté', async () => {
    expect(await reelle.listAFaire()).toContain('url-publique');
    expect(await reelle.readSoiree()).toMatchObject({
      suspensions: { mail: null, promotion: expect.stringContaining('PUBLIC_URL') as string },
      retenus: { mail: 0, promotion: 6, sms: 0 },
      programmes: 1,
      parType: { email: 1, newsletter: 0 },
    });
  });

  it('la confirmation le dit avant le clic, sur la fiche comme sur la campagne ; pas d’un suivi', async () => {
    const fiche = `/entrepreneurs/${base.seed.entrepreneurs.diallo!.documentId}/avant-envoi`;
    const retenuDe = async (modele: string) =>
      (await base.ask<AvantEnvoi>('post', fiche, { modeleDocumentIds: [modele] })).data.modeles[0]
        ?.retenu;
    expect(await retenuDe(lettre)).toEqual(LIEN_MORT);
    expect(await retenuDe(await reelle.createModele('email', 'Suivi annoncé'))).toBeNull();
    const comptes = await base.ask<RecapCampagne>('post', '/campagnes/comptes', {
      modeleDocumentId: lettre,
      typeContact: 'newsletter',
      filtres: { typeDestinataire: 'entrepreneur' },
    });
    expect(comptes.data.retenu).toEqual(LIEN_MORT);
  });

  it('newsletters et e-mails de promotion restent programmés, leur ligne dit pourquoi ; le suivi part', async () => {
    await base.tick(SAMEDI);
    for (const nom of PROMOTIONS) {
      const attendue = { statut: 'programme', detail: LIEN_MORT };
      expect(await reelle.lignesDe(nom), nom).toMatchObject([attendue, attendue, attendue]);
      expect(base.mailsDe(nom)).toEqual([]);
    }
    expect(base.mailsDe('Suivi du samedi')).toEqual(['julien.palmer@boite.test']);
  });

  it('au clic d’une fiche Action aussi', async () => {
    const nom = 'Promotion au clic';
    await reelle.envoyer(await reelle.createModele('email', nom, { but: 'promotion' }));
    await base.tick(new Date('2022-03-05T18:00:10Z'));
    expect(await reelle.lignesDe(nom)).toMatchObject([{ statut: 'programme', detail: LIEN_MORT }]);
  });

  it('un exemplaire ne porte jamais de lien mort : celui d’une promotion est refusé, celui d’un suivi part', async () => {
    const avant = base.boite.mails.length;
    await base.proveAdresse();
    const refuse = await reelle.sendExemplaire(lettre);
    expect(refuse).toMatchObject({
      status: 400,
      erreur: { details: { regle: 'exemplaire-retenu' } },
    });
    expect(refuse.erreur?.message).toContain('PUBLIC_URL');
    expect(base.boite.mails).toHaveLength(avant);
    expect(
      (await reelle.sendExemplaire(await reelle.createModele('email', 'Suivi relu'))).status
    ).toBe(200);
    expect(base.boite.mails).toHaveLength(avant + 1);
  });

  it('un modèle corrigé en suivi part, et sa ligne ne dit plus « Retenu »', async () => {
    const nom = 'Mal classé';
    const documentId = await reelle.createModele('email', nom, { but: 'promotion' });
    base.setHeure(MATIN);
    await reelle.programmer(documentId, 'lefebvre');
    await base.tick(new Date('2022-03-05T18:01:00Z'));
    expect(await reelle.lignesDe(nom)).toMatchObject([{ statut: 'programme' }]);
    const { data } = await base.ask<object>('get', `/modeles/${documentId}`);
    const corrige = { ...data, but: 'suivi' };
    expect(await base.ask('put', `/modeles/${documentId}`, corrige)).toMatchObject({ status: 200 });
    await base.tick(new Date('2022-03-05T18:02:00Z'));
    expect(await reelle.lignesDe(nom)).toMatchObject([{ statut: 'envoye', detail: null }]);
  });

  it('l’adresse devenue publique, ce qui attendait part au tour suivant, revérifié', async () => {
    await base.sql(`UPDATE entrepreneurs SET inactif = true WHERE upper(nom) = 'MARTIN'`);
    await base.restart({ PUBLIC_URL: 'https://messages.bge-arras.fr/' });
    await base.tick(new Date('2022-03-05T18:03:00Z'));
    for (const nom of PROMOTIONS) {
      expect(await reelle.lignesDe(nom), nom).toMatchObject([
        { statut: 'envoye', detail: null },
        { statut: 'exclu', motif: 'fiche_inactive' },
        { statut: 'envoye', detail: null },
      ]);
    }
    const recue = base.boite.mails.find(({ subject }) => subject === 'Lettre de mars');
    const lien = /https:\/\/messages\.bge-arras\.fr\/api\/sms-mailing\/d\/[\w.-]+/;
    expect(JSON.stringify(recue?.headers.get('list'))).toMatch(lien);
    expect(recue?.html).toMatch(lien);
    expect(await reelle.listAFaire()).not.toContain('url-publique');
    expect((await reelle.readSoiree()).retenus).toEqual({ mail: 0, promotion: 0, sms: 0 });
  });

  it('un exemplaire de newsletter porte alors le vrai lien', async () => {
    // Started again, the test asks with another account.
    await base.proveAdresse();
    expect(await reelle.sendExemplaire(lettre)).toMatchObject({ status: 200, erreur: null });
    const recu = base.boite.mails.at(-1);
    expect(recu?.html).toContain('https://messages.bge-arras.fr/api/sms-mailing/d/');
    expect(JSON.stringify(recu?.headers.get('list'))).toContain('messages.bge-arras.fr');
  });
});
