import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Criteres } from '../../core/envoi-automatique';
import { NOW } from './campagnes-base';
import { regle } from '../fakes/regle-du-guide';
import { openBancRegle, SAMEDI, type BancRegle, type Ligne } from './regle-base';

let banc: BancRegle;
let base: BancRegle['base'];
let fiche: BancRegle['fiche'];
const addParticipation: BancRegle['addParticipation'] = (...champs) =>
  banc.addParticipation(...champs);
const sort: BancRegle['sort'] = (...quoi) => banc.sort(...quoi);

beforeAll(async () => {
  banc = await openBancRegle();
  ({ base, fiche } = banc);
});
beforeEach(async () => {
  await base.knex.raw(
    'TRUNCATE actions, participations, sms_envois, sms_file RESTART IDENTITY CASCADE'
  );
});
afterAll(() => base.close());

describe('qui reçoit l’envoi automatique ce soir (guide §6.b)', () => {
  it('l’exemple du guide : J-2, jeudi pour l’atelier du samedi', async () => {
    await addParticipation();
    const cartes = regle({
      natures: ['Collective'],
      typesAction: [fiche.atelier!],
      ods: [fiche.activ!],
      etapes: [fiche.cartes!],
      modesIntervention: ['A distance'],
    });
    expect(await sort(cartes)).toBe('part');
  });

  it('sans critère, tout participant inscrit à une action à la bonne date', async () => {
    await addParticipation(
      { nature: null, ods: null, statut: null },
      { statut: null, presence: null, confirme: null }
    );
    expect(await sort(regle())).toBe('part');
  });

  it.each([
    ['nature', () => ({ natures: ['Individuelle'] })],
    ['type_action', () => ({ typesAction: [fiche.diagnostic!] })],
    ['ods', () => ({ ods: [fiche.dpe!] })],
    ['etape', () => ({ etapes: [fiche.diag!] })],
    ['mode_intervention', () => ({ modesIntervention: ['Téléphone'] })],
    ['confirme', () => ({ confirme: 'oui' })],
    ['presence', () => ({ presences: ['Présent'] })],
  ] satisfies [string, () => Partial<Criteres>][])(
    'un critère %s qui ne convient pas écarte',
    async (critere, criteres) => {
      await addParticipation();
      expect(await sort(regle(criteres()))).toBe(critere);
    }
  );

  it.each([
    ['nature', () => ({ natures: ['Collective'] }), { nature: null }],
    ['ods', () => ({ ods: [fiche.dpe!] }), { ods: null }],
    ['type_action', () => ({ typesAction: [fiche.atelier!] }), { typeAction: null }],
    [
      'mode_intervention',
      () => ({ modesIntervention: ['Téléphone'] }),
      { mode_intervention: null },
    ],
  ] satisfies [string, () => Partial<Criteres>, Ligne][])(
    'une action dont %s n’est pas renseigné ne répond pas au critère',
    async (critere, criteres, action) => {
      await addParticipation(action);
      expect(await sort(regle(criteres()))).toBe(critere);
    }
  );

  it('une valeur supprimée depuis ne convient à personne', async () => {
    await addParticipation();
    expect(await sort(regle({ ods: ['supprimee'] }))).toBe('ods');
  });

  it('plusieurs valeurs d’un critère : une suffit ; plusieurs critères : tous', async () => {
    await addParticipation();
    const deux = [fiche.dpe!, fiche.activ!];
    expect(await sort(regle({ ods: deux }))).toBe('part');
    expect(await sort(regle({ ods: deux, natures: ['Individuelle'] }))).toBe('nature');
  });

  it('confirmé : oui ne prend que les confirmés, non que les autres', async () => {
    await addParticipation({}, { confirme: true });
    expect(await sort(regle({ confirme: 'oui' }))).toBe('part');
    expect(await sort(regle({ confirme: 'non' }))).toBe('confirme');
    await base.knex('participations').update({ confirme: null });
    expect(await sort(regle({ confirme: 'oui' }))).toBe('confirme');
    expect(await sort(regle({ confirme: 'non' }))).toBe('part');
  });

  it('une présence jamais remplie est « Non saisie »', async () => {
    await addParticipation({}, { presence: null });
    expect(await sort(regle({ presences: ['Non saisie'] }))).toBe('part');
  });

  it('une action ou une participation annulée ne déclenche rien', async () => {
    await addParticipation({ statut: 'Annulée' });
    expect(await sort(regle())).toBe('action_annulee');
    await base.knex('actions').update({ statut: 'Planifiée' });
    await base.knex('participations').update({ statut: 'Annulé' });
    expect(await sort(regle())).toBe('participation_annulee');
  });

  it('la liste d’attente n’est prise que si la règle l’inclut', async () => {
    await addParticipation({}, { statut: "Liste d'attente" });
    expect(await sort(regle())).toBe('liste_attente');
    expect(await sort(regle({}, { inclureListeAttente: true }))).toBe('part');
  });

  it('de deux participations à une action, celle que la règle atteint compte, une fois', async () => {
    const action = await addParticipation({}, { statut: 'Annulé' });
    const seconde = await base.add('participations', { statut: 'Inscrit' });
    await base.link('participations_action_lnk', { participation_id: seconde, action_id: action });
    await base.link('participations_entrepreneur_lnk', {
      participation_id: seconde,
      entrepreneur_id: banc.entrepreneur,
    });
    expect(await sort(regle())).toBe('part');
  });

  const addEnvoi = (action: number, date: string, statut = 'envoye') =>
    base.add('sms_envois', {
      cle: `a:7.${String(action)}.${date}:e${String(banc.entrepreneur)}:m3:0`,
      ...{ modalite: 'envoi_automatique', type_contact: 'email', statut, modele_id: 3 },
      ...{ envoi_automatique_id: 7, action_id: action, action_date: date, motif: 'x' },
      ...{ type_destinataire: 'entrepreneur', destinataire_id: banc.entrepreneur },
      ...{ prevu_le: NOW, disponible_le: NOW, tentatives: 0, credits: 0 },
    });

  it.each([
    ['envoye', 'deja_envoye'],
    ['programme', 'deja_programme'],
    ['exclu', 'deja_envoye'],
    ['annule', 'envoi_annule'],
  ])('prévenu pour cette date (%s) : pas deux fois', async (statut, tenu) => {
    await addEnvoi(await addParticipation(), SAMEDI, statut);
    expect(await sort(regle())).toBe(tenu);
  });

  it('l’action a changé de date : prévenu à nouveau, sauf si la règle dit non', async () => {
    await addEnvoi(await addParticipation(), '2022-03-01');
    expect(await sort(regle())).toBe('part');
    const sansRepetition = regle({}, { prevenirSiDateChange: false });
    expect(await sort(sansRepetition)).toBe('date_changee');
    await base.knex('sms_envois').update({ statut: 'exclu' });
    expect(await sort(sansRepetition)).toBe('part');
  });
});
