import { beforeEach, describe, expect, it } from 'vitest';
import { demandeHistoriqueSchema } from '../../../../core/campagne';
import { TOUT } from '../../../../core/perimetre';
import { createCampagnesFictives, type CampagnesFictives } from '../../../../test/fakes/campagnes';
import type { CampagneEnregistree } from '../ports/campagnes';
import { cancelCampagne } from './cancel-campagne';
import { listCampagnes } from '../historiques/list-campagnes';
import { openCampagne } from '../historiques/open-campagne';

const NOW = new Date('2022-03-03T10:00:00Z');
const DEMANDEUR = { perimetre: TOUT, now: NOW, zone: 'Europe/Paris' };
const CAMPAGNE: CampagneEnregistree = {
  id: 1,
  documentId: 'c1',
  modeleId: 12,
  modeleDocumentId: 'modele',
  modeleNom: 'Super offre',
  typeContact: 'email',
  libelle: '',
  filtres: { typeDestinataire: 'entrepreneur', antenne: ['a1'] },
  prevuLe: NOW,
  annuleeLe: null,
};

let campagnes: CampagnesFictives;

beforeEach(() => {
  campagnes = createCampagnesFictives();
});

describe('Guide §7.c : l’historique', () => {
  it('chaque ligne a son statut et son nombre d’envois', async () => {
    const bilan = {
      programmes: 0,
      enCours: 0,
      envoyes: 4,
      echecs: 1,
      incertains: 0,
      exclus: 0,
      annules: 0,
    };
    campagnes.historique.push({
      origine: 'campagne',
      campagneId: 1,
      documentId: 'c1',
      modeleDocumentId: 'modele',
      libelle: '',
      auteur: '',
      modeleNom: 'Super offre',
      typeContact: 'email',
      typeDestinataire: 'entrepreneur',
      prevuLe: NOW,
      bilan,
    });
    const demande = demandeHistoriqueSchema.parse({});
    const { total, lignes } = await listCampagnes(campagnes, demande, DEMANDEUR);
    expect([total, lignes[0]?.statut, lignes[0]?.envois]).toEqual([1, 'partiel', 4]);
  });

  it('une campagne rouverte retrouve ses filtres en clair', async () => {
    campagnes.connues.set(1, CAMPAGNE);
    expect(await openCampagne(campagnes, 1, { perimetre: TOUT, thRsa: true })).toMatchObject({
      labels: { a1: 'Nom a1' },
      lignesFiltres: ['Antenne : Nom a1'],
    });
    const inconnue = openCampagne(campagnes, 2, { perimetre: TOUT, thRsa: true });
    await expect(inconnue).rejects.toMatchObject({ regle: 'campagne-introuvable' });
  });
});

describe('Décision B11 : annuler', () => {
  const cancel = (cible: { tous: true } | { envoiIds: number[] }, campagneId = 1) =>
    cancelCampagne(campagnes, { campagneId, cible }, { perimetre: TOUT, now: NOW });

  beforeEach(() => {
    campagnes.connues.set(1, CAMPAGNE);
    campagnes.envois.push(
      { campagneId: 1, destinataireId: 1, pris: false },
      { campagneId: 1, destinataireId: 2, pris: true }
    );
  });

  it('tout annuler dit combien étaient déjà pris', async () => {
    expect(await cancel({ tous: true })).toEqual({ annules: 1, dejaPris: 1 });
    expect(campagnes.derniereAnnulation?.envoiIds).toBeNull();
  });

  it('un envoi déjà parti, inconnu, ou d’une campagne inconnue est refusé', async () => {
    await expect(cancel({ envoiIds: [2] })).rejects.toMatchObject({ regle: 'envoi-deja-parti' });
    await expect(cancel({ envoiIds: [9] })).rejects.toMatchObject({ regle: 'envoi-introuvable' });
    await expect(cancel({ tous: true }, 5)).rejects.toMatchObject({
      regle: 'campagne-introuvable',
    });
  });
});
