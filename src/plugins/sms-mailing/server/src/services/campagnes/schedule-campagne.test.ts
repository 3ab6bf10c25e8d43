import { beforeEach, describe, expect, it } from 'vitest';
import type { DemandeProgrammation } from '../../../../core/campagne';
import { demandeProgrammationSchema } from '../../../../core/campagne';
import { RegleError } from '../../../../core/errors';
import { HEURES_PROMOTION } from '../../../../core/horaire-promotion';
import { TOUT } from '../../../../core/perimetre';
import {
  createCampagnesFictives,
  createCreditsFictifs,
  createModelesFictifs,
  type CampagnesFictives,
} from '../../../../test/fakes/campagnes';
import type { ModelePourCampagne } from '../ports/campagnes';
import { scheduleCampagne } from './schedule-campagne';

const NOW = new Date('2022-03-03T10:00:00Z');
const DEMANDEUR = { perimetre: TOUT, now: NOW, promotionSansConsentement: false, auteurId: 7 };
const PERSONNES = [
  { id: 1, nom: 'ABEL', motif: null },
  { id: 2, nom: 'BERTHE', motif: null },
  { id: 3, nom: 'CELINE', motif: 'adresse_absente' as const },
  { id: 4, nom: 'DENIS', motif: 'rgpd_non_renseigne' as const },
];

const MODELE: ModelePourCampagne = {
  id: 12,
  documentId: 'modele',
  nom: 'Super offre',
  typeContact: 'email',
  but: 'suivi',
  destinataires: ['entrepreneur'],
  modalites: ['campagne'],
  inactif: false,
  versionId: 3,
};

let campagnes: CampagnesFictives;

beforeEach(() => {
  campagnes = createCampagnesFictives(PERSONNES);
});

const demandeOf = (autres: object = {}): DemandeProgrammation =>
  demandeProgrammationSchema.parse({
    modeleDocumentId: 'modele',
    typeContact: 'email',
    filtres: { typeDestinataire: 'entrepreneur' },
    selection: { tous: true },
    ...autres,
  });

const depsOf = (modele: Partial<ModelePourCampagne> = {}, credits: number | Error = 0) => ({
  campagnes,
  modeles: createModelesFictifs([{ ...MODELE, ...modele }]),
  credits: createCreditsFictifs(campagnes, credits),
  zone: 'Europe/Paris',
  heure: '19:00',
  heuresPromotion: HEURES_PROMOTION,
});

describe('Guide §7.b : programmer l’envoi', () => {
  it('part ce soir à 19h et dit qui ne recevra pas', async () => {
    const fait = await scheduleCampagne(depsOf(), demandeOf(), DEMANDEUR);
    expect(fait).toEqual({
      campagneId: 1,
      programmes: 2,
      dejaProgrammes: 0,
      dejaEnvoyes: 0,
      motifs: { adresse_absente: 1, rgpd_non_renseigne: 1 },
      depart: new Date('2022-03-03T18:00:00Z'),
      phraseDepart: 'Partira ce soir à 19h00',
      credits: 0,
    });
  });

  it('après 19h, part le lendemain : la date d’envoi des filtres aussi', async () => {
    const soir = { ...DEMANDEUR, now: new Date('2022-03-03T18:00:00Z') };
    const fait = await scheduleCampagne(depsOf(), demandeOf(), soir);
    expect(fait.phraseDepart).toBe('Partira demain à 19h00');
    expect(campagnes.dernierCritere?.dateEnvoi).toBe('2022-03-04');
  });

  it('le périmètre du demandeur est celui de la recherche', async () => {
    const perimetre = { genre: 'antenne' as const, antenneIds: [4] };
    await scheduleCampagne(depsOf(), demandeOf(), { ...DEMANDEUR, perimetre });
    expect(campagnes.dernierCritere?.perimetre).toEqual(perimetre);
  });

  const REFUS: [string, string, Partial<ModelePourCampagne>, object][] = [
    ['un modèle inconnu', 'modele-introuvable', {}, { modeleDocumentId: 'autre' }],
    ['un modèle inactif', 'modele-inactif', { inactif: true }, {}],
    ['un modèle d’un autre type de contact', 'type-contact-different', {}, { typeContact: 'sms' }],
    [
      'un type de destinataires que le modèle ne prévoit pas',
      'destinataire-non-prevu',
      { destinataires: ['contact_individuel'] },
      {},
    ],
    ['un modèle sans version', 'modele-vide', { versionId: null }, {}],
    ['personne de joignable', 'aucun-destinataire', {}, { selection: { ids: [3] } }],
    ['une campagne inconnue', 'campagne-introuvable', {}, { campagneId: 99 }],
  ];

  it.each(REFUS)('refuse %s', async (_, regle, modele, demande) => {
    const essai = scheduleCampagne(depsOf(modele), demandeOf(demande), DEMANDEUR);
    await expect(essai).rejects.toMatchObject({ regle: regle });
    expect(campagnes.envois).toEqual([]);
  });
});

