import { describe, expect, it } from 'vitest';
import type { LigneModele } from '../../../../../core/modele';
import { filterModeles, SANS_FILTRE } from './filtre-modeles';

function create(nom: string, modele: Partial<LigneModele>): LigneModele {
  return {
    documentId: nom,
    nom,
    objet: '',
    typeContact: 'email',
    destinataires: ['entrepreneur'],
    modalites: ['campagne', 'fiche_entrepreneur'],
    but: 'suivi',
    inactif: false,
    piecesJointes: 0,
    creePar: '',
    creeLe: '',
    modifiePar: '',
    modifieLe: '',
    usage: { envois: 0, programmes: 0, effectues: 0, campagnes: 0, envoisAutomatiques: 0 },
    raisonSuppressionImpossible: null,
    ...modele,
  };
}

const MODELES = [
  create('personne', {}),
  create('action', { modalites: ['envoi_automatique'] }),
  create('contacts', { destinataires: ['contact_individuel'], inactif: true }),
];

function noms(filtre: Partial<typeof SANS_FILTRE>): string[] {
  return filterModeles(MODELES, { ...SANS_FILTRE, ...filtre }).map(({ nom }) => nom);
}

describe('la liste des modèles', () => {
  it('sans filtre, les montre tous', () => {
    expect(noms({})).toEqual(['personne', 'action', 'contacts']);
  });

  it('se filtre par type de destinataires, modalité d’envoi et statut', () => {
    expect(noms({ destinataire: 'contact_individuel' })).toEqual(['contacts']);
    expect(noms({ modalite: 'envoi_automatique' })).toEqual(['action']);
    expect(noms({ statut: 'actif' })).toEqual(['personne', 'action']);
  });

  it('ne garde que ce que tous les filtres acceptent', () => {
    expect(noms({ destinataire: 'entrepreneur', statut: 'inactif' })).toEqual([]);
  });
});
