import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListeDestinataires } from '../../src/plugins/sms-mailing/core/api/campagnes';
import type { Filtres } from '../../src/plugins/sms-mailing/core/api/filtres';
import { agentFor } from './harness';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

let base: BaseDuGuide;

const FILTRES = () => ({
  typeDestinataire: 'entrepreneur',
  ods: [base.seed.ods["Activ'Créa lot 1"]!.documentId],
});

beforeAll(async () => {
  base = await openBaseDuGuide();
  const modele = await base.createModele({ nom: 'Offre', objet: 'Offre', message: 'Bonjour' });
  await base.ask('post', '/campagnes/comptes', {
    modeleDocumentId: modele,
    typeContact: 'email',
    filtres: FILTRES(),
  });
});

afterAll(() => base.close());

describe('Guide §7.b : les filtres des contacts et des partenaires', () => {
  it.each([
    ['contact_individuel', { ville: 'arras' }, ['VASSEUR']],
    ['contact_individuel', { ville: 'lens', fonction: 'banque' }, ['CARON']],
    ['entreprise_partenaire', { typePartenaire: ['Banque', 'Avocat'] }, ['Banque du Ternois']],
    [
      'entreprise_partenaire',
      { secteurActivite: ['Services aux entreprises'], typePartenaire: ['Expert-comptable'] },
      ['Cabinet Flandre Conseil'],
    ],
    ['entreprise_partenaire', { secteurActivite: ['Agriculture'] }, []],
  ])('%s : %o', async (typeDestinataire, filtres, attendus) => {
    const modele = await base.createModele({
      ...{ nom: `Lettre ${randomUUID()}`, objet: 'Lettre', message: 'Bonjour' },
      destinataires: [typeDestinataire],
    });
    const { data } = await base.ask<ListeDestinataires>('post', '/campagnes/destinataires', {
      ...{ modeleDocumentId: modele, typeContact: 'email' },
      filtres: { typeDestinataire, ...filtres },
    });
    expect(data.lignes.map(({ raisonSociale, nom }) => raisonSociale ?? nom)).toEqual(attendus);
  });

  it('la ville d’un contact se lit dans la liste', async () => {
    const modele = await base.createModele({
      ...{ nom: 'Lettre', objet: 'Lettre', message: 'Bonjour' },
      destinataires: ['contact_individuel'],
    });
    const { data } = await base.ask<ListeDestinataires>('post', '/campagnes/destinataires', {
      ...{ modeleDocumentId: modele, typeContact: 'email' },
      filtres: { typeDestinataire: 'contact_individuel', recherche: 'caron' },
    });
    expect(data.lignes).toMatchObject([{ nom: 'CARON', ville: 'Lens' }]);
  });
});

describe('Décision C9 : les filtres gardés', () => {
  const lire = async (agent = base.admin) =>
    (await base.ask<Filtres>('get', '/filtres?typeDestinataire=entrepreneur', undefined, agent))
      .data;

  it('« mes derniers filtres » sont ceux que j’ai cherchés, de moi seul', async () => {
    const { derniers, noms } = await lire();
    expect(derniers).toEqual(FILTRES());
    expect(Object.values(noms)).toContain("Activ'Créa lot 1");
    const autre = await agentFor(base.app, 'sms-profil-specifique');
    expect(await lire(autre)).toEqual({ derniers: null, enregistres: [], noms: {} });
  });

  it('des filtres gardés disent quand ils l’ont été, et combien de personnes ils trouvaient', async () => {
    const { derniersVus } = await lire();
    expect(derniersVus).toEqual({
      le: '2022-03-03T14:00:00.000Z',
      nombre: expect.any(Number) as number,
    });
    expect(derniersVus?.nombre).toBeGreaterThan(0);
    const saisie = { nom: 'Comptés', filtres: FILTRES(), nombre: 41 };
    const { data } = await base.ask<{ documentId: string }>('post', '/filtres', saisie);
    expect((await lire()).enregistres).toMatchObject([{ nom: 'Comptés', vus: { nombre: 41 } }]);
    await base.ask('delete', `/filtres/${data.documentId}`);
  });

  it('un filtre nommé est privé, partagé sur demande, et seul son auteur le change', async () => {
    const autre = await agentFor(base.app, 'sms-profil-specifique');
    const saisie = { nom: 'Activ’Créa janvier', filtres: FILTRES() };
    const { data } = await base.ask<{ documentId: string }>('post', '/filtres', saisie);
    expect((await lire()).enregistres).toMatchObject([{ nom: 'Activ’Créa janvier', aMoi: true }]);
    expect((await lire(autre)).enregistres).toEqual([]);
    const double = await base.ask('post', '/filtres', { ...saisie, nom: 'ACTIV’CRÉA JANVIER' });
    expect(double.erreur?.details).toMatchObject({ regle: 'filtre-refuse' });

    const chemin = `/filtres/${data.documentId}`;
    await base.ask('put', chemin, { ...saisie, partage: true, version: 1 });
    expect((await lire(autre)).enregistres).toMatchObject([{ aMoi: false, partage: true }]);
    for (const refus of [
      await base.ask('put', chemin, { ...saisie, version: 2 }, autre),
      await base.ask('delete', chemin, undefined, autre),
    ]) {
      expect(refus.status).toBe(400);
    }
    expect((await base.ask('delete', chemin)).status).toBe(200);
    expect((await lire()).enregistres).toEqual([]);
  });
});
