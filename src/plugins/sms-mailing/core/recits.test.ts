import { describe, expect, it } from 'vitest';
import { changementOf } from './acte';
import type { LigneActe } from './api/journal';
import { toCsvActes } from './csv-actes';
import { nameChangements } from './libelles-parametres';
import { parametresSchema } from './parametres';
import { tellActe } from './recits';

describe('Une ligne du journal', () => {
  it('dit ce qui a été fait, et ce que cela arrête', () => {
    expect(tellActe('modele-inactive', { modele: 'Rappel', annules: 70 })).toEqual({
      genre: 'modeles',
      phrase: 'a rendu inactif le modèle « Rappel », 70 envois annulés',
    });
    expect(tellActe('modele-inactive', { modele: 'Rappel', annules: 0 }).phrase).toBe(
      'a rendu inactif le modèle « Rappel »'
    );
  });

  it('compte au singulier jusqu’à un', () => {
    const annulee = { modele: 'Info', annules: 1, entiere: true };
    expect(tellActe('campagne-annulee', annulee).phrase).toBe(
      'a annulé toute la campagne « Info », 1 message ne partira pas'
    );
  });

  it('nomme une règle par son modèle et son délai, comme l’écran', () => {
    const phrase = (delai: number) => tellActe('regle-modifie', { modele: 'Rappel', delai }).phrase;
    expect(phrase(-2)).toBe('a modifié l’envoi automatique « Rappel » (J−2)');
    expect(phrase(7)).toContain('(J+7)');
    expect(phrase(0)).toContain('(J)');
  });

  it('dit la portée et la raison d’une opposition', () => {
    expect(tellActe('opposition', { portee: 'sms', raison: 'demande_orale' }).phrase).toBe(
      'a enregistré une opposition aux SMS (Demande faite de vive voix ou au téléphone)'
    );
  });
});

describe('Ce que devient un modèle ou une règle qu’on enregistre', () => {
  it.each([
    [null, true, 'cree'],
    [false, false, 'modifie'],
    [false, true, 'inactive'],
    [true, false, 'active'],
  ] as const)('%s → %s : %s', (avant, inactif, attendu) => {
    expect(changementOf(avant === null ? null : { inactif: avant }, { inactif })).toBe(attendu);
  });
});

describe('Les paramètres changés', () => {
  const avant = parametresSchema.parse({});

  it('sont nommés sans leur valeur, et un secret saisi l’est sans être lu', () => {
    const saisie = { ...avant, repondreA: 'x@y.fr', version: 1, secrets: { motDePasse: 'secret' } };
    expect(nameChangements(avant, saisie)).toEqual(['adresse de réponse', 'secrets du compte SMS']);
  });

  it('un enregistrement qui ne change rien ne nomme rien', () => {
    expect(nameChangements(avant, { ...avant, version: 1, secrets: {} })).toEqual([]);
  });
});

it('l’export du journal se lit dans un tableur, à l’heure de l’association, sans formule', () => {
  const ligne: LigneActe = {
    id: '1',
    survenuLe: new Date('2022-03-03T18:05:00Z'),
    auteur: '=Julie',
    genre: 'modeles',
    phrase: 'a créé « X »',
    personne: null,
    personneType: null,
    personneDocumentId: null,
  };
  expect(toCsvActes([ligne], 'Europe/Paris').split('\r\n')[1]).toBe(
    `"03/03/2022";"19:05:00";"'=Julie";"a créé « X »";"";"Modèles"`
  );
});
