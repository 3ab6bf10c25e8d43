import { describe, expect, it } from 'vitest';
import { demandeProgrammationSchema, selectionSchema, statutCampagne } from './campagne';
import type { BilanCampagne } from './campagne';

const RIEN: BilanCampagne = {
  programmes: 0,
  enCours: 0,
  envoyes: 0,
  echecs: 0,
  incertains: 0,
  exclus: 0,
  annules: 0,
};

describe('Guide §7.c : le statut d’une campagne', () => {
  it.each([
    ['programme', { programmes: 3 }],
    ['programme', { programmes: 1, envoyes: 9 }],
    ['en_cours', { enCours: 1, programmes: 2, envoyes: 5 }],
    ['envoye', { envoyes: 3 }],
    ['partiel', { envoyes: 2, echecs: 1 }],
    ['partiel', { envoyes: 2, exclus: 1 }],
    ['partiel', { envoyes: 2, annules: 1 }],
    ['partiel', { incertains: 1 }],
    ['echec', { echecs: 2, annules: 1 }],
    ['echec', { exclus: 2 }],
    ['annule', { annules: 4 }],
  ] as const)('est « %s » pour %j', (statut, bilan) => {
    expect(statutCampagne({ ...RIEN, ...bilan }, 'campagne')).toBe(statut);
  });

  it('ce que demandent les fiches Entrepreneur est « En attente »', () => {
    expect(statutCampagne({ ...RIEN, programmes: 2 }, 'fiche_entrepreneur')).toBe('en_attente');
  });
});

describe('Guide §7.b : la sélection', () => {
  it('est toutes les pages, ou au moins une personne cochée', () => {
    expect(selectionSchema.parse({ tous: true })).toEqual({ tous: true, saufIds: [] });
    expect(selectionSchema.parse({ ids: [4] })).toEqual({ ids: [4] });
    expect(selectionSchema.safeParse({ ids: [] }).success).toBe(false);
    expect(selectionSchema.safeParse({ tous: false }).success).toBe(false);
    expect(selectionSchema.safeParse({ ids: [4], tous: true }).success).toBe(false);
  });

  it('une demande part d’une campagne nouvelle et sans confirmation', () => {
    const demande = demandeProgrammationSchema.parse({
      modeleDocumentId: 'm',
      typeContact: 'email',
      filtres: { typeDestinataire: 'entrepreneur' },
      selection: { tous: true },
    });
    expect(demande).toMatchObject({ campagneId: null, recherche: '', confirme: false });
  });
});
