import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TOUT } from '../../core/perimetre';
import { createSoirees } from '../../server/src/adapters/sql/envois-automatiques/soirees';
import type { Planification } from '../../server/src/services/ports/envois-automatiques';
import { repairFile } from '../../server/src/adapters/sql/envois/repair-file';
import { executeRegle } from '../../server/src/services/envois-automatiques/run-regles';
import { planSoiree, replanEcartees } from '../../server/src/services/soiree/plan-soiree';
import { openBase, type Base } from './campagnes-base';
import { addModeleEcrit, openChaine, type Chaine } from './chaine-base';

const DEPART = new Date('2022-03-03T18:00:00Z');
const CE_SOIR: Planification = { soir: '2022-03-03', depart: DEPART, retarde: false, now: DEPART };

let base: Base;
let chaine: Chaine;
let soirees: ReturnType<typeof createSoirees>;
let modele: number;

const addRegle = (delai: number, champs: Record<string, unknown> = {}) =>
  base.add('sms_envois_automatiques', {
    type_contact: 'email',
    modele_id: modele,
    delai,
    criteres: '{}',
    inactif: false,
    prevenir_si_date_change: true,
    ...champs,
  });

/** An action of that day with so many inscrits. */
async function addAction(date: string, inscrits: number): Promise<number> {
  const action = await base.add('actions', { objet: 'Atelier', date, statut: 'Planifiée' });
  for (let i = 0; i < inscrits; i += 1) {
    const entrepreneur = await base.addEntrepreneur(`NOM${String(i)}`);
    const participation = await base.add('participations', { statut: 'Inscrit' });
    await base.link('participations_action_lnk', {
      participation_id: participation,
      action_id: action,
    });
    await base.link('participations_entrepreneur_lnk', {
      participation_id: participation,
      entrepreneur_id: entrepreneur,
    });
  }
  return action;
}

const envois = () => base.knex('sms_envois').orderBy('id');

const executer = async (regle: number, now: Date) =>
  executeRegle(chaine, await base.documentId('sms_envois_automatiques', regle), {
    ...{ auteurId: null, confirmation: null, perimetre: TOUT, now },
  });

beforeAll(async () => {
  base = await openBase();
  chaine = openChaine(base);
  soirees = createSoirees(base.knex);
  modele = (await addModeleEcrit(base, {})).id;
});
beforeEach(async () => {
  await base.knex.raw(
    'TRUNCATE sms_envois, sms_file, sms_soirees, sms_envois_automatiques, actions, participations RESTART IDENTITY CASCADE'
  );
});
afterAll(() => base.close());

describe('Guide §6.b : la soirée', () => {
  it('s’ouvre une fois, quel que soit le nombre d’instances qui frappent ensemble', async () => {
    await addRegle(-2);
    await addAction('2022-03-05', 3);
    const reponses = await Promise.all(
      Array.from({ length: 6 }, () => planSoiree(chaine, CE_SOIR))
    );
    expect(reponses.filter(({ ouverte }) => ouverte)).toEqual([
      { ouverte: true, envois: 3, ecartees: [] },
    ]);
    expect(await envois()).toHaveLength(3);
    expect(await soirees.lastSoiree()).toEqual({ soir: '2022-03-03', ecartees: [] });
  });

  it('s’inscrit avec ses envois, ou pas du tout', async () => {
    await addRegle(-2);
    await addAction('2022-03-05', 1);
    await base.knex.raw(`ALTER TABLE sms_soirees ADD CONSTRAINT essai CHECK (envois = 0)`);
    await expect(planSoiree(chaine, CE_SOIR)).rejects.toThrow('essai');
    await base.knex.raw('ALTER TABLE sms_soirees DROP CONSTRAINT essai');
    expect(await envois()).toHaveLength(0);
    expect(await soirees.lastSoiree()).toBeNull();
    expect(await planSoiree(chaine, CE_SOIR)).toMatchObject({ ouverte: true, envois: 1 });
  });

  it('une règle illisible ne coûte pas la soirée des autres, et se nomme', async () => {
    const illisible = await addRegle(-2, { criteres: '{"natures":["Inconnue"]}' });
    await addRegle(-2);
    await addAction('2022-03-05', 2);
    expect(await planSoiree(chaine, CE_SOIR)).toEqual({
      ouverte: true,
      envois: 2,
      ecartees: [illisible],
    });
  });

  it('une règle laissée de côté est reprise par une seule instance, une fois réparée', async () => {
    const cassee = await addRegle(-2, { criteres: '{"natures":["Inconnue"]}' });
    await addAction('2022-03-05', 2);
    await planSoiree(chaine, CE_SOIR);
    const reprendre = () => replanEcartees(chaine, (soir) => ({ ...CE_SOIR, soir }));
    expect(await reprendre()).toBe(0);
    expect((await soirees.lastSoiree())?.ecartees).toMatchObject([{ regleId: cassee }]);
    await base.knex('sms_envois_automatiques').where({ id: cassee }).update({ criteres: '{}' });
    expect(await replanEcartees(chaine, () => null)).toBe(0);
    const reponses = await Promise.all([reprendre(), reprendre(), reprendre()]);
    expect(reponses.sort()).toEqual([0, 0, 2]);
    expect((await soirees.lastSoiree())?.ecartees).toEqual([]);
    expect(await reprendre()).toBe(0);
  });

  it('« Exécuter maintenant » écrit les mêmes clés : le soir ne répète rien', async () => {
    const regle = await addRegle(-2);
    await addAction('2022-03-05', 2);
    const midi = new Date('2022-03-03T11:00:00Z');
    expect(await executer(regle, midi)).toEqual({ envois: 2 });
    expect(await planSoiree(chaine, CE_SOIR)).toMatchObject({ ouverte: true, envois: 0 });
  });

  it('une règle inactive ou au modèle inactif ne produit rien', async () => {
    const inactive = await addRegle(-2, { inactif: true });
    await addAction('2022-03-05', 2);
    await expect(executer(inactive, DEPART)).rejects.toMatchObject({ regle: 'regle-inactive' });
    expect(await planSoiree(chaine, CE_SOIR)).toMatchObject({ envois: 0 });
  });

  it('une action déplacée s’annonce de nouveau à son propre J-2', async () => {
    await addRegle(-2);
    const action = await addAction('2022-03-05', 1);
    await planSoiree(chaine, CE_SOIR);
    await base.knex('actions').where({ id: action }).update({ date: '2022-03-10' });
    const suivant = { ...CE_SOIR, soir: '2022-03-08' };
    expect(await planSoiree(chaine, suivant)).toMatchObject({ envois: 1 });
  });
});

