import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FiltresCampagne } from '../../core/filtres-campagne';
import { TOUT } from '../../core/perimetre';
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
      ['PALMER', 'palmer@courriel.test', null],
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

  it.each(['referent', 'date_situation'] as const)(
    'triée par %s, une personne qui n’en a pas vient à la fin, dans les deux sens',
    async (cle) => {
      const noms = async (sens: 'asc' | 'desc'): Promise<string[]> => {
        const page = { onglet: 'non_faits' as const, page: 1, pageSize: 10 };
        const { lignes } = await base.campagnes.search(critereOf(modele), {
          ...page,
          tri: { cle, sens },
        });
        return lignes.map(({ nom, referent, dateSituation }) =>
          (cle === 'referent' ? referent : dateSituation) === null ? '—' : nom
        );
      };
      const croissants = await noms('asc');
      expect(croissants).toContain('—');
      const renseignes = croissants.filter((nom) => nom !== '—');
      const vides = croissants.length - renseignes.length;
      expect(croissants.slice(-vides)).toEqual(Array.from({ length: vides }, () => '—'));
      expect((await noms('desc')).slice(0, renseignes.length).sort()).toEqual(renseignes.sort());
    }
  );

  it('une longue liste vient d’abord avec un nombre attendu, ses lignes sont les mêmes', async () => {
    await base.knex.raw(
      `INSERT INTO entrepreneurs (nom, prenom, document_id) SELECT 'ZZ' || n, 'Zoé', 'long' || n FROM generate_series(1, 21000) n`
    );
    await base.knex.raw('ANALYZE entrepreneurs');
    const page = {
      ...{ onglet: 'non_faits' as const, tri: { cle: 'nom' as const, sens: 'asc' as const } },
      ...{ page: 2, pageSize: 10 },
    };
    // A filter that keeps everybody is read whole.
    const filtre: FiltresCampagne = {
      typeDestinataire: 'entrepreneur',
      th: ['Non renseigné', 'Oui'],
    };
    const [exacte, attendue, filtree] = await Promise.all([
      base.campagnes.search(critereOf(modele), page),
      base.campagnes.search(critereOf(modele), { ...page, compte: 'estime' }),
      base.campagnes.search(critereOf(modele, filtre), page),
    ]);
    const arras = critereOf(modele, { typeDestinataire: 'entrepreneur', antenne: [fiche.Lens!] });
    const courte = await base.campagnes.search(arras, { ...page, compte: 'estime' });
    await base.knex('entrepreneurs').where('document_id', 'like', 'long%').delete();
    expect(exacte).toMatchObject({ total: 21_003 });
    expect(filtree).toEqual(exacte);
    expect(exacte).not.toHaveProperty('estime');
    expect(attendue).toMatchObject({ estime: true, lignes: exacte.lignes });
    expect(attendue.total / exacte.total).toBeCloseTo(1, 1);
    expect(courte).not.toHaveProperty('estime');
  });

  it('les noms des fiches choisies sont relus pour « Les filtres : »', async () => {
    const labels = await base.campagnes.loadLabels(
      [
        { typeDestinataire: 'entrepreneur', ods: [fiche.Activ!] },
        { typeDestinataire: 'entrepreneur', ods: [fiche.Activ!], referent: [fiche.ACCES!] },
      ],
      TOUT
    );
    expect(labels).toEqual({ [fiche.Activ!]: 'Activ', [fiche.ACCES!]: 'Jo ACCES' });
  });
});