describe('Décision C7 : une campagne rouverte', () => {
  it('garde son numéro et n’ajoute que les non faits', async () => {
    const premier = demandeOf({ selection: { ids: [1] } });
    const { campagneId } = await scheduleCampagne(depsOf(), premier, DEMANDEUR);
    const fait = await scheduleCampagne(depsOf(), demandeOf({ campagneId }), DEMANDEUR);
    expect(fait).toMatchObject({ campagneId, programmes: 1, dejaProgrammes: 1 });
  });

  it('est refusée quand elle est annulée, ou celle d’un autre modèle', async () => {
    const { campagneId } = await scheduleCampagne(depsOf(), demandeOf(), DEMANDEUR);
    const rouvrir = (modele: Partial<ModelePourCampagne>) =>
      scheduleCampagne(depsOf(modele), demandeOf({ campagneId }), DEMANDEUR);
    await expect(rouvrir({ id: 13 })).rejects.toMatchObject({ regle: 'campagne-introuvable' });
    const campagne = campagnes.connues.get(campagneId!)!;
    campagnes.connues.set(campagne.id, { ...campagne, annuleeLe: NOW });
    await expect(rouvrir({})).rejects.toMatchObject({ regle: 'campagne-annulee' });
  });
});

describe('Décision F14 : une promotion et l’accord RGPD non renseigné', () => {
  const promotion = { but: 'promotion' as const };
  const sansReglage = { ...DEMANDEUR, promotionSansConsentement: null };

  it('tant que le réglage n’est pas choisi, dit combien elle exclut et demande', async () => {
    const essai = scheduleCampagne(depsOf(promotion), demandeOf(), sansReglage);
    await expect(essai).rejects.toMatchObject({
      regle: 'promotion-a-confirmer',
      details: { exclus: 1 },
    });
    const confirme = demandeOf({ confirme: true });
    expect(await scheduleCampagne(depsOf(promotion), confirme, sansReglage)).toMatchObject({
      programmes: 2,
    });
  });

  it('ne demande rien une fois le réglage choisi, ni quand elle n’exclut personne', async () => {
    await scheduleCampagne(depsOf(promotion), demandeOf(), DEMANDEUR);
    const choisis = demandeOf({ selection: { ids: [1, 2] } });
    await scheduleCampagne(depsOf(promotion), choisis, sansReglage);
    await scheduleCampagne(depsOf(), demandeOf(), sansReglage);
    expect(campagnes.connues.size).toBeGreaterThan(0);
  });

  it('une newsletter est une promotion, quel que soit son but', async () => {
    const newsletter = { typeContact: 'newsletter' as const };
    const essai = scheduleCampagne(depsOf(newsletter), demandeOf(newsletter), sansReglage);
    await expect(essai).rejects.toMatchObject({ regle: 'promotion-a-confirmer' });
  });
});

describe('Guide §10 : les SMS retiennent leurs crédits', () => {
  const sms = { typeContact: 'sms' as const };

  it('un SMS demande ses crédits, un e-mail jamais', async () => {
    const deps = depsOf(sms, 5);
    const fait = await scheduleCampagne(deps, demandeOf(sms), DEMANDEUR);
    expect([fait.credits, deps.credits.demandes]).toEqual([5, [fait.campagneId]]);
    const email = depsOf({}, 5);
    await scheduleCampagne(email, demandeOf(), DEMANDEUR);
    expect(email.credits.demandes).toEqual([]);
  });

  it('faute de crédits, ni envoi ni campagne ne reste', async () => {
    const manque = new RegleError('credit-insuffisant', { demande: 2, disponible: 0 });
    const essai = scheduleCampagne(depsOf(sms, manque), demandeOf(sms), DEMANDEUR);
    await expect(essai).rejects.toThrow(manque);
    expect([campagnes.envois, campagnes.connues.size]).toEqual([[], 0]);
  });

  it('un SMS de promotion attend un jour permis', async () => {
    const samedi = { ...DEMANDEUR, now: new Date('2022-03-05T20:00:00Z') };
    const promotion = { ...sms, but: 'promotion' as const };
    const fait = await scheduleCampagne(depsOf(promotion), demandeOf(sms), samedi);
    expect(fait.depart).toEqual(new Date('2022-03-07T18:00:00Z'));
    const suivi = await scheduleCampagne(depsOf(sms), demandeOf(sms), samedi);
    expect(suivi.depart).toEqual(new Date('2022-03-06T18:00:00Z'));
  });
});
