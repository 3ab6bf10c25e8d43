import { describe, expect, it } from 'vitest';
import { compareMessages, countMotifs, findTraces, type Attendu, type Recu } from './bilan.mjs';

const attendu = (suite: Partial<Attendu> = {}): Attendu => ({
  transport: 'mail',
  adresse: 'julien.palmer@boite.test',
  objet: 'Rappel',
  extraits: ['Bonjour, Monsieur Julien,', 'le 5 mars 2022 à 09:30'],
  automatique: true,
  promotion: false,
  pieces: [],
  ...suite,
});

const TEXTE = 'Bonjour, Monsieur Julien,\nà bientôt le 5 mars 2022 à 09:30.';

const recu = (suite: Partial<Recu> = {}): Recu => ({
  transport: 'mail',
  adresse: 'julien.palmer@boite.test',
  objet: 'Rappel',
  textes: [TEXTE, `  ${TEXTE}  `],
  messageId: '<1@bge.test>',
  automatique: true,
  desinscription: false,
  pieces: [],
  ...suite,
});

const RIEN = { manquants: [], doubles: [], inattendus: [], fautes: [] };

describe('le jugement d’une soirée', () => {
  it('ne trouve rien à dire d’un message attendu et reçu une fois', () => {
    expect(compareMessages([attendu()], [recu()])).toEqual(RIEN);
  });

  it('voit le message qui manque', () => {
    expect(compareMessages([attendu()], []).manquants).toHaveLength(1);
  });

  it('voit le même message reçu deux fois', () => {
    const bilan = compareMessages([attendu()], [recu(), recu({ messageId: '<2@bge.test>' })]);
    expect(bilan).toEqual({ ...RIEN, doubles: [expect.stringContaining('julien.palmer')] });
  });

  it('laisse deux actions du même soir donner deux messages', () => {
    const autre = 'Bonjour, Monsieur Julien,\nà bientôt le 6 mars 2022 à 14:00.';
    const deux = [
      attendu(),
      attendu({ extraits: ['Bonjour, Monsieur Julien,', 'le 6 mars 2022 à 14:00'] }),
    ];
    expect(compareMessages(deux, [recu({ textes: [autre] }), recu()])).toEqual(RIEN);
    expect(compareMessages(deux, [recu(), recu()]).manquants).toHaveLength(1);
  });

  it('voit le message d’un autre à cette adresse', () => {
    const bilan = compareMessages([attendu()], [recu({ textes: ['Bonjour, Madame Sophie,'] })]);
    expect([bilan.manquants.length, bilan.inattendus.length]).toEqual([1, 1]);
  });

  it('veut le nom dans le texte et dans le HTML', () => {
    const bilan = compareMessages([attendu()], [recu({ textes: [TEXTE, 'Bonjour,'] })]);
    expect(bilan.manquants).toHaveLength(1);
  });

  it('voit celui qui ne devait rien recevoir', () => {
    const bilan = compareMessages([], [recu({ adresse: 'benoit.carlier@boite.test' })]);
    expect(bilan.inattendus).toEqual([expect.stringContaining('benoit.carlier')]);
  });

  it.each([
    ['Auto-Submitted', { automatique: false }],
    ['List-Unsubscribe', { desinscription: true }],
    ['pièces jointes', { pieces: ['catalogue.pdf'] }],
  ])('voit la faute : %s', (faute, suite) => {
    expect(compareMessages([attendu()], [recu(suite)]).fautes).toEqual([
      expect.stringContaining(faute),
    ]);
  });

  it('voit un signet resté tel quel, dans l’objet ou dans un corps', () => {
    expect(findTraces([recu({ objet: 'Rappel ${action_date}' })])).toHaveLength(1);
    expect(findTraces([recu({ textes: [TEXTE, '${personne/personne_nom}'] })])).toHaveLength(1);
    expect(findTraces([recu()])).toEqual([]);
  });

  it('voit deux messages sous un seul identifiant', () => {
    expect(findTraces([recu(), recu()])).toEqual(['identifiant répété : <1@bge.test>']);
  });

  it('compte les exclus par motif', () => {
    expect(countMotifs(['rgpd_refuse', 'adresse_absente', 'rgpd_refuse'])).toEqual({
      adresse_absente: 1,
      rgpd_refuse: 2,
    });
  });
});
