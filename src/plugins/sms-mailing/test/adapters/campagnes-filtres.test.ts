import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FiltresEntrepreneur } from '../../core/filtres-campagne';
import { critereOf, nomsOf, type Base } from './campagnes-base';
import type { ModelePourCampagne } from './campagnes-chaine';
import { openDossiers } from './campagnes-dossiers';

type Filtres = Omit<FiltresEntrepreneur, 'typeDestinataire'>;

let base: Base;
let modele: ModelePourCampagne;
let fiche: Record<string, string>;

beforeAll(async () => {
  ({ base, modele, fiche } = await openDossiers());
});

afterAll(() => base.close());

const find = (filtres: Filtres): Promise<string[]> =>
  nomsOf(base, critereOf(modele, { typeDestinataire: 'entrepreneur', ...filtres }));

const janvier = { du: '2022-01-01', au: '2022-01-31' };

describe('Guide §7.b : chaque filtre, seul', () => {
  const CAS: [string, () => Filtres, string[]][] = [
    ['sans filtre, tout le monde', () => ({}), ['CROISE', 'PALMER', 'VIDE']],
    ['date création du profil', () => ({ dateCreationProfil: { du: '2021-06-15' } }), ['PALMER']],
    [
      'date de naissance, bornes incluses',
      () => ({ dateNaissance: { du: '1980-02-29', au: '1980-02-29' } }),
      ['PALMER'],
    ],
    ['statut de la personne', () => ({ statutPersonne: ['Repreneur', 'Créateur'] }), ['PALMER']],
    ['CSP', () => ({ csp: ['Employés'] }), ['PALMER']],
    ['niveau de formation', () => ({ niveauFormation: ['Bac +2'] }), ['PALMER']],
    ['TH oui', () => ({ th: ['Oui'] }), ['PALMER']],
    ['TH non renseigné, case vide comprise', () => ({ th: ['Non renseigné'] }), ['CROISE', 'VIDE']],
    ['RSA', () => ({ rsa: ['Non'] }), ['PALMER']],
    ['qualification QPV', () => ({ qualificationQpv: ['Oui'] }), ['PALMER']],
    ['référent', () => ({ referent: [fiche.ACCES!] }), ['PALMER']],
    ['antenne', () => ({ antenne: [fiche.Arras!, fiche.Lens!] }), ['PALMER']],
    [
      'date de situation',
      () => ({ dateSituation: { du: '2021-09-01', au: '2021-09-01' } }),
      ['CROISE', 'PALMER'],
    ],
    ['statut dans l’emploi', () => ({ statutEmploi: ["Demandeur d'emploi"] }), ['PALMER']],
    ['état du projet', () => ({ etatProjet: ['En montage'] }), ['CROISE', 'PALMER']],
    ['secteur d’activité', () => ({ secteurActivite: ['Commerce'] }), ['CROISE', 'PALMER']],
    ['canal de prescription', () => ({ canalPrescription: ['Mission locale'] }), ['PALMER']],
    ['ODS', () => ({ ods: [fiche.Activ!] }), ['CROISE', 'PALMER']],
    ['étape', () => ({ etape: [fiche.Cartes!] }), ['CROISE', 'PALMER']],
    ['ressource', () => ({ ressource: [fiche['Lot 1']!] }), ['CROISE', 'PALMER']],
    ['type de l’action', () => ({ typeAction: [fiche.Atelier!] }), ['CROISE', 'PALMER']],
    ['lieu de l’action', () => ({ lieuAction: [fiche['Armentières']!] }), ['CROISE', 'PALMER']],
    ['date début ODS', () => ({ dateDebutOds: janvier }), ['CROISE', 'PALMER']],
    ['date fin ODS', () => ({ dateFinOds: janvier }), ['CROISE', 'PALMER']],
    [
      'date d’action en période',
      () => ({ dateAction: { genre: 'periode', du: '2022-08-01', au: '2022-08-01' } }),
      ['CROISE'],
    ],
    [
      'date d’action relative',
      () => ({ dateAction: { genre: 'relative', de: 0, a: 2 } }),
      ['CROISE', 'PALMER'],
    ],
    [
      'date d’action relative, hors bornes',
      () => ({ dateAction: { genre: 'relative', de: 3, a: 9 } }),
      [],
    ],
    [
      'date d’action sans filtre',
      () => ({ dateAction: { genre: 'aucun' } }),
      ['CROISE', 'PALMER', 'VIDE'],
    ],
    ['moyen de contact privilégié', () => ({ moyenContact: ['SMS'] }), ['PALMER']],
    ['texte recherché, sans accents ni espaces', () => ({ recherche: 'pàlmer 0601' }), ['PALMER']],
    ['texte recherché dans un e-mail', () => ({ recherche: 'croise@ex' }), ['CROISE']],
    ['texte recherché pris à la lettre', () => ({ recherche: '%' }), []],
    [
      'une liste vide laisse tout passer',
      () => ({ ods: [], th: [], recherche: ' ' }),
      ['CROISE', 'PALMER', 'VIDE'],
    ],
  ];

  it.each(CAS)('%s', async (_, filtres, attendus) => {
    expect(await find(filtres())).toEqual(attendus);
  });

  it('deux filtres se cumulent', async () => {
    expect(await find({ ods: [fiche.Activ!], th: ['Oui'] })).toEqual(['PALMER']);
    expect(await find({ ods: [fiche.DPE!], th: ['Oui'] })).toEqual([]);
  });
});

describe('Décision F9 : les filtres d’un même dossier portent sur un seul enregistrement', () => {
  it('ODS et étape sont du même parcours', async () => {
    expect(await find({ ods: [fiche.Activ!], etape: [fiche.Cartes!] })).toEqual(['PALMER']);
  });

  it('ODS et ressource sont du même parcours', async () => {
    expect(await find({ ods: [fiche.Activ!], ressource: [fiche['Lot 1']!] })).toEqual(['PALMER']);
  });

  it('dates de début et de fin sont du même parcours', async () => {
    expect(await find({ dateDebutOds: janvier, dateFinOds: janvier })).toEqual(['PALMER']);
  });

  it('ODS et date de fin sont du même parcours', async () => {
    expect(await find({ ods: [fiche.Activ!], dateFinOds: janvier })).toEqual(['PALMER']);
  });

  it('type et lieu sont de la même action', async () => {
    const filtres = { typeAction: [fiche.Atelier!], lieuAction: [fiche['Armentières']!] };
    expect(await find(filtres)).toEqual(['PALMER']);
  });

  it('type et date sont de la même action', async () => {
    const dateAction = { genre: 'relative' as const, de: -7, a: 7 };
    expect(await find({ typeAction: [fiche.Atelier!], dateAction })).toEqual(['PALMER']);
  });

  it('une participation annulée et une action annulée ne comptent pas', async () => {
    const dateAction = { genre: 'periode' as const, du: '2022-03-05', au: '2022-03-05' };
    expect(await find({ lieuAction: [fiche['Armentières']!], dateAction })).toEqual(['PALMER']);
  });

  it('état et secteur sont du même projet', async () => {
    const filtres: Filtres = { etatProjet: ['En montage'], secteurActivite: ['Commerce'] };
    expect(await find(filtres)).toEqual(['PALMER']);
  });

  it('date et statut dans l’emploi sont de la dernière situation', async () => {
    const ancienne = { du: '2021-01-01', au: '2021-01-31' };
    expect(await find({ dateSituation: ancienne })).toEqual([]);
    expect(await find({ statutEmploi: ['Salarié'] })).toEqual([]);
  });
});
