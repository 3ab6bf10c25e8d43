import { describe, expect, it } from 'vitest';
import {
  butOf,
  canDelete,
  modalitesRefusees,
  modeleSchema,
  raisonSuppressionImpossible,
} from './modele';

const JAMAIS = { envois: 0, programmes: 0, effectues: 0, campagnes: 0, envoisAutomatiques: 0 };

describe('Guide §5.c : suppression d’un modèle', () => {
  it('un modèle jamais utilisé se supprime', () => {
    expect(canDelete(JAMAIS)).toBe(true);
    expect(raisonSuppressionImpossible(JAMAIS)).toBeNull();
  });

  it('un modèle tenu par un envoi automatique reste en place, même sans envoi fait', () => {
    const usage = { ...JAMAIS, envoisAutomatiques: 1 };
    expect(canDelete(usage)).toBe(false);
    expect(raisonSuppressionImpossible(usage)).toContain('envoi automatique');
  });

  it('un modèle programmé ou déjà envoyé reste en place, et dit pourquoi', () => {
    expect(canDelete({ ...JAMAIS, envois: 1, effectues: 1 })).toBe(false);
    expect(raisonSuppressionImpossible({ ...JAMAIS, envois: 1, programmes: 1 })).toContain(
      'prochain envoi'
    );
    expect(raisonSuppressionImpossible({ ...JAMAIS, envois: 3 })).toContain('déjà été envoyé');
  });
});

describe('Guide §5 : champs d’un modèle', () => {
  const saisi = {
    typeContact: 'email',
    nom: ' Rappel ',
    message: 'Bonjour',
    destinataires: ['entrepreneur'],
    but: 'suivi',
  };

  it('les champs laissés vides prennent leur valeur de départ', () => {
    expect(modeleSchema.parse(saisi)).toEqual({
      ...saisi,
      nom: 'Rappel',
      objet: '',
      inactif: false,
      modalites: null,
      piecesJointes: [],
    });
  });

  it('sans type de destinataires, la phrase dit quoi faire', () => {
    const refus = modeleSchema.safeParse({ ...saisi, destinataires: [] });
    expect(refus.error?.issues[0]?.message).toBe('Choisissez au moins un type de destinataires.');
  });

  it('une newsletter est toujours une promotion', () => {
    expect(butOf('newsletter', 'suivi')).toBe('promotion');
    expect(butOf('email', 'suivi')).toBe('suivi');
  });

  it('une modalité que les signets interdisent est nommée', () => {
    expect(modalitesRefusees(['campagne', 'fiche_action'], ['fiche_action'])).toEqual(['campagne']);
    expect(modalitesRefusees(null, [])).toEqual([]);
  });
});
