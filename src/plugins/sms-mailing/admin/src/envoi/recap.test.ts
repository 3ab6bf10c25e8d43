import { describe, expect, it } from 'vitest';
import type { AvantEnvoi, ModelePrevu } from '../../../core/api/fiches';
import type { EnJson } from '../../../core/api/en-json';
import {
  countExclus,
  isATaper,
  isCourt,
  phraseCout,
  phraseMessage,
  titreRecap,
  toRecap,
} from './recap';

type Prevu = EnJson<ModelePrevu>;

const personne = (nom: string, motif: Prevu['exclus'][number]['motif'] = null) => ({
  ...{ documentId: nom, nom, motif, opposition: null, refus: null, credits: 0, recuLe: null },
  adresse: motif === null ? `${nom}@boite.test` : null,
});

const modele = (nom: string, suite: Partial<Prevu> = {}): Prevu => ({
  ...{ documentId: nom, nom, typeContact: 'email', retenu: null, piecesJointes: [], credits: 0 },
  ...{ depart: '2022-03-03T18:00:00.000Z', phraseDepart: 'Partira immédiatement' },
  ...{ recevront: [personne('palmer'), personne('martin')], exclus: [] },
  ...suite,
});

const avant = (modeles: Prevu[], suite: Partial<EnJson<AvantEnvoi>> = {}): EnJson<AvantEnvoi> => ({
  phrase: '2 messages',
  messages: modeles.reduce((somme, { recevront }) => somme + recevront.length, 0),
  ...{ credits: 0, smsDisponibles: null, avertissements: [], modeles, piecesJointes: [] },
  ...suite,
});

describe('Ce que montre la fenêtre avant un envoi', () => {
  it('une personne qui reçoit deux modèles compte pour une personne', () => {
    expect(toRecap(avant([modele('a'), modele('b')]))).toMatchObject({ messages: 4, personnes: 2 });
  });

  it('les exclus sont réunis par motif et par modèle ; une personne exclue deux fois compte une fois', () => {
    const exclus = [personne('paris', 'adresse_fictive'), personne('diallo', 'opposition')];
    const recap = toRecap(avant([modele('a', { exclus }), modele('b', { exclus })]));
    expect(recap.exclus.map((g) => [g.modele?.nom, g.motif, g.nombre])).toEqual([
      ['a', 'adresse_fictive', 1],
      ['a', 'opposition', 1],
      ['b', 'adresse_fictive', 1],
      ['b', 'opposition', 1],
    ]);
    expect(countExclus(recap)).toBe(2);
  });

  it('les exclus d’une campagne, comptés sans être nommés, comptent aussi', () => {
    const recap = toRecap(avant([modele('a')]));
    const groupe = { motif: 'opposition', nombre: 12, personnes: [], modele: null } as const;
    expect(countExclus({ ...recap, exclus: [{ ...groupe, personnes: [] }] })).toBe(12);
  });

  it('peu de monde et rien à dire : la question est courte ; un exclu, une pièce jointe, une retenue la rallongent', () => {
    expect(isCourt(toRecap(avant([modele('a')])))).toBe(true);
    const longs: Partial<Prevu>[] = [
      { exclus: [personne('paris', 'adresse_fictive')] },
      { piecesJointes: [{ id: 1, nom: 'plan.pdf', taille: 10 }] as Prevu['piecesJointes'] },
      { retenu: 'Retenu : l’adresse d’expédition n’est pas vérifiée.' },
      { recevront: Array.from({ length: 21 }, (_, rang) => personne(String(rang))) },
    ];
    expect(longs.map((suite) => isCourt(toRecap(avant([modele('a', suite)]))))).toEqual(
      longs.map(() => false)
    );
    expect(isCourt(toRecap(avant([modele('a')], { avertissements: ['Attention.'] })))).toBe(false);
  });

  it('quand personne ne peut recevoir, rien n’est dit partir', () => {
    const exclus = [personne('paris', 'adresse_absente')];
    const aPersonne = toRecap(avant([modele('a', { recevront: [], exclus })]));
    expect(titreRecap(aPersonne)).toBe('Personne ne recevra ce message : rien ne partira.');
    expect(aPersonne.modeles.map(phraseMessage)).toEqual([
      '« a » ne partira pas : personne ne peut le recevoir.',
    ]);
    const recap = toRecap(avant([modele('a', { recevront: [], exclus }), modele('b')]));
    expect(titreRecap(recap)).toBe('2 messages, à 2 vraies personnes');
    expect(recap.modeles.map(phraseMessage)).toEqual([
      '« a » ne partira pas : personne ne peut le recevoir.',
      '« b » partira immédiatement.',
    ]);
  });

  it('au-dessus de cent messages, le nombre se tape', () => {
    const recap = toRecap(avant([modele('a')]));
    expect([100, 101].map((messages) => isATaper({ ...recap, messages }))).toEqual([false, true]);
  });

  it('le coût dit ce qui reste, ce qui restera, ou ce qui manque', () => {
    expect(phraseCout({ credits: 12, estime: false, disponible: 340 })).toBe(
      '12 SMS. Il en reste 340, il en restera 328.'
    );
    expect(phraseCout({ credits: 12, estime: true, disponible: 10 })).toMatch(
      /^Environ 12 SMS, et il n’en reste que 10 : achetez/
    );
    expect(phraseCout({ credits: 12, estime: false, disponible: null })).toMatch(/pas décomptés/);
  });
});
