import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { critereOf, nomsOf, type Base } from './campagnes-base';
import type { ModelePourCampagne } from './campagnes-chaine';
import { openDossiers } from './campagnes-dossiers';

let base: Base;
let modele: ModelePourCampagne;
let fiche: Record<string, string>;
let id: Record<string, number>;

beforeAll(async () => {
  ({ base, modele, fiche, id } = await openDossiers());
});

afterAll(() => base.close());

describe('Contacts individuels et entreprises partenaires', () => {
  it('la fonction, l’antenne et le référent filtrent les contacts individuels', async () => {
    const anne = await base.addContact('ANNE', { fonction: 'Chargée de clientèle' });
    await base.addContact('BRUNO', { fonction: 'Formateur' });
    await base.link('contacts_individuels_antenne_lnk', {
      contact_individuel_id: anne,
      antenne_id: id.Lens,
    });
    await base.link('contacts_individuels_referent_lnk', {
      contact_individuel_id: anne,
      intervenant_id: id.ACCES,
    });
    const cherche = (filtres: object): Promise<string[]> =>
      nomsOf(base, critereOf(modele, { typeDestinataire: 'contact_individuel', ...filtres }));
    expect(await cherche({})).toEqual(['ANNE', 'BRUNO']);
    expect(await cherche({ fonction: 'chargee' })).toEqual(['ANNE']);
    expect(await cherche({ antenne: [fiche.Lens!] })).toEqual(['ANNE']);
    expect(await cherche({ referent: [fiche.ACCES!] })).toEqual(['ANNE']);
    expect(await cherche({ recherche: 'bruno@pro' })).toEqual(['BRUNO']);
  });

  it('la raison sociale et la fonction du référent filtrent les entreprises', async () => {
    await base.addEntreprise('Crédit Éthique', {
      nom: 'DURAND',
      fonction: 'Directeur',
      courriel_pro: 'd@ce.fr',
    });
    await base.addEntreprise('Sans Référent', null);
    const cherche = (filtres: object): Promise<string[]> =>
      nomsOf(base, critereOf(modele, { typeDestinataire: 'entreprise_partenaire', ...filtres }));
    expect(await cherche({})).toEqual(['DURAND', 'Sans Référent']);
    expect(await cherche({ raisonSociale: 'credit eth' })).toEqual(['DURAND']);
    expect(await cherche({ fonction: 'direct' })).toEqual(['DURAND']);
    expect(await cherche({ recherche: 'sans ref' })).toEqual(['Sans Référent']);
  });
});

describe('Guide §7.b : la liste des destinataires', () => {
  it('une ligne montre l’adresse vraiment utilisée, ou pourquoi il n’y en a pas', async () => {
    const { total, lignes } = await base.campagnes.search(critereOf(modele), {
      onglet: 'non_faits',
      tri: { cle: 'nom', sens: 'desc' },
      page: 1,
      pageSize: 2,
    });
    expect(total).toBe(3);
    expect(lignes.map((l) => [l.nom, l.adresse, l.motif])).toEqual([
      ['VIDE', null, 'adresse_absente'],
      ['PALMER', 'palmer@exemple.fr', null],
    ]);
    expect(lignes[1]).toMatchObject({
      civilite: 'Madame',
      telephone: '06 01 02 03 04',
      referent: 'Jo ACCES',
      dateSituation: '2021-09-01',
      envoi: null,
      dernierEnvoiLe: null,
    });
  });

  it('une page au-delà de la fin est vide et garde le vrai total', async () => {
    const page = {
      onglet: 'non_faits' as const,
      tri: { cle: 'date_situation' as const, sens: 'desc' as const },
    };
    const loin = await base.campagnes.search(critereOf(modele), { ...page, page: 9, pageSize: 10 });
    expect(loin).toEqual({ total: 3, lignes: [] });
  });

  it('les noms des fiches choisies sont relus pour « Les filtres : »', async () => {
    const labels = await base.campagnes.loadLabels([
      { typeDestinataire: 'entrepreneur', ods: [fiche.Activ!] },
      { typeDestinataire: 'entrepreneur', ods: [fiche.Activ!], referent: [fiche.ACCES!] },
    ]);
    expect(labels).toEqual({ [fiche.Activ!]: 'Activ', [fiche.ACCES!]: 'Jo ACCES' });
  });
});
