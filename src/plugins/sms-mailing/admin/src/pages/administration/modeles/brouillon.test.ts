import { describe, expect, it } from 'vitest';
import type { ModeleOuvert } from '../../../../../core/api/modeles';
import {
  createBrouillon,
  hasErreur,
  listErreurs,
  openBrouillon,
  validateBrouillon,
} from './brouillon';

const COMPLET = {
  ...createBrouillon('email'),
  nom: 'Rappel',
  objet: 'Rappel',
  message: '<p>Bonjour</p>',
  but: 'suivi',
} as const;

function erreurs(brouillon: Parameters<typeof validateBrouillon>[0]) {
  return listErreurs(brouillon, validateBrouillon(brouillon));
}

describe('un modèle sous la plume', () => {
  it('n’a pas de but tant qu’on ne l’a pas choisi, sauf une newsletter', () => {
    expect(createBrouillon('email').but).toBeNull();
    expect(createBrouillon('newsletter').but).toBe('promotion');
    expect(erreurs({ ...COMPLET, but: null }).but).not.toBeNull();
  });

  it('complet, peut être enregistré', () => {
    expect(hasErreur(erreurs(COMPLET))).toBe(false);
  });

  it('actif, dit tout ce qui lui manque', () => {
    const manque = erreurs({ ...createBrouillon('email'), destinataires: [] });
    expect(Object.entries(manque).flatMap(([champ, e]) => (e === null ? [] : [champ]))).toEqual([
      'nom',
      'objet',
      'message',
      'destinataires',
      'but',
      'modalites',
    ]);
  });

  it('inactif, peut attendre son texte', () => {
    const brouillon = { ...COMPLET, objet: '', message: '', inactif: true };
    expect(hasErreur(erreurs(brouillon))).toBe(false);
  });

  it('refuse une modalité que ses signets ne permettent plus', () => {
    const brouillon = {
      ...COMPLET,
      message: '<p>${action_date}</p>',
      modalites: ['campagne' as const],
    };
    expect(erreurs(brouillon).modalites).not.toBeNull();
  });

  it('rouvert, suit de nouveau ses signets si toutes leurs modalités étaient choisies', () => {
    const ouvert: ModeleOuvert = {
      ...COMPLET,
      destinataires: ['entrepreneur'],
      piecesJointes: [],
      modalites: ['fiche_action', 'envoi_automatique'],
      modalitesPossibles: ['envoi_automatique', 'fiche_action'],
      documentId: 'm1',
      version: 1,
      piecesDeposees: [],
      imagesDeposees: [],
      usage: { envois: 0, programmes: 0, effectues: 0, campagnes: 0, envoisAutomatiques: 0 },
      raisonSuppressionImpossible: null,
    };
    expect(openBrouillon(ouvert).modalites).toBeNull();
    expect(openBrouillon({ ...ouvert, modalites: ['fiche_action'] }).modalites).toEqual([
      'fiche_action',
    ]);
  });
});
