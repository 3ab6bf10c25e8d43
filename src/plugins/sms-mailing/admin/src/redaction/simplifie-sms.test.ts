import { describe, expect, it } from 'vitest';
import { foldSms } from '../../../core/sms';
import { listRemplacements, simplifySms } from './simplifie-sms';

describe('simplifier les caractères d’un SMS', () => {
  it('remplace ce qui le serait à l’envoi, et laisse les signets', () => {
    const message = 'Forêt… ${personne/personne_prenom|à côté} « Ça »';
    expect(simplifySms(message)).toBe('Foret... ${personne/personne_prenom|à côté} "Ça"');
  });

  it('ne laisse rien à remplacer', () => {
    const simple = simplifySms('L’œuvre « du » 5 août – ${action_date}');
    expect(listRemplacements(simple)).toEqual([]);
    expect(foldSms(simple)).toBe(simple);
  });

  it('nomme chaque lettre une fois, avec ce qui la remplace', () => {
    expect(listRemplacements('être prêt ’ ${personne/personne_prenom|ê}')).toEqual([
      { lettre: 'ê', par: 'e' },
      { lettre: '’', par: "'" },
    ]);
  });
});