it('la plus ancienne règle active dit depuis quand un soir a pu être manqué', async () => {
  expect(await soirees.premiereRegle()).toBeNull();
  await addRegle(-2, { inactif: true, created_at: new Date('2022-01-01T10:00:00Z') });
  await addRegle(-2, { created_at: new Date('2022-03-02T10:00:00Z') });
  await addRegle(-3, { created_at: new Date('2022-03-01T10:00:00Z') });
  expect(await soirees.premiereRegle()).toEqual(new Date('2022-03-01T10:00:00Z'));
});

describe('ce qui n’a pas pu partir le soir', () => {
  const FIN = new Date('2022-03-03T20:00:00Z');
  const MATIN = new Date('2022-03-04T07:00:00Z');
  const NUIT = new Date('2022-03-03T21:30:00Z');
  const report = { avant: FIN, jusqua: MATIN, suspendue: false, now: NUIT };
  let rang = 0;
  const addEnvoi = async (champs: Record<string, unknown>) => {
    const id = await base.add('sms_envois', {
      cle: `c:${String((rang += 1))}`,
      modalite: 'campagne',
      type_contact: 'email',
      statut: 'programme',
      modele_id: modele,
      type_destinataire: 'entrepreneur',
      destinataire_id: 1,
      prevu_le: DEPART,
      retarde: false,
      tentatives: 0,
      credits: 0,
      ...champs,
    });
    await repairFile(base.knex);
    return id;
  };
  const retardes = async () =>
    (await envois()).filter(({ retarde }: { retarde: boolean }) => retarde).length;

  it('attend le matin, marqué « retardé »', async () => {
    await addEnvoi({});
    expect(await soirees.postpone(report)).toBe(1);
    expect(await envois()).toMatchObject([{ retarde: true, statut: 'programme' }]);
    expect(await base.knex('sms_file').select('disponible_le')).toEqual([{ disponible_le: MATIN }]);
  });

  it.each([
    ['ce que quelqu’un a demandé plus tard que 21h', { prevu_le: NUIT }],
    ['ce qui part au clic', { modalite: 'fiche_action' }],
    ['ce qui a déjà été tenté : sa reprise a son heure', { tentatives: 1 }],
    ['ce qui est parti', { statut: 'envoye' }],
  ])('ne retient pas %s', async (_, champs) => {
    await addEnvoi(champs);
    expect(await soirees.postpone(report)).toBe(0);
  });

  it('est aussi ce que le serveur de messagerie n’a pas pris : sans l’avoir payé, il attend le matin', async () => {
    const envoi_id = await addEnvoi({});
    const disponible_le = new Date('2022-03-04T02:00:00Z');
    await base.knex('sms_file').where({ envoi_id }).update({ disponible_le });
    expect(await soirees.postpone(report)).toBe(1);
    expect(await base.knex('sms_file').select('disponible_le')).toEqual([{ disponible_le: MATIN }]);
    expect(await soirees.postpone(report)).toBe(0);
  });

  it('n’est pas ce qui est retenu : sa ligne dit pourquoi, et il n’est promis à aucune heure', async () => {
    const envoi_id = await addEnvoi({});
    await base.knex('sms_file').where({ envoi_id }).update({ retenu: true });
    expect(await soirees.postpone(report)).toBe(0);
  });

  it('est aussi une soirée suspendue : reprise dans la nuit, elle attend le matin', async () => {
    const envoi_id = await addEnvoi({});
    await base.knex('sms_file').where({ envoi_id }).update({ retenu: true });
    expect(await soirees.postpone({ ...report, suspendue: true })).toBe(1);
    expect(await base.knex('sms_file').select('disponible_le')).toEqual([{ disponible_le: MATIN }]);
  });

  it('rattrapé de jour, il part et se dit « retardé », une fois', async () => {
    await addEnvoi({});
    await addEnvoi({ modalite: 'fiche_entrepreneur' });
    await addEnvoi({ modalite: 'fiche_action' });
    await addEnvoi({ prevu_le: MATIN });
    const midi = new Date('2022-03-04T11:00:00Z');
    expect(await soirees.markRetardes(FIN, midi)).toBe(2);
    expect(await soirees.markRetardes(FIN, midi)).toBe(0);
    expect(await retardes()).toBe(2);
  });

  it('ne coupe pas une soirée qui est en train de partir', async () => {
    await addEnvoi({});
    const envoi_id = await addEnvoi({});
    await base.knex('sms_file').where({ envoi_id }).update({ etat: 'en_cours', ouvrier: 'a' });
    await soirees.postpone(report);
    expect(await retardes()).toBe(0);
  });
});
