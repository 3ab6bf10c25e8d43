import { beforeEach, describe, expect, it } from 'vitest';
import {
  demandeComptesSchema,
  demandeHistoriqueSchema,
  demandeRechercheSchema,
} from '../../../../core/campagne';
import { HEURES_PROMOTION } from '../../../../core/horaire-promotion';
import { TOUT } from '../../../../core/perimetre';
import {
  createCampagnesFictives,
  createModelesFictifs,
  type CampagnesFictives,
} from '../../../../test/fakes/campagnes';
import type { CampagneEnregistree } from '../ports/campagnes';
import { cancelCampagne } from './cancel-campagne';
import { countDestinataires } from './count-destinataires';
import { listCampagnes } from './list-campagnes';
import { openCampagne } from './open-campagne';
import { searchDestinataires } from './search-destinataires';

const NOW = new Date('2022-03-03T10:00:00Z');
const DEMANDEUR = { perimetre: TOUT, now: NOW, promotionSansConsentement: null };
const CIBLE = {
  modeleDocumentId: 'modele',
  typeContact: 'email',
  filtres: { typeDestinataire: 'entrepreneur', antenne: ['a1'] },
};
const CAMPAGNE: CampagneEnregistree = {
  id: 1,
  documentId: 'c1',
  modeleId: 12,
  modeleDocumentId: 'modele',
  modeleNom: 'Super offre',
  typeContact: 'email',
  filtres: { typeDestinataire: 'entrepreneur', antenne: ['a1'] },
  prevuLe: NOW,
  annuleeLe: null,
};

let campagnes: CampagnesFictives;

const depsOf = (inactif = false) => ({
  campagnes,
  modeles: createModelesFictifs([
    {
      id: 12,
      documentId: 'modele',
      nom: 'Super offre',
      typeContact: 'email',
      but: 'suivi',
      destinataires: ['entrepreneur'],
      modalites: ['campagne'],
      inactif,
      versionId: 3,
    },
  ]),
  zone: 'Europe/Paris',
  heure: '19:00',
  heuresPromotion: HEURES_PROMOTION,
  cout: { estimate: () => Promise.resolve(null) },
});

beforeEach(() => {
  campagnes = createCampagnesFictives([
    { id: 1, nom: 'ABEL', motif: null },
    { id: 2, nom: 'BERTHE', motif: 'adresse_absente' },
  ]);
});

describe('Guide §7.b : la liste et son récapitulatif', () => {
  it('la page demandée porte le vrai total, même d’un modèle devenu inactif', async () => {
    const demande = demandeRechercheSchema.parse({ ...CIBLE, page: 2, pageSize: 1 });
    const { total, lignes } = await searchDestinataires(depsOf(true), demande, DEMANDEUR);
    expect([total, lignes.map((ligne) => ligne.nom)]).toEqual([2, ['BERTHE']]);
  });

  it('le récapitulatif dit les filtres, le départ et qui recevra', async () => {
    const demande = demandeComptesSchema.parse(CIBLE);
    const recap = await countDestinataires(depsOf(), demande, DEMANDEUR);
    expect(recap).toMatchObject({
      filtres: ['Antenne : Nom a1'],
      phraseDepart: 'Partira ce soir à 19h00',
      comptes: { nonFaits: { total: 2, joignables: 1, motifs: { adresse_absente: 1 } } },
    });
  });

  it('un réglage RGPD non choisi vaut « non »', async () => {
    await countDestinataires(depsOf(), demandeComptesSchema.parse(CIBLE), DEMANDEUR);
    expect(campagnes.dernierCritere?.promotionSansConsentement).toBe(false);
  });
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
      modeleId: 12,
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
    expect(await openCampagne(campagnes, 1, TOUT)).toMatchObject({
      labels: { a1: 'Nom a1' },
      lignesFiltres: ['Antenne : Nom a1'],
    });
    const inconnue = openCampagne(campagnes, 2, TOUT);
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
