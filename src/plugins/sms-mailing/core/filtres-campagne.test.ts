import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHOIX_FILTRES, filtresCampagneSchema, relationsOf } from './filtres-campagne';
import { describeFiltres, LIBELLES_FILTRES } from './phrases-filtres';

const parse = (filtres: object) =>
  filtresCampagneSchema.safeParse({ typeDestinataire: 'entrepreneur', ...filtres });

const sentence = (filtres: object): string | undefined => parse(filtres).error?.issues[0]?.message;

describe('Guide §7.b : les filtres', () => {
  it('un filtre inconnu est refusé au lieu d’atteindre tout le monde', () => {
    expect(sentence({ antennes: ['a'] })).toBe(
      'Filtre inconnu : antennes. Videz les filtres et recommencez.'
    );
  });

  it('un filtre d’entrepreneur est inconnu pour un contact individuel', () => {
    const lu = filtresCampagneSchema.safeParse({ typeDestinataire: 'contact_individuel', th: [] });
    expect(lu.error?.issues[0]?.message).toContain('Filtre inconnu : th.');
  });

  it.each(['dateNaissance', 'dateCreationProfil', 'dateSituation', 'dateDebutOds', 'dateFinOds'])(
    '%s refuse des bornes inversées',
    (cle) => {
      expect(sentence({ [cle]: { du: '2022-02-01', au: '2022-01-31' } })).toContain(
        'corrigez « du » et « au »'
      );
      expect(parse({ [cle]: { du: '2022-01-31', au: '2022-01-31' } }).success).toBe(true);
      expect(parse({ [cle]: { au: '2022-01-31' } }).success).toBe(true);
    }
  );

  it('la date d’action relative va du premier jour au dernier', () => {
    expect(sentence({ dateAction: { genre: 'relative', de: 2, a: 1 } })).toContain(
      'commence après'
    );
    expect(parse({ dateAction: { genre: 'relative', de: -7, a: 0 } }).success).toBe(true);
    expect(sentence({ dateAction: { genre: 'relative', de: 0.5, a: 1 } })).toContain('entier');
    expect(
      parse({ dateAction: { genre: 'periode', du: '2022-02-01', au: '2022-01-01' } }).success
    ).toBe(false);
  });

  it('une date qui n’existe pas est refusée', () => {
    expect(sentence({ dateNaissance: { du: '2022-02-30' } })).toContain('calendrier');
  });

  it('un choix hors de la liste est refusé', () => {
    expect(sentence({ th: ['Peut-être'] })).toContain('choisissez dans la liste');
  });

  it.each([
    ['entrepreneur', 'statutPersonne', 'statutPersonne'],
    ['entrepreneur', 'csp', 'csp'],
    ['entrepreneur', 'niveauFormation', 'niveauFormation'],
    ['entrepreneur', 'th', 'th'],
    ['entrepreneur', 'rsa', 'rsa'],
    ['entreprise-partenaire', 'typePartenaire', 'typePartenaire'],
    ['entreprise-partenaire', 'secteurActivite', 'secteurActivite'],
    ['entrepreneur', 'qualificationQpv', 'qualificationQpv'],
    ['entrepreneur', 'canalPrescription', 'canalPrescription'],
    ['entrepreneur', 'moyenContact', 'moyenContact'],
    ['situation', 'statutEmploi', 'statutEmploi'],
    ['projet', 'etat', 'etatProjet'],
    ['projet', 'secteurActivite', 'secteurActivite'],
  ] as const)('les choix de %s.%s sont ceux du CRM', (type, attribut, filtre) => {
    const racine = path.resolve(import.meta.dirname, '../../../api');
    const fichier = path.join(racine, type, 'content-types', type, 'schema.json');
    const schema = JSON.parse(readFileSync(fichier, 'utf8')) as {
      attributes: Record<string, { enum?: string[] }>;
    };
    expect(CHOIX_FILTRES[filtre]).toEqual(schema.attributes[attribut]?.enum);
  });
});

describe('Guide §7.b « Les filtres : »', () => {
  it('chaque filtre utilisé fait une ligne, les autres aucune', () => {
    const lignes = describeFiltres(
      {
        typeDestinataire: 'entrepreneur',
        recherche: 'palmer',
        ods: ['o1', 'o2'],
        th: [],
        dateFinOds: { du: '2022-01-01', au: '2022-01-31' },
        dateNaissance: { du: '1980-02-29' },
        dateSituation: {},
        dateDebutOds: { au: '2022-01-31' },
        dateAction: { genre: 'relative', de: -7, a: 2 },
      },
      { o1: 'Activ’Créa lot 1' }
    );
    expect(lignes).toEqual([
      'Texte recherché : « palmer »',
      'Date de naissance : à partir du 29/02/1980',
      'Offre de service : Activ’Créa lot 1, o2',
      'Date début ODS : jusqu’au 31/01/2022',
      'Date fin ODS : du 01/01/2022 au 31/01/2022',
      'Date d’action : de J-7 à J+2 autour de la date d’envoi',
    ]);
  });

  it('sans filtre, aucune ligne', () => {
    expect(
      describeFiltres({ typeDestinataire: 'entrepreneur', dateAction: { genre: 'aucun' } }, {})
    ).toEqual([]);
  });

  it('tout filtre a son libellé', () => {
    const cles = filtresCampagneSchema.options.flatMap((schema) => Object.keys(schema.shape));
    const filtres = [...new Set(cles)].filter((cle) => cle !== 'typeDestinataire');
    expect(Object.keys(LIBELLES_FILTRES).sort()).toEqual(filtres.sort());
  });

  it('les fiches nommées se retrouvent par relation', () => {
    expect(
      relationsOf({ typeDestinataire: 'entrepreneur', ods: ['o'], etape: [], lieuAction: ['s'] })
    ).toEqual({ ods: ['o'], lieuAction: ['s'] });
  });
});
