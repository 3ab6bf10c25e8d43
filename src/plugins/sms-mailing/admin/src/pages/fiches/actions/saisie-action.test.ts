import { describe, expect, it } from 'vitest';
import type { ParticipantDeFiche } from '../../../../../core/api/fiches';
import type { References } from '../../../../../core/api/references';
import {
  ACTION_VIDE,
  chooseOds,
  diffAction,
  erreurAction,
  etapesDe,
  listAPrevenir,
  listChangements,
  type SaisieAction,
} from './saisie-action';

const ATELIER: SaisieAction = {
  ...ACTION_VIDE,
  ...{
    objet: 'Atelier',
    date: '2022-03-05',
    heureDebut: '09:30',
    heureFin: '10:30',
    site: 'arras',
  },
};

const participant = (
  documentId: string,
  suite: Pick<ParticipantDeFiche, 'informe' | 'anciens'>
): ParticipantDeFiche => ({ documentId, ...suite }) as ParticipantDeFiche;

describe('Ce que la fiche Action enregistre', () => {
  it('seulement ce qui change, sous la forme du Content Manager', () => {
    expect(diffAction(ATELIER, ATELIER)).toEqual({});
    expect(diffAction(ATELIER, { ...ATELIER, heureDebut: '10:00', site: '' })).toEqual({
      heureDebut: '10:00:00.000',
      site: { set: [] },
    });
  });

  it('une autre ODS a d’autres étapes : celle de l’ancienne se vide', () => {
    const etapes = [
      { documentId: 'cartes', nom: 'Cartes en main', odsDocumentId: 'activ' },
      { documentId: 'diag', nom: 'Diag RDV 1', odsDocumentId: 'dpe' },
    ];
    const references = { etapes } as unknown as References;
    const deActiv = { ...ATELIER, ods: 'activ', etape: 'cartes' };
    expect(etapesDe('activ', references).map(({ nom }) => nom)).toEqual(['Cartes en main']);
    expect(etapesDe('activ', undefined)).toEqual([]);
    expect(chooseOds(deActiv, 'dpe', references)).toMatchObject({ ods: 'dpe', etape: '' });
    expect(chooseOds(deActiv, 'activ', references)).toEqual(deActiv);
    expect(diffAction(deActiv, chooseOds(deActiv, '', references))).toEqual({
      ods: { set: [] },
      etape: { set: [] },
    });
  });

  it('refuse une action sans objet, sans date, ou qui finit avant de commencer', () => {
    expect(erreurAction(ATELIER)).toBeNull();
    const fautes: Partial<SaisieAction>[] = [{ objet: ' ' }, { date: '' }, { heureFin: '09:30' }];
    expect(fautes.map((faute) => erreurAction({ ...ATELIER, ...faute }))).toEqual([
      'Donnez un objet à l’action.',
      'Donnez une date à l’action.',
      'L’heure de fin est avant l’heure de début.',
    ]);
  });
});

describe('Quand une action change : qui prévenir', () => {
  it('la date, l’heure, le lieu, le lien, l’intervenant et l’annulation se disent ; la capacité non', () => {
    const apres: SaisieAction = {
      ...ATELIER,
      ...{ date: '2022-03-06', heureDebut: '11:00', heureFin: '12:00', site: 'lens', capacite: 4 },
      ...{ lienVisio: 'https://visio.test', animateur: 'paul', statut: 'Annulée' },
    };
    expect(listChangements(ATELIER, apres)).toEqual([
      ...['date', 'heure', 'lieu', 'lien', 'intervenant', 'annulation'],
    ]);
    expect(listChangements(ATELIER, { ...ATELIER, capacite: 4, heureFin: '11:00' })).toEqual([]);
    const annulee = { ...ATELIER, statut: 'Annulée' };
    expect(listChangements(annulee, annulee)).toEqual([]);
  });

  it('ceux qui ont reçu l’ancienne information ; pour un lien ou un intervenant, tous ceux qui ont reçu', () => {
    const participants = [
      participant('palmer', { informe: true, anciens: ['heure'] }),
      participant('martin', { informe: true, anciens: [] }),
      participant('diallo', { informe: false, anciens: [] }),
    ];
    expect(listAPrevenir(['heure'], { participants })).toEqual(['palmer']);
    expect(listAPrevenir(['lien'], { participants })).toEqual(['palmer', 'martin']);
  });
});
